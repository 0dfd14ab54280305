/** What is missing to pass: the figures not yet given, or else the next level of every indicator that has one. */
import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { factOf } from '../../../criteria/lookup.ts';
import type { CriteriaSet, Indicator, Provenance } from '../../../criteria/schema.ts';
import type { IndicatorScore } from '../../../criteria/score.ts';
import { lowerFirst, noRateText, numberText, provisionalText, vi } from '../../../criteria/wording.ts';
import type { ScorecardInput } from '../document-input.ts';
import { sectionTitle } from '../page/section-title.ts';
import type { SourceMarks } from '../page/source-marks.ts';
import { nextLevel } from './next-level.ts';
import { titledList } from './titled-list.ts';

export function missingBlock(input: ScorecardInput, marks: SourceMarks): Content[] {
  switch (input.scorecard.verdict) {
    case 'eligible':
      return [];
    case 'incomplete':
      return titledList(sectionTitle('Số liệu còn thiếu'), missingFigures(input));
    case 'ineligible':
      return nextLevels(input, marks);
  }
}

interface Scored {
  readonly criterion: string;
  readonly indicator: Indicator;
  readonly score: IndicatorScore;
}

function scoredIndicators({ set, scorecard }: ScorecardInput): Scored[] {
  return set.criteria.flatMap((criterion, c) =>
    criterion.indicators.flatMap((indicator, i) => {
      const score = scorecard.criteria[c]?.indicators[i];
      return score === undefined ? [] : [{ criterion: criterion.id, indicator, score }];
    }),
  );
}

function missingFigures(input: ScorecardInput): string[] {
  return scoredIndicators(input).flatMap(({ indicator, score }) =>
    score.state === 'unanswered'
      ? [`Chỉ tiêu ${indicator.id}: ${missingFigure(input.set, indicator, score.missing)}`]
      : [],
  );
}

function missingFigure(set: CriteriaSet, indicator: Indicator, missing: readonly string[]): string {
  const facts = indicator.kind === 'check' ? [] : missing.map((id) => factOf(set, id));
  return facts.length === 0
    ? `chưa trả lời “${vi(indicator.text)}”.`
    : `chưa có ${facts.map((fact) => `“${vi(fact.label)}”`).join(' và ')}.`;
}

/** Criteria at zero first, because no total makes up for one; a zero denominator is no level that could be reached. */
function nextLevels(input: ScorecardInput, marks: SourceMarks): Content[] {
  const { set, scorecard } = input;
  const atZero = new Set(
    scorecard.reasons.flatMap((reason) => (reason.code === 'criterion_at_zero' ? [reason.criterion] : [])),
  );
  const required: string[] = [];
  const others: string[] = [];
  const withoutRate: string[] = [];
  for (const { criterion, indicator, score } of scoredIndicators(input)) {
    const costly = zeroDenominator(indicator, score);
    if (costly !== null)
      withoutRate.push(
        `Chỉ tiêu ${indicator.id}: ${noRateText(factOf(set, costly.denominator))}${marks.of(costly.rule)}.`,
      );
    const line = levelLine(input, indicator, score, marks);
    if (line !== null) (atZero.has(criterion) ? required : others).push(line);
  }
  const title = sectionTitle('Mức điểm kế tiếp của những chỉ tiêu chưa đạt điểm tối đa');
  const parts = [
    { name: 'Cần có để đủ điều kiện (mỗi tiêu chí phải được trên 0 điểm)', lines: required },
    { name: required.length > 0 ? 'Các chỉ tiêu khác' : null, lines: others },
    { name: 'Không tính được tỷ lệ', lines: withoutRate },
  ].filter(({ lines }) => lines.length > 0);
  return parts.flatMap(({ name, lines }, index) =>
    titledList(
      { stack: [...(index === 0 ? [title] : []), ...(name === null ? [] : [subtitle(name)])] },
      lines,
    ),
  );
}

/** The fact that is zero, and the rule by which that costs points. */
function zeroDenominator(
  indicator: Indicator,
  score: IndicatorScore,
): { readonly denominator: string; readonly rule: Provenance } | null {
  if (indicator.kind === 'check' || score.state === 'unanswered') return null;
  const { explanation, points, max } = score;
  const zero = explanation.kind === 'ratio' && explanation.band.kind === 'zero_denominator' && points < max;
  return zero ? { denominator: indicator.denominator, rule: indicator.zeroDenominator.provenance } : null;
}

function levelLine(
  input: ScorecardInput,
  indicator: Indicator,
  score: IndicatorScore,
  marks: SourceMarks,
): string | null {
  const level = nextLevel(input, indicator, score);
  if (level === null || score.points === null) return null;
  const provisional = score.provisional ? ` (${lowerFirst(provisionalText)})` : '';
  return `Chỉ tiêu ${indicator.id}: ${vi(indicator.text)}. Hiện được ${numberText(score.points)}\u00a0điểm${provisional}; mức kế tiếp: ${level.text}${marks.of(level.rule)}.`;
}

function subtitle(text: string): ContentText {
  return { text, italics: true, bold: true, fontSize: 12, margin: [0, 4, 0, 0] };
}
