/**
 * One writer per data folder: `lock.json` names it, and everybody else leaves the folder alone while it lives. A lock
 * whose holder died is taken over by exactly one of those who find it.
 */
import { type FileStatus, fileErrorCode } from '../store/file-system.ts';
import { type Doubtful, examineLock, type LockSurroundings, pause } from './examine-lock.ts';
import { createLock, followDeadHolder, removeOldClaims } from './follow-dead-holder.ts';
import { type LockRecord, lockPath, readLock } from './lock-record.ts';

export type Acquired =
  /** `tookOver`: whose lock it was, where somebody ended without giving it back. */
  | { readonly kind: 'held'; readonly tookOver?: LockRecord | 'damaged' }
  | { readonly kind: 'elsewhere'; readonly holder: LockRecord }
  | Doubtful;

export class FolderLock {
  readonly #at: LockSurroundings;
  readonly #path: string;
  /** The state of the lock file when it was last known to be ours. */
  #ours: FileStatus | undefined;
  #folderSeen = false;
  #regaining: Promise<boolean> | undefined;
  #released = false;

  constructor(surroundings: LockSurroundings) {
    this.#at = surroundings;
    this.#path = lockPath(surroundings.folder);
  }

  /** Takes the lock, or says who has it; with `takeOver`, one in doubt too. Fails where the disk or the folder does. */
  async acquire({ takeOver = false } = {}): Promise<Acquired> {
    // NOTE: never made anew once it was there: an empty folder in its place would hide what has gone.
    if (!this.#folderSeen) await this.#at.files.makeFolder(this.#at.folder);
    let tookOver: LockRecord | 'damaged' | undefined;
    for (;;) {
      const found = await examineLock(this.#at, this.#path, takeOver);
      switch (found.kind) {
        case 'ours':
          await this.#remember();
          return { kind: 'held', ...(tookOver === undefined ? {} : { tookOver }) };
        case 'alive':
          return { kind: 'elsewhere', holder: found.holder };
        case 'doubtful':
          return found;
        case 'absent':
          await createLock(this.#at, this.#path);
          break;
        case 'stale': {
          const outcome = await followDeadHolder(this.#at, found, takeOver);
          if (typeof outcome === 'object') return outcome;
          if (outcome === 'won') tookOver = found.holder;
          else await this.#at.wait(pause);
        }
      }
    }
  }

  /**
   * Whether nobody else may write; asked before every write. A lock that vanished is taken again, as is one that could
   * not be taken at the start. Fails, with the error of the system, where the folder is gone or takes no lock: a failure
   * to write, which says nothing of another holder.
   */
  async holds(): Promise<boolean> {
    if (this.#released) return false;
    if (await this.#unchanged()) return true;
    this.#regaining ??= this.acquire()
      .then(({ kind }) => kind === 'held')
      .finally(() => {
        this.#regaining = undefined;
      });
    return this.#regaining;
  }

  /** Gives the lock back, if it is still ours. A folder that has gone is left alone. */
  async release(): Promise<void> {
    this.#released = true;
    await this.#regaining?.catch(() => undefined);
    const found = await readLock(this.#at.files, this.#path).catch(() => undefined);
    if (found?.kind === 'record' && found.id === this.#at.self.nonce)
      await this.#at.files.remove(this.#path).catch(() => undefined);
  }

  async #remember(): Promise<void> {
    this.#ours = await this.#at.files.status(this.#path);
    this.#folderSeen = true;
    await removeOldClaims(this.#at);
  }

  async #unchanged(): Promise<boolean> {
    if (this.#ours === undefined) return false;
    try {
      const { size, modified } = await this.#at.files.status(this.#path);
      return size === this.#ours.size && modified === this.#ours.modified;
    } catch (error) {
      if (fileErrorCode(error) === 'ENOENT') return false;
      throw error;
    }
  }
}
