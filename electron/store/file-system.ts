/** The few calls that the store makes to the disk, injected so that it can be run against a disk that fails. */
import { constants, promises as fs } from 'node:fs';
import { dirname } from 'node:path';

export interface WritableFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Returns once the bytes are on the medium. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface FileStatus {
  /** In bytes. */
  readonly size: number;
  /** When the file was last written, in milliseconds since 1970. */
  readonly modified: number;
}

export interface FileSystem {
  /** Makes a folder and those above it, durably; nothing happens when it is there. */
  makeFolder(path: string): Promise<void>;
  /** Names of everything in a folder. */
  listFolder(path: string): Promise<readonly string[]>;
  /** Of a file or folder; fails with ENOENT when there is none. */
  status(path: string): Promise<FileStatus>;
  readFile(path: string): Promise<Uint8Array>;
  /** Creates a file that must not exist yet. */
  createFile(path: string): Promise<WritableFile>;
  /** Replaces what is at `to`. */
  rename(from: string, to: string): Promise<void>;
  /** Nothing happens when it is not there. */
  remove(path: string): Promise<void>;
  /** Fails where something is in it. */
  removeFolder(path: string): Promise<void>;
  /** Makes what was created, renamed or removed in the folder durable. */
  syncFolder(path: string): Promise<void>;
}

/** The real one, for what is ours alone. */
export const nodeFileSystem: FileSystem = realFileSystem(0o600, 0o700);
/** The same for what is given away: printed documents are as readable as the folder they go to allows. */
export const sharedFileSystem: FileSystem = realFileSystem(0o666, 0o777);

function realFileSystem(mode: number, folderMode: number): FileSystem {
  return {
    makeFolder: (path) => makeFolder(path, folderMode),
    async listFolder(path) {
      return fs.readdir(path);
    },
    async status(path) {
      const { size, mtimeMs } = await fs.stat(path);
      return { size, modified: mtimeMs };
    },
    readFile: (path) => fs.readFile(path),
    async createFile(path) {
      const handle = await fs.open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode);
      return {
        // NOTE: writeFile on a handle loops until every byte is written; handle.write may write fewer.
        write: (bytes) => handle.writeFile(bytes),
        sync: () => handle.sync(),
        close: () => handle.close(),
      };
    },
    rename: (from, to) => fs.rename(from, to),
    remove: (path) => fs.rm(path, { force: true }),
    removeFolder: (path) => fs.rmdir(path),
    syncFolder,
  };
}

/** NOTE: level by level, because Node's own way goes round for ever where a folder takes no others (/proc). */
async function makeFolder(path: string, mode: number): Promise<void> {
  const made: string[] = [];
  for (let missing = path; !(await isFolder(missing)); missing = dirname(missing)) {
    made.push(missing);
    if (dirname(missing) === missing) break;
  }
  for (const folder of made.toReversed())
    await fs.mkdir(folder, mode).catch(async (error: unknown) => {
      // Another program may have made it at the same moment.
      if (fileErrorCode(error) !== 'EEXIST' || !(await isFolder(folder))) throw error;
    });
  // A new folder lasts only once the folder that names it is on the disk, up to the one that was there before. One that
  // was there may have been made by a program that was stopped before that.
  for (const folder of made.length === 0 ? [path] : made) await syncFolder(dirname(folder));
}

/** Whether a name leads elsewhere. False too for what cannot be looked at. */
export function isLink(path: string): Promise<boolean> {
  return fs.lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

/** False too for what cannot be looked at. */
export function isFolder(path: string): Promise<boolean> {
  return fs.stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function syncFolder(path: string): Promise<void> {
  // NOTE: Windows cannot open a folder for syncing; there NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = await fs.open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The system's code of a file error (`ENOENT`, `ENOSPC`), if it is one. */
export function fileErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
