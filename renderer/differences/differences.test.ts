import { expect, test } from 'vitest';
import type { EvidenceItem } from '../../criteria/evidence.ts';
import { currentSet as set } from '../../tests/example-assessment.ts';
import { type Content, differences } from './differences.ts';

const content = (answers: Content['answers'], part: Partial<Content> = {}): Content => ({
  answers,
  notes: {},
  evidence: {},
  unconfirmed: {},
  ...part,
});

test('a figure that changed, one that is gone and one that came are named with both values', () => {
  const now = content({ children: 1204, children_registered: 1100 });
  const offered = content({ children: 1240, children_checked: 0 });
  expect(differences(set, now, offered)).toEqual([
    { subject: { kind: 'fact', id: 'children' }, now: 1204, offered: 1240 },
    { subject: { kind: 'fact', id: 'children_registered' }, now: 1100, offered: null },
    { subject: { kind: 'fact', id: 'children_checked' }, now: null, offered: 0 },
  ]);
});

test('no is another answer than none', () => {
  const check = set.criteria.flatMap(({ indicators }) => indicators).find(({ kind }) => kind === 'check');
  if (check === undefined) throw new Error('the set asks nothing');
  expect(differences(set, content({}), content({ [check.id]: false }))).toEqual([
    { subject: { kind: 'check', id: check.id }, now: null, offered: false },
  ]);
});

test('notes are compared as texts, and an empty one is none', () => {
  const now = content({}, { notes: { '2.1': 'theo sổ mới', '3.1': '' } });
  const offered = content({}, { notes: { '2.1': 'theo sổ' } });
  expect(differences(set, now, offered)).toEqual([
    { subject: { kind: 'note', id: '2.1' }, now: 'theo sổ mới', offered: 'theo sổ' },
  ]);
  expect(differences(set, offered, offered)).toEqual([]);
});

test('evidence is compared by what it is, whatever its file is called', () => {
  const photo: EvidenceItem = {
    kind: 'file',
    sha256: 'a'.repeat(64),
    name: 'anh.jpg',
    size: 1_000,
    type: 'image/jpeg',
  };
  const paper: EvidenceItem = { kind: 'paper', text: 'Quyết định số 12' };
  const now = content({}, { evidence: { '2.1': [photo] } });
  const renamed = content({}, { evidence: { '2.1': [{ ...photo, name: 'anh (1).jpg' }] } });
  expect(differences(set, now, renamed)).toEqual([]);
  const more = content({}, { evidence: { '2.1': [photo, paper] } });
  expect(differences(set, now, more)).toEqual([
    { subject: { kind: 'evidence', id: '2.1' }, now: [photo], offered: [photo, paper] },
  ]);
  expect(differences(set, now, content({}))).toMatchObject([{ now: [photo], offered: null }]);
});

test('a figure that waits to be confirmed is another than the same figure as an answer', () => {
  const brought = { value: 1204, year: 2025 };
  const now = content({}, { unconfirmed: { children: brought } });
  expect(differences(set, now, content({ children: 1204 }))).toEqual([
    { subject: { kind: 'fact', id: 'children' }, now: brought, offered: 1204 },
  ]);
  expect(differences(set, now, content({}, { unconfirmed: { children: { ...brought } } }))).toEqual([]);
});

test('an answer that the set does not ask for is not passed over', () => {
  expect(differences(set, content({}), content({ forgotten: 5 }))).toEqual([
    { subject: { kind: 'unknown', id: 'forgotten' }, now: null, offered: 5 },
  ]);
});

test('every figure that the set knows is compared', () => {
  const offered = content(Object.fromEntries(set.facts.map(({ id }) => [id, 1])));
  expect(
    differences(set, content({}), offered)
      .map(({ subject }) => subject.id)
      .sort(),
  ).toEqual(set.facts.map(({ id }) => id).sort());
});

test('what only the other set asks is compared by its own name, and its notes with it', () => {
  const [first, ...rest] = set.criteria;
  if (first === undefined) throw new Error('the set has no criteria');
  const smaller = { ...set, criteria: rest };
  const [indicator] = first.indicators;
  if (indicator?.kind !== 'check') throw new Error('the first indicator is no check');
  const now = content({ [indicator.id]: true }, { notes: { [indicator.id]: 'theo sổ' } });
  expect(differences(smaller, now, content({}), set)).toEqual([
    { subject: { kind: 'check', id: indicator.id }, now: true, offered: null },
    { subject: { kind: 'note', id: indicator.id }, now: 'theo sổ', offered: null },
  ]);
});
