/** The assessments that are open in this window. */
import type { Assessment } from '../../criteria/assessment.ts';
import type { Reply } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { whoWorks } from '../assessors/working.ts';
import { criteriaSet } from '../program.ts';
import { type AssessmentSession, createAssessmentSession } from './assessment-session.ts';
import type { Timers } from './autosave.ts';
import { Sessions } from './sessions.ts';

const pageTimers: Timers = {
  now: () => Date.now(),
  setTimeout: (run, milliseconds) => window.setTimeout(run, milliseconds),
  clearTimeout: (timer) => {
    if (typeof timer === 'number') window.clearTimeout(timer);
  },
};

const sessions = new Sessions(async (id) => {
  const reply = await callApi('assessments.open', { id });
  if (!reply.ok) return reply;
  const pinned = reply.value.assessment.criteriaSet;
  const set = await criteriaSet(pinned.id, pinned.version);
  if (!set.ok) return set;
  guardWindow();
  return {
    ok: true,
    value: () => createAssessmentSession(reply.value, set.value, callApi, pageTimers, whoWorks),
  };
});

/** The session that still holds something unsaved, otherwise a new one on the saved version. */
export function openSession(id: string): Promise<Reply<AssessmentSession>> {
  return sessions.open(id);
}

/** The session that shows an assessment now, opened where none does. */
export function liveSession(id: string): Promise<Reply<AssessmentSession>> {
  return sessions.live(id);
}

/** Something is on its way to an assessment, which is not settled before. */
export function expectFor(id: string, coming: Promise<unknown>): void {
  sessions.expect(id, coming);
}

/**
 * Saves what this window holds of an assessment, and what is on its way to it. False when something stays unsaved or
 * refused, which then must not be replaced under the person's hands.
 */
export function settleSession(id: string): Promise<boolean> {
  return sessions.settle(id);
}

/** After the assessment was replaced: nothing that this window held of it counts any more. */
export function forgetSession(id: string): void {
  sessions.forget(id);
}

let guarded = false;

/** Saves what waits whenever the window may be about to go, and asks before something would be lost. */
function guardWindow(): void {
  if (guarded) return;
  guarded = true;
  window.addEventListener('blur', () => sessions.flushAll());
  window.addEventListener('pagehide', () => sessions.leaveAll());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sessions.flushAll();
  });
  window.addEventListener('beforeunload', (event) => {
    sessions.flushAll();
    if (sessions.unsaved().length > 0) event.preventDefault();
  });
}

/** The assessments that hold something unsaved or refused in this window. */
export function unsavedAssessments(): readonly Assessment[] {
  return sessions.unsaved();
}

/** What is open in this window, for those who must wait for it. */
export const ofThisWindow = { unsaved: unsavedAssessments, settle: settleSession };
