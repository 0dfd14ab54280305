import type { Content } from 'pdfmake/interfaces.js';
import { dashList } from '../page/dash-list.ts';
import { estimatedLines } from '../page/kept-together.ts';

const fontSize = 12;
/** Of body text, so that title and sentences surely fit on a page. */
const mostLinesTogether = 24;

/**
 * Sentences below a title, which never stands alone: the first `together` of them stay on its page, as far as they are
 * no longer than one. Nothing for no lines.
 */
export function titledList(title: Content, lines: readonly string[], together = 1): Content[] {
  const sentences = dashList(lines, fontSize);
  if (sentences.length === 0) return [];
  let kept = 1;
  let height = estimatedLines(lines[0] ?? '', 70);
  for (const line of lines.slice(1, together)) {
    height += estimatedLines(line, 70);
    if (height > mostLinesTogether) break;
    kept += 1;
  }
  return [{ unbreakable: true, stack: [title, ...sentences.slice(0, kept)] }, ...sentences.slice(kept)];
}
