import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryCriteriaSet } from '../tests/arbitrary-criteria-set.ts';
import { targetFor } from './national-target.ts';
import { builtInSets, currentSetId } from './sets/built-in.ts';

test.each([
  [2019, 65],
  [2024, 65],
  [2025, 65],
  [2026, 75],
  [2030, 75],
  [2031, undefined],
])('for %i the national target is %s percent', (year, percent) => {
  const set = builtInSets.get(currentSetId);
  if (set === undefined) throw new Error(`no set ${currentSetId}`);
  expect(targetFor(set, year)?.percent).toBe(percent);
});

test('the target of a year is the nearest that is not past', () => {
  fc.assert(
    fc.property(arbitraryCriteriaSet, fc.integer({ min: 2000, max: 2100 }), (set, year) => {
      const ahead = set.nationalTargets.map(({ byYear }) => byYear).filter((byYear) => byYear >= year);
      expect(targetFor(set, year)?.byYear).toBe(ahead.length === 0 ? undefined : Math.min(...ahead));
    }),
  );
});
