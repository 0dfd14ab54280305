/** The units of one criteria set, a row each, with the points of every criterion. */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { CriterionScore, Verdict } from '../../../criteria/score.ts';
import { numberText } from '../../../criteria/wording.ts';
import type { SummaryUnit } from '../document-input.ts';
import { lineSpacing } from '../engine/fonts.ts';
import { textLines } from '../engine/text-lines.ts';
import { landscapeList } from '../page/decree-30.ts';
import { drawnMark, type Mark } from '../page/drawn-marks.ts';
import { atZero, isAtZero } from './summary-count.ts';
import { type Place, unitsByPlace } from './summary-order.ts';
import {
  criteriaHeading,
  type ListColumns,
  listColumns,
  provisionalMark,
  shortVerdict,
  spaceAfter,
  statusText,
} from './table-columns.ts';

const zeroGround = '#d6d6d6';

export const verdictMark: Readonly<Record<Verdict, Mark>> = {
  eligible: 'tick',
  ineligible: 'cross',
  incomplete: 'dash',
};

/** The header comes again on every page. Where there are several places, the first unit of each stands below its name. */
export function unitTable(set: CriteriaSet, units: readonly SummaryUnit[]): Content {
  const places = unitsByPlace(units);
  const columns = listColumns(set, units);
  const numbers = numbering();
  const rows = places.flatMap((place) =>
    place.units.map((listed, index) => {
      const row = unitRow(listed, numbers(), columns);
      return index === 0 && places.length > 1 ? belowPlace(place, row, columns) : row;
    }),
  );
  return {
    margin: [0, 4, 0, 8],
    fontSize: columns.fontSize,
    table: {
      widths: [...columns.widths],
      headerRows,
      keepWithHeaderRows: 2,
      dontBreakRows: true,
      body: [
        criteriaTitle(set, columns),
        columnLabels(set, units, columns),
        zeroRow(set, units, columns),
        ...rows,
      ],
    },
    layout: layout(columns),
  };
}

const headerRows = 2;

function numbering(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

function layout({ spaces }: ListColumns): CustomTableLayout {
  const strong = (row: number, rows: number) =>
    row === 0 || row === headerRows || row === headerRows + 1 || row === rows;
  return {
    hLineWidth: (row, { table }) => (row === 1 ? 0 : strong(row, table.body.length) ? 0.8 : 0.3),
    hLineColor: (row, { table }) => (strong(row, table.body.length) ? 'black' : '#888888'),
    vLineWidth: () => 0,
    paddingLeft: (column) => spaces[column] ?? 0,
    paddingRight: () => spaceAfter,
    paddingTop: (row) => (row < headerRows ? 1.5 : 2.5),
    paddingBottom: (row) => (row < headerRows - 1 ? 0 : 2.5),
  };
}

/**
 * NOTE: a row of its own could be left behind at the foot of a page, so the name of the place is part of the first
 * row: its lines begin in the narrow first column and run over the others, which leave room for them.
 */
function belowPlace(
  { name, units }: Place,
  [number, ...others]: TableCell[],
  { fontSize }: ListColumns,
): TableCell[] {
  const caption = `${name} (${numberText(units.length)} đơn vị)`;
  const lines = textLines(caption, { face: 'bold', fontSize, width: landscapeList.contentWidth });
  const room = spaceAbovePlace + lines.length * fontSize * lineSpacing() + spaceBelowPlace;
  const first: Content = {
    stack: lines.map((text) => ({ text, bold: true, noWrap: true })),
    margin: [0, spaceAbovePlace, 0, spaceBelowPlace],
  };
  return [
    { stack: [first, number as Content] },
    ...others.map((cell): TableCell => ({ stack: [cell as Content], margin: [0, room, 0, 0] })),
  ];
}

const spaceAbovePlace = 3;
const spaceBelowPlace = 2;

interface FigureStyle {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly background?: string;
}

function right(text: string, style: FigureStyle = {}): TableCell {
  return { text, alignment: 'right', noWrap: true, ...style };
}

function criteriaTitle({ criteria }: CriteriaSet, { widths }: ListColumns): TableCell[] {
  const from = 2;
  return widths.map((_, index) =>
    index === from
      ? { text: criteriaHeading, bold: true, alignment: 'center', colSpan: criteria.length }
      : index > from && index < from + criteria.length
        ? {}
        : '',
  );
}

function columnLabels(
  { criteria }: CriteriaSet,
  units: readonly SummaryUnit[],
  { criterionLabels }: ListColumns,
): TableCell[] {
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

/** How many units got nothing for a criterion: the usual reason for not being recognised. */
function zeroRow(set: CriteriaSet, units: readonly SummaryUnit[], { widths }: ListColumns): TableCell[] {
  const counts = atZero(set, units);
  return widths.map((_, index) => {
    const count = counts[index - 2];
    if (index === 1) return { text: 'Số đơn vị bị 0 điểm', bold: true };
    return count === undefined ? '' : right(numberText(count), { bold: count > 0 });
  });
}

function unitRow(
  { unit, status, revision, scorecard }: SummaryUnit,
  number: number,
  { fontSize }: ListColumns,
): TableCell[] {
  return [
    right(numberText(number)),
    unit.name,
    ...scorecard.criteria.map(pointsCell),
    right(numberText(scorecard.total), { bold: scorecard.complete, italics: !scorecard.complete }),
    scorecard.provisional ? provisionalMark : '',
    right(numberText(scorecard.threshold)),
    { stack: [drawnMark(verdictMark[scorecard.verdict])], margin: [0, markDrop(fontSize), 0, 0] },
    { text: shortVerdict[scorecard.verdict], noWrap: true },
    { text: statusText({ status, revision }), noWrap: true },
  ];
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
