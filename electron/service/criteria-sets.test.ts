import { expect, test } from 'vitest';
import { withConfirmations } from '../../criteria/rules/published-set.ts';
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
    lineVersion: 2,
    lines: 'fc899b7f47cad8dffcb94f8f82abc15e1938e22d2d1706481d6713b4d60c7706',
  });
});

test('lines by a set that was confirmed since do not count as lines by it as it was', () => {
  const [first] = builtInSets.values();
  if (first === undefined) throw new Error('no set');
  const version = { id: first.id, version: first.version };
  const other = new CriteriaSets(builtInSets, currentSetId);
  expect(other.setKey(version)).toBe(sets.setKey(version));
  const attestation = { by: 'Chị Lan', on: '2026-11-20', in: 'Điều 4' };
  other.keep(withConfirmations(other.need(version), ['recognition'], attestation, made.at));
  expect(other.setKey(version)).not.toBe(sets.setKey(version));
  expect(other.setKey({ ...version, version: 99 })).toBe('');
});
