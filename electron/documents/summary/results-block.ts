/** The results of all units at a glance: how many passed, and how that stands to the national target. */
import type { Column, Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { numberText, provisionalText, rateText, verdictText, vi } from '../../../criteria/wording.ts';
import type { SummaryInput } from '../document-input.ts';
import { textWidth } from '../engine/fonts.ts';
import { landscapeList } from '../page/decree-30.ts';
import { countUnits, passRate, targetOf, type VerdictCounts } from './summary-count.ts';

const gap = 28;
const labelWidth = 104;
const countWidth = 56;
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
      { width: rateWidth, stack: rateStack(input) },
    ],
    columnGap: gap,
    fontSize: 11.5,
  };
}

const countsLayout: CustomTableLayout = {
  hLineWidth: (row) => (row === 2 ? 0.3 : 0.8),
  hLineColor: (row) => (row === 2 ? '#888888' : 'black'),
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : countGap),
  paddingRight: () => 0,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
};

function countsTable({ groups }: SummaryInput): Content[] {
  const count = countUnits(groups.flatMap(({ units }) => units));
  const right = (text: string, bold = false): TableCell => ({ text, bold, alignment: 'right' });
  const note = `${provisionalText}: có kết luận dựa trên quy định tạm, xem giải thích sau bảng.`;
  const row = (label: string, counts: VerdictCounts, bold = false): TableCell[] => [
    { text: label, bold },
    ...[counts.all, counts.eligible, counts.ineligible, counts.incomplete].map((n) =>
      right(numberText(n), bold),
    ),
  ];
  return [
    {
      table: {
        widths: [labelWidth, countWidth, countWidth, countWidth, countWidth],
        body: [
          [
            { text: 'Tình trạng phiếu', bold: true, margin: [0, 12, 0, 0] },
            { text: 'Số đơn vị', bold: true, alignment: 'right', margin: [0, 12, 0, 0] },
            right(verdictText.eligible, true),
            right(verdictText.ineligible, true),
            right(verdictText.incomplete, true),
          ],
          row('Đã chốt', count.final),
          row('Chưa chốt (nháp)', count.draft),
          row('Tổng số', count.all, true),
        ],
      },
      layout: countsLayout,
    },
    ...(count.provisional ? [remark(note)] : []),
  ];
}

function remark(text: string): Content {
  return { text, italics: true, fontSize: 10.5, margin: [0, 4, 0, 0] };
}

function rateStack(input: SummaryInput): Content[] {
  const { final, draft, all } = countUnits(input.groups.flatMap(({ units }) => units));
  const rate = passRate(final.eligible, all.all);
  const sources = targetOf(input);
  return [
    {
      text: [
        { text: `Tỷ lệ đạt: ${rateText(rate, 100)}`, bold: true, fontSize: 15 },
        `   (${numberText(final.eligible)}/${numberText(all.all)} đơn vị)`,
      ],
    },
    ...bar(rate, sources?.target.percent),
    { text: comparison(input, rate), bold: true, margin: [0, 3, 0, 0] },
    remark(`${howCounted(draft.eligible, final.eligible, all.all)}${citation(sources)}`),
  ];
}

/** What the rate is to the national target of the year, as a sentence. `rate` in hundredths of a percent. */
function comparison(input: SummaryInput, rate: number): string {
  const found = targetOf(input);
  if (found === undefined) return `Bộ tiêu chí không nêu mục tiêu quốc gia cho năm ${input.year}.`;
  const { byYear, percent, provenance } = found.target;
  const target = `mục tiêu quốc gia ${rateText(percent * 100, 100)} đến năm ${byYear}${provenance.status === 'provisional' ? ` (${provisionalText.toLocaleLowerCase('vi')})` : ''}`;
  const difference = rate - percent * 100;
  if (difference === 0) return `Đạt ${target}.`;
  const points = rateText(Math.abs(difference), 100).replace(/ %$/, '');
  return `${difference > 0 ? 'Cao hơn' : 'Thấp hơn'} ${points} điểm phần trăm so với ${target}.`;
}

function howCounted(passingDrafts: number, passing: number, all: number): string {
  const counted =
    'Tỷ lệ đạt là số đơn vị đã chốt phiếu và đủ điều kiện trên tổng số đơn vị có tên trong danh sách, kể cả đơn vị chưa chốt.';
  if (passingDrafts === 0) return counted;
  const rate = rateText(passRate(passing + passingDrafts, all), 100);
  return `${counted} Có ${numberText(passingDrafts)} phiếu nháp đang đủ điều kiện; nếu các phiếu này được chốt như hiện nay thì tỷ lệ là ${rate}.`;
}

function citation(found: ReturnType<typeof targetOf>): string {
  if (found === undefined) return '';
  const { set, target } = found;
  const texts = target.provenance.sources.map((id) => set.sources[id]).filter((text) => text !== undefined);
  return ` Nguồn của mục tiêu: ${texts.map(vi).join('; ')}.`;
}

const barHeight = 12;
const scaleSize = 10;
/** Of "0 %" and "100 %" beside the bar. */
const endWidth = 32;
const barWidth = rateWidth - 2 * endWidth;
/** How far the mark of the target stands out above and below the bar. */
const standsOut = 4;

/** A bar as long as all units, filled as far as they pass, and a line across it where the target is. */
function bar(rate: number, target: number | undefined): Content[] {
  const at = ((target ?? 0) / 100) * barWidth;
  const frame = { type: 'rect' as const, x: 0, y: standsOut, w: barWidth, h: barHeight };
  const end = (text: string, alignment: 'left' | 'right'): Column => ({
    width: endWidth,
    text,
    alignment,
    fontSize: scaleSize,
    margin: alignment === 'right' ? [0, standsOut, 5, 0] : [5, standsOut, 0, 0],
  });
  return [
    {
      margin: [0, 5, 0, 0],
      columns: [
        end('0 %', 'right'),
        {
          width: barWidth,
          canvas: [
            { ...frame, w: (rate / 10_000) * barWidth, color: '#7a7a7a', lineWidth: 0 },
            { ...frame, lineWidth: 0.7 },
            ...(target === undefined
              ? []
              : [
                  {
                    type: 'line' as const,
                    x1: at,
                    x2: at,
                    y1: 0,
                    y2: barHeight + 2 * standsOut,
                    lineWidth: 2,
                  },
                ]),
          ],
        },
        end('100 %', 'left'),
      ],
      columnGap: 0,
    },
    ...(target === undefined ? [] : [markLabel(`mục tiêu ${rateText(target * 100, 100)}`, at)]),
  ];
}

/** Centred below its mark, as far as the width lets it. */
function markLabel(text: string, at: number): Content {
  const width = textWidth(text, 'italics', scaleSize) + 1;
  const left = Math.min(Math.max(endWidth + at - width / 2, 0), rateWidth - width);
  return { text, italics: true, fontSize: scaleSize, margin: [left, 0, 0, 0] };
}
