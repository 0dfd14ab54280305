/** Notes of any length on paper. A table row cannot be higher than a page, so a long note becomes several rows. */
import { estimatedLines } from './kept-together.ts';

const charactersPerLine = 72;
/** Above this many lines a note no longer stands in the row of its indicator. */
const linesInIndicatorRow = 8;
/** NOTE: even at the widest glyph of the fonts, a row of this many characters is lower than a page. */
const charactersPerRow = 600;
const linesPerRow = 10;

/** The note as printed: line breaks kept, no control characters. */
export function printableNote(note: string): string {
  return note
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim();
}

export function isShortNote(note: string): boolean {
  return estimatedLines(note, charactersPerLine) <= linesInIndicatorRow;
}

/** Cuts a note at its line breaks, and a very long line between words, into parts that each fit on a page. */
export function noteRows(note: string): string[] {
  const rows: string[] = [];
  let row: string[] = [];
  for (const line of note.split('\n').flatMap(shortened)) {
    if (row.length > 0 && estimatedLines([...row, line].join('\n'), charactersPerLine) > linesPerRow) {
      rows.push(row.join('\n'));
      row = [];
    }
    // NOTE: an empty line at the end of a row would not be printed; a space is.
    row.push(line === '' ? ' ' : line);
  }
  return [...rows, row.join('\n')];
}

function shortened(line: string): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > charactersPerRow) {
    const space = rest.lastIndexOf(' ', charactersPerRow);
    const end = space > charactersPerRow / 2 ? space + 1 : wholeCharacters(rest, charactersPerRow);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

/** Never between the two halves of a character outside the basic plane. */
function wholeCharacters(text: string, end: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
