/** The first page of the scorecard: the unit, the result with its reasons, what is missing, and all criteria at a glance. */
import type { Column, Content, ContentText, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { factOf } from '../../criteria/lookup.ts';
import type { CriteriaSet, Indicator } from '../../criteria/schema.ts';
import type { CriterionScore, Explanation, IndicatorScore } from '../../criteria/score.ts';
import { placeText } from '../../criteria/unit.ts';
import {
  nextBandText,
  nextCheckText,
  noRateText,
  numberText,
  provisionalText,
  reasonText,
  verdictText,
  vi,
} from '../../criteria/wording.ts';
import { bareLayout, portrait } from './decree-30.ts';
import type { ScorecardDocumentInput } from './document-input.ts';
import { drawnMark, type Mark } from './drawn-marks.ts';
import { estimatedLines, fitsOnPage, keptTogether, keptWithTitle } from './kept-together.ts';
import type { SourceMarks } from './source-marks.ts';

const { contentWidth } = portrait;
const labelWidth = 104;

const plainRows: CustomTableLayout = {
  ...bareLayout,
  paddingTop: () => 1,
  paddingBottom: () => 1,
};

export function sectionTitle(text: string): ContentText {
  return { text, bold: true, margin: [0, 10, 0, 5] };
}

export function unitBlock(input: ScorecardDocumentInput, marks: SourceMarks): Content {
  const { set, unit, year, status, revision, sha256 } = input;
  const type = set.unitTypes.find(({ id }) => id === unit.type);
  const unitClass = set.unitClasses.find(({ id }) => id === unit.class);
  const rows: [label: string, text: string][] = [
    ['Đơn vị', unit.name],
    [
      'Loại, mã đơn vị',
      `${type === undefined ? unit.type : `${vi(type.label)}${marks.of(type.provenance)}`}, mã ${unit.code}`,
    ],
    [
      'Nhóm đơn vị',
      unitClass === undefined ? unit.class : `${vi(unitClass.wording)}${marks.of(unitClass.provenance)}`,
    ],
    ['Địa bàn', placeText(unit)],
    ['Năm đánh giá', String(year)],
    ['Bộ tiêu chí', `${vi(set.title)} (phiên bản ${set.version}), ${vi(set.legalBasis)}`],
    [
      'Tình trạng phiếu',
      status === 'draft'
        ? 'Bản nháp, chưa chốt'
        : `Đã chốt${revision === undefined ? '' : ` (lần ${revision})`}`,
    ],
  ];
  return {
    margin: [0, 10, 0, 0],
    fontSize: 12.5,
    table: {
      widths: [labelWidth, contentWidth - labelWidth],
      body: [
        ...rows.map(([label, text], index): TableCell[] => [`${label}:`, { text, bold: index === 0 }]),
        ...(sha256 === undefined
          ? []
          : [['Mã kiểm tra:', { text: sha256, fontSize: 10, margin: [0, 2, 0, 0] }] as TableCell[]]),
      ],
    },
    layout: plainRows,
  };
}

export function resultBlock(input: ScorecardDocumentInput, marks: SourceMarks): Content[] {
  const { set, unit, scorecard } = input;
  const unitClass = set.unitClasses.find(({ id }) => id === unit.class);
  const provisional = scorecard.provisional ? provisionalText : '';
  const cell = (label: string, value: string, below: string): TableCell => ({
    stack: [
      { text: label, fontSize: 11 },
      { text: value, bold: true, fontSize: 17 },
      ...(below === '' ? [] : [{ text: below, italics: true, fontSize: 11 }]),
    ],
    alignment: 'center',
  });
  const reasons =
    scorecard.verdict === 'eligible'
      ? [
          `Đạt mức tối thiểu ${numberText(scorecard.threshold)} điểm${set.recognition.everyCriterionAboveZero ? ' và không có tiêu chí nào bị 0 điểm' : ''}${marks.of(set.recognition.provenance)}`,
        ]
      : scorecard.reasons.map((reason) => reasonText(set, reason));
  return [
    {
      unbreakable: true,
      stack: [
        sectionTitle('Kết quả'),
        {
          table: {
            widths: [contentWidth * 0.34, contentWidth * 0.26, contentWidth * 0.4],
            body: [
              [
                cell(
                  scorecard.complete ? 'Tổng điểm' : 'Tổng điểm đến nay',
                  `${numberText(scorecard.total)}/${numberText(scorecard.max)}`,
                  provisional,
                ),
                cell(
                  'Mức tối thiểu',
                  numberText(scorecard.threshold),
                  unitClass === undefined ? '' : marks.of(unitClass.provenance).trim(),
                ),
                cell('Kết luận', verdictText[scorecard.verdict], provisional),
              ],
            ],
          },
          layout: { ...plainRows, hLineWidth: () => 0.8, paddingTop: () => 4, paddingBottom: () => 4 },
        },
      ],
    },
    ...bulleted(
      reasons.map((reason) => `${reason}.`),
      12.5,
    ),
  ];
}

function bulleted(lines: readonly string[], fontSize: number): Content[] {
  return lines.map((line) => {
    const columns: Content = {
      columns: [
        { width: 12, text: '–' },
        { width: contentWidth - 12, text: line },
      ],
      fontSize,
      margin: [0, 4, 0, 0],
    };
    return keptTogether([columns], estimatedLines(line, 70));
  });
}

/** What is missing to pass: the figures not yet given, or else every step that would bring points. */
export function missingBlock(input: ScorecardDocumentInput): Content[] {
  const { set, scorecard } = input;
  if (scorecard.verdict === 'eligible') return [];
  const steps = set.criteria.flatMap((criterion, c) =>
    criterion.indicators.flatMap((indicator, i) => {
      const score = scorecard.criteria[c]?.indicators[i];
      const step = score === undefined ? undefined : missingStep(set, indicator, score);
      return step === undefined || (scorecard.verdict === 'incomplete' && score?.state === 'scored')
        ? []
        : [`Chỉ tiêu ${indicator.id}: ${step}`];
    }),
  );
  const title =
    scorecard.verdict === 'incomplete'
      ? 'Số liệu còn thiếu'
      : 'Những chỉ tiêu có thể nâng điểm để đủ điều kiện';
  const [first, ...rest] = bulleted(steps, 12);
  return first === undefined ? [] : [{ unbreakable: true, stack: [sectionTitle(title), first] }, ...rest];
}

function missingStep(set: CriteriaSet, indicator: Indicator, score: IndicatorScore): string | undefined {
  if (score.state === 'unanswered') {
    const facts = indicator.kind === 'check' ? [] : score.missing.map((id) => factOf(set, id));
    return facts.length === 0
      ? `chưa trả lời “${vi(indicator.text)}”.`
      : `chưa có ${facts.map((fact) => `“${vi(fact.label)}”`).join(' và ')}.`;
  }
  const { explanation, points } = score;
  const step = stepUp(set, indicator, explanation, points);
  return step === undefined || points === score.max ? undefined : `${vi(indicator.text)}. ${step}.`;
}

function stepUp(
  set: CriteriaSet,
  indicator: Indicator,
  explanation: Explanation,
  points: number,
): string | undefined {
  const now = ` (hiện được ${numberText(points)} điểm)`;
  if (explanation.kind === 'check')
    return explanation.next === null ? undefined : `${nextCheckText(explanation.next)}${now}`;
  if (indicator.kind === 'check') return undefined;
  if (explanation.band.kind === 'zero_denominator') return noRateText(factOf(set, indicator.denominator));
  return explanation.next === null
    ? undefined
    : `${nextBandText(indicator, explanation.next, factOf(set, indicator.numerator), explanation.numerator)}${now}`;
}

const overviewWidths = [22, 272, 36, 42, 18] as const;
const overviewGap = 6;
const remarkWidth =
  contentWidth - overviewWidths.reduce((sum, width) => sum + width, 0) - overviewGap * overviewWidths.length;

const overviewLayout: CustomTableLayout = {
  hLineWidth: (row, { table }) => (row <= 1 || row >= table.body.length - 1 ? 0.8 : 0.3),
  hLineColor: (row, { table }) => (row <= 1 || row >= table.body.length - 1 ? 'black' : '#888888'),
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : overviewGap),
  paddingRight: () => 0,
  paddingTop: () => 2,
  paddingBottom: () => 2.5,
};

/** For the head of the table and a few criteria. */
const roomForFirstCriteria = 110;

/** All criteria on one table: points, maximum, and whether each is met. */
export function overviewBlock(input: ScorecardDocumentInput, marks: SourceMarks): Content[] {
  const lines = input.set.criteria.reduce((sum, { name }) => sum + estimatedLines(vi(name), 40) + 0.5, 6);
  const heading = sectionTitle('Điểm theo tiêu chí');
  const parts = [overviewTable(input, marks), overviewLegend()];
  return fitsOnPage(lines)
    ? [{ unbreakable: true, stack: [heading, ...parts] }]
    : keptWithTitle(heading, parts, roomForFirstCriteria);
}

function overviewTable({ set, scorecard }: ScorecardDocumentInput, marks: SourceMarks): Content {
  const right = (text: string, bold = false): TableCell => ({ text, alignment: 'right', bold });
  const remark = (provisional: boolean): TableCell => ({
    text: provisional ? provisionalText : '',
    italics: true,
    fontSize: 11,
  });
  const rows = set.criteria.flatMap((criterion, index): TableCell[][] => {
    const score = scorecard.criteria[index];
    if (score === undefined) return [];
    return [
      [
        { text: criterion.id },
        { text: `${vi(criterion.name)}${marks.of(criterion.provenance)}` },
        score.points === null ? right('–') : right(numberText(score.points)),
        right(numberText(score.max)),
        { stack: [drawnMark(markOf(score))], margin: [4, 3, 0, 0] },
        remark(score.provisional),
      ],
    ];
  });
  return {
    fontSize: 11.5,
    table: {
      widths: [...overviewWidths, remarkWidth],
      headerRows: 1,
      keepWithHeaderRows: 2,
      dontBreakRows: true,
      body: [
        [
          { text: 'TT', bold: true },
          { text: 'Tiêu chí', bold: true },
          right('Điểm', true),
          right('Tối đa', true),
          { text: '' },
          { text: '' },
        ],
        ...rows,
        [
          { text: '' },
          { text: scorecard.complete ? 'Tổng điểm' : 'Tổng điểm đến nay', bold: true },
          right(numberText(scorecard.total), true),
          right(numberText(scorecard.max), true),
          { text: '' },
          remark(scorecard.provisional),
        ],
      ],
    },
    layout: overviewLayout,
  };
}

function markOf(score: CriterionScore): Mark {
  if (!score.complete) return 'dash';
  return score.points === 0 ? 'cross' : 'tick';
}

/** Reads the drawn marks of the overview. */
function overviewLegend(): Content {
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
