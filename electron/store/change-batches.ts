/**
 * Changes of assessments: those that wait for the one under way are made together, in their order, and written once.
 * None is acknowledged before it is on the disk.
 */
import type { Assessment } from '../../criteria/assessment.ts';
import type { BackupReason } from '../api.ts';
import type { StoredAssessment } from './assessment-file.ts';
import type { BackupKeeper } from './backup-keeper.ts';
import { currentVersion } from './envelope.ts';
import { conflict } from './file-refusal.ts';
import { leap } from './restoring.ts';
import { sha256OfJson } from './sha256.ts';

export interface Change {
  /** The `saves` of the state that the change was made from. */
  readonly basedOn: number;
  readonly change: (assessment: Assessment) => Assessment;
  /** What the state before is backed up for, first. */
  readonly before: Exclude<BackupReason, 'save'> | undefined;
}

interface Queued extends Change {
  readonly resolve: (assessment: Assessment) => void;
  readonly reject: (error: unknown) => void;
}

interface Made {
  readonly state: Assessment;
  readonly resolve: (assessment: Assessment) => void;
}

interface FailedSaves {
  /** The last state that was acknowledged. */
  readonly before: Assessment;
  /** Hashes of the states that were tried to be written over it. */
  readonly tried: ReadonlySet<string>;
}

export interface ChangeBatchesOptions {
  readonly keeper: BackupKeeper;
  readonly inTurn: (id: string, work: () => Promise<void>) => Promise<void>;
  /** The present state, or a Refusal. */
  readonly load: (id: string) => Promise<StoredAssessment>;
  /** Resolves once the state is on the disk. */
  readonly write: (state: Assessment) => Promise<void>;
  /** What follows from that; never fails. */
  readonly written: (state: Assessment) => Promise<void>;
}

export class ChangeBatches {
  readonly #options: ChangeBatchesOptions;
  /** What waits for its turn, per assessment. */
  readonly #queues = new Map<string, Queued[]>();
  /** Saves that failed and can be on the disk all the same; nobody was told that they are, so a retry begins before them. */
  readonly #unacknowledged = new Map<string, FailedSaves>();

  constructor(options: ChangeBatchesOptions) {
    this.#options = options;
  }

  /** Resolves with the new state once it is on the disk; a Refusal (`conflict`) when the present state is another one. */
  change(id: string, change: Change): Promise<Assessment> {
    return new Promise((resolve, reject) => {
      const queued: Queued = { ...change, resolve, reject };
      const waiting = this.#queues.get(id);
      if (waiting !== undefined) {
        waiting.push(queued);
        return;
      }
      this.#queues.set(id, [queued]);
      void this.#options.inTurn(id, () => this.#makeChanges(id));
    });
  }

  async #makeChanges(id: string): Promise<void> {
    const { keeper, load, written } = this.#options;
    const batch = this.#queues.get(id) ?? [];
    this.#queues.delete(id);
    try {
      const stored = await load(id);
      let older = stored.version < currentVersion;
      const begin = this.#beginFrom(stored.assessment, batch[0]?.basedOn);
      let { saves } = begin;
      let state = begin.assessment;
      let acknowledged = state;
      let made: Made[] = [];
      const write = async (): Promise<void> => {
        if (made.length === 0) return;
        if (older) await keeper.before('migration', id);
        older = false;
        await this.#write(acknowledged, state);
        for (const change of made) change.resolve(change.state);
        acknowledged = state;
        made = [];
        await written(state);
      };
      for (const { basedOn, change, before, resolve, reject } of batch) {
        try {
          if (state.saves !== basedOn) throw conflict(state);
          const next = { ...change(state), saves: saves + 1 };
          if (before !== undefined) {
            await write();
            await keeper.before(before, id);
          }
          state = next;
          saves = next.saves;
          made.push({ resolve, state });
        } catch (error) {
          reject(error);
        }
      }
      await write();
    } catch (error) {
      for (const queued of batch) queued.reject(error);
    }
  }

  /**
   * The state to go on from, and the count to go on from: what is on the disk, unless that is a failed save which is now
   * being tried again. Then the state before it, but a count beyond it: another window may have opened it meanwhile.
   */
  #beginFrom(
    stored: Assessment,
    basedOn: number | undefined,
  ): { readonly assessment: Assessment; readonly saves: number } {
    // Where it could not be compared with its backups, what is saved now must stand beyond all of them.
    const saves = stored.saves + (this.#options.keeper.couldCompare(stored.id) ? 0 : leap);
    const failed = this.#unacknowledged.get(stored.id);
    if (failed === undefined || failed.before.saves !== basedOn) return { assessment: stored, saves };
    return { assessment: failed.tried.has(sha256OfJson(stored)) ? failed.before : stored, saves };
  }

  async #write(before: Assessment, state: Assessment): Promise<void> {
    try {
      await this.#options.write(state);
      this.#unacknowledged.delete(state.id);
    } catch (error) {
      const failed = this.#unacknowledged.get(state.id);
      const earlier = failed?.before === before ? failed.tried : [];
      this.#unacknowledged.set(state.id, { before, tried: new Set([...earlier, sha256OfJson(state)]) });
      throw error;
    }
  }
}
