/**
 * The scorer. Pure and exact: answers in, scorecard out, with an explanation of every point.
 * Recognition: Decision 06/QĐ-TTg of 3 January 2019 (all criteria met, none at zero, total at least the threshold).
 */
import type { Answers } from './answers.ts';
import { unitClassOf } from './lookup.ts';
import {
  compareRate,
  greatestNumeratorWithin,
  leastNumeratorReaching,
  parseThreshold,
  shownHundredths,
  type Threshold,
} from './rate.ts';
import type {
  Band,
  CheckIndicator,
  CriteriaSet,
  Criterion,
  Indicator,
  Provenance,
  RatioIndicator,
} from './schema.ts';

export type Verdict = 'eligible' | 'ineligible' | 'incomplete';

export type Reason =
  | { readonly code: 'unanswered'; readonly indicators: readonly string[] }
  | { readonly code: 'criterion_at_zero'; readonly criterion: string }
  | {
      readonly code: 'below_threshold';
      readonly total: number;
      readonly threshold: number;
      readonly short: number;
    };

/** The band that a rate fell in; `otherwise` is the rest of the table. */
export type MatchedBand =
  | { readonly kind: 'band'; readonly op: Band['op']; readonly rate: string }
  | { readonly kind: 'otherwise' }
  | { readonly kind: 'zero_denominator'; readonly gives: 'full' | 'zero' };

/** What the next better band needs: `change` more (higher is better) or fewer (lower is better) in the numerator. */
export interface NextBand {
  readonly points: number;
  readonly change: number;
}

export type Explanation =
  | { readonly kind: 'check'; readonly value: boolean; readonly next: { readonly points: number } | null }
  | {
      readonly kind: 'ratio';
      readonly numerator: number;
      readonly denominator: number;
      /** In hundredths of the base, rounded to the unfavourable side; null when the denominator is zero. */
      readonly shownHundredths: number | null;
      readonly band: MatchedBand;
      readonly next: NextBand | null;
    };

interface IndicatorCommon {
  readonly id: string;
  readonly max: number;
  /** True when a provisional rule decides, or (unanswered) could decide, these points. */
  readonly provisional: boolean;
}
export type IndicatorScore =
  | (IndicatorCommon & {
      readonly state: 'unanswered';
      readonly points: null;
      readonly missing: readonly string[];
    })
  | (IndicatorCommon & {
      readonly state: 'scored';
      readonly points: number;
      readonly explanation: Explanation;
    });

export interface CriterionScore {
  readonly id: string;
  /** The sum so far; null while none of its indicators is answered, because unanswered is never zero. */
  readonly points: number | null;
  readonly max: number;
  readonly complete: boolean;
  readonly provisional: boolean;
  readonly indicators: readonly IndicatorScore[];
}

export interface Scorecard {
  readonly criteriaSet: { readonly id: string; readonly version: number };
  readonly unitClass: string;
  /** The sum so far; final once `complete`. */
  readonly total: number;
  readonly max: number;
  readonly threshold: number;
  readonly complete: boolean;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly provisional: boolean;
  readonly criteria: readonly CriterionScore[];
}

/**
 * Scores answers by a criteria set for a unit of the given class. The answers must have no `answerFaults`.
 * Throws RangeError when the set does not know the class.
 */
export function score(set: CriteriaSet, unitClass: string, answers: Answers): Scorecard {
  const klass = unitClassOf(set, unitClass);

  const criteria = set.criteria.map((criterion) => scoreCriterion(criterion, unitClass, answers));
  const total = criteria.reduce((sum, criterion) => sum + (criterion.points ?? 0), 0);
  const complete = criteria.every((criterion) => criterion.complete);
  const atZero = set.recognition.everyCriterionAboveZero ? criteriaAtZero(criteria) : [];
  const reached = total >= klass.threshold;

  return {
    criteriaSet: { id: set.id, version: set.version },
    unitClass,
    total,
    max: set.max,
    threshold: klass.threshold,
    complete,
    verdict: !complete ? 'incomplete' : reached && atZero.length === 0 ? 'eligible' : 'ineligible',
    reasons: [
      ...(complete ? [] : [{ code: 'unanswered' as const, indicators: unansweredIndicators(criteria) }]),
      ...atZero.map(({ id }) => ({ code: 'criterion_at_zero' as const, criterion: id })),
      ...(complete && !reached
        ? [
            {
              code: 'below_threshold' as const,
              total,
              threshold: klass.threshold,
              short: klass.threshold - total,
            },
          ]
        : []),
    ],
    provisional:
      isProvisional(klass.provenance, set.recognition.provenance) ||
      criteria.some((criterion) => criterion.provisional),
    criteria,
  };
}

/** The criteria that are complete and were given nothing. */
export function criteriaAtZero(criteria: readonly CriterionScore[]): readonly CriterionScore[] {
  return criteria.filter(({ complete, points }) => complete && points === 0);
}

function unansweredIndicators(criteria: readonly CriterionScore[]): string[] {
  return criteria.flatMap((criterion) =>
    criterion.indicators.filter((i) => i.state === 'unanswered').map((i) => i.id),
  );
}

function scoreCriterion(criterion: Criterion, unitClass: string, answers: Answers): CriterionScore {
  const indicators = criterion.indicators.map((indicator) => scoreIndicator(indicator, unitClass, answers));
  const scored = indicators.filter((indicator) => indicator.state === 'scored');
  return {
    id: criterion.id,
    points: scored.length === 0 ? null : scored.reduce((sum, indicator) => sum + indicator.points, 0),
    max: criterion.max,
    complete: scored.length === indicators.length,
    provisional:
      isProvisional(criterion.provenance, criterion.maxProvenance) ||
      indicators.some((indicator) => indicator.provisional),
    indicators,
  };
}

/** Scores one indicator; unanswered when any answer that it needs is absent or null. */
export function scoreIndicator(indicator: Indicator, unitClass: string, answers: Answers): IndicatorScore {
  return indicator.kind === 'check'
    ? scoreCheck(indicator, answers[indicator.id])
    : scoreRatio(indicator, unitClass, answers[indicator.numerator], answers[indicator.denominator]);
}

function scoreCheck(indicator: CheckIndicator, value: Answers[string]): IndicatorScore {
  const common = {
    id: indicator.id,
    max: indicator.points,
    provisional: isProvisional(indicator.provenance),
  };
  if (typeof value !== 'boolean')
    return { ...common, state: 'unanswered', points: null, missing: [indicator.id] };
  return {
    ...common,
    state: 'scored',
    points: value ? indicator.points : 0,
    explanation: { kind: 'check', value, next: value ? null : { points: indicator.points } },
  };
}

function scoreRatio(
  indicator: RatioIndicator,
  unitClass: string,
  numerator: Answers[string],
  denominator: Answers[string],
): IndicatorScore {
  const table = bandsFor(indicator, unitClass);
  if (typeof numerator !== 'number' || typeof denominator !== 'number') {
    return {
      id: indicator.id,
      max: indicator.points,
      provisional: isProvisional(
        indicator.provenance,
        indicator.zeroDenominator.provenance,
        table.otherwise.provenance,
        ...table.bands.map((band) => band.provenance),
      ),
      state: 'unanswered',
      points: null,
      missing: [
        ...(typeof numerator === 'number' ? [] : [indicator.numerator]),
        ...(typeof denominator === 'number' ? [] : [indicator.denominator]),
      ],
    };
  }
  const match = matchRatio(indicator, table, numerator, denominator);
  return {
    id: indicator.id,
    max: indicator.points,
    provisional: isProvisional(indicator.provenance, ...match.rules),
    state: 'scored',
    points: match.points,
    explanation: {
      kind: 'ratio',
      // NOTE: JSON.parse reads "-0" as negative zero; abs makes it the zero that a serialised scorecard gives back.
      numerator: Math.abs(numerator),
      denominator: Math.abs(denominator),
      shownHundredths:
        denominator === 0 ? null : shownHundredths(numerator, denominator, indicator.base, indicator.better),
      band: match.band,
      next: nextBand(indicator, table, numerator, denominator, match.points),
    },
  };
}

export type BandTable = Pick<RatioIndicator, 'bands' | 'otherwise'>;

/** The bands that count for a unit class: its own where the set gives some, the common ones otherwise. */
export function bandsFor(indicator: RatioIndicator, unitClass: string): BandTable {
  return indicator.classBands.find((table) => table.unitClass === unitClass) ?? indicator;
}

interface Match {
  readonly points: number;
  readonly band: MatchedBand;
  /** The rules that these points rest on: the band and those above it, whose thresholds the rate missed. */
  readonly rules: readonly Provenance[];
}

function matchRatio(
  indicator: RatioIndicator,
  table: BandTable,
  numerator: number,
  denominator: number,
): Match {
  if (denominator === 0) {
    const { gives, provenance } = indicator.zeroDenominator;
    return {
      points: gives === 'full' ? indicator.points : 0,
      band: { kind: 'zero_denominator', gives },
      rules: [provenance],
    };
  }
  const rules: Provenance[] = [];
  for (const band of table.bands) {
    rules.push(band.provenance);
    if (holds(band, numerator, denominator, indicator.base))
      return { points: band.points, band: { kind: 'band', op: band.op, rate: band.rate }, rules };
  }
  return {
    points: table.otherwise.points,
    band: { kind: 'otherwise' },
    rules: [...rules, table.otherwise.provenance],
  };
}

function holds(band: Band, numerator: number, denominator: number, base: number): boolean {
  const order = compareRate(numerator, denominator, base, thresholdOf(band));
  if (band.op === '>=') return order >= 0;
  if (band.op === '<=') return order <= 0;
  return order === 0;
}

const thresholds = new WeakMap<Band, Threshold>();

function thresholdOf(band: Band): Threshold {
  let threshold = thresholds.get(band);
  if (threshold === undefined) {
    threshold = parseThreshold(band.rate);
    thresholds.set(band, threshold);
  }
  return threshold;
}

/** A figure that the numerator could come to, and the points that it would give. */
export interface Level {
  readonly target: number;
  readonly points: number;
}

/** What a numerator must come to for each number of points above the present one, nearest first. */
export function betterLevels(
  indicator: RatioIndicator,
  table: BandTable,
  numerator: number,
  denominator: number,
): readonly Level[] {
  if (denominator === 0) return [];
  const { points } = matchRatio(indicator, table, numerator, denominator);
  return table.bands
    .filter((band) => band.points > points)
    .map((band) => levelOf(indicator, table, denominator, band))
    .filter((level, index, levels) => level.points !== levels[index - 1]?.points)
    .reverse();
}

/** The nearest change of the numerator that gives more points, and the points that it gives. */
function nextBand(
  indicator: RatioIndicator,
  table: BandTable,
  numerator: number,
  denominator: number,
  points: number,
): NextBand | null {
  if (denominator === 0) return null;
  const nearest = table.bands.findLast((band) => band.points > points);
  if (nearest === undefined) return null;
  const level = levelOf(indicator, table, denominator, nearest);
  return { points: level.points, change: Math.abs(level.target - numerator) };
}

function levelOf(indicator: RatioIndicator, table: BandTable, denominator: number, band: Band): Level {
  const threshold = thresholdOf(band);
  const target =
    indicator.better === 'higher'
      ? leastNumeratorReaching(denominator, indicator.base, threshold)
      : greatestNumeratorWithin(denominator, indicator.base, threshold);
  // NOTE: in a small commune one child can span several bands, so the points are those of the target itself.
  return { target, points: matchRatio(indicator, table, target, denominator).points };
}

function isProvisional(...rules: readonly Provenance[]): boolean {
  return rules.some((rule) => rule.status === 'provisional');
}
