/** Points that add up: those of indicators to their criterion, those of criteria to the whole. Pure. */
import type { CriteriaSet } from '../../../criteria/schema.ts';

/** With every maximum as its parts give it. */
export function rebalanced(set: CriteriaSet): CriteriaSet {
  const criteria = set.criteria.map((criterion) => ({
    ...criterion,
    max: sumOf(criterion.indicators.map(({ points }) => points)),
  }));
  return { ...set, criteria, max: sumOf(criteria.map(({ max }) => max)) };
}

function sumOf(points: readonly number[]): number {
  return points.reduce((sum, one) => sum + one, 0);
}
