import type { CriteriaSet } from '../../criteria/schema.ts';
import type { Reason, Scorecard, Verdict } from '../../criteria/score.ts';
import type { Unit } from '../../criteria/unit.ts';
import { reasonText } from '../../criteria/wording.ts';

interface PointsLine {
  readonly id: string;
  readonly points: number | null;
  readonly max: number;
}

/** One line out of `score`. `points` of an unanswered indicator, and of a criterion with no answer at all, is null. */
export interface ScoredLine {
  readonly code: string;
  readonly criteriaSet: string;
  readonly total: number;
  readonly max: number;
  readonly complete: boolean;
  readonly verdict: Verdict;
  readonly threshold: number;
  readonly criteria: readonly PointsLine[];
  readonly indicators: readonly PointsLine[];
  readonly reasons: readonly (Reason & { readonly message: string })[];
  readonly provisional: boolean;
}

export function scoredLine(set: CriteriaSet, unit: Unit, scorecard: Scorecard): ScoredLine {
  return {
    code: unit.code,
    criteriaSet: set.id,
    total: scorecard.total,
    max: scorecard.max,
    complete: scorecard.complete,
    verdict: scorecard.verdict,
    threshold: scorecard.threshold,
    criteria: scorecard.criteria.map(pointsLine),
    indicators: scorecard.criteria.flatMap((criterion) => criterion.indicators.map(pointsLine)),
    reasons: scorecard.reasons.map((reason) => ({ ...reason, message: reasonText(set, reason) })),
    provisional: scorecard.provisional,
  };
}

function pointsLine({ id, points, max }: PointsLine): PointsLine {
  return { id, points, max };
}
