/** What the tour asks to be tried, and what has been. Pure. */
import { impactOf, type Scorable } from '../../../criteria/rules/impact.ts';
import { standing } from '../../../criteria/rules/register.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { setFaults } from '../../../criteria/set-faults.ts';
import type { TourState } from './tour-room.ts';

export const tourSteps = ['confirm', 'break', 'effect', 'accept'] as const;
export type TourStep = (typeof tourSteps)[number];

/** The steps that the room shows to be done now; one that was done once stays done, whatever becomes of it. */
export function doneSteps(
  before: ReadonlySet<TourStep>,
  { published, draft }: TourState,
  first: CriteriaSet,
  units: readonly Scorable[],
): ReadonlySet<TourStep> {
  const faulty = draft !== null && setFaults(draft.set).length > 0;
  return new Set<TourStep>([
    ...before,
    ...(published.some(({ register }) => standing(register).size > 0) ? (['confirm'] as const) : []),
    ...(faulty ? (['break'] as const) : []),
    ...(draft !== null && !faulty && units.some((unit) => impactOf(first, draft.set, unit).effect !== 'same')
      ? (['effect'] as const)
      : []),
    ...(published.slice(1).some(({ register }) => register.length > 0) ? (['accept'] as const) : []),
  ]);
}
