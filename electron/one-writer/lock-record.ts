/** What stands in `lock.json`: who writes to the data folder, and where to ask whether it still runs. */
import { join } from 'node:path';
import { z } from 'zod';
import { type FileSystem, fileErrorCode } from '../store/file-system.ts';

const lockRecordSchema = z.object({
  program: z.enum(['electron', 'browser']),
  /** For whoever reads the file. Says nothing about being alive: after a power cut another program may have the number. */
  pid: z.int().positive(),
  /** The name of the machine. */
  host: z.string(),
  started: z.iso.datetime(),
  nonce: z.uuid(),
  /** Where the holder answers, on its own machine alone. */
  channel: z.string(),
});

export type LockRecord = z.infer<typeof lockRecordSchema>;

/** The `id` is that of one holder, or of one damaged file, and never comes back. */
export type FoundLock =
  | { readonly kind: 'absent' }
  | { readonly kind: 'record'; readonly id: string; readonly record: LockRecord }
  | { readonly kind: 'damaged'; readonly id: string };

const lockName = 'lock.json';
const claimName = /^\.lock\.(.+)\.claim$/;

export function lockPath(folder: string): string {
  return join(folder, lockName);
}

/** Where one process at most claims to follow the dead holder `id`. */
export function claimPath(folder: string, id: string): string {
  return join(folder, `.lock.${id}.claim`);
}

/** Whose follower a file of the data folder claims to be; undefined for any other file. */
export function claimedId(name: string): string | undefined {
  return claimName.exec(name)?.[1];
}

export function lockBytes(record: LockRecord): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`);
}

/** Fails only where the disk does; a file that is not a lock is `damaged`. */
export async function readLock(files: FileSystem, path: string): Promise<FoundLock> {
  try {
    const { size, modified } = await files.status(path);
    const record = parseLock(await files.readFile(path));
    return record === undefined
      ? { kind: 'damaged', id: `${size}-${Math.trunc(modified)}` }
      : { kind: 'record', id: record.nonce, record };
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return { kind: 'absent' };
    throw error;
  }
}

function parseLock(bytes: Uint8Array): LockRecord | undefined {
  try {
    return lockRecordSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
