import { expect, test } from 'vitest';
import type { AssessmentSummary } from '../../electron/api.ts';
import { exampleLine } from '../../tests/example-line.ts';
import { arranged, tally } from './arrange.ts';

function summary(name: string, part: Partial<AssessmentSummary> = {}): AssessmentSummary {
  const line = exampleLine({ id: `2026-${name.length}`, ...part });
  return { ...line, unit: { ...line.unit, code: '24769', name } };
}

const namesOf = (assessments: readonly AssessmentSummary[]) => assessments.map(({ unit }) => unit.name);
const byName = { by: 'name', descending: false } as const;

test('names are in the order of the Vietnamese alphabet', () => {
  const list = ['Xã Đạ Tông', 'Xã Dạ Lộc', 'Xã Ân', 'Xã An', 'Xã Ăn', 'Xã Ea'].map((name) => summary(name));
  expect(namesOf(arranged(list, '', byName))).toEqual([
    'Xã An',
    'Xã Ăn',
    'Xã Ân',
    'Xã Dạ Lộc',
    'Xã Đạ Tông',
    'Xã Ea',
  ]);
});

test('equal totals stay in the order of names, whichever way the list is turned', () => {
  const list = [summary('B', { total: 5 }), summary('A', { total: 5 }), summary('C', { total: 9 })];
  expect(namesOf(arranged(list, '', { by: 'total', descending: true }))).toEqual(['C', 'A', 'B']);
});

test('an order of one column forgets that of another, and leaves the list itself as it was', () => {
  const list = [summary('B', { total: 5 }), summary('A', { total: 5 }), summary('C', { total: 9 })];
  arranged(list, '', { by: 'total', descending: true });
  expect(namesOf(arranged(list, '', { by: 'name', descending: true }))).toEqual(['C', 'B', 'A']);
  expect(namesOf(arranged(list, '', { by: 'total', descending: false }))).toEqual(['A', 'B', 'C']);
  expect(namesOf(list)).toEqual(['B', 'A', 'C']);
});

test('the filter looks from the start of a word', () => {
  const list = [summary('Xã Văn An'), summary('Xã Văn Lãng')];
  expect(namesOf(arranged(list, 'an', byName))).toEqual(['Xã Văn An']);
  expect(arranged(list, '  ', byName)).toHaveLength(2);
});

test('the filter needs neither marks nor case nor the right place of the tone', () => {
  const list = [summary('Phường Hà Đông'), summary('Xã Hòa Bình'), summary('Xã Khác')];
  expect(namesOf(arranged(list, 'ha dong', byName))).toEqual(['Phường Hà Đông']);
  expect(namesOf(arranged(list, 'HOÀ', byName))).toEqual(['Xã Hòa Bình']);
  expect(arranged(list, 'lam dong 24769', byName)).toHaveLength(3);
});

test('the tally counts verdicts and closed assessments', () => {
  const list = [
    summary('A', { verdict: 'eligible', status: 'final' }),
    summary('B', { verdict: 'ineligible' }),
    summary('C'),
  ];
  expect(tally(list)).toEqual({ total: 3, eligible: 1, ineligible: 1, incomplete: 1, final: 1 });
});
