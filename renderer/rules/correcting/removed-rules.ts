/** What a draft takes away from its basis. Pure. */
import { rulesOf } from '../../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';

/** The keys of rules that the basis has and the draft has not; none in a new set, which owes its basis nothing. */
export function removedRules(set: CriteriaSet, base: CriteriaSet): readonly string[] {
  if (set.id !== base.id) return [];
  const left = new Set(rulesOf(set).map(({ key }) => key));
  return rulesOf(base)
    .map(({ key }) => key)
    .filter((key) => !left.has(key));
}

/** Whether a draft would publish what is published already; what its rules say has been compared before. */
export function saysNothingNew(set: CriteriaSet, base: CriteriaSet): boolean {
  const outside = ({ title, legalBasis, recognisedAs, validFrom, max, facts }: CriteriaSet) =>
    JSON.stringify([title, legalBasis, recognisedAs, validFrom, max, facts.map(({ id }) => id)]);
  return set.id === base.id && removedRules(set, base).length === 0 && outside(set) === outside(base);
}
