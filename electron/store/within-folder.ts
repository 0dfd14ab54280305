import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** Whether a folder is another one or lies in it, as they are written or where their links lead; neither need be there. */
export async function isWithinFolder(outer: string, folder: string): Promise<boolean> {
  return isWithin(outer, folder) || isWithin(await realFolder(outer), await realFolder(folder));
}

/** Where a path leads through every link, in the letter case of the disk; what is not there yet is taken as it is written. */
async function realFolder(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(await realFolder(above), basename(path));
  }
}

function isWithin(outer: string, folder: string): boolean {
  // NOTE: macOS and Windows take both letter cases for one, also of what is not there yet.
  const [from, to] =
    process.platform === 'linux' ? [outer, folder] : [outer.toLowerCase(), folder.toLowerCase()];
  const way = relative(from, to);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}
