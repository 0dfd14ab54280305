import { useShallow } from 'zustand/react/shallow';
import type { SessionState } from '../session/assessment-session.ts';
import { useSessionState } from '../session/use-session.ts';
import type { WorkingCopy } from '../session/working-copy.ts';
import { type TaskState, taskStates } from './task-state.ts';
import { unexplainedIn } from './use-unexplained.ts';

// NOTE: whatever else they rest on, as whether the assessment is final, changes only together with the copy.
const remembered = new WeakMap<WorkingCopy, readonly TaskState[]>();

export function useTaskStates(): readonly TaskState[] {
  return useSessionState(statesIn);
}

/** How one criterion stands, by its place in the set; the same object until something in it changes. */
export function useTaskState(place: number): TaskState | undefined {
  return useSessionState(useShallow((state: SessionState) => statesIn(state)[place]));
}

function statesIn(state: SessionState): readonly TaskState[] {
  const { copy } = state;
  const known = remembered.get(copy);
  if (known !== undefined) return known;
  const states = taskStates(copy, unexplainedIn(state));
  remembered.set(copy, states);
  return states;
}
