import { type Assessment, answersOf } from './assessment.ts';
import type { CriteriaSet } from './schema.ts';
import { type Scorecard, score } from './score.ts';

/**
 * The scorecard of an assessment by its set as it stands: as finalised for a final one, derived from the answers for a
 * draft. What is provisional is told by the set as it stands now: points that were finalised never change, but somebody may
 * have read their rule since.
 */
export function scorecardOf(set: CriteriaSet, assessment: Assessment): Scorecard {
  const derived = score(set, assessment.unit.class, answersOf(assessment));
  const latest = assessment.status === 'final' ? assessment.finalised.at(-1) : undefined;
  return latest === undefined ? derived : withMarksOf(derived, latest.scorecard);
}

/** A finalised scorecard with the marks of the same one derived anew; its own where the two are not of the same points. */
export function withMarksOf(derived: Scorecard, finalised: Scorecard): Scorecard {
  if (derived.total !== finalised.total || derived.criteria.length !== finalised.criteria.length)
    return finalised;
  const marks = new Map(
    derived.criteria.flatMap(({ id, provisional, indicators }) => [
      [`criterion ${id}`, provisional] as const,
      ...indicators.map((indicator) => [indicator.id, indicator.provisional] as const),
    ]),
  );
  const marked = <T extends { readonly provisional: boolean }>(part: T, key: string): T => ({
    ...part,
    provisional: marks.get(key) ?? part.provisional,
  });
  return {
    ...finalised,
    provisional: derived.provisional,
    criteria: finalised.criteria.map((criterion) => ({
      ...marked(criterion, `criterion ${criterion.id}`),
      indicators: criterion.indicators.map((indicator) => marked(indicator, indicator.id)),
    })),
  };
}
