/** The check code as people see it on paper, and whether what they type from there is the same. Pure. */

import { shortCodeDigits } from '../../criteria/short-code.ts';

const groupSize = 4;

export type PaperComparison =
  | { readonly kind: 'nothing' | 'same' }
  /** The same as far as it goes; so many digits are still to come. */
  | { readonly kind: 'incomplete'; readonly missing: number }
  /** Other than the code from this group of four on, counted from 1. */
  | { readonly kind: 'different'; readonly group: number }
  /** A character that no code has. */
  | { readonly kind: 'strange'; readonly character: string };

/**
 * Compares a check code of 64 hexadecimal digits with what was typed from paper: its first 16 digits, or all 64 as a
 * reader of the printed square gives them. Spaces, dashes and case do not matter.
 */
export function comparePaperCode(typed: string, sha256: string): PaperComparison {
  const digits = typed.replace(/[\s\p{Dash}]/gu, '').toLowerCase();
  if (digits === '') return { kind: 'nothing' };
  const strange = /[^0-9a-f]/u.exec(digits)?.[0];
  if (strange !== undefined) return { kind: 'strange', character: strange };
  const at = [...digits].findIndex((digit, index) => digit !== sha256[index]);
  if (at >= 0) return { kind: 'different', group: Math.floor(at / groupSize) + 1 };
  const wanted = digits.length <= shortCodeDigits ? shortCodeDigits : sha256.length;
  const missing = wanted - digits.length;
  return missing === 0 ? { kind: 'same' } : { kind: 'incomplete', missing };
}
