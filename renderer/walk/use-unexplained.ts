import { useShallow } from 'zustand/react/shallow';
import { type Doubt, isExplained } from '../../criteria/plausibility.ts';
import { doubtsIn } from '../doubts/use-doubts.ts';
import { isLocked, type SessionState } from '../session/assessment-session.ts';
import { useSessionState } from '../session/use-session.ts';

/** Improbable figures about which no note says why, while one can be written. They block nothing. */
export function useUnexplained(): readonly Doubt[] {
  return useSessionState(useShallow(unexplainedIn));
}

export function unexplainedIn(state: SessionState): readonly Doubt[] {
  const { notes } = state.copy;
  return isLocked(state) ? [] : doubtsIn(state).filter((doubt) => !isExplained(doubt, notes));
}
