/** The results of all units at a glance: how many there are of every verdict, and beside that the share that passed. */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { numberText, provisionalText, verdictText } from '../../../criteria/wording.ts';
import type { SummaryInput } from '../document-input.ts';
import { landscapeList } from '../page/decree-30.ts';
import { rateStack, resultsRemark } from './rate-stack.ts';
import { countUnits, type VerdictCounts } from './summary-count.ts';

const gap = 28;
const labelWidth = 112;
const countWidth = 54;
const countGap = 8;
const countsWidth = labelWidth + 4 * (countWidth + countGap);
const rateWidth = landscapeList.contentWidth - countsWidth - gap;

/** Of at least one unit. */
export function resultsBlock(input: SummaryInput): Content {
  return {
    unbreakable: true,
    margin: [0, 10, 0, 0],
    columns: [
      { width: countsWidth, stack: countsTable(input) },
      { width: rateWidth, stack: rateStack(input, rateWidth) },
    ],
    columnGap: gap,
    fontSize: 11.5,
  };
}

const countsLayout: CustomTableLayout = {
  hLineWidth: (row, { table }) => (isFaint(row, table.body.length) ? 0.3 : 0.8),
  hLineColor: (row, { table }) => (isFaint(row, table.body.length) ? '#888888' : 'black'),
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : countGap),
  paddingRight: () => 0,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
};

/** Between the rows that the total adds up. */
function isFaint(row: number, rows: number): boolean {
  return row > 1 && row < rows - 1;
}

interface Style {
  readonly bold?: boolean;
  readonly italics?: boolean;
}

function countsTable({ groups, missing }: SummaryInput): Content[] {
  const count = countUnits(groups.flatMap(({ units }) => units));
  const right = (text: string, style: Style = {}): TableCell => ({ text, ...style, alignment: 'right' });
  const bold = { bold: true };
  const note = `${provisionalText}: có kết luận dựa trên quy định tạm, xem giải thích sau bảng.`;
  const row = (label: string, counts: VerdictCounts, style: Style = {}): TableCell[] => [
    { text: label, ...style },
    ...[counts.all, counts.eligible, counts.ineligible, counts.incomplete].map((n) =>
      right(numberText(n), style),
    ),
  ];
  const unreadable = [
    'Không đọc được phiếu',
    right(numberText(missing.length)),
    right('–'),
    right('–'),
    right('–'),
  ];
  return [
    {
      table: {
        widths: [labelWidth, countWidth, countWidth, countWidth, countWidth],
        body: [
          [
            { text: 'Tình trạng phiếu', bold: true, margin: [0, 12, 0, 0] },
            { text: 'Số đơn vị', bold: true, alignment: 'right', margin: [0, 12, 0, 0] },
            right(verdictText.eligible, bold),
            right(verdictText.ineligible, bold),
            right(verdictText.incomplete, bold),
          ],
          row('Đã chốt', count.final),
          row('Chưa chốt (nháp)', count.draft, { italics: true }),
          ...(missing.length > 0 ? [unreadable] : []),
          row('Tổng số', { ...count.all, all: count.all.all + missing.length }, bold),
        ],
      },
      layout: countsLayout,
    },
    ...(count.provisional ? [resultsRemark(note)] : []),
  ];
}
