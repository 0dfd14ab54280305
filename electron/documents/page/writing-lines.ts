/** Room to write by hand: dotted lines that are drawn, so that they end exactly where the text does. */
import type { CanvasElement, Column, Content } from 'pdfmake/interfaces.js';
import { lineSpacing, textWidth } from '../engine/fonts.ts';
import { textLines } from '../engine/text-lines.ts';
import { mm } from './decree-30.ts';

/** From line to line, in points. */
export const writingSpace = mm(7.5);

/** From the top of a line of text to where its letters stand, as a share of the font size. */
const baseline = 0.95;
const leastRoom = 40;
const gap = 4;

function dots(width: number, y: number): CanvasElement {
  return {
    type: 'line',
    x1: 0,
    y1: y,
    x2: width,
    y2: y,
    lineWidth: 0.7,
    lineCap: 'round',
    dash: { length: 0.01, space: 2.4 },
  };
}

/** Empty lines. A page may end between two of them. */
export function writingLines(count: number, width: number): Content[] {
  return Array.from({ length: count }, () => ({
    canvas: [dots(width, 0)],
    margin: [0, writingSpace, 0, 0] as [number, number, number, number],
  }));
}

interface Field {
  readonly label: string;
  /** What is known already; empty is left to be filled. */
  readonly text: string;
  /** Of label and room, in points. */
  readonly width: number;
  readonly fontSize: number;
  /** Of the room alone, where it is to end in a column with others; else it is all that the label leaves. */
  readonly room?: number;
}

/** A label, and what belongs behind it as text or as a dotted line to the right edge. */
export function field({ label, text, width, fontSize, room }: Field): Content {
  const above = writingSpace - fontSize * lineSpacing();
  if (text !== '') return { text: `${label} ${text}`, fontSize, margin: [0, above, 0, 0] };
  const labelWidth = Math.min(
    room === undefined ? textWidth(label, 'normal', fontSize) + 1 : width - room - gap,
    width - leastRoom - gap,
  );
  const lines = textLines(label, { face: 'normal', fontSize, width: labelWidth }).length;
  const lineWidth = width - labelWidth - gap;
  return {
    columns: [
      { width: labelWidth, text: label },
      {
        width: lineWidth,
        canvas: [dots(lineWidth, ((lines - 1) * lineSpacing() + baseline) * fontSize)],
      } as Column,
    ],
    columnGap: gap,
    fontSize,
    margin: [0, above, 0, 0],
  };
}
