/** Which figure is asked where: once, however many indicators count it. */
import type { CriteriaSet } from '../../../criteria/schema.ts';

/** By fact id: the indicator that asks for it first, in the order of the set. */
export function askedFacts(set: CriteriaSet): ReadonlyMap<string, string> {
  const asked = new Map<string, string>();
  for (const indicator of set.criteria.flatMap(({ indicators }) => indicators)) {
    if (indicator.kind === 'check') continue;
    for (const fact of [indicator.numerator, indicator.denominator])
      if (!asked.has(fact)) asked.set(fact, indicator.id);
  }
  return asked;
}
