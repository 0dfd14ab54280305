/** Adds and removes unit classes and unit types, with what refers to them. Pure. */
import type { CriteriaSet, Indicator } from '../../../criteria/schema.ts';
import { withIndicators } from './structure.ts';

/** The indicators that have a table of their own for a class. */
export function indicatorsWithTable(set: CriteriaSet, unitClass: string): readonly Indicator[] {
  return set.criteria
    .flatMap(({ indicators }) => indicators)
    .filter((one) => one.kind === 'ratio' && one.classBands.some((table) => table.unitClass === unitClass));
}

/** Without a class and without the tables that were only for it. */
export function withoutClass(set: CriteriaSet, unitClass: string): CriteriaSet {
  const left = withIndicators(set, (one) =>
    one.kind === 'check'
      ? one
      : { ...one, classBands: one.classBands.filter((table) => table.unitClass !== unitClass) },
  );
  return { ...left, unitClasses: set.unitClasses.filter(({ id }) => id !== unitClass) };
}

export function withClassId(set: CriteriaSet, from: string, to: string): CriteriaSet {
  const renamed = withIndicators(set, (one) =>
    one.kind === 'check'
      ? one
      : {
          ...one,
          classBands: one.classBands.map((table) =>
            table.unitClass === from ? { ...table, unitClass: to } : table,
          ),
        },
  );
  return {
    ...renamed,
    unitClasses: set.unitClasses.map((one) => (one.id === from ? { ...one, id: to } : one)),
  };
}

/** The classes that have units of no other type, so that they would have none without it. */
export function classesOnlyOf(set: CriteriaSet, type: string): CriteriaSet['unitClasses'] {
  return set.unitClasses.filter(({ unitTypes }) => unitTypes.every((id) => id === type));
}

/** Without a type that no class consists of alone. */
export function withoutType(set: CriteriaSet, type: string): CriteriaSet {
  return {
    ...set,
    unitTypes: set.unitTypes.filter(({ id }) => id !== type),
    unitClasses: set.unitClasses.map((one) => ({
      ...one,
      unitTypes: one.unitTypes.filter((id) => id !== type),
    })),
  };
}

export function withTypeId(set: CriteriaSet, from: string, to: string): CriteriaSet {
  const renamed = (id: string) => (id === from ? to : id);
  return {
    ...set,
    unitTypes: set.unitTypes.map((one) => ({ ...one, id: renamed(one.id) })),
    unitClasses: set.unitClasses.map((one) => ({ ...one, unitTypes: one.unitTypes.map(renamed) })),
  };
}
