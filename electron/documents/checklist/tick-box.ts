/** A box that a pen hits, and what it stands for. */
import type { Content } from 'pdfmake/interfaces.js';
import { lineSpacing } from '../engine/fonts.ts';
import { mm } from '../page/decree-30.ts';
import { drawnMark } from '../page/drawn-marks.ts';

const boxSize = mm(4.6);
const gap = 6;

/** `width`: of box and text, in points. The text begins in the middle of the box's height. */
export function tickBox(text: string, ticked: boolean, width: number, fontSize: number): Content {
  return {
    columns: [
      { width: boxSize, stack: [drawnMark(ticked ? 'tickedBox' : 'box', boxSize)] },
      {
        width: width - boxSize - 2 * gap,
        text,
        fontSize,
        margin: [0, Math.max(0, (boxSize - fontSize * lineSpacing()) / 2), 0, 0],
      },
    ],
    columnGap: gap,
  };
}
