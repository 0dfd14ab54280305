/** The foot of a certificate: who receives it, its rules and why it is a draft on the left, who signs on the right. */
import type { Content } from 'pdfmake/interfaces.js';
import type { Signatory } from '../../../criteria/office.ts';
import {
  dotted,
  landscape,
  recipientLines,
  recipientsTitle,
  signatureSpace,
  signHere,
} from '../page/decree-30.ts';
import { drawnPieces, heightOf, type Piece, type Proportions } from '../page/one-sheet.ts';

export interface Foot {
  readonly recipients: readonly string[];
  /** By which rules, and who confirmed them. */
  readonly rules: string;
  /** Why it is a draft, as one sentence; empty when it is none. */
  readonly doubt: string;
  readonly signatory: Signatory;
}

const half = landscape.contentWidth / 2;
const gap = 12;

/** In points. NOTE: both sides are drawn in the lines that are counted here, so that the sheet stays one. */
export function footHeight(foot: Foot, proportions: Proportions): number {
  return (
    proportions.space +
    Math.max(
      heightOf(leftPieces(foot, proportions), half - gap),
      heightOf(rightPieces(foot, proportions), half),
    )
  );
}

export function footContent(foot: Foot, proportions: Proportions): Content {
  return {
    unbreakable: true,
    margin: [0, proportions.space, 0, 0],
    columns: [
      { width: half - gap, stack: drawnPieces(leftPieces(foot, proportions), half - gap) },
      { width: half, stack: drawnPieces(rightPieces(foot, proportions), half), alignment: 'center' },
    ],
    columnGap: gap,
  };
}

function leftPieces({ recipients, rules, doubt }: Foot, { foot }: Proportions): Piece[] {
  return [
    { text: recipientsTitle, fontSize: 12 * foot, bold: true, italics: true, above: 0 },
    ...recipientLines(recipients).map((text) => ({ text, fontSize: 11 * foot, above: 0 })),
    { text: rules, fontSize: 9 * foot, above: 8 * foot },
    ...(doubt === '' ? [] : [{ text: doubt, fontSize: 11 * foot, italics: true, above: 8 * foot }]),
  ];
}

function rightPieces({ signatory: { capacity, name } }: Foot, { foot }: Proportions): Piece[] {
  return [
    ...capacity.map((line) => ({
      text: line.toLocaleUpperCase('vi'),
      fontSize: 13 * foot,
      bold: true,
      above: 0,
    })),
    { text: signHere(name), fontSize: 12 * foot, italics: true, above: 0 },
    {
      text: name || dotted,
      fontSize: (name === '' ? 12 : 13) * foot,
      bold: name !== '',
      above: signatureSpace * foot,
    },
  ];
}
