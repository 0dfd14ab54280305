/**
 * Saves the changes of one assessment: soon after the last key press, one save at a time, in order, and never
 * forgetting one. Knows neither React nor the network; clock and calls are given.
 */
import type { Answer } from '../../criteria/answers.ts';
import type { Assessment } from '../../criteria/assessment.ts';
import { keptText } from '../../criteria/unit.ts';
import type { ApiError, Args, ErrorCode, Reply, Value } from '../../electron/api.ts';

export interface Changes {
  readonly answers: Readonly<Record<string, Answer | null>>;
  readonly notes: Readonly<Record<string, string>>;
}

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  /** Another window saved or closed the assessment; nothing more is sent until the saved version is loaded. */
  | { readonly kind: 'conflict' };

export interface Timers {
  now(): number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

export interface AutosaveOptions {
  readonly id: string;
  /** The `saves` of the version that the changes begin from. */
  readonly saves: number;
  readonly save: (args: Args<'assessments.save'>) => Promise<Reply<Value<'assessments.save'>>>;
  readonly open: () => Promise<Reply<Assessment>>;
  readonly timers: Timers;
  readonly onState: (state: SaveState) => void;
}

export interface Autosave {
  change(changes: Changes): void;
  /** Sends what is waiting at once; resolves when all is saved or a save has failed. */
  flush(): Promise<void>;
  /** The version that the next call must be based on. */
  basedOn(): number;
  hasUnsaved(): boolean;
  stop(): void;
}

const idleDelay = 600;
const longestDelay = 2_000;
const firstRetry = 1_000;
const longestRetry = 30_000;

/** Failures after which the new state can be on the disk all the same: the answer got lost, or only its last step failed. */
const mayHaveSaved: ReadonlySet<ErrorCode> = new Set(['unreachable', 'storage_failed', 'internal']);

const none: Changes = { answers: {}, notes: {} };

export function createAutosave(options: AutosaveOptions): Autosave {
  const { id, save, open, timers, onState } = options;
  let saves = options.saves;
  let waiting = none;
  let waitingSince = 0;
  /** What was sent and not yet acknowledged. */
  let sent: Changes | null = null;
  /** Batches that failed in a way that may have saved them after all. */
  let uncertain: readonly Changes[] = [];
  let sending: Promise<void> | null = null;
  let failures = 0;
  let conflict = false;
  let stopped = false;
  let timer: unknown = null;

  function plan(delay: number): void {
    timers.clearTimeout(timer);
    timer = timers.setTimeout(() => void send(), delay);
  }

  function send(): Promise<void> {
    timers.clearTimeout(timer);
    if (sending !== null) return sending;
    if (isEmpty(waiting) || conflict || stopped) return Promise.resolve();
    const batch = waiting;
    sent = batch;
    waiting = none;
    onState({ kind: 'saving' });
    sending = save({ id, basedOn: saves, answers: { ...batch.answers }, notes: { ...batch.notes } })
      .then((reply) => settle(batch, reply))
      .finally(() => {
        sending = null;
      });
    return sending;
  }

  async function settle(batch: Changes, reply: Reply<Value<'assessments.save'>>): Promise<void> {
    if (reply.ok) return acknowledged(reply.value.saves, reply.value.savedAt);
    waiting = merged(batch, waiting);
    sent = null;
    if (reply.error.code === 'conflict' && uncertain.length > 0 && (await wasOurs())) {
      uncertain = [];
      if (!stopped) plan(0);
      return;
    }
    if (stopped) return;
    if (reply.error.code === 'conflict' || reply.error.code === 'final') {
      conflict = true;
      onState({ kind: 'conflict' });
      return;
    }
    if (mayHaveSaved.has(reply.error.code)) uncertain = [...uncertain, batch];
    onState({ kind: 'failed', error: reply.error });
    plan(Math.min(firstRetry * 2 ** failures, longestRetry));
    failures += 1;
  }

  function acknowledged(newSaves: number, at: string): void {
    saves = newSaves;
    sent = null;
    uncertain = [];
    failures = 0;
    if (stopped) return;
    if (isEmpty(waiting)) onState({ kind: 'saved', at });
    else {
      onState({ kind: 'waiting' });
      plan(dueIn());
    }
  }

  /** Whether the version that we conflict with is nothing but our own save whose answer got lost. */
  async function wasOurs(): Promise<boolean> {
    const reply = await open();
    if (!reply.ok || reply.value.status !== 'draft' || reply.value.saves !== saves + 1) return false;
    const ours = uncertain.some((batch) => holds(reply.value, batch));
    if (ours) saves = reply.value.saves;
    return ours;
  }

  function dueIn(): number {
    return Math.max(0, Math.min(idleDelay, waitingSince + longestDelay - timers.now()));
  }

  return {
    change(changes) {
      if (isEmpty(waiting)) waitingSince = timers.now();
      waiting = merged(waiting, changes);
      if (conflict || sending !== null || failures > 0) return;
      onState({ kind: 'waiting' });
      plan(dueIn());
    },
    async flush() {
      // NOTE: a change may have arrived during the save that was under way; one more round sends it.
      for (let round = 0; round < 2 && (sending !== null || !isEmpty(waiting)); round += 1) {
        const before = failures;
        await send();
        if (conflict || failures > before) return;
      }
    },
    basedOn: () => saves,
    hasUnsaved: () => sent !== null || !isEmpty(waiting),
    stop() {
      stopped = true;
      timers.clearTimeout(timer);
    },
  };
}

/** Both changes as one; where both say something, the later counts. */
function merged(earlier: Changes, later: Changes): Changes {
  return {
    answers: { ...earlier.answers, ...later.answers },
    notes: { ...earlier.notes, ...later.notes },
  };
}

function isEmpty(changes: Changes): boolean {
  return Object.keys(changes.answers).length === 0 && Object.keys(changes.notes).length === 0;
}

function holds(assessment: Assessment, { answers, notes }: Changes): boolean {
  return (
    Object.entries(answers).every(([key, value]) => (assessment.answers[key]?.value ?? null) === value) &&
    Object.entries(notes).every(([key, text]) => (assessment.notes[key]?.text ?? '') === keptText(text))
  );
}
