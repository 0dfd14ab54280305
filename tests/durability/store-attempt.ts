/** One run of an operation of the store, and what is wrong with it by what the person was promised. */
import { isDeepStrictEqual } from 'node:util';
import type { Assessment } from '../../criteria/assessment.ts';
import { Refusal } from '../../electron/refusal.ts';
import type { AssessmentStore } from '../../electron/store/assessment-store.ts';
import type { Attempt } from './fault-matrix.ts';
import { typed } from './proof-store.ts';
import type { FaultPlan, SimulatedDisk } from './simulated-disk.ts';

/** Called with each state that the store says is saved, or gives to be worked on. */
export type Acknowledge = (state: Assessment) => void;

export interface Operation {
  readonly name: string;
  /** The assessment that it is about. */
  readonly id: string;
  /** Brings a disk to the state before. */
  readonly prepare: (disk: SimulatedDisk) => Promise<unknown>;
  /** What the program does with its store at each start. */
  readonly begin?: (store: AssessmentStore) => Promise<unknown>;
  /** What it has done since, when the operation begins. Nothing fails in it. */
  readonly warmUp?: (store: AssessmentStore) => Promise<unknown>;
  readonly run: (store: AssessmentStore, acknowledge: Acknowledge) => Promise<unknown>;
  /** What else is wrong at the next start, in sentences, where the operation had come to its end or not. */
  readonly also?: (store: AssessmentStore, ended: boolean) => Promise<readonly string[]>;
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
  store: AssessmentStore,
  course: Course,
  judgement: Judgement,
): Attempt {
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
    if (promised === null) return course;
    const at = course.findIndex((state) => same(state, promised));
    return at === -1 ? [promised] : course.slice(at);
  };

  return {
    async run() {
      try {
        await operation.run(store, acknowledge);
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
      if (promised !== null && store.keeper.trouble === null && !planned?.forEver) {
        const [newest] = await store.shelf.list(operation.id);
        const held = newest && (await store.shelf.open(newest));
        if (held === undefined || !allowed().some((state) => same(state, held)))
          faults.push('not backed up, and not a word of it');
        const second = store.keeper.second;
        if (second !== null && store.keeper.secondTrouble === null) {
          const [copied] = await second.list(operation.id);
          if (!allowed().some((state) => state?.saves === copied?.saves))
            faults.push('not in the second folder, and not a word of it');
        }
      }
      if (planned?.forEver) return faults;
      try {
        if (failure !== undefined && operation.again !== undefined) promised = await operation.again(store);
      } catch (error) {
        faults.push(`doing it again fails: ${error}`);
      }
      const now = await openedBy(store, operation.id);
      if (!allowed().some((state) => same(state, now)))
        faults.push(
          `the same store then gives ${saidOf(now)} instead of one of ${allowed().map(saidOf).join(', ')}`,
        );
      if (now === undefined || now.status === 'final') return faults;
      try {
        promised = await store.change(now.id, now.saves, typed(500, now.updatedAt));
        await store.settled();
      } catch (error) {
        faults.push(`a further save fails: ${error}`);
      }
      if (store.keeper.trouble !== null) faults.push(`still said to be in trouble: ${store.keeper.trouble}`);
      return faults;
    },

    faultsOfDisk: (disk) => judgement.faultsOf(disk, allowed(), ended),
  };
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
