import { expect, test } from 'vitest';
import { FreeNames } from './free-names.ts';

test('names are numbered only where they are taken, whatever their case', () => {
  const names = new FreeNames();
  const taken = ['a.pdf', 'A.pdf', 'b.pdf', 'a.PDF'].map((one) => names.take({ one }).one);
  expect(taken).toEqual(['a.pdf', 'A_2.pdf', 'b.pdf', 'a_3.PDF']);
});

test('names that belong together share their number', () => {
  const names = new FreeNames();
  names.take({ one: 'b.pdf' });
  expect(names.take({ one: 'a.pdf', other: 'b.pdf' })).toEqual({ one: 'a_2.pdf', other: 'b_2.pdf' });
});

test('a name that looks numbered is never given twice', () => {
  const names = new FreeNames();
  const taken = ['a_2.pdf', 'a.pdf', 'a.pdf'].map((one) => names.take({ one }).one);
  expect(taken).toEqual(['a_2.pdf', 'a.pdf', 'a_3.pdf']);
});

test('a name without an extension is numbered at its end', () => {
  const names = new FreeNames();
  expect(['a', 'a'].map((one) => names.take({ one }).one)).toEqual(['a', 'a_2']);
});
