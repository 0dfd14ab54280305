/** What the summary counts: units by verdict and status, and the share that passes. Pure and exact. */
import { targetFor } from '../../../criteria/national-target.ts';
import type { CriteriaSet, NationalTarget } from '../../../criteria/schema.ts';
import { type CriterionScore, criteriaAtZero, type Verdict } from '../../../criteria/score.ts';
import type { SummaryInput, SummaryUnit } from '../document-input.ts';

export type VerdictCounts = Readonly<Record<Verdict | 'all', number>>;

interface SummaryCount {
  readonly final: VerdictCounts;
  readonly draft: VerdictCounts;
  /** Of those on the list. */
  readonly all: VerdictCounts;
  /** True when the verdict of any unit rests on a provisional rule. */
  readonly provisional: boolean;
}

export function countUnits(units: readonly SummaryUnit[]): SummaryCount {
  return {
    final: byVerdict(units.filter(({ status }) => status === 'final')),
    draft: byVerdict(units.filter(({ status }) => status === 'draft')),
    all: byVerdict(units),
    provisional: units.some(({ scorecard }) => scorecard.provisional),
  };
}

function byVerdict(units: readonly SummaryUnit[]): VerdictCounts {
  const of = (verdict: Verdict) => units.filter(({ scorecard }) => scorecard.verdict === verdict).length;
  return {
    all: units.length,
    eligible: of('eligible'),
    ineligible: of('ineligible'),
    incomplete: of('incomplete'),
  };
}

/** For each criterion, how many of the units were given nothing for it. */
export function atZero(set: CriteriaSet, units: readonly SummaryUnit[]): readonly number[] {
  return set.criteria.map(
    (_, index) => units.filter(({ scorecard }) => isAtZero(scorecard.criteria[index])).length,
  );
}

/** A criterion is at zero once it is complete; until then its points may still come. */
export function isAtZero(criterion: CriterionScore | undefined): boolean {
  return criterion !== undefined && criteriaAtZero([criterion]).length > 0;
}

/**
 * Hundredths of a percent, rounded to the nearest, so that it differs from the target by the true difference, rounded
 * to the nearest as well: rate, target and difference agree for whoever reckons them again. NOTE: never rounded up to
 * `target` or 100, both in percent, which would look reached. `all` is above zero.
 */
export function passRate(passing: number, all: number, target?: number): number {
  const rest = (passing * 10_000) % all;
  const below = (passing * 10_000 - rest) / all;
  const above = below + 1;
  return 2 * rest > all && above !== 10_000 && above !== (target ?? 100) * 100 ? above : below;
}

/** The national target of the year, and the set that states it: the first that knows one. */
export function targetOf({
  groups,
  year,
}: SummaryInput): { readonly set: CriteriaSet; readonly target: NationalTarget } | undefined {
  for (const { set } of groups) {
    const target = targetFor(set, year);
    if (target !== undefined) return { set, target };
  }
  return undefined;
}
