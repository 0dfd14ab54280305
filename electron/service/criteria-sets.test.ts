import { expect, test } from 'vitest';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import { sampleDistrict } from '../sample/sample-district.ts';
import { sha256OfJson } from '../store/sha256.ts';
import { newAssessment, withChanges } from './assessments.ts';
import { CriteriaSets, lineVersion } from './criteria-sets.ts';

const sets = new CriteriaSets(builtInSets, currentSetId);
const made = { at: '2026-11-20T02:00:00.000Z', by: null };

test('lines of the list that come out otherwise carry another line version, so that none from before is shown', () => {
  const lines = sampleDistrict(2026).map(({ unit, answers, notes }) =>
    sets.lineOf(
      withChanges(sets.current, newAssessment(sets.current, unit, 2026, made), { answers, notes }, made),
    ),
  );
  // When this fails, what a line says has changed: count `lineVersion` up and put both figures here.
  expect({ lineVersion, lines: sha256OfJson(lines) }).toEqual({
    lineVersion: 1,
    lines: 'dcc3cff809af865d5cc4f8bf045c517328d9a892ade13ff3a391212c10c4bcd3',
  });
});

test('another program version or other criteria do not share the lines of the list', () => {
  const [first] = builtInSets.values();
  if (first === undefined) throw new Error('no set');
  const corrected = new CriteriaSets(
    new Map([[first.id, { ...first, version: first.version + 1 }]]),
    first.id,
  );
  const keys = [sets.lineKey('1.0.0'), sets.lineKey('1.0.1'), corrected.lineKey('1.0.0')];
  expect(new Set(keys).size).toBe(3);
  expect(sets.lineKey('1.0.0')).toBe(keys[0]);
});
