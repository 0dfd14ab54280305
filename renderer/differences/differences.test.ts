import { expect, test } from 'vitest';
import { draftAssessment, savedAt, currentSet as set } from '../../tests/example-assessment.ts';
import { differences } from './differences.ts';

const note = (text: string) => ({ '2.1': { text, at: savedAt } });

test('a figure that changed, one that is gone and one that came are named with both values', () => {
  const now = draftAssessment({ children: 1204, children_registered: 1100 });
  const offered = draftAssessment({ children: 1240, children_checked: 0 });
  expect(differences(set, now, offered)).toEqual([
    { subject: { kind: 'fact', id: 'children' }, now: 1204, offered: 1240 },
    { subject: { kind: 'fact', id: 'children_registered' }, now: 1100, offered: null },
    { subject: { kind: 'fact', id: 'children_checked' }, now: null, offered: 0 },
  ]);
});

test('no is another answer than none', () => {
  const check = set.criteria.flatMap(({ indicators }) => indicators).find(({ kind }) => kind === 'check');
  if (check === undefined) throw new Error('the set asks nothing');
  expect(differences(set, draftAssessment({}), draftAssessment({ [check.id]: false }))).toEqual([
    { subject: { kind: 'check', id: check.id }, now: null, offered: false },
  ]);
});

test('notes are compared as texts, whenever they were written', () => {
  const now = draftAssessment({}, { notes: note('theo sổ mới') });
  const offered = draftAssessment({}, { notes: note('theo sổ') });
  expect(differences(set, now, offered)).toEqual([
    { subject: { kind: 'note', id: '2.1' }, now: 'theo sổ mới', offered: 'theo sổ' },
  ]);
  const later = draftAssessment(
    {},
    { notes: { '2.1': { text: 'theo sổ', at: '2026-11-09T07:00:00.000Z' } } },
  );
  expect(differences(set, later, offered)).toEqual([]);
});

test('an answer that the set does not ask for is not passed over', () => {
  const offered = draftAssessment({ forgotten: 5 });
  expect(differences(set, draftAssessment({}), offered)).toEqual([
    { subject: { kind: 'unknown', id: 'forgotten' }, now: null, offered: 5 },
  ]);
});

test('every figure that the set knows is compared', () => {
  const offered = draftAssessment(Object.fromEntries(set.facts.map(({ id }) => [id, 1])));
  expect(
    differences(set, draftAssessment({}), offered)
      .map(({ subject }) => subject.id)
      .sort(),
  ).toEqual(set.facts.map(({ id }) => id).sort());
});
