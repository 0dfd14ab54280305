import type { Content } from 'pdfmake/interfaces.js';

const linesThatSurelyFit = 36;

/**
 * Parts that stay on one page. NOTE: pdfmake silently drops what an unbreakable block holds beyond one page, so more
 * lines (of body text, estimated) than surely fit are left to break.
 */
export function keptTogether(stack: Content[], lines: number): Content {
  return { stack, unbreakable: fitsOnPage(lines) };
}

export function fitsOnPage(lines: number): boolean {
  return lines <= linesThatSurelyFit;
}

/** How many lines a text takes at most, at this many characters to a line. */
export function estimatedLines(text: string, charactersPerLine: number): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / charactersPerLine)), 0);
}

/**
 * A title that never stands alone above content that may be longer than a page. NOTE: the title is laid out together
 * with `room` empty points, which the content then takes.
 */
export function keptWithTitle(title: Content, content: Content[], room: number): Content[] {
  return [
    { unbreakable: true, stack: [title, { text: '', fontSize: 1, margin: [0, 0, 0, room] }] },
    { stack: content, margin: [0, -room, 0, 0] },
  ];
}
