import { describe, expect, test } from 'vitest';
import { shortCode } from '../../criteria/short-code.ts';
import { comparePaperCode } from './paper-code.ts';

const sha256 = '0f3ac81b99d24e77a1b2c3d4e5f60718293a4b5c6d7e8f900112233445566778';

test('the code is printed as its first 16 digits in fours', () => {
  expect(shortCode(sha256)).toBe('0f3a c81b 99d2 4e77');
});

describe('what is typed from paper', () => {
  test.each([
    ['0f3a c81b 99d2 4e77', { kind: 'same' }],
    ['  0F3AC81B-99D2–4E77 ', { kind: 'same' }],
    [sha256.toUpperCase(), { kind: 'same' }],
    ['', { kind: 'nothing' }],
    [' - ', { kind: 'nothing' }],
    ['0f3a c81b 99', { kind: 'incomplete', missing: 6 }],
    [sha256.slice(0, 17), { kind: 'incomplete', missing: 47 }],
    ['0f3a c81b 99d2 4e78', { kind: 'different', group: 4 }],
    ['1', { kind: 'different', group: 1 }],
    ['0f3a c', { kind: 'incomplete', missing: 11 }],
    ['0f3a d', { kind: 'different', group: 2 }],
    [`${sha256}0`, { kind: 'different', group: 17 }],
    ['Of3a', { kind: 'strange', character: 'o' }],
  ])('“%s” is told at once', (typed, comparison) => {
    expect(comparePaperCode(typed, sha256)).toEqual(comparison);
  });
});
