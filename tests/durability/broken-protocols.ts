/** Ways of writing that lose data. The proof must find fault with each of them; else it proves nothing. */
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileSystem, WritableFile } from '../../electron/store/file-system.ts';
import type { SimulatedDisk } from './simulated-disk.ts';

/** How calls of the store reach the disk. */
export type Protocol = (disk: SimulatedDisk) => FileSystem;

export const rightProtocol: Protocol = (disk) => disk;

export const brokenProtocols: Readonly<Record<string, Protocol>> = {
  'files are not synced': (disk) => ({
    ...calls(disk),
    createFile: async (path) => ({ ...(await disk.createFile(path)), sync: async () => undefined }),
  }),

  'folders are not synced': (disk) => ({ ...calls(disk), syncFolder: async () => undefined }),

  'a file is renamed before it is synced': (disk) => {
    const late = new Map<string, WritableFile>();
    return {
      ...calls(disk),
      createFile: async (path) => {
        const file = await disk.createFile(path);
        late.set(path, file);
        return {
          write: (bytes) => file.write(bytes),
          sync: async () => undefined,
          close: async () => undefined,
        };
      },
      rename: async (from, to) => {
        await disk.rename(from, to);
        await late.get(from)?.sync();
        await late.get(from)?.close();
      },
    };
  },

  'nobody waits for the sync of a file': (disk) => ({
    ...calls(disk),
    createFile: async (path) => {
      const file = await disk.createFile(path);
      return {
        ...file,
        sync: async () => {
          void setImmediate().then(() => file.sync().catch(() => undefined));
        },
      };
    },
  }),

  'nobody waits for the sync of a folder': (disk) => ({
    ...calls(disk),
    syncFolder: async (path) => {
      void setImmediate().then(() => disk.syncFolder(path).catch(() => undefined));
    },
  }),

  'every temp file of a file has one name': (disk) => ({
    ...calls(disk),
    createFile: (path) => disk.createFile(oneName(path)),
    rename: (from, to) => disk.rename(oneName(from), to),
    remove: (path) => disk.remove(oneName(path)),
  }),

  'every temp file of a file has one name and may be there already': (disk) => ({
    ...calls(disk),
    createFile: (path) => disk.openEmptied(oneName(path)),
    rename: (from, to) => disk.rename(oneName(from), to),
    remove: (path) => disk.remove(oneName(path)),
  }),

  'a file is written in its place': (disk) => ({
    ...calls(disk),
    createFile: (path) => disk.openEmptied(finalName(path)),
    rename: async () => undefined,
    remove: async (path) => {
      if (finalName(path) === path) await disk.remove(path);
    },
  }),
};

const temporary = /^\.(.+)\.[0-9a-f-]{36}\.tmp$/;

const oneName = (path: string) => join(dirname(path), basename(path).replace(temporary, '.$1.tmp'));
const finalName = (path: string) => join(dirname(path), basename(path).replace(temporary, '$1'));

/** The calls of the disk as a plain object, to be changed by spreading. */
function calls(disk: SimulatedDisk): FileSystem {
  return {
    makeFolder: (path) => disk.makeFolder(path),
    listFolder: (path) => disk.listFolder(path),
    status: (path) => disk.status(path),
    readFile: (path) => disk.readFile(path),
    createFile: (path) => disk.createFile(path),
    rename: (from, to) => disk.rename(from, to),
    remove: (path) => disk.remove(path),
    removeFolder: (path) => disk.removeFolder(path),
    syncFolder: (path) => disk.syncFolder(path),
  };
}
