import { useMemo } from 'react';
import { type Doubt, isExplained } from '../../criteria/plausibility.ts';
import { useDoubts } from '../doubts/use-doubts.ts';
import { isLocked } from '../session/assessment-session.ts';
import { useSessionState } from '../session/use-session.ts';

/** Improbable figures about which no note says why, while one can be written. They block nothing. */
export function useUnexplained(): readonly Doubt[] {
  const notes = useSessionState(({ copy }) => copy.notes);
  const locked = useSessionState(isLocked);
  const doubts = useDoubts();
  return useMemo(
    () => (locked ? [] : doubts.filter((doubt) => !isExplained(doubt, notes))),
    [locked, doubts, notes],
  );
}
