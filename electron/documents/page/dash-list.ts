import type { Content } from 'pdfmake/interfaces.js';
import { portrait } from './decree-30.ts';
import { estimatedLines, keptTogether } from './kept-together.ts';

const dashWidth = 12;

/** Sentences below each other, each whole on its page. */
export function dashList(lines: readonly string[], fontSize: number): Content[] {
  return lines.map((line) => {
    const columns: Content = {
      columns: [
        { width: dashWidth, text: '–' },
        { width: portrait.contentWidth - dashWidth, text: line },
      ],
      fontSize,
      margin: [0, 4, 0, 0],
    };
    return keptTogether([columns], estimatedLines(line, 70));
  });
}
