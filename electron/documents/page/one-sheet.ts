/** Choosing sizes so that all text stands on one sheet, whatever it says: heights are computed before there is a page. */
import type { Content } from 'pdfmake/interfaces.js';
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
  return pieces.reduce(
    (sum, piece) => sum + piece.above + linesOf(piece, width).length * piece.fontSize * lineSpacing(),
    0,
  );
}

/** As high as `heightOf` says: with the very lines that it counted, because pdfmake breaks long words elsewhere. */
export function drawnPieces(pieces: readonly Piece[], width: number): Content[] {
  return pieces.map((piece) => {
    const { fontSize, bold, italics, above } = piece;
    return {
      text: linesOf(piece, width).join('\n'),
      fontSize,
      margin: [0, above, 0, 0],
      ...(bold ? { bold } : {}),
      ...(italics ? { italics } : {}),
    };
  });
}

function linesOf({ text, fontSize, bold, italics }: Piece, width: number): string[] {
  const face = bold ? (italics ? 'bolditalics' : 'bold') : italics ? 'italics' : 'normal';
  return textLines(text, { face, fontSize, width });
}

export interface Proportions {
  readonly nameSize: number;
  readonly space: number;
  /** Of all other text, as a share of its usual size. */
  readonly scale: number;
  /** Of who receives it, who signs and why it is a draft, as a share of its usual size. */
  readonly foot: number;
}

/**
 * From handsome to barely readable: space shrinks first, then the name, then the foot, and the rest only for what no
 * office is called.
 */
const steps: readonly [Proportions, ...Proportions[]] = [
  { nameSize: 26, space: 26, scale: 1, foot: 1 },
  { nameSize: 24, space: 20, scale: 1, foot: 1 },
  { nameSize: 22, space: 16, scale: 1, foot: 1 },
  { nameSize: 20, space: 12, scale: 1, foot: 1 },
  { nameSize: 18, space: 9, scale: 1, foot: 1 },
  { nameSize: 18, space: 9, scale: 1, foot: 0.9 },
  { nameSize: 17, space: 8, scale: 1, foot: 0.8 },
  { nameSize: 16, space: 7, scale: 0.95, foot: 0.75 },
  { nameSize: 14, space: 6, scale: 0.9, foot: 0.7 },
  { nameSize: 13, space: 5, scale: 0.8, foot: 0.65 },
  { nameSize: 11, space: 4, scale: 0.7, foot: 0.6 },
  { nameSize: 9, space: 3, scale: 0.6, foot: 0.5 },
  { nameSize: 7, space: 2, scale: 0.5, foot: 0.45 },
];

/** The first proportions in which it is no higher than `room`; below the last step all shrinks alike. */
export function fittingProportions(
  heightIn: (proportions: Proportions) => number,
  room: number,
): Proportions {
  const fitting = steps.find((step) => heightIn(step) <= room);
  if (fitting !== undefined) return fitting;
  let last = steps.at(-1) as Proportions;
  while (last.scale > leastScale && heightIn(last) > room)
    last = {
      nameSize: last.nameSize * shrinking,
      space: last.space * shrinking,
      scale: last.scale * shrinking,
      foot: last.foot * shrinking,
    };
  return last;
}

const shrinking = 0.85;
const leastScale = 0.05;
