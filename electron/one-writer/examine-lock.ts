/** Judges a lock that was found: whether its holder lives, is dead, or cannot be asked. */
import type { FileSystem } from '../store/file-system.ts';
import type { Knock } from './channel.ts';
import { type FoundLock, type LockRecord, readLock } from './lock-record.ts';

/** How long a lock that cannot be read counts as one that is just being written, in milliseconds. */
export const writingGrace = 2_000;
/** Between two looks at a file that somebody else is about to change, in milliseconds. */
export const pause = 50;

export interface LockSurroundings {
  readonly files: FileSystem;
  /** The data folder. */
  readonly folder: string;
  /** This process. */
  readonly self: LockRecord;
  readonly knock: (record: LockRecord) => Promise<Knock>;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsed: () => number;
}

/** Held by somebody who cannot be asked: on another machine, or on this one and without an answer. */
export interface Doubtful {
  readonly kind: 'doubtful';
  readonly holder: LockRecord;
  readonly why: 'other machine' | 'no answer';
}

export interface Stale {
  readonly kind: 'stale';
  readonly id: string;
  readonly holder: LockRecord | 'damaged';
}

export type Examined =
  | { readonly kind: 'absent' | 'ours' }
  | { readonly kind: 'alive'; readonly holder: LockRecord }
  | Doubtful
  | Stale;

/** Of the lock, or of a claim on it. With `takeOver`, a holder in doubt counts as dead. */
export async function examineLock(at: LockSurroundings, path: string, takeOver: boolean): Promise<Examined> {
  const found = await readSettled(at, path);
  if (found.kind === 'absent') return { kind: 'absent' };
  if (found.kind === 'damaged') return { kind: 'stale', id: found.id, holder: 'damaged' };
  const { id, record: holder } = found;
  if (id === at.self.nonce) return { kind: 'ours' };
  // NOTE: asked whatever its machine is called: a machine can be renamed while the program runs.
  const { kind } = await at.knock(holder);
  if (kind === 'answered') return { kind: 'alive', holder };
  if (!takeOver && kind === 'silent') return { kind: 'doubtful', holder, why: 'no answer' };
  if (!takeOver && holder.host !== at.self.host) return { kind: 'doubtful', holder, why: 'other machine' };
  return { kind: 'stale', id, holder };
}

/** A damaged lock only once it has not changed for a while: it may be just being written. */
async function readSettled(at: LockSurroundings, path: string): Promise<FoundLock> {
  let began = at.elapsed();
  let before = await readLock(at.files, path);
  while (before.kind === 'damaged' && at.elapsed() - began < writingGrace) {
    await at.wait(pause);
    const now = await readLock(at.files, path);
    if (now.kind !== 'damaged' || now.id !== before.id) began = at.elapsed();
    before = now;
  }
  return before;
}
