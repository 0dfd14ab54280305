/** Notes of any length on paper. A table row is not broken between pages, so a long note becomes several rows. */
import { type Setting, textLines } from '../engine/text-lines.ts';

/** Above this many lines a note no longer stands in the row of its indicator. */
export const linesInIndicatorRow = 8;
/** Few, so that little of a page stays empty where a row does not fit any more. */
export const linesPerRow = 10;

export function isShortNote(note: string, setting: Setting): boolean {
  return textLines(note, setting).length <= linesInIndicatorRow;
}

/**
 * A note in parts of a few lines, cut where a line ends anyway: a reader sees no break that nobody typed.
 * The lines of a part are as they are to be printed.
 */
export function noteRows(note: string, setting: Setting): string[] {
  const lines = textLines(note, setting);
  const rows = Math.ceil(lines.length / linesPerRow);
  const size = Math.ceil(lines.length / rows);
  return Array.from({ length: rows }, (_, row) =>
    lines
      .slice(row * size, (row + 1) * size)
      // NOTE: an empty line at the end of a row would not be printed; a space is.
      .map((line) => (line === '' ? ' ' : line))
      .join('\n'),
  );
}
