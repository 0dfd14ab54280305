import { expect, test } from 'vitest';
import { rulesOf } from '../../../criteria/rules/rules.ts';
import { currentSet } from '../../../tests/example-assessment.ts';
import { nextToRead, previousToRead, readInText } from './reading-order.ts';

const [first, second, third, fourth] = rulesOf(currentSet);
if (first === undefined || second === undefined || third === undefined || fourth === undefined)
  throw new Error('the set has too few rules');
const rules = [
  { ...first, confirmed: false },
  { ...second, confirmed: true },
  { ...third, confirmed: false },
  { ...fourth, confirmed: true },
];

test('the next rule to read is the next one that nobody has confirmed, from the end round to the beginning', () => {
  expect(nextToRead(rules, null)).toBe(first.key);
  expect(nextToRead(rules, first.key)).toBe(third.key);
  expect(nextToRead(rules, third.key)).toBe(first.key);
  expect(nextToRead(rules, fourth.key)).toBe(first.key);
  expect(previousToRead(rules, third.key)).toBe(first.key);
  expect(previousToRead(rules, first.key)).toBe(third.key);
});

test('there is none behind the last one that was open', () => {
  const left = rules.map((rule) => ({ ...rule, confirmed: rule.key !== first.key }));
  expect(nextToRead(left, first.key)).toBeNull();
  expect(nextToRead([], null)).toBeNull();
});

test('where a rule was read is the document and the place in it, in one line', () => {
  expect(readInText(' Quyết định số 06/QĐ-TTg ', 'Phụ lục,\tmục  3')).toBe(
    'Quyết định số 06/QĐ-TTg, Phụ lục, mục 3',
  );
});
