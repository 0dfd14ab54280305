/**
 * Figures that are improbable but not impossible. Each asks for a note that says why, and blocks nothing: what is
 * impossible is an answer fault.
 */
import type { Answers } from './answers.ts';
import type { CriteriaSet, RatioIndicator } from './schema.ts';

export type Doubt =
  /** Nothing happened, which the law rewards, where that is rare. */
  | { readonly code: 'rewarded_zero'; readonly indicator: string; readonly fact: string }
  /** More than half more or less than in the earlier year; of the first indicator that asks for the fact. */
  | {
      readonly code: 'jump';
      readonly indicator: string;
      readonly fact: string;
      readonly now: number;
      readonly then: number;
      readonly year: number;
    }
  /** Every rate that should be high is exactly 100 %. */
  | { readonly code: 'all_hundred'; readonly indicators: readonly string[] };

/** Fewer rates than this may all be 100 % by chance. */
const fewestHundreds = 3;

/**
 * The doubts about answers, in the order of the set. The answers may have faults: a figure that is none raises no doubt.
 * `earlier` holds the answers of an earlier year by the same facts, if there is such a year.
 */
export function doubtsOf(
  set: CriteriaSet,
  answers: Answers,
  earlier: { readonly year: number; readonly answers: Answers } | null,
): readonly Doubt[] {
  const ratios = set.criteria.flatMap(({ indicators }) => indicators.filter((i) => i.kind === 'ratio'));
  const asked = new Set<string>();
  const doubts = ratios.flatMap((ratio): Doubt[] => {
    const facts = [ratio.numerator, ratio.denominator].filter((fact) => !asked.has(fact));
    for (const fact of facts) asked.add(fact);
    return [
      ...rewardedZero(ratio, answers),
      ...(earlier === null ? [] : facts.flatMap((fact) => jump(ratio.id, fact, answers, earlier))),
    ];
  });
  return [...doubts, ...allHundred(ratios, answers)];
}

/** Whether a note says why: that of the doubt's indicator, or of any of its indicators. */
export function isExplained(doubt: Doubt, notes: Readonly<Record<string, string>>): boolean {
  const indicators = doubt.code === 'all_hundred' ? doubt.indicators : [doubt.indicator];
  return indicators.some((indicator) => (notes[indicator] ?? '').trim() !== '');
}

function rewardedZero(
  { id, zeroNeedsNote, numerator, denominator }: RatioIndicator,
  answers: Answers,
): Doubt[] {
  const among = figure(answers, denominator);
  return zeroNeedsNote === true && figure(answers, numerator) === 0 && among !== undefined && among > 0
    ? [{ code: 'rewarded_zero', indicator: id, fact: numerator }]
    : [];
}

function jump(
  indicator: string,
  fact: string,
  answers: Answers,
  earlier: { readonly year: number; readonly answers: Answers },
): Doubt[] {
  const now = figure(answers, fact);
  const then = figure(earlier.answers, fact);
  if (now === undefined || then === undefined) return [];
  // NOTE: twice a float is exact, also where it is no safe integer any more.
  return Math.abs(now - then) * 2 > then
    ? [{ code: 'jump', indicator, fact, now, then, year: earlier.year }]
    : [];
}

function allHundred(ratios: readonly RatioIndicator[], answers: Answers): Doubt[] {
  const indicators: string[] = [];
  for (const { id, better, numerator, denominator } of ratios) {
    if (better !== 'higher') continue;
    const part = figure(answers, numerator);
    const whole = figure(answers, denominator);
    if (part !== whole || part === undefined) return [];
    // None of none is no rate at all.
    if (part > 0) indicators.push(id);
  }
  return indicators.length >= fewestHundreds ? [{ code: 'all_hundred', indicators }] : [];
}

/** The figure given for a fact; undefined while there is none that could be counted with. */
function figure(answers: Answers, fact: string): number | undefined {
  const value = answers[fact];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
