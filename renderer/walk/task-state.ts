/** How each criterion of an assessment stands: for the task list and for the way on. Pure. */
import type { Doubt } from '../../criteria/plausibility.ts';
import type { Criterion } from '../../criteria/schema.ts';
import type { WorkingCopy } from '../session/working-copy.ts';
import { answersOfCriterion, criteriaWithRefused, criterionOf } from './set-lookup.ts';

export interface TaskState {
  readonly criterion: Criterion;
  /** Null while nothing is answered. */
  readonly points: number | null;
  readonly complete: boolean;
  /** Indicators with points. */
  readonly answered: number;
  readonly provisional: boolean;
  /** Complete, and without a single point. */
  readonly atZero: boolean;
  readonly refused: boolean;
  /** Figures of an earlier year that nobody has confirmed. */
  readonly unconfirmed: number;
  /** Improbable figures without a note that says why. */
  readonly doubts: number;
}

/** `doubts` are those about which no note says why. */
export function taskStates(copy: WorkingCopy, doubts: readonly Doubt[]): readonly TaskState[] {
  const { set, unconfirmed, refused, scorecard } = copy;
  const withRefused = criteriaWithRefused(set, refused);
  const doubted = doubts.map((doubt) => criterionOf(set, indicatorOf(doubt)));
  return set.criteria.flatMap((criterion, index) => {
    const score = scorecard.criteria[index];
    if (score === undefined) return [];
    const { points, complete, provisional, indicators } = score;
    return {
      criterion,
      points,
      complete,
      answered: indicators.filter(({ state }) => state === 'scored').length,
      provisional,
      atZero: complete && points === 0,
      refused: withRefused.includes(criterion.id),
      unconfirmed: answersOfCriterion(criterion).filter((answer) => answer in unconfirmed).length,
      doubts: doubted.filter((id) => id === criterion.id).length,
    };
  });
}

/** Where a doubt is told once: what concerns many indicators, at the first of them. */
export function indicatorOf(doubt: Doubt): string {
  return doubt.code === 'all_hundred' ? (doubt.indicators[0] ?? '') : doubt.indicator;
}

/** The criterion to go on with: the one where work stopped while it is open, otherwise the next open one; null when none is. */
export function nextOpen(tasks: readonly TaskState[], stoppedAt: string | null): string | null {
  const from = Math.max(
    0,
    tasks.findIndex(({ criterion }) => criterion.id === stoppedAt),
  );
  const inOrder = [...tasks.slice(from), ...tasks.slice(0, from)];
  return inOrder.find(({ complete }) => !complete)?.criterion.id ?? null;
}
