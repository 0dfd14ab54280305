/** The columns of the detail: number, text, points. */
import { portrait } from '../page/decree-30.ts';

export const numberWidth = 28;
export const pointsWidth = 82;
export const gap = 6;
export const middleWidth = portrait.contentWidth - numberWidth - pointsWidth - 2 * gap;

/** Of what stands below the points as well. */
export const wideWidth = middleWidth + gap + pointsWidth;

/** Of all below the text of an indicator. */
export const small = 11;
