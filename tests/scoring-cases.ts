/** Random cases for the scorer, of the law and of random sets alike, and ways to find a part of what it gives. */
import fc from 'fast-check';
import type { Answers } from '../criteria/answers.ts';
import type { CriteriaSet } from '../criteria/schema.ts';
import {
  bandsFor,
  type CriterionScore,
  type IndicatorScore,
  type Scorecard,
  scoreIndicator,
} from '../criteria/score.ts';
import { builtInSets, currentSetId } from '../criteria/sets/built-in.ts';
import { arbitraryAnswers, arbitraryUnsharedSet } from './arbitrary-criteria-set.ts';

export const law = builtInSets.get(currentSetId) as CriteriaSet;

interface Case {
  readonly set: CriteriaSet;
  readonly unitClass: string;
  readonly answers: Answers;
}

/** The law and random sets alike, with a class and answers to it. */
export const anyCase = ({ complete }: { complete: boolean }): fc.Arbitrary<Case> =>
  fc.oneof(fc.constant(law), arbitraryUnsharedSet).chain((set) =>
    fc.record({
      set: fc.constant(set),
      unitClass: fc.constantFrom(...set.unitClasses.map(({ id }) => id)),
      answers: arbitraryAnswers(set, { complete }),
    }),
  );

export const indicatorsOf = (card: Scorecard) => card.criteria.flatMap(({ indicators }) => indicators);
export const ratiosOf = (set: CriteriaSet) =>
  set.criteria.flatMap(({ indicators }) => indicators.filter((i) => i.kind === 'ratio'));

export function indicatorIn(card: Scorecard, id: string): IndicatorScore {
  const found = indicatorsOf(card).find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found;
}

export function criterionIn(card: Scorecard, id: string): CriterionScore {
  const found = card.criteria.find((criterion) => criterion.id === id);
  if (found === undefined) throw new Error(`no criterion ${id}`);
  return found;
}

/** Scored ratios of a case, each with its rule and its figures. */
export function scoredRatios({ set, unitClass, answers }: Case) {
  return ratiosOf(set).flatMap((indicator) => {
    const scored = scoreIndicator(indicator, unitClass, answers);
    return scored.state === 'scored' && scored.explanation.kind === 'ratio'
      ? [{ indicator, scored, explanation: scored.explanation, table: bandsFor(indicator, unitClass) }]
      : [];
  });
}

/** Answers to the law that give every indicator all its points. */
export function perfectAnswers(): Record<string, number | boolean> {
  const answers: Record<string, number | boolean> = {};
  for (const { indicators } of law.criteria) {
    for (const indicator of indicators) {
      if (indicator.kind === 'check') answers[indicator.id] = true;
      else {
        answers[indicator.denominator] = 2_000;
        answers[indicator.numerator] = indicator.better === 'higher' ? 2_000 : 0;
      }
    }
  }
  return answers;
}
