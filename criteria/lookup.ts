/** Finds the parts of a criteria set by id. */
import type { CriteriaSet, Fact } from './schema.ts';

/** The fact of an id that the set itself gave. */
export function factOf(set: CriteriaSet, id: string): Fact {
  const fact = set.facts.find((candidate) => candidate.id === id);
  if (fact === undefined) throw new RangeError(`criteria set ${set.id} has no fact ${id}`);
  return fact;
}

/** The class of an id that scoring has found in the set. */
export function unitClassOf(set: CriteriaSet, id: string): CriteriaSet['unitClasses'][number] {
  const unitClass = set.unitClasses.find((candidate) => candidate.id === id);
  if (unitClass === undefined) throw new RangeError(`criteria set ${set.id} has no unit class ${id}`);
  return unitClass;
}

export function hasIndicator(set: CriteriaSet, id: string): boolean {
  return set.criteria.some((criterion) => criterion.indicators.some((indicator) => indicator.id === id));
}

/** What was entered under an id. NOTE: an id such as `constructor` names something of every object. */
export function entryOf<T>(entries: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(entries, id) ? entries[id] : undefined;
}
