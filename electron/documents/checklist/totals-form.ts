/** The points of all criteria on one table, to be filled by hand. */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { lowerFirst, numberText, provisionalText, verdictText, vi } from '../../../criteria/wording.ts';
import type { ChecklistInput } from '../document-input.ts';
import { portrait } from '../page/decree-30.ts';
import { estimatedLines, fitsOnPage, keptWithTitle } from '../page/kept-together.ts';
import { sectionTitle } from '../page/section-title.ts';
import type { SourceMarks } from '../page/source-marks.ts';
import { tickBox } from './tick-box.ts';

const widths = { number: 28, max: 46, mark: 30, points: 84 } as const;
const gap = 6;
/** Around the room for the points. */
const rule = 0.3;
const nameWidth =
  portrait.contentWidth - Object.values(widths).reduce((sum, width) => sum + width, 0) - gap * 7 - rule * 2;

const layout: CustomTableLayout = {
  hLineWidth: (row, { table }) => (row <= 1 || row >= table.body.length - 1 ? 0.8 : 0.3),
  hLineColor: (row, { table }) => (row <= 1 || row >= table.body.length - 1 ? 'black' : '#888888'),
  vLineWidth: (column) => (column === 4 || column === 5 ? rule : 0),
  vLineColor: () => '#888888',
  paddingLeft: (column) => (column === 0 || column === 3 ? 0 : gap),
  paddingRight: (column) => (column === 0 ? 0 : gap),
  paddingTop: () => 3,
  paddingBottom: () => 3.5,
};

/** For the head of the table and a few criteria. */
const roomForFirstCriteria = 120;

export function totalsForm(input: ChecklistInput, marks: SourceMarks): Content[] {
  const { set } = input;
  const right = (text: string, bold = false): TableCell => ({ text, alignment: 'right', bold });
  const table: Content = {
    fontSize: 11.5,
    table: {
      widths: [widths.number, nameWidth, widths.max, widths.mark, widths.points],
      headerRows: 1,
      keepWithHeaderRows: 2,
      dontBreakRows: true,
      body: [
        [
          { text: 'TT', bold: true },
          { text: 'Tiêu chí', bold: true },
          right('Tối đa', true),
          '',
          { text: 'Điểm đạt', bold: true, alignment: 'center' },
        ],
        ...set.criteria.map((criterion): TableCell[] => [
          criterion.id,
          `${vi(criterion.name)}${marks.of(criterion.provenance)}`,
          right(numberText(criterion.max)),
          marks.of(criterion.maxProvenance).trim(),
          '',
        ]),
        ['', { text: 'Tổng điểm', bold: true }, right(numberText(set.max), true), '', ''],
      ],
    },
    layout,
  };
  const { everyCriterionAboveZero, provenance } = set.recognition;
  const below: Content[] = [
    ...provisionalMaxima(input, marks).map(note),
    note(
      `Đủ điều kiện khi tổng điểm từ mức tối thiểu của nhóm đơn vị trở lên${everyCriterionAboveZero ? ' và không có tiêu chí nào được 0 điểm' : ''}${marks.of(provenance)}.`,
    ),
    preliminaryResult(),
  ];
  const title = sectionTitle('Tổng hợp điểm');
  const lines = set.criteria.reduce((sum, { name }) => sum + estimatedLines(vi(name), 48) + 0.7, 12);
  return fitsOnPage(lines)
    ? [{ unbreakable: true, stack: [title, table, ...below] }]
    : [...keptWithTitle(title, [table], roomForFirstCriteria), { unbreakable: true, stack: below }];
}

function note(text: string): Content {
  return { text, italics: true, fontSize: 11, margin: [0, 4, 0, 0] };
}

/** What the marks behind the maxima mean, on this sheet too: it may be the only one that is looked at. */
function provisionalMaxima({ set }: ChecklistInput, marks: SourceMarks): string[] {
  const cited = set.criteria.map(({ maxProvenance }) => marks.of(maxProvenance)).join('');
  const sources = marks.legend().filter(({ mark }) => cited.includes(mark));
  if (sources.length === 0) return [];
  const explained = sources.map(({ mark, text }) => `${mark} ${text}`).join('; ');
  return [`Điểm tối đa có số trong ngoặc vuông là số ${lowerFirst(provisionalText)}: ${explained}.`];
}

const labelWidth = 96;

function preliminaryResult(): Content {
  const choiceWidth = (portrait.contentWidth - labelWidth) / 2;
  const choice = (verdict: 'eligible' | 'ineligible') => ({
    width: choiceWidth,
    stack: [tickBox(verdictText[verdict], false, choiceWidth, 13)],
  });
  return {
    columns: [
      { width: labelWidth, text: 'Kết luận sơ bộ:', bold: true },
      choice('eligible'),
      choice('ineligible'),
    ],
    columnGap: 0,
    margin: [0, 10, 0, 0],
  };
}
