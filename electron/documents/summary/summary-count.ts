/** What the summary counts: units by verdict and status, and the share that passes. Pure and exact. */
import { targetFor } from '../../../criteria/national-target.ts';
import { shownHundredths } from '../../../criteria/rate.ts';
import type { CriteriaSet, NationalTarget } from '../../../criteria/schema.ts';
import { type CriterionScore, criteriaAtZero, type Verdict } from '../../../criteria/score.ts';
import type { SummaryInput, SummaryUnit } from '../document-input.ts';

export type VerdictCounts = Readonly<Record<Verdict | 'all', number>>;

interface SummaryCount {
  readonly final: VerdictCounts;
  readonly draft: VerdictCounts;
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

/** Hundredths of a percent, rounded down, so that a rate never looks as if it had reached the target. `all` is above zero. */
export function passRate(passing: number, all: number): number {
  return shownHundredths(passing, all, 100, 'higher');
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
