/** The assessments that are open in this window. What is not saved or refused outlives the screen that shows it. */
import type { Assessment } from '../../criteria/assessment.ts';
import type { Reply } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { whoWorks } from '../assessors/working.ts';
import { criteriaSet } from '../program.ts';
import { type AssessmentSession, createAssessmentSession } from './assessment-session.ts';
import type { Timers } from './autosave.ts';

const sessions = new Map<string, AssessmentSession>();
const opening = new Map<string, Promise<Reply<AssessmentSession>>>();

const pageTimers: Timers = {
  now: () => Date.now(),
  setTimeout: (run, milliseconds) => window.setTimeout(run, milliseconds),
  clearTimeout: (timer) => {
    if (typeof timer === 'number') window.clearTimeout(timer);
  },
};

/** The session that still holds something unsaved, otherwise a new one on the saved version. */
export function openSession(id: string): Promise<Reply<AssessmentSession>> {
  const known = sessions.get(id);
  if (known?.holdsUnsaved()) return Promise.resolve({ ok: true, value: known });
  const underWay = opening.get(id);
  if (underWay !== undefined) return underWay;
  const opened = load(id).finally(() => opening.delete(id));
  opening.set(id, opened);
  return opened;
}

async function load(id: string): Promise<Reply<AssessmentSession>> {
  const reply = await callApi('assessments.open', { id });
  if (!reply.ok) return reply;
  const pinned = reply.value.assessment.criteriaSet;
  const set = await criteriaSet(pinned.id, pinned.version);
  if (!set.ok) return set;
  const session = createAssessmentSession(reply.value, set.value, callApi, pageTimers, whoWorks);
  guardWindow();
  sessions.get(id)?.stop();
  sessions.set(id, session);
  return { ok: true, value: session };
}

/**
 * Saves what this window holds of an assessment. False when something stays unsaved or refused, which then must not be
 * replaced under the person's hands.
 */
export async function settleSession(id: string): Promise<boolean> {
  const session = sessions.get(id);
  await session?.flush();
  return session === undefined || !session.holdsUnsaved();
}

/** After the assessment was replaced: nothing that this window held of it counts any more. */
export function forgetSession(id: string): void {
  sessions.get(id)?.stop();
  sessions.delete(id);
}

let guarded = false;

/** Saves what waits whenever the window may be about to go, and asks before something would be lost. */
function guardWindow(): void {
  if (guarded) return;
  guarded = true;
  const flushAll = () => {
    for (const session of sessions.values()) void session.flush();
  };
  window.addEventListener('blur', flushAll);
  window.addEventListener('pagehide', () => {
    for (const session of sessions.values()) session.leave();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flushAll();
  });
  window.addEventListener('beforeunload', (event) => {
    flushAll();
    if ([...sessions.values()].some((session) => session.holdsUnsaved())) event.preventDefault();
  });
}

/** The assessments that hold something unsaved or refused in this window. */
export function unsavedAssessments(): readonly Assessment[] {
  return [...sessions.values()]
    .filter((session) => session.holdsUnsaved())
    .map((session) => session.store.getState().assessment);
}

/** What is open in this window, for those who must wait for it. */
export const ofThisWindow = { unsaved: unsavedAssessments, settle: settleSession };
