import { type Assessment, answersOf } from './assessment.ts';
import type { CriteriaSet } from './schema.ts';
import { type Scorecard, score } from './score.ts';

/** The scorecard of an assessment by its set: as finalised for a final one, derived from the answers for a draft. */
export function scorecardOf(set: CriteriaSet, assessment: Assessment): Scorecard {
  const latest = assessment.status === 'final' ? assessment.finalised.at(-1) : undefined;
  return latest?.scorecard ?? score(set, assessment.unit.class, answersOf(assessment));
}
