/** The drafts of criteria sets that are open in this window. What is not saved outlives the screen that shows it. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { CallApi } from '../../electron/api.ts';
import type { Timers } from '../session/autosave.ts';
import {
  createDraftSession,
  type DraftSession,
  type DraftState,
  type ReadyDraft,
} from './correcting/draft-session.ts';
import { useRoomCall } from './room-call.ts';

/** The draft with what can be done with it. */
export type OpenDraft =
  | Exclude<DraftState, ReadyDraft>
  | (ReadyDraft & Omit<DraftSession, 'store' | 'load' | 'stop' | 'holdsUnsaved'>);

/**
 * The draft of the set with this id, read when its first screen opens. Every screen of the draft shows the same one; it
 * saves itself a second after the last change and when its last screen is left.
 */
export function useDraft(id: string): OpenDraft {
  const call = useRoomCall();
  const session = useMemo(() => sessionOf(call, id), [call, id]);
  const state = useStore(session.store);
  useEffect(() => {
    void session.load();
    return () => void session.flush();
  }, [session]);
  return state.state === 'ready' ? { ...state, ...session } : state;
}

/** Reads a draft again that could not be read. */
export function useDraftAgain(id: string): () => void {
  const call = useRoomCall();
  return () => void sessionOf(call, id).load();
}

/** The draft is not there any more: it was published or given up. */
export function forgetDraft(call: CallApi, id: string): void {
  sessions.get(call)?.get(id)?.stop();
  sessions.get(call)?.delete(id);
}

const sessions = new Map<CallApi, Map<string, DraftSession>>();

function sessionOf(call: CallApi, id: string): DraftSession {
  guardWindow();
  const ofRoom = sessions.get(call) ?? new Map<string, DraftSession>();
  sessions.set(call, ofRoom);
  const known = ofRoom.get(id);
  if (known !== undefined) return known;
  const session = createDraftSession(id, call, pageTimers);
  ofRoom.set(id, session);
  return session;
}

const pageTimers: Timers = {
  now: () => Date.now(),
  setTimeout: (run, milliseconds) => window.setTimeout(run, milliseconds),
  clearTimeout: (timer) => {
    if (typeof timer === 'number') window.clearTimeout(timer);
  },
};

let guarded = false;

/** Saves what waits whenever the window may be about to go, and asks before something would be lost. */
function guardWindow(): void {
  if (guarded) return;
  guarded = true;
  const all = () => [...sessions.values()].flatMap((ofRoom) => [...ofRoom.values()]);
  const flushAll = () => {
    for (const session of all()) void session.flush();
  };
  window.addEventListener('blur', flushAll);
  window.addEventListener('pagehide', flushAll);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flushAll();
  });
  window.addEventListener('beforeunload', (event) => {
    flushAll();
    if (all().some((session) => session.holdsUnsaved())) event.preventDefault();
  });
}
