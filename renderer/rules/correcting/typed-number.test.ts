import { describe, expect, test } from 'vitest';
import { parsePoints, parseRate } from './typed-number.ts';

describe('points', () => {
  test.each([
    ['50', 50],
    ['1.000', 1000],
    ['1 000', 1000],
    [' 1000 ', 1000],
    ['0', 0],
  ])('%s are %d', (typed, value) => {
    expect(parsePoints(typed, 0)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'empty'],
    ['-5', 'negative'],
    ['2,5', 'fraction'],
    ['1,000', 'ambiguous'],
    ['năm', 'not_a_number'],
    ['5 | 6', 'not_a_number'],
    ['100001', 'too_large'],
  ])('%j is refused as %s', (typed, fault) => {
    expect(parsePoints(typed, 0)).toEqual({ ok: false, fault });
  });

  test('none are refused where there must be some', () => {
    expect(parsePoints('0', 1).ok).toBe(false);
  });
});

describe('a rate', () => {
  test.each([
    ['98', '98'],
    ['98 %', '98'],
    ['0,5', '0.5'],
    ['0.5', '0.5'],
    ['0,500', '0.5'],
    ['97.25', '97.25'],
    ['1.000', '1000'],
    ['1.000,5', '1000.5'],
    ['100000', '100000'],
    ['16,0', '16'],
  ])('%s is exactly %s', (typed, value) => {
    expect(parseRate(typed)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'empty'],
    ['1,234', 'ambiguous'],
    ['-1', 'negative'],
    ['9x', 'not_a_number'],
    ['0,12345', 'not_a_number'],
    ['1000000', 'too_large'],
  ])('%j is refused as %s', (typed, fault) => {
    expect(parseRate(typed)).toEqual({ ok: false, fault });
  });
});
