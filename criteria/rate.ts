/**
 * Exact arithmetic on rates (numerator / denominator x base). Everything is integers: a rate is compared with a
 * threshold by cross-multiplication, so 97.99999 % is never taken for 98 %.
 */

/** A threshold such as "0.5" as the fraction 5 / 10. */
export interface Threshold {
  readonly units: number;
  readonly scale: number;
}

/** Reads a decimal text of the criteria set ("98", "0.5") exactly. */
export function parseThreshold(decimal: string): Threshold {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { units: Number(whole + fraction), scale: 10 ** fraction.length };
}

/**
 * Compares numerator / denominator x base with a threshold: negative, zero or positive as it is below, at or above.
 * The denominator must be above zero. Plain numbers serve while both products are exact; beyond that, BigInt does.
 */
export function compareRate(
  numerator: number,
  denominator: number,
  base: number,
  threshold: Threshold,
): number {
  const left = numerator * base * threshold.scale;
  const right = threshold.units * denominator;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return Math.sign(left - right);
  const exactLeft = BigInt(numerator) * BigInt(base) * BigInt(threshold.scale);
  const exactRight = BigInt(threshold.units) * BigInt(denominator);
  return exactLeft < exactRight ? -1 : exactLeft > exactRight ? 1 : 0;
}

/** The smallest numerator whose rate is at least the threshold. */
export function leastNumeratorReaching(denominator: number, base: number, threshold: Threshold): number {
  return dividedProduct(threshold.units, denominator, base * threshold.scale, 'up');
}

/** The largest numerator whose rate is at most the threshold. */
export function greatestNumeratorWithin(denominator: number, base: number, threshold: Threshold): number {
  return dividedProduct(threshold.units, denominator, base * threshold.scale, 'down');
}

/**
 * The rate in hundredths (9799 is 97.99), rounded towards the unfavourable side, so that a figure never looks as if it
 * had reached a band: down where higher is better, up where lower is better.
 */
export function shownHundredths(
  numerator: number,
  denominator: number,
  base: number,
  better: 'higher' | 'lower',
): number {
  return dividedProduct(numerator, base * 100, denominator, better === 'higher' ? 'down' : 'up');
}

/** a x b / divisor, rounded to a whole number; exact in the same way as `compareRate`. */
function dividedProduct(a: number, b: number, divisor: number, rounded: 'down' | 'up'): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) {
    const rest = product % divisor;
    return (product - rest) / divisor + (rounded === 'up' && rest > 0 ? 1 : 0);
  }
  const lift = rounded === 'up' ? BigInt(divisor) - 1n : 0n;
  return Number((BigInt(a) * BigInt(b) + lift) / BigInt(divisor));
}
