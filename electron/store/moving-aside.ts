/** Moves a file into a folder that keeps what is not used any more, under a name with the instant; nothing is replaced. */
import { dirname, join } from 'node:path';
import { type FileSystem, fileErrorCode } from './file-system.ts';

/** Gives the instant that it is kept under: `at`, or just after it where that is taken. */
export async function moveInto(
  files: FileSystem,
  folder: string,
  path: string,
  { name, at, ending }: { readonly name: string; readonly at: Date; readonly ending: string },
): Promise<string> {
  await files.makeFolder(folder);
  const taken = new Set(await namesIn(files, folder));
  let instant = at;
  let file = keptName(name, instant, ending);
  while (taken.has(file)) {
    instant = new Date(instant.getTime() + 1);
    file = keptName(name, instant, ending);
  }
  await files.rename(path, join(folder, file));
  // NOTE: the new place first: a power cut in between may leave the file in both places, never in none.
  await files.syncFolder(folder);
  await files.syncFolder(dirname(path));
  return instant.toISOString();
}

/** None where there is no such folder. */
export async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await files.listFolder(folder);
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

// NOTE: Windows takes no colon in a name.
function keptName(name: string, at: Date, ending: string): string {
  return `${name}_${at.toISOString().replaceAll(':', '-')}${ending}`;
}
