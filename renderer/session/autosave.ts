/**
 * Saves the changes of one assessment: soon after the last key press, one save at a time, in order, and never
 * forgetting one. Knows neither React nor the network; clock and calls are given.
 */
import type { Assessment } from '../../criteria/assessment.ts';
import type { ApiError, Args, OpenedAssessment, Reply, Value } from '../../electron/api.ts';
import {
  argumentsOf,
  type Batch,
  type Changes,
  holds,
  isEmpty,
  merged,
  none,
  withBatch,
  without,
} from './changes.ts';
import { mayHaveSaved } from './may-have-saved.ts';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  /**
   * The assessment is not the one that the changes began from: saved or closed in another window, or taken from a backup,
   * as the message says. Nothing more is sent until the saved version is loaded.
   */
  | { readonly kind: 'conflict'; readonly message: string };

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
  readonly open: () => Promise<Reply<OpenedAssessment>>;
  readonly timers: Timers;
  readonly onState: (state: SaveState) => void;
}

export interface Autosave {
  /** Under whose name they are saved stays, whoever works by the time of sending. */
  change(batch: Batch): void;
  /** Sends what is waiting at once; resolves when all is saved or a save has failed. */
  flush(): Promise<void>;
  /**
   * The page may be gone before another answer comes: what waits is sent at once, even behind a save under way, and
   * then based on the version that that save makes.
   */
  leave(): void;
  /** The version that the next call must be based on. */
  basedOn(): number;
  hasUnsaved(): boolean;
  /** What waits, failed, or is on its way. */
  unsaved(): readonly Batch[];
  stop(): void;
}

const idleDelay = 600;
const longestDelay = 2_000;
const firstRetry = 1_000;
const longestRetry = 30_000;

/** What may be on its way at once, in bytes: browsers let no more than 64 KiB outlive the page. */
const roomOnLeaving = 58_000;

interface Sent extends Batch {
  readonly basedOn: number;
  /** In bytes of JSON. */
  readonly size: number;
  readonly reply: Promise<Reply<Value<'assessments.save'>>>;
}

interface Version {
  readonly saves: number;
  /** What was changed since the last version that is known for certain. */
  readonly changes: Changes;
}

export function createAutosave(options: AutosaveOptions): Autosave {
  const { id, save, open, timers, onState } = options;
  let saves = options.saves;
  /** In the order of changing; each is a save of its own. */
  let waiting: readonly Batch[] = [];
  let waitingSince = 0;
  /** What was sent and not yet settled, in order: one save, and behind it what `leave` sent. */
  const sent: Sent[] = [];
  /** What the assessment holds, and as which version, if a save reached the disk that failed in the page's eyes. */
  let uncertain: readonly Version[] = [];
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
    if (waiting.length === 0 || conflict || stopped) return Promise.resolve();
    sendWaiting();
    onState({ kind: 'saving' });
    sending = settle().finally(() => {
      sending = null;
    });
    return sending;
  }

  /** Sends the first batch that waits. False where there is none, or nothing of it can be sent now. */
  function sendWaiting(): boolean {
    const [first, ...later] = waiting;
    if (first === undefined) return false;
    const { by } = first;
    const ahead = sent.at(-1);
    const basedOn = ahead === undefined ? saves : ahead.basedOn + 1;
    const sizeAhead = sent.reduce((sum, { size }) => sum + size, 0);
    const { undo, ...things } = first.changes;
    // NOTE: what can be undone is dear only as long as the page is there, so it waits where it would be too much.
    const isRoom = isEmpty(things) ? sent.length === 0 : sizeAhead + sizeOf(first.changes) <= roomOnLeaving;
    const changes = isRoom ? first.changes : things;
    if (isEmpty(changes)) return false;
    const reply = save({ id, basedOn, by, ...argumentsOf(changes) });
    sent.push({ by, changes, basedOn, size: sizeOf(changes), reply });
    waiting = isRoom || undo === undefined ? later : inFrontOf(later, { by, changes: { ...none, undo } });
    return true;
  }

  /**
   * Takes over the answers once all are there, in the order of sending. A save behind one that failed is refused for
   * that reason alone, so the first failure is the one that counts.
   */
  async function settle(): Promise<void> {
    let failed: readonly Batch[] = [];
    let error: ApiError | null = null;
    let savedAt = '';
    // NOTE: reaches what `leave` adds while an answer is awaited, too.
    for (const { by, changes, basedOn, reply } of sent) {
      const answer = await reply;
      if (answer.ok) {
        ({ saves, savedAt } = answer.value);
        // What failed before is sent again, but never over what was typed and saved after it.
        failed = failed
          .map((batch) => ({ ...batch, changes: without(batch.changes, changes) }))
          .filter((batch) => !isEmpty(batch.changes));
        uncertain = error === null ? [] : uncertain.flatMap((version) => next(version, basedOn, changes));
      } else {
        if (mayHaveSaved.has(answer.error.code))
          uncertain = [
            ...uncertain.flatMap((version) => [version, ...next(version, basedOn, changes)]),
            ...(error === null ? [{ saves: basedOn + 1, changes }] : []),
          ];
        failed = withBatch(failed, { by, changes });
        error ??= answer.error;
      }
    }
    sent.length = 0;
    waiting = waiting.reduce(withBatch, failed);
    if (error === null) acknowledged(savedAt);
    else await refused(error);
  }

  async function refused(error: ApiError): Promise<void> {
    let told = error;
    if (error.code === 'conflict' && uncertain.length > 0) {
      const found = await open();
      if (found.ok && wasOurs(found.value.assessment)) {
        uncertain = [];
        if (!stopped) plan(0);
        return;
      }
      // Whose version it is cannot be told while it cannot be opened.
      if (!found.ok) told = found.error;
    }
    if (stopped) return;
    if (told.code === 'conflict' || told.code === 'final') {
      conflict = true;
      onState({ kind: 'conflict', message: told.message });
      return;
    }
    onState({ kind: 'failed', error: told });
    plan(Math.min(firstRetry * 2 ** failures, longestRetry));
    failures += 1;
  }

  function acknowledged(at: string): void {
    failures = 0;
    if (stopped) return;
    if (waiting.length === 0) onState({ kind: 'saved', at });
    else {
      onState({ kind: 'waiting' });
      plan(dueIn());
    }
  }

  /** Whether the version that we conflict with is nothing but our own save whose answer got lost. */
  function wasOurs(assessment: Assessment): boolean {
    if (assessment.status !== 'draft') return false;
    const ours = uncertain.some(
      (version) => version.saves === assessment.saves && holds(assessment, version.changes),
    );
    if (ours) saves = assessment.saves;
    return ours;
  }

  function dueIn(): number {
    // What somebody else changed before is not held up by typing that goes on.
    if (waiting.length > 1) return 0;
    return Math.max(0, Math.min(idleDelay, waitingSince + longestDelay - timers.now()));
  }

  return {
    change(batch) {
      if (waiting.length === 0) waitingSince = timers.now();
      waiting = withBatch(waiting, batch);
      if (conflict || sending !== null || failures > 0) return;
      onState({ kind: 'waiting' });
      plan(dueIn());
    },
    async flush() {
      // NOTE: a change may have arrived during the save that was under way; one more round sends it.
      const rounds = Math.max(2, waiting.length + 1);
      for (let round = 0; round < rounds && (sending !== null || waiting.length > 0); round += 1) {
        const before = failures;
        await send();
        if (conflict || failures > before) return;
      }
    },
    leave() {
      if (sending === null) void send();
      // NOTE: without anything on its way, the version is being asked for that a conflict was about.
      if (sent.length > 0 && !conflict && !stopped) while (sendWaiting());
    },
    basedOn: () => saves,
    hasUnsaved: () => sent.length > 0 || waiting.length > 0,
    unsaved: () =>
      [...sent.map(({ by, changes }) => ({ by, changes })), ...waiting].reduce<readonly Batch[]>(
        withBatch,
        [],
      ),
    stop() {
      stopped = true;
      timers.clearTimeout(timer);
    },
  };
}

/** With what can be undone in front, which is nobody's. */
function inFrontOf([next, ...later]: readonly Batch[], undoing: Batch): readonly Batch[] {
  if (next === undefined) return [undoing];
  return [{ ...next, changes: merged(undoing.changes, next.changes) }, ...later];
}

/** What a version becomes by a save that was based on it; nothing when the save was based on another. */
function next(version: Version, basedOn: number, changes: Changes): readonly Version[] {
  return version.saves === basedOn ? [{ saves: basedOn + 1, changes: merged(version.changes, changes) }] : [];
}

const encoder = new TextEncoder();

function sizeOf(changes: Changes): number {
  return encoder.encode(JSON.stringify(changes)).length;
}
