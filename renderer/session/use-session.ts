import { createContext, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ApiError } from '../../electron/api.ts';
import type { AssessmentSession, SessionState } from './assessment-session.ts';
import { openSession } from './open-sessions.ts';

type Opening =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ApiError }
  | { readonly state: 'ready'; readonly id: string; readonly session: AssessmentSession };

/** Opens an assessment for the screens that show it. */
export function useOpening(id: string): { readonly opening: Opening; readonly again: () => void } {
  const [opening, setOpening] = useState<Opening>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the same assessment again
  useEffect(() => {
    let current = true;
    setOpening({ state: 'loading' });
    void openSession(id).then((reply) => {
      if (!current) return;
      setOpening(
        reply.ok ? { state: 'ready', id, session: reply.value } : { state: 'failed', error: reply.error },
      );
    });
    return () => {
      current = false;
    };
  }, [id, attempt]);
  return { opening, again: () => setAttempt((count) => count + 1) };
}

const SessionContext = createContext<AssessmentSession | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): AssessmentSession {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('there is no open assessment here');
  return session;
}

/** A part of the open assessment's state; the component renders again only when that part changes. */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useSession().store, select);
}
