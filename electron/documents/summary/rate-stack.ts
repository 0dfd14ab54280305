/** The share of units that passed, as a figure and as a bar, and how it stands to the national target. */
import type { CanvasElement, Column, Content } from 'pdfmake/interfaces.js';
import { numberText, provisionalText, rateText, vi } from '../../../criteria/wording.ts';
import type { SummaryInput } from '../document-input.ts';
import { textWidth } from '../engine/fonts.ts';
import { countUnits, passRate, targetOf } from './summary-count.ts';

export function resultsRemark(text: string): Content {
  return { text, italics: true, fontSize: 10.5, margin: [0, 4, 0, 0] };
}

type FoundTarget = ReturnType<typeof targetOf>;

interface Share {
  readonly passing: number;
  /** Of these no final verdict is known: drafts, and those that cannot be read. */
  readonly drafts: number;
  readonly unreadable: number;
  readonly passingDrafts: number;
  /** Every unit with an assessment, read or not. */
  readonly all: number;
  readonly provisional: boolean;
}

function shareOf({ groups, missing }: SummaryInput): Share {
  const { final, draft, all, provisional } = countUnits(groups.flatMap(({ units }) => units));
  return {
    passing: final.eligible,
    drafts: draft.all,
    unreadable: missing.length,
    passingDrafts: draft.eligible,
    all: all.all + missing.length,
    provisional,
  };
}

/** Of at least one unit. `width` in points. */
export function rateStack(input: SummaryInput, width: number): Content[] {
  const share = shareOf(input);
  const found = targetOf(input);
  const rate = passRate(share.passing, share.all, found?.target.percent);
  return [
    {
      text: [
        { text: `Tỷ lệ đạt: ${rateText(rate, 100)}`, bold: true, fontSize: 15 },
        { text: share.provisional ? ` ${provisionally}` : '', italics: true, fontSize: 13 },
      ],
    },
    { text: `${numberText(share.passing)} trong số ${numberText(share.all)} đơn vị đã lập phiếu` },
    ...bar(share.passing / share.all, found?.target.percent, width),
    { text: targetSentences(input.year, share, found), bold: true, margin: [0, 3, 0, 0] },
    resultsRemark([howCounted, ...whatDraftsBring(share, found), ...citation(found)].join(' ')),
  ];
}

const provisionally = `(${provisionalText.toLocaleLowerCase('vi')})`;

/** The rate is set against the target only once nothing can change it any more. */
function targetSentences(year: number, share: Share, found: FoundTarget): string {
  if (found === undefined) return `Bộ tiêu chí không nêu mục tiêu quốc gia cho năm ${year}.`;
  const { byYear, percent, provenance } = found.target;
  const mark = provenance.status === 'provisional' ? ` ${provisionally}` : '';
  const aim = `${rateText(percent * 100, 100)} đến năm ${byYear}${mark}`;
  const open = [
    ...(share.drafts > 0 ? [`${numberText(share.drafts)} phiếu chưa chốt`] : []),
    ...(share.unreadable > 0 ? [`${numberText(share.unreadable)} phiếu không đọc được`] : []),
  ];
  if (open.length > 0)
    return `Mục tiêu quốc gia: ${aim}. Chưa so sánh với mục tiêu vì còn ${open.join(' và ')}.`;
  const difference = passRate(share.passing, share.all, percent) - percent * 100;
  const points = `${rateText(Math.abs(difference), 100).replace(/ %$/, '')} điểm phần trăm`;
  const standing =
    difference === 0 ? 'bằng' : difference > 0 ? `cao hơn ${points} so với` : `thấp hơn ${points} so với`;
  return `Trong số đơn vị đã lập phiếu, tỷ lệ đạt${share.provisional ? ` ${provisionally}` : ''} ${standing} mục tiêu quốc gia ${aim}.`;
}

const howCounted =
  'Tỷ lệ đạt là số đơn vị đã chốt phiếu và đủ điều kiện trên tổng số đơn vị đã lập phiếu, kể cả phiếu chưa chốt và phiếu không đọc được; đơn vị chưa lập phiếu không được tính.';

function whatDraftsBring({ passing, passingDrafts, all, provisional }: Share, found: FoundTarget): string[] {
  if (passingDrafts === 0) return [];
  const rate = rateText(passRate(passing + passingDrafts, all, found?.target.percent), 100);
  return [
    `Có ${numberText(passingDrafts)} phiếu nháp đang đủ điều kiện; nếu các phiếu này được chốt như hiện nay thì tỷ lệ là ${rate}${provisional ? ` ${provisionally}` : ''}.`,
  ];
}

function citation(found: FoundTarget): string[] {
  if (found === undefined) return [];
  const { set, target } = found;
  const texts = target.provenance.sources.map((id) => set.sources[id]).filter((text) => text !== undefined);
  return [`Nguồn: ${texts.map(vi).join('; ')}.`];
}

const barHeight = 11;
const scaleSize = 10;
/** Of "0 %" and "100 %" beside the bar. */
const endWidth = 32;
/** How far the mark of the target stands out above and below the bar. */
const standsOut = 4;

/** A bar as long as all units, black as far as they pass, and a line across it where the target (in percent) is. */
function bar(share: number, target: number | undefined, width: number): Content[] {
  const barWidth = width - 2 * endWidth;
  const at = ((target ?? 0) / 100) * barWidth;
  const frame = { type: 'rect' as const, x: 0, y: standsOut, w: barWidth, h: barHeight };
  const filled: CanvasElement = { ...frame, w: share * barWidth, color: 'black', lineWidth: 0 };
  const end = (text: string, alignment: 'left' | 'right'): Column => ({
    width: endWidth,
    text,
    alignment,
    fontSize: scaleSize,
    margin: alignment === 'right' ? [0, standsOut, 5, 0] : [5, standsOut, 0, 0],
  });
  return [
    {
      margin: [0, 3, 0, 0],
      columns: [
        end('0 %', 'right'),
        {
          width: barWidth,
          canvas: [
            ...(share > 0 ? [filled] : []),
            { ...frame, lineWidth: 0.6 },
            ...(target === undefined ? [] : targetMark(at)),
          ],
        },
        end('100 %', 'left'),
      ],
      columnGap: 0,
    },
    ...(target === undefined
      ? []
      : [markLabel(`mục tiêu ${rateText(target * 100, 100)}`, endWidth + at, width)]),
  ];
}

/** NOTE: a gap of white on both sides, or the mark would be lost in a bar that goes beyond it. */
function targetMark(x: number): CanvasElement[] {
  const gap = { type: 'rect' as const, x: x - 2.5, y: standsOut - 0.6, w: 5, h: barHeight + 1.2 };
  const bottom = barHeight + 2 * standsOut;
  return [
    { ...gap, color: 'white', lineWidth: 0 },
    { type: 'line', x1: x, x2: x, y1: 0, y2: bottom, lineWidth: 1.6 },
  ];
}

/** Centred below its mark, as far as the width lets it. */
function markLabel(text: string, at: number, width: number): Content {
  const labelWidth = textWidth(text, 'italics', scaleSize) + 1;
  const left = Math.min(Math.max(at - labelWidth / 2, 0), width - labelWidth);
  return { text, italics: true, fontSize: scaleSize, margin: [left, 0, 0, 0] };
}
