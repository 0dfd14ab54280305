/** The part of a criteria set that its hash covers. Pure. */
import type { CriteriaSet, Indicator } from '../schema.ts';

/** All of it as it stands, confirmations included, but for this program's hints, which score nothing and are not printed. */
export function hashedPart(set: CriteriaSet): object {
  return {
    ...set,
    criteria: set.criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.map(withoutHints),
    })),
  };
}

function withoutHints(indicator: Indicator): object {
  if (indicator.kind === 'check') return indicator;
  const { zeroNeedsNote: _hint, ...rest } = indicator;
  return rest;
}
