/** Writes a file so that a power cut leaves the state before or the state after, never a part. */
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';

/** The name of a file that is being written. */
const temporaryName = (name: string) => `.${name}.${randomUUID()}.tmp`;
const temporaryFile = /^\.(.+)\.[0-9a-f-]{36}\.tmp$/;

/**
 * Unique temp file, fsync, rename, fsync of the folder; resolves only then. Until the rename the old state stands whole,
 * and a failure before it leaves nothing behind.
 */
export async function writeDurably(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName(basename(path)));
  try {
    const file = await files.createFile(temporary);
    try {
      await file.write(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await files.rename(temporary, path);
  } catch (error) {
    // The write has failed and says so; a leftover temp file must not hide that behind an error of its own.
    await files.remove(temporary).catch(() => undefined);
    throw error;
  }
  await files.syncFolder(folder);
}

/**
 * Removes what writes that a power cut broke off have left in a folder; in one that is not ours alone, only of files with
 * such names. Only while nothing is being written there.
 */
export async function removeLeftovers(
  files: FileSystem,
  folder: string,
  isOurs: (name: string) => boolean = () => true,
): Promise<void> {
  for (const name of await files.listFolder(folder)) {
    const written = temporaryFile.exec(name)?.[1];
    if (written !== undefined && isOurs(written)) await files.remove(join(folder, name));
  }
}
