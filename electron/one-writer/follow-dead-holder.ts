/**
 * Puts our lock in the place of a dead holder's, so that of all who find it dead exactly one follows. Whoever creates the
 * claim on a dead holder is its follower; a claim whose own maker died is followed in the same way. While the dead lock
 * stands no claim on it is removed, so there is one last claim, and renaming it onto the lock is the takeover. Whoever
 * finds the lock changed after creating a claim came too late, and drops it.
 */
import { fileErrorCode } from '../store/file-system.ts';
import {
  type Doubtful,
  examineLock,
  type LockSurroundings,
  type Stale,
  writingGrace,
} from './examine-lock.ts';
import { claimedId, claimPath, lockBytes, lockPath, readLock } from './lock-record.ts';

/** `lost`: somebody else was there first, or the lock changed; look again. Doubtful: who claimed it cannot be asked. */
export async function followDeadHolder(
  at: LockSurroundings,
  dead: Stale,
  takeOver: boolean,
): Promise<'won' | 'lost' | Doubtful> {
  const passed: string[] = [];
  for (let last = dead.id; ; ) {
    const claim = claimPath(at.folder, last);
    if (await createLock(at, claim)) {
      const now = await readLock(at.files, lockPath(at.folder));
      const stands = now.kind !== 'absent' && now.id === dead.id;
      if (!stands) await at.files.remove(claim);
      if (!stands) return 'lost';
      await at.files.rename(claim, lockPath(at.folder));
      for (const path of passed) await at.files.remove(path).catch(() => undefined);
      return 'won';
    }
    const rival = await examineLock(at, claim, takeOver);
    if (rival.kind === 'doubtful') return rival;
    if (rival.kind !== 'stale') return 'lost';
    passed.push(claim);
    last = rival.id;
  }
}

/** Creates a lock or a claim that names this process; false when there is one already. */
export async function createLock(at: LockSurroundings, path: string): Promise<boolean> {
  const began = at.elapsed();
  const slow = () => at.elapsed() - began > writingGrace / 2;
  let created = false;
  try {
    const file = await at.files.createFile(path);
    created = true;
    try {
      await file.write(lockBytes(at.self));
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!created && fileErrorCode(error) === 'EEXIST') return false;
    if (created && !slow()) await at.files.remove(path).catch(() => undefined);
    throw error;
  }
  // NOTE: somebody may be about to take an unwritten file for that of a start that crashed; let it finish, then look.
  if (slow()) await at.wait(writingGrace);
  return true;
}

/** Removes claims on earlier holders, left by starts that broke off. Only for who holds the lock. */
export async function removeOldClaims(at: LockSurroundings): Promise<void> {
  const names = await at.files.listFolder(at.folder).catch(() => []);
  for (const id of names.map(claimedId))
    if (id !== undefined && id !== at.self.nonce)
      await at.files.remove(claimPath(at.folder, id)).catch(() => undefined);
}
