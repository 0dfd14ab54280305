/**
 * Waits for files that another program holds for a moment, as antivirus and cloud folders do on Windows. Only what has
 * then not happened is tried again, a bounded number of times, and each time is logged.
 */
import { ownPlace } from '../log/own-place.ts';
import { type FileSystem, fileErrorCode } from './file-system.ts';

const heldForAMoment: ReadonlySet<string | undefined> = new Set(['EPERM', 'EBUSY', 'EACCES']);

/** In milliseconds, before each further try. */
const pauses = [20, 40, 80, 160, 320];

export interface Patience {
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly log: (line: string) => void;
}

export function patientFileSystem(files: FileSystem, { wait, log }: Patience): FileSystem {
  async function patiently<T>(what: string, work: () => Promise<T>): Promise<T> {
    for (const pause of pauses) {
      try {
        return await work();
      } catch (error) {
        const code = fileErrorCode(error);
        if (!heldForAMoment.has(code)) throw error;
        log(`${code}: ${what}; trying again in ${pause} ms`);
        await wait(pause);
      }
    }
    return work();
  }
  return {
    makeFolder: (path) => files.makeFolder(path),
    listFolder: (path) => files.listFolder(path),
    status: (path) => files.status(path),
    readFile: (path) => patiently(`read ${ownPlace(path)}`, () => files.readFile(path)),
    // NOTE: writing and syncing are not tried again: after a failed sync the system may have dropped what was written.
    createFile: (path) => patiently(`create ${ownPlace(path)}`, () => files.createFile(path)),
    rename: (from, to) =>
      patiently(`rename ${ownPlace(from)} to ${ownPlace(to)}`, () => files.rename(from, to)),
    remove: (path) => patiently(`remove ${ownPlace(path)}`, () => files.remove(path)),
    removeFolder: (path) => patiently(`remove ${ownPlace(path)}`, () => files.removeFolder(path)),
    syncFolder: (path) => files.syncFolder(path),
  };
}
