/** What stands in the rows of the list: its column heads, the units, and how many of them are at zero. */
import type { TableCell } from 'pdfmake/interfaces.js';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { CriterionScore, Scorecard, Verdict } from '../../../criteria/score.ts';
import { numberText } from '../../../criteria/wording.ts';
import type { SummaryUnit } from '../document-input.ts';
import { drawnMark, type Mark } from '../page/drawn-marks.ts';
import { atZero, isAtZero } from './summary-count.ts';
import {
  criteriaHeading,
  type ListColumns,
  provisionalMark,
  statusText,
  verdictWords,
} from './table-columns.ts';

export interface List {
  readonly set: CriteriaSet;
  readonly units: readonly SummaryUnit[];
  readonly columns: ListColumns;
}

const zeroGround = '#d6d6d6';

export const verdictMark: Readonly<Record<Verdict, Mark>> = {
  eligible: 'tick',
  ineligible: 'cross',
  incomplete: 'dash',
};

interface FigureStyle {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly background?: string;
}

function right(text: string, style: FigureStyle = {}): TableCell {
  return { text, alignment: 'right', noWrap: true, ...style };
}

/** The upper row of the column heads. */
export function criteriaTitle({ criteria }: CriteriaSet, { widths }: ListColumns): TableCell[] {
  const from = 2;
  return widths.map((_, index) =>
    index === from
      ? { text: criteriaHeading, bold: true, alignment: 'center', colSpan: criteria.length }
      : index > from && index < from + criteria.length
        ? {}
        : '',
  );
}

/** The lower one. */
export function columnLabels({ set: { criteria }, units, columns: { criterionLabels } }: List): TableCell[] {
  const label = (text: string, alignment: 'left' | 'right'): TableCell => ({ text, bold: true, alignment });
  return [
    label('TT', 'right'),
    label('Đơn vị', 'left'),
    ...criteria.map(({ max }, index): TableCell => {
      const provisional = units.some(({ scorecard }) => scorecard.criteria[index]?.provisional);
      return {
        stack: [
          {
            text: `${criterionLabels[index]}${provisional ? provisionalMark : ''}`,
            bold: true,
            noWrap: true,
          },
          { text: numberText(max), italics: true, noWrap: true },
        ],
        alignment: 'right',
      };
    }),
    label('Tổng điểm', 'right'),
    '',
    label('Tối thiểu', 'right'),
    { ...(label('Kết luận', 'left') as object), colSpan: 2 } as TableCell,
    {},
    label('Trạng thái', 'left'),
  ];
}

/** How many units got nothing for a criterion: the usual reason for not being recognised. No unit, so over both columns. */
export function zeroRow({ set, units, columns }: List): TableCell[] {
  const counts = atZero(set, units);
  return columns.widths.map((_, index) => {
    const count = counts[index - 2];
    if (index === 0) return { text: 'Số đơn vị bị 0 điểm', bold: true, italics: true, colSpan: 2 };
    return count === undefined ? '' : right(numberText(count), { bold: count > 0, italics: true });
  });
}

export function unitRow(listed: SummaryUnit, number: number, name: string, fontSize: number): TableCell[] {
  const { status, revision, scorecard } = listed;
  return [
    right(numberText(number)),
    name,
    ...scorecard.criteria.map(pointsCell),
    totalCell(scorecard),
    scorecard.provisional && isBegun(scorecard) ? provisionalMark : '',
    right(numberText(scorecard.threshold)),
    ...(status === 'final'
      ? [
          {
            stack: [drawnMark(verdictMark[scorecard.verdict])],
            margin: [0, markDrop(fontSize), 0, 0] as Margins,
          },
          { text: verdictWords(listed), noWrap: true },
        ]
      : [{ text: verdictWords(listed), italics: true, noWrap: true, colSpan: 2 }, {}]),
    { text: statusText({ status, revision }), noWrap: true },
  ];
}

type Margins = [number, number, number, number];

/** Nothing answered is no total of 0. */
function totalCell(scorecard: Scorecard): TableCell {
  const { total, complete } = scorecard;
  return isBegun(scorecard) ? right(numberText(total), { bold: complete, italics: !complete }) : right('–');
}

function isBegun({ criteria }: Scorecard): boolean {
  return criteria.some(({ points }) => points !== null);
}

/** Puts a drawn mark, which is always as high, into the middle of a line of text. */
function markDrop(fontSize: number): number {
  return (fontSize - 8.4) * 0.7;
}

function pointsCell(criterion: CriterionScore): TableCell {
  if (criterion.points === null) return right('–');
  const text = numberText(criterion.points);
  // The spaces widen the ground that the zero stands on.
  if (isAtZero(criterion)) return right(`\u00a0\u00a0${text}`, { bold: true, background: zeroGround });
  return right(text, { italics: !criterion.complete });
}
