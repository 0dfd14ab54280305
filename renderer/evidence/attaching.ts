/** Files on their way to being evidence, one after another; goes on while one walks to other pages. */
import { create } from 'zustand';
import type { FileEvidence } from '../../criteria/evidence.ts';
import { largestEvidence } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { base64Of } from '../base64.ts';
import type { AssessmentSession } from '../session/assessment-session.ts';
import { expectFor, liveSession } from '../session/open-sessions.ts';
import { arrive } from './arriving.ts';
import { checkEvidence } from './evidence-faults.ts';
import { keptFileName } from './file-name.ts';
import { printCopyOf } from './print-copy.ts';

/** Why a file is not attached. Only `failed` can be tried again. */
export type Obstacle =
  | { readonly kind: 'tooLarge' | 'empty' | 'already' | 'full' | 'unreadable' | 'locked' }
  | { readonly kind: 'failed'; readonly message: string };

export interface Attempt {
  readonly key: number;
  readonly assessment: string;
  readonly indicator: string;
  readonly file: File;
  readonly state: 'waiting' | 'reading' | 'storing' | Obstacle;
}

interface Attaching {
  /** In the order of asking; what is attached leaves the list. */
  readonly attempts: readonly Attempt[];
  /** What was attached last, to be said. */
  readonly attached: { readonly indicator: string; readonly file: FileEvidence } | null;
}

export const useAttaching = create<Attaching>(() => ({ attempts: [], attached: null }));

let keys = 0;
let running: Promise<void> | null = null;

export function attach(session: AssessmentSession, indicator: string, files: readonly File[]): void {
  const assessment = session.store.getState().assessment.id;
  const asked = files.map((file): Attempt => {
    keys += 1;
    return { key: keys, assessment, indicator, file, state: 'waiting' };
  });
  useAttaching.setState(({ attempts }) => ({ attempts: [...attempts, ...asked], attached: null }));
  run(assessment);
}

export function attachAgain(key: number): void {
  setState(key, 'waiting');
  const again = useAttaching.getState().attempts.find((attempt) => attempt.key === key);
  if (again !== undefined) run(again.assessment);
}

export function dismissAttempt(key: number): void {
  useAttaching.setState(({ attempts }) => ({ attempts: attempts.filter((attempt) => attempt.key !== key) }));
}

export function isUnderWay({ state }: Attempt): boolean {
  return state === 'waiting' || state === 'reading' || state === 'storing';
}

function run(assessment: string): void {
  running ??= attemptAll().finally(() => {
    running = null;
  });
  expectFor(assessment, running);
}

/** NOTE: one at a time, so that no more than one large file is in memory. */
async function attemptAll(): Promise<void> {
  window.addEventListener('beforeunload', askToStay);
  const touched = new Set<string>();
  for (;;) {
    const next = useAttaching.getState().attempts.find(({ state }) => state === 'waiting');
    if (next === undefined) break;
    const obstacle = await attempt(next);
    if (obstacle === null) dismissAttempt(next.key);
    else setState(next.key, obstacle);
    touched.add(next.assessment);
  }
  window.removeEventListener('beforeunload', askToStay);
  for (const assessment of touched) void lookAfter(assessment);
}

async function lookAfter(assessment: string): Promise<void> {
  const session = await liveSession(assessment);
  if (session.ok) await checkEvidence(session.value);
}

async function attempt({ key, assessment, indicator, file }: Attempt): Promise<Obstacle | null> {
  if (file.size > largestEvidence) return { kind: 'tooLarge' };
  if (file.size === 0) return { kind: 'empty' };
  setState(key, 'reading');
  let base64: string;
  let printCopy: string | null;
  try {
    base64 = await base64Of(file);
    printCopy = await printCopyOf(file);
  } catch {
    return { kind: 'unreadable' };
  }
  setState(key, 'storing');
  const reply = await callApi('evidence.add', { base64, name: keptFileName(file.name), printCopy });
  if (!reply.ok) return { kind: 'failed', message: reply.error.message };
  const arrival = await arrive(liveSession, assessment, indicator, reply.value);
  if (arrival.kind !== 'saved' && arrival.kind !== 'unsaved') return arrival;
  if (arrival.kind === 'saved') useAttaching.setState({ attached: { indicator, file: reply.value } });
  return null;
}

function setState(key: number, state: Attempt['state']): void {
  useAttaching.setState(({ attempts }) => ({
    attempts: attempts.map((attempt) => (attempt.key === key ? { ...attempt, state } : attempt)),
  }));
}

function askToStay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
