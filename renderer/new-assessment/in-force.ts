/** Which types and classes of units a criteria set has in the month in which a year is assessed. Pure. */
import type { CriteriaSet } from '../../criteria/schema.ts';

export type UnitType = CriteriaSet['unitTypes'][number];
export type UnitClass = CriteriaSet['unitClasses'][number];

export interface InForce {
  readonly types: readonly UnitType[];
  readonly classes: readonly UnitClass[];
  /** Those that the set has in other years only. */
  readonly others: readonly (UnitType | UnitClass)[];
}

/** All of them for a year that is none, as while it is being typed. */
export function inForceIn(set: CriteriaSet, year: string): InForce {
  const { unitTypes, unitClasses, calendar } = set;
  const given = year.trim();
  if (!/^\d{4}$/.test(given)) return { types: unitTypes, classes: unitClasses, others: [] };
  const month = `${given}-${String(calendar.month).padStart(2, '0')}`;
  const isIn = ({ from, to }: Pick<UnitType, 'from' | 'to'>) =>
    // NOTE: ISO days compare as texts, and a day of the month is behind its "2026-11" and before its "2026-11-99".
    (from === undefined || from <= `${month}-99`) && (to === undefined || to >= month);
  return {
    types: unitTypes.filter(isIn),
    classes: unitClasses.filter(isIn),
    others: [...unitTypes, ...unitClasses].filter((one) => !isIn(one)),
  };
}
