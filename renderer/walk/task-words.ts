import type { TFunction } from 'i18next';
import type { TaskState } from './task-state.ts';

type Words = Pick<TaskState, 'complete' | 'answered'> & { readonly indicators: number };

/** How far a criterion is: "chưa nhập", "đủ 2 trên 3 chỉ tiêu", "đủ". */
export function progressText(t: TFunction, { complete, answered, indicators }: Words): string {
  if (complete) return t('walk.progress.complete');
  return answered === 0 ? t('walk.progress.none') : t('walk.progress.some', { answered, indicators });
}

/** The points of a criterion of its maximum; unanswered is not zero. */
export function taskPointsText(t: TFunction, points: number | null, max: number): string {
  return points === null ? t('walk.pointsUnknown', { max }) : t('walk.points', { points, max });
}
