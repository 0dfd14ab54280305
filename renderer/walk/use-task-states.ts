import { useMemo } from 'react';
import { useSessionState } from '../session/use-session.ts';
import { type TaskState, taskStates } from './task-state.ts';
import { useUnexplained } from './use-unexplained.ts';

export function useTaskStates(): readonly TaskState[] {
  const copy = useSessionState((state) => state.copy);
  const doubts = useUnexplained();
  return useMemo(() => taskStates(copy, doubts), [copy, doubts]);
}
