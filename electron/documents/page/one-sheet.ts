/** Choosing sizes so that all text stands on one sheet, whatever it says: heights are computed before there is a page. */
import { lineSpacing } from '../engine/fonts.ts';
import { textLines } from '../engine/text-lines.ts';

export interface Piece {
  readonly text: string;
  readonly fontSize: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  /** Points of space before it. */
  readonly above: number;
}

/** Of pieces below each other, in points. */
export function heightOf(pieces: readonly Piece[], width: number): number {
  return pieces.reduce((sum, { text, fontSize, bold, italics, above }) => {
    const face = bold ? (italics ? 'bolditalics' : 'bold') : italics ? 'italics' : 'normal';
    return sum + above + textLines(text, { face, fontSize, width }).length * fontSize * lineSpacing();
  }, 0);
}

export interface Proportions {
  readonly nameSize: number;
  readonly space: number;
  /** Of all other text, as a share of its usual size. */
  readonly scale: number;
}

/** From handsome to barely readable: space shrinks first, then the name, and the rest only for what no office is called. */
const steps: readonly [Proportions, ...Proportions[]] = [
  { nameSize: 26, space: 26, scale: 1 },
  { nameSize: 24, space: 20, scale: 1 },
  { nameSize: 22, space: 16, scale: 1 },
  { nameSize: 20, space: 12, scale: 1 },
  { nameSize: 18, space: 9, scale: 1 },
  { nameSize: 16, space: 7, scale: 0.95 },
  { nameSize: 14, space: 6, scale: 0.9 },
  { nameSize: 13, space: 5, scale: 0.8 },
  { nameSize: 11, space: 4, scale: 0.7 },
  { nameSize: 9, space: 3, scale: 0.6 },
  { nameSize: 7, space: 2, scale: 0.5 },
];

/** The first proportions in which it is no higher than `room`. */
export function fittingProportions(
  heightIn: (proportions: Proportions) => number,
  room: number,
): Proportions {
  return steps.find((step) => heightIn(step) <= room) ?? (steps.at(-1) as Proportions);
}
