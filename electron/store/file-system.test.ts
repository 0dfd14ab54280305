import { promises as fs } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nodeFileSystem } from './file-system.ts';

let folder: string;
/** What the system has been asked to put on the medium and has put there, by path. */
let synced: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ổ đĩa '));
  synced = [];
  const open = fs.open.bind(fs);
  vi.spyOn(fs, 'open').mockImplementation(async (path, ...how) => {
    const handle = await open(path, ...how);
    const sync = handle.sync.bind(handle);
    handle.sync = async () => {
      await sync();
      synced.push(String(path));
    };
    return handle;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe('on the real disk', () => {
  test('a file is on the medium once its sync resolves', async () => {
    const path = join(folder, 'a');
    const file = await nodeFileSystem.createFile(path);
    await file.write(Buffer.from('một'));
    expect(synced).toEqual([]);
    await file.sync();
    expect(synced).toEqual([path]);
    await file.close();
    expect(await readFile(path, 'utf8')).toBe('một');
  });

  test('a file that is there is not created', async () => {
    const path = join(folder, 'a');
    await (await nodeFileSystem.createFile(path)).close();
    await expect(nodeFileSystem.createFile(path)).rejects.toMatchObject({ code: 'EEXIST' });
  });

  describe.skipIf(process.platform === 'win32')('a folder', () => {
    test('is on the medium once its sync resolves', async () => {
      await nodeFileSystem.syncFolder(folder);
      expect(synced).toEqual([folder]);
    });

    test('that is made lasts, with every one above it that was made for it', async () => {
      await nodeFileSystem.makeFolder(join(folder, 'a', 'b', 'c'));
      expect(synced).toEqual([join(folder, 'a', 'b'), join(folder, 'a'), folder]);
    });

    test('that is made within one that was there lasts in that one', async () => {
      await mkdir(join(folder, 'a'));
      await nodeFileSystem.makeFolder(join(folder, 'a', 'b'));
      expect(synced).toEqual([join(folder, 'a')]);
    });

    test('that was made by a program which was stopped before it lasted lasts now', async () => {
      await mkdir(join(folder, 'a'));
      await nodeFileSystem.makeFolder(join(folder, 'a'));
      expect(synced).toEqual([folder]);
    });
  });

  test('a folder that cannot be made is refused, not tried for ever', async () => {
    await writeFile(join(folder, 'tệp'), 'x');
    await expect(nodeFileSystem.makeFolder(join(folder, 'tệp', 'trong'))).rejects.toMatchObject({
      code: 'EEXIST',
    });
    await nodeFileSystem.makeFolder(parse(folder).root);
    if (process.platform === 'linux')
      await expect(nodeFileSystem.makeFolder('/proc/phiếu')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test.runIf(process.platform === 'win32')('a folder is not synced, which Windows cannot', async () => {
    await nodeFileSystem.syncFolder(folder);
    await nodeFileSystem.makeFolder(join(folder, 'a', 'b'));
    expect(synced).toEqual([]);
  });
});
