/** Criteria sets as they stand once rules of them are confirmed, for the tests of what is then shown and printed. */
import type { RegisterEntry } from '../criteria/rules/register.ts';
import { withRegister } from '../criteria/rules/register.ts';
import { rulesOf, withProvenances } from '../criteria/rules/rules.ts';
import type { CriteriaSet } from '../criteria/schema.ts';

export function ruleKeys(set: CriteriaSet): readonly string[] {
  return rulesOf(set).map(({ key }) => key);
}

/** That somebody read these rules in the decision. */
export function confirmations(
  rules: readonly string[],
  by = 'Nguyễn Thị Lan',
  on = '2026-11-20',
): RegisterEntry[] {
  return rules.map((rule) => ({
    kind: 'confirmed',
    rule,
    at: `${on}T08:00:00.000Z`,
    by,
    on,
    in: 'Quyết định số 06/QĐ-TTg, Phụ lục',
  }));
}

/** With all rules confirmed, in turn by each of those named. */
export function confirmedBy(set: CriteriaSet, names: readonly string[]): CriteriaSet {
  const keys = ruleKeys(set);
  return withRegister(
    set,
    names.flatMap((name, place) =>
      confirmations(
        keys.filter((_, index) => index % names.length === place),
        name,
      ),
    ),
  );
}

/** With nothing confirmed at all. */
export function unconfirmed(set: CriteriaSet): CriteriaSet {
  return withProvenances(set, (_rule, { sources }) => ({ status: 'provisional', sources }));
}
