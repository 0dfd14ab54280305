/** The first page of the scorecard: the unit, the result with its reasons, and what is missing to pass. */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { factOf } from '../../../criteria/lookup.ts';
import type { CriteriaSet, Indicator } from '../../../criteria/schema.ts';
import type { Explanation, IndicatorScore } from '../../../criteria/score.ts';
import { placeText } from '../../../criteria/unit.ts';
import {
  nextBandText,
  nextCheckText,
  noRateText,
  numberText,
  provisionalText,
  reasonText,
  verdictText,
  vi,
} from '../../../criteria/wording.ts';
import type { ScorecardInput } from '../document-input.ts';
import { dashList } from '../page/dash-list.ts';
import { bareLayout, portrait } from '../page/decree-30.ts';
import { sectionTitle } from '../page/section-title.ts';
import type { SourceMarks } from '../page/source-marks.ts';
import { totalBar } from './points-picture.ts';

const { contentWidth } = portrait;
const labelWidth = 94;

const plainRows: CustomTableLayout = {
  ...bareLayout,
  paddingTop: () => 1,
  paddingBottom: () => 1,
};

export function unitBlock(input: ScorecardInput, marks: SourceMarks): Content {
  const { set, unit, status, revision } = input;
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
    ['Bộ tiêu chí', `${vi(set.title)} (phiên bản ${set.version}), ${vi(set.legalBasis)}`],
    ['Tình trạng phiếu', status === 'draft' ? 'Bản nháp, chưa chốt' : `Đã chốt (lần ${revision})`],
  ];
  return {
    margin: [0, 10, 0, 0],
    fontSize: 12,
    table: {
      widths: [labelWidth, contentWidth - labelWidth],
      body: rows.map(([label, text], index): TableCell[] => [`${label}:`, { text, bold: index === 0 }]),
    },
    layout: plainRows,
  };
}

/** Verdict and total, and the total against the threshold as a picture. */
export function resultBlock(input: ScorecardInput, marks: SourceMarks): Content {
  const { scorecard } = input;
  const provisional = scorecard.provisional ? provisionalText : '';
  const cell = (label: string, value: string): TableCell => ({
    stack: [
      { text: label, fontSize: 11 },
      { text: value, bold: true, fontSize: 17 },
      ...(provisional === '' ? [] : [{ text: provisional, italics: true, fontSize: 11 }]),
    ],
    alignment: 'center',
  });
  return {
    unbreakable: true,
    stack: [
      sectionTitle('Kết quả'),
      {
        table: {
          widths: [contentWidth / 2, contentWidth / 2],
          body: [
            [
              cell('Kết luận', verdictText[scorecard.verdict]),
              cell(
                scorecard.complete ? 'Tổng điểm' : 'Tổng điểm đến nay',
                `${numberText(scorecard.total)}/${numberText(scorecard.max)}`,
              ),
            ],
            [{ stack: [totalBar(input, marks)], colSpan: 2 }, {}],
          ],
        },
        layout: {
          ...plainRows,
          hLineWidth: (row) => (row === 1 ? 0 : 0.8),
          paddingTop: () => 3,
          paddingBottom: () => 3,
        },
      },
    ],
  };
}

export function reasonsBlock({ set, scorecard }: ScorecardInput, marks: SourceMarks): Content[] {
  const reasons =
    scorecard.verdict === 'eligible'
      ? [
          `Đạt mức tối thiểu ${numberText(scorecard.threshold)} điểm${set.recognition.everyCriterionAboveZero ? ' và không có tiêu chí nào bị 0 điểm' : ''}${marks.of(set.recognition.provenance)}`,
        ]
      : scorecard.reasons.map((reason) => reasonText(set, reason));
  return titledList(
    'Lý do kết luận',
    reasons.map((reason) => `${reason}.`),
  );
}

/** Nothing for no lines; the title never stands alone. */
function titledList(title: string, lines: readonly string[]): Content[] {
  const [first, ...rest] = dashList(lines, 12);
  return first === undefined ? [] : [{ unbreakable: true, stack: [sectionTitle(title), first] }, ...rest];
}

/** What is missing to pass: the figures not yet given, or else every step that would bring points. */
export function missingBlock(input: ScorecardInput): Content[] {
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
  return titledList(title, steps);
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
