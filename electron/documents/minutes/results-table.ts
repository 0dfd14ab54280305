/** All criteria on one table: points, maximum, whether each is met, and what is provisional. */
import type { Column, Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { CriterionScore } from '../../../criteria/score.ts';
import { numberText, provisionalText, vi } from '../../../criteria/wording.ts';
import type { MinutesInput } from '../document-input.ts';
import { portrait } from '../page/decree-30.ts';
import { drawnMark, type Mark } from '../page/drawn-marks.ts';
import type { SourceMarks } from '../page/source-marks.ts';

const { contentWidth } = portrait;
const gap = 6;
const fixed = { number: 28, points: 40, max: 42, mark: 26, remark: 72 } as const;
const nameWidth = contentWidth - Object.values(fixed).reduce((sum, width) => sum + width, 0) - gap * 5;

const layout: CustomTableLayout = {
  hLineWidth: (row, { table }) => (strong(row, table.body.length) ? 0.8 : 0.3),
  hLineColor: (row, { table }) => (strong(row, table.body.length) ? 'black' : '#888888'),
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : gap),
  paddingRight: () => 0,
  paddingTop: () => 3,
  paddingBottom: () => 3.5,
};

function strong(row: number, rows: number): boolean {
  return row <= 1 || row >= rows - 1;
}

export function resultsTable({ set, scorecard }: MinutesInput, marks: SourceMarks): Content {
  const rows = set.criteria.flatMap((criterion, index): TableCell[][] => {
    const score = scorecard.criteria[index];
    if (score === undefined) return [];
    return [
      [
        { text: criterion.id },
        { text: `${vi(criterion.name)}${marks.of(criterion.provenance)}` },
        right(score.points === null ? '–' : numberText(score.points)),
        right(numberText(score.max)),
        { stack: [drawnMark(markOf(score))], margin: [8, 3, 0, 0] },
        remark(score.provisional, marks.of(criterion.maxProvenance)),
      ],
    ];
  });
  const answered = scorecard.criteria.some(({ points }) => points !== null);
  return {
    fontSize: 11.5,
    table: {
      widths: [fixed.number, nameWidth, fixed.points, fixed.max, fixed.mark, fixed.remark],
      headerRows: 1,
      keepWithHeaderRows: 2,
      dontBreakRows: true,
      body: [
        [
          { text: 'TT', bold: true },
          { text: 'Tiêu chí', bold: true },
          right('Điểm', true),
          right('Tối đa', true),
          { text: 'Đạt', bold: true, alignment: 'center' },
          '',
        ],
        ...rows,
        [
          '',
          { text: scorecard.complete ? 'Tổng điểm' : 'Tổng điểm đến nay', bold: true },
          right(answered ? numberText(scorecard.total) : '–', true),
          right(numberText(scorecard.max), true),
          '',
          remark(scorecard.provisional),
        ],
      ],
    },
    layout,
  };
}

function right(text: string, bold = false): TableCell {
  return { text, alignment: 'right', bold };
}

function remark(provisional: boolean, sources = ''): TableCell {
  return { text: `${provisional ? provisionalText : ''}${sources}`, italics: true, fontSize: 11 };
}

function markOf(score: CriterionScore): Mark {
  if (!score.complete) return 'dash';
  return score.points === 0 ? 'cross' : 'tick';
}

/** Reads the drawn marks of the table. */
export function resultsLegend(): Content {
  const entry = (mark: Mark, text: string, width: number): Column[] => [
    { width: 8, stack: [drawnMark(mark)], margin: [0, 2.5, 0, 0] },
    { width, text },
  ];
  return {
    columns: [
      ...entry('tick', 'đạt (trên 0 điểm)', 100),
      ...entry('cross', 'bị 0 điểm', 60),
      ...entry('dash', 'chưa đủ số liệu', 100),
    ],
    columnGap: 5,
    fontSize: 11,
    italics: true,
    margin: [0, 4, 0, 0],
  };
}
