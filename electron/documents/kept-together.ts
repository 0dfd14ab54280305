import type { Content } from 'pdfmake/interfaces.js';

const linesThatSurelyFit = 36;

/**
 * Parts that stay on one page. NOTE: pdfmake silently drops what an unbreakable block holds beyond one page, so more
 * lines (of body text, estimated) than surely fit are left to break.
 */
export function keptTogether(stack: Content[], lines: number): Content {
  return { stack, unbreakable: lines <= linesThatSurelyFit };
}

/** How many lines a text takes at most, at this many characters to a line. */
export function estimatedLines(text: string, charactersPerLine: number): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / charactersPerLine)), 0);
}
