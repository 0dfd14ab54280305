import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setFaults } from '../../../criteria/set-faults.ts';
import { arbitraryCriteriaSet } from '../../../tests/arbitrary-criteria-set.ts';
import {
  classesOnlyOf,
  indicatorsWithTable,
  withClassId,
  withoutClass,
  withoutType,
  withTypeId,
} from './units.ts';

const withClasses = arbitraryCriteriaSet.filter(({ unitClasses }) => unitClasses.length > 1);

test('a class goes with the tables that are only for it, and at most leaves types that no class takes', () => {
  fc.assert(
    fc.property(withClasses, (set) => {
      const gone = set.unitClasses[0]?.id as string;
      const left = withoutClass(set, gone);
      expect(indicatorsWithTable(left, gone)).toEqual([]);
      expect(left.unitClasses).toHaveLength(set.unitClasses.length - 1);
      expect(setFaults(left).filter(({ path }) => !path.startsWith('unitTypes['))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('classes and types called by another id make no faults', () => {
  fc.assert(
    fc.property(withClasses, (set) => {
      const [unitClass, type] = [set.unitClasses[0]?.id as string, set.unitTypes[0]?.id as string];
      const renamed = withTypeId(withClassId(set, unitClass, 'class_anew'), type, 'type_anew');
      expect(indicatorsWithTable(renamed, 'class_anew')).toHaveLength(
        indicatorsWithTable(set, unitClass).length,
      );
      expect(setFaults(renamed)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('a type is taken out of the classes that have others, and those that have no other are named', () => {
  const [given] = fc.sample(withClasses, 1);
  if (given === undefined) throw new Error('no set');
  const second = { ...given.unitTypes[0], id: 'second' } as (typeof given.unitTypes)[number];
  const first = given.unitTypes[0]?.id as string;
  const set = {
    ...given,
    unitTypes: [...given.unitTypes, second],
    unitClasses: given.unitClasses.map((one, place) => ({
      ...one,
      unitTypes: place === 0 ? [first] : [first, 'second'],
    })),
  };
  expect(classesOnlyOf(set, first).map(({ id }) => id)).toEqual([set.unitClasses[0]?.id]);
  expect(classesOnlyOf(set, 'second')).toEqual([]);
  const left = withoutType(set, 'second');
  expect(left.unitClasses.every(({ unitTypes }) => unitTypes.join() === first)).toBe(true);
});
