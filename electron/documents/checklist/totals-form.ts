/** The points of all criteria on one table, to be filled by hand. */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { numberText, vi } from '../../../criteria/wording.ts';
import type { ChecklistInput } from '../document-input.ts';
import { portrait } from '../page/decree-30.ts';
import { estimatedLines, fitsOnPage, keptWithTitle } from '../page/kept-together.ts';
import { sectionTitle } from '../page/section-title.ts';
import type { SourceMarks } from '../page/source-marks.ts';

const widths = { number: 28, max: 70, points: 84 } as const;
const gap = 6;
/** Around the room for the points. */
const rule = 0.3;
const nameWidth =
  portrait.contentWidth - Object.values(widths).reduce((sum, width) => sum + width, 0) - gap * 6 - rule * 2;

const layout: CustomTableLayout = {
  hLineWidth: (row, { table }) => (row <= 1 || row >= table.body.length - 1 ? 0.8 : 0.3),
  hLineColor: (row, { table }) => (row <= 1 || row >= table.body.length - 1 ? 'black' : '#888888'),
  vLineWidth: (column) => (column === 3 || column === 4 ? rule : 0),
  vLineColor: () => '#888888',
  paddingLeft: (column) => (column === 0 ? 0 : gap),
  paddingRight: (column) => (column === 0 ? 0 : gap),
  paddingTop: () => 3.5,
  paddingBottom: () => 4,
};

/** For the head of the table and a few criteria. */
const roomForFirstCriteria = 120;

export function totalsForm({ set }: ChecklistInput, marks: SourceMarks): Content[] {
  const right = (text: string, bold = false): TableCell => ({ text, alignment: 'right', bold });
  const table: Content = {
    fontSize: 11.5,
    table: {
      widths: [widths.number, nameWidth, widths.max, widths.points],
      headerRows: 1,
      keepWithHeaderRows: 2,
      dontBreakRows: true,
      body: [
        [
          { text: 'TT', bold: true },
          { text: 'Tiêu chí', bold: true },
          right('Tối đa', true),
          { text: 'Điểm đạt', bold: true, alignment: 'center' },
        ],
        ...set.criteria.map((criterion): TableCell[] => [
          criterion.id,
          `${vi(criterion.name)}${marks.of(criterion.provenance)}`,
          right(numberText(criterion.max)),
          '',
        ]),
        ['', { text: 'Tổng điểm', bold: true }, right(numberText(set.max), true), ''],
      ],
    },
    layout,
  };
  const { everyCriterionAboveZero, provenance } = set.recognition;
  const rule: Content = {
    text: `Đủ điều kiện khi tổng điểm từ mức tối thiểu của nhóm đơn vị trở lên${everyCriterionAboveZero ? ' và không có tiêu chí nào được 0 điểm' : ''}${marks.of(provenance)}.`,
    italics: true,
    fontSize: 11,
    margin: [0, 4, 0, 0],
  };
  const title = sectionTitle('Tổng hợp điểm');
  const lines = set.criteria.reduce((sum, { name }) => sum + estimatedLines(vi(name), 48) + 0.7, 6);
  return fitsOnPage(lines)
    ? [{ unbreakable: true, stack: [title, table, rule] }]
    : [...keptWithTitle(title, [table], roomForFirstCriteria), rule];
}
