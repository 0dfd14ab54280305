/** How text breaks into lines of a width, computed from the fonts: for what must be known before a page is laid out. */
import { type Face, textWidth } from './fonts.ts';
import { printableText } from './printable-text.ts';

export interface Setting {
  readonly face: Face;
  readonly fontSize: number;
  /** Of the column, in points. */
  readonly width: number;
}

/** A line is this much shorter than its column, so that rounding never makes the page break it again. */
export const slack = 0.5;

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The text in lines, broken between words, and within a word only where it is longer than a line. */
export function textLines(text: string, { face, fontSize, width }: Setting): string[] {
  const room = width - slack;
  const widthOf = (part: string) => textWidth(part, face, fontSize);
  return printableText(text)
    .split('\n')
    .flatMap((typed) => {
      const lines: string[] = [];
      let line = '';
      let used = 0;
      const add = (part: string) => {
        if (line.trim() !== '' && used + widthOf(part.trimEnd()) > room) {
          lines.push(line.trimEnd());
          line = '';
          used = 0;
        }
        line += part;
        used += widthOf(part);
      };
      for (const word of typed.split(/(?<= )(?=[^ ])/)) {
        // NOTE: what a line begins with cannot be broken off, so the first word must fit beside it.
        const indent = line.trim() === '' ? used : 0;
        if (indent + widthOf(word.trimEnd()) <= room) add(word);
        else for (const { segment } of graphemes.segment(word)) add(segment);
      }
      return [...lines, line.trimEnd()];
    });
}
