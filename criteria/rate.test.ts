import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareRate,
  greatestNumeratorWithin,
  leastNumeratorReaching,
  parseThreshold,
  shownHundredths,
} from './rate.ts';

const anyBase = fc.constantFrom(100, 1_000, 100_000);
const anyCount = fc.oneof(fc.nat({ max: 10_000 }), fc.maxSafeNat());
const anyDenominator = anyCount.map((n) => Math.max(n, 1));
const anyThreshold = fc
  .tuple(fc.nat({ max: 999_999 }), fc.stringMatching(/^\d{0,4}$/))
  .map(([whole, fraction]) => parseThreshold(fraction ? `${whole}.${fraction}` : `${whole}`));
/** A base and a threshold of at most that. */
const baseAndThreshold = fc
  .tuple(anyBase, fc.nat({ max: 4 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([base, places, share]) => {
    const scale = 10 ** places;
    return { base, threshold: { units: Math.floor(base * scale * share), scale } };
  });
/** A rate of at most one base, as in a set. */
const anyRate = fc
  .tuple(anyDenominator, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([denominator, share]) => ({
    denominator,
    numerator: Math.min(denominator, Math.floor(denominator * share)),
  }));

describe('a threshold', () => {
  test.each([
    ['98', 98, 1],
    ['0.5', 5, 10],
    ['0.05', 5, 100],
    ['12.3400', 123_400, 10_000],
    ['0', 0, 1],
  ])('%s is read as %i / %i', (decimal, units, scale) => {
    expect(parseThreshold(decimal)).toEqual({ units, scale });
  });
});

describe('a rate compared with a threshold', () => {
  test('97.99999 % is below 98 %', () => {
    expect(compareRate(9_799_999, 10_000_000, 100, parseThreshold('98'))).toBe(-1);
    expect(compareRate(9_800_000, 10_000_000, 100, parseThreshold('98'))).toBe(0);
    expect(compareRate(9_800_001, 10_000_000, 100, parseThreshold('98'))).toBe(1);
  });

  test('is exact where a float could not tell the two apart', () => {
    const denominator = Number.MAX_SAFE_INTEGER - 91; // a multiple of 100
    expect(denominator % 100).toBe(0);
    const edge = (denominator / 100) * 98;
    expect(compareRate(edge - 1, denominator, 100, parseThreshold('98'))).toBe(-1);
    expect(compareRate(edge, denominator, 100, parseThreshold('98'))).toBe(0);
    expect(compareRate(edge + 1, denominator, 100, parseThreshold('98'))).toBe(1);
  });

  test('agrees with whole-number arithmetic of any size', () => {
    fc.assert(
      fc.property(anyCount, anyDenominator, anyBase, anyThreshold, (numerator, denominator, base, t) => {
        const left = BigInt(numerator) * BigInt(base) * BigInt(t.scale);
        const right = BigInt(t.units) * BigInt(denominator);
        expect(compareRate(numerator, denominator, base, t)).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the numerator that a threshold asks for', () => {
  test('is the smallest that reaches it', () => {
    fc.assert(
      fc.property(anyDenominator, baseAndThreshold, (denominator, { base, threshold }) => {
        const least = leastNumeratorReaching(denominator, base, threshold);
        expect(compareRate(least, denominator, base, threshold)).toBeGreaterThanOrEqual(0);
        if (least > 0) expect(compareRate(least - 1, denominator, base, threshold)).toBe(-1);
      }),
    );
  });

  test('is the largest that stays within it', () => {
    fc.assert(
      fc.property(anyDenominator, baseAndThreshold, (denominator, { base, threshold }) => {
        const greatest = greatestNumeratorWithin(denominator, base, threshold);
        expect(compareRate(greatest, denominator, base, threshold)).toBeLessThanOrEqual(0);
        if (greatest < denominator) expect(compareRate(greatest + 1, denominator, base, threshold)).toBe(1);
      }),
    );
  });
});

describe('the rate as shown', () => {
  test.each([
    [9_799_999, 10_000_000, 100, 'higher', 9_799],
    [98, 100, 100, 'higher', 9_800],
    [1, 3, 100, 'higher', 3_333],
    [1, 3, 100, 'lower', 3_334],
    [1, 1_999, 1_000, 'lower', 51],
    [1, 2_000, 1_000, 'lower', 50],
    [0, 2_000, 1_000, 'lower', 0],
    [1, 10_000_000, 1_000, 'lower', 1],
  ] as const)('%i / %i x %i, where %s is better, shows %i hundredths', (n, d, base, better, hundredths) => {
    expect(shownHundredths(n, d, base, better)).toBe(hundredths);
  });

  test('is the true rate rounded to the unfavourable side, by less than a hundredth', () => {
    const anyDirection = fc.constantFrom('higher' as const, 'lower' as const);
    fc.assert(
      fc.property(anyRate, anyBase, anyDirection, ({ numerator, denominator }, base, better) => {
        const shown = BigInt(shownHundredths(numerator, denominator, base, better)) * BigInt(denominator);
        const shortfall = BigInt(numerator) * BigInt(base) * 100n - shown;
        const unfavourable = better === 'higher' ? shortfall : -shortfall;
        expect(unfavourable).toBeGreaterThanOrEqual(0n);
        expect(unfavourable).toBeLessThan(BigInt(denominator));
      }),
      { numRuns: 1_000 },
    );
  });
});
