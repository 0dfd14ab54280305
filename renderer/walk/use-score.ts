import { useRef } from 'react';
import type { IndicatorScore } from '../../criteria/score.ts';
import { useSessionState } from '../session/use-session.ts';

/**
 * The score of an indicator, by its places in the set. Scoring makes every score anew; what is given is the same object
 * until something in it changes, so that a key press renders only what it changes.
 */
export function useIndicatorScore(criterion: number, indicator: number): IndicatorScore | undefined {
  const last = useRef<IndicatorScore>(undefined);
  return useSessionState(({ copy }) => {
    const now = copy.scorecard.criteria[criterion]?.indicators[indicator];
    if (JSON.stringify(now) !== JSON.stringify(last.current)) last.current = now;
    return last.current;
  });
}
