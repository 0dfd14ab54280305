/** One run of an operation of the store, and what is wrong with it by what the person was promised. */
import { isDeepStrictEqual } from 'node:util';
import type { Assessment } from '../../criteria/assessment.ts';
import { Refusal } from '../../electron/refusal.ts';
import type { Recovery } from '../../electron/service/recovery.ts';
import type { AssessmentStore } from '../../electron/store/assessment-store.ts';
import { leap, recovered } from '../../electron/store/restoring.ts';
import type { Attempt } from './fault-matrix.ts';
import { typed } from './proof-store.ts';
import type { FaultPlan, SimulatedDisk } from './simulated-disk.ts';

/** What a start of the program opens on a data folder. */
export interface Started {
  readonly store: AssessmentStore;
  readonly recovery: Recovery;
}

/** Called with each state that the store says is saved, or gives to be worked on. */
export type Acknowledge = (state: Assessment) => void;

export interface Operation {
  readonly name: string;
  /** The assessment that it is about. */
  readonly id: string;
  /** Brings a disk to the state before. */
  readonly prepare: (disk: SimulatedDisk) => Promise<unknown>;
  /** What has happened since the start, when the operation begins. Nothing fails in it. */
  readonly warmUp?: (store: AssessmentStore, disk: SimulatedDisk) => Promise<unknown>;
  /** Whether nobody was told of that, so that the state before it may be there as well. */
  readonly unacknowledged?: true;
  readonly run: (started: Started, acknowledge: Acknowledge) => Promise<unknown>;
  /** What else is wrong at the next start, in sentences, where the operation had come to its end or not. */
  readonly also?: (store: AssessmentStore, ended: boolean, disk: SimulatedDisk) => Promise<readonly string[]>;
  /** What the person does again after a failure. */
  readonly again?: (store: AssessmentStore) => Promise<Assessment>;
}

/** Every state that the operation leads through, from the one before; undefined where there is no assessment. */
export type Course = readonly (Assessment | undefined)[];

export interface Judgement {
  /** What is wrong with a disk as found at the next start, where the assessment may be in any of these states. */
  readonly faultsOf: (disk: SimulatedDisk, allowed: Course, ended: boolean) => Promise<readonly string[]>;
}

export function storeAttempt(
  operation: Operation,
  started: Started,
  course: Course,
  judgement: Judgement,
): Attempt {
  const { store } = started;
  let failure: unknown;
  let ended = false;
  /** The last state promised; null before any was. */
  let promised: Assessment | null = null;
  const strange: string[] = [];
  const acknowledge = (state: Assessment) => {
    promised = state;
    if (!course.some((known) => same(known, state))) strange.push(`gives ${saidOf(state)}`);
  };
  const allowed = (): Course => {
    const at = promised === null ? 0 : course.findIndex((state) => same(state, promised));
    const since = at === -1 ? [promised ?? undefined] : course.slice(at);
    return failure === undefined ? since : [...since, ...since.flatMap(recoveredFrom)];
  };

  return {
    async run() {
      try {
        await operation.run(started, acknowledge);
        ended = true;
      } catch (error) {
        failure = error;
      }
      await store.settled();
    },

    async faultsOfRun({ failure: planned }: FaultPlan) {
      const faults = [...strange];
      if (failure !== undefined) faults.push(...faultsOfTelling(failure));
      if (planned === undefined && failure !== undefined)
        faults.push(`failed with nothing wrong: ${failure}`);
      const told = new Set((await store.keeper.troubles()).map(({ about }) => about));
      if (promised !== null && !told.has('backups') && !planned?.forEver) {
        const [newest] = await store.shelf.list(operation.id);
        const held = newest && (await store.shelf.open(newest));
        if (held === undefined || !allowed().some((state) => same(state, held)))
          faults.push('not backed up, and not a word of it');
      }
      const second = store.keeper.second?.own;
      if (promised !== null && second !== undefined && !told.has('second_folder') && !planned?.forEver) {
        const [copied] = await second.list(operation.id);
        if (!allowed().some((state) => state?.saves === copied?.saves))
          faults.push('not in the second folder, and not a word of it');
      }
      if (planned?.forEver) return faults;
      try {
        if (failure !== undefined && promised === null && operation.again !== undefined)
          promised = await operation.again(store);
      } catch (error) {
        faults.push(`doing it again fails: ${error}`);
      }
      const [before] = course;
      if (promised !== null && before !== undefined && promised.saves > before.saves)
        faults.push(...(await faultsOfStaleWindow(store, before)));
      const now = await openedBy(store, operation.id);
      if (!allowed().some((state) => same(state, now)))
        faults.push(
          `the same store then gives ${saidOf(now)} instead of one of ${allowed().map(saidOf).join(', ')}`,
        );
      if (now === undefined || now.status === 'final') return faults;
      try {
        promised = await store.change(now.id, now.saves, typed(500));
        await store.settled();
      } catch (error) {
        faults.push(`a further save fails: ${error}`);
      }
      for (const { message } of await store.keeper.troubles())
        faults.push(`still said to be in trouble: ${message}`);
      return faults;
    },

    faultsOfDisk: (disk) => judgement.faultsOf(disk, allowed(), ended),
  };
}

/**
 * A save that failed in its last step can have been backed up all the same. Where a power cut then took it back, it is
 * ahead of its file, and comes back from its backup.
 */
function recoveredFrom(state: Assessment | undefined): Assessment[] {
  return state === undefined ? [] : [recovered(state, state.saves + leap, { at: '', by: null }, 'outdated')];
}

/** Undefined where there is none; a failure to open is no state at all. */
export async function openedBy(store: AssessmentStore, id: string): Promise<Assessment | undefined> {
  try {
    const { assessment } = await store.open(id);
    return assessment;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** A window that still shows the state before must not save over what was acknowledged since. */
async function faultsOfStaleWindow(store: AssessmentStore, shown: Assessment): Promise<string[]> {
  try {
    await store.change(shown.id, shown.saves, typed(400));
    return ['a window that still showed the state before has saved over what came after it'];
  } catch (error) {
    const isConflict = error instanceof Refusal && error.code === 'conflict';
    return isConflict ? [] : [`a window that still showed the state before is told ${error}`];
  }
}

/** The person is told in a sentence of their language. */
function faultsOfTelling(error: unknown): string[] {
  if (!(error instanceof Refusal)) return [`not a refusal but ${error}`];
  if (!/[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụ]/i.test(error.message) || error.message.endsWith('.'))
    return [`told "${error.message}"`];
  return [];
}

/** NOTE: when a recovery was noted is not part of the state: one that was broken off is made again later. */
export function same(a: Assessment | undefined | null, b: Assessment | undefined | null): boolean {
  return isDeepStrictEqual(timeless(a), timeless(b));
}

function timeless(state: Assessment | undefined | null) {
  if (!state) return undefined;
  return {
    ...state,
    log: state.log.map((entry) => (entry.event === 'restored' ? { ...entry, at: '' } : entry)),
  };
}

export function saidOf(state: Assessment | undefined): string {
  return state === undefined
    ? 'no assessment'
    : `save ${state.saves} with ${state.answers.children?.value} children`;
}
