import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FileSystem, fileErrorCode, nodeFileSystem } from '../../electron/store/file-system.ts';
import type { PowerCut } from './disk-tree.ts';
import { type FaultPlan, SimulatedDisk, steadyClock } from './simulated-disk.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

async function diskWithFolder(plan?: FaultPlan): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  await disk.makeFolder('/data');
  return disk.copy(plan);
}

async function put(disk: SimulatedDisk, path: string, text: string, sync = false): Promise<void> {
  const file = await disk.createFile(path);
  await file.write(bytesOf(text));
  if (sync) await file.sync();
  await file.close();
}

/** What lies on the disk after the cut, as text by path. */
function found(disk: SimulatedDisk, cut: PowerCut): Record<string, string> {
  const files = disk.afterPowerCut(cut).contents();
  return Object.fromEntries([...files].map(([path, bytes]) => [path, textOf(bytes) ?? '']));
}

const processOnly: PowerCut = { content: 'kept', changes: 'all' };
const nothingReached: PowerCut = { content: 'dropped', changes: 0 };
const namesOnly: PowerCut = { content: 'dropped', changes: 'all' };
const nuls: PowerCut = { content: 'nuls', changes: 'all' };
const half: PowerCut = { content: 'truncated', changes: 'all' };

describe('a power cut on the simulated disk', () => {
  test('takes a file that was never synced, or its bytes, or half of them, or makes them NULs', async () => {
    const disk = await diskWithFolder();
    await put(disk, '/data/a', 'abcd');
    expect(found(disk, processOnly)).toEqual({ '/data/a': 'abcd' });
    expect(found(disk, nothingReached)).toEqual({});
    expect(found(disk, namesOnly)).toEqual({ '/data/a': '' });
    expect(found(disk, half)).toEqual({ '/data/a': 'ab' });
    expect(found(disk, nuls)).toEqual({ '/data/a': '\0\0\0\0' });
  });

  test('takes a new file that was synced itself when its folder was not', async () => {
    const disk = await diskWithFolder();
    await put(disk, '/data/a', 'abcd', true);
    expect(found(disk, nothingReached)).toEqual({});
    await disk.syncFolder('/data');
    for (const cut of [nothingReached, half, nuls]) expect(found(disk, cut)).toEqual({ '/data/a': 'abcd' });
  });

  test('takes a file back to its last synced bytes', async () => {
    const disk = await diskWithFolder();
    const file = await disk.createFile('/data/a');
    await file.write(bytesOf('abcd'));
    await file.sync();
    await disk.syncFolder('/data');
    await file.write(bytesOf('efgh'));
    expect(found(disk, processOnly)).toEqual({ '/data/a': 'abcdefgh' });
    expect(found(disk, nothingReached)).toEqual({ '/data/a': 'abcd' });
    expect(found(disk, nuls)).toEqual({ '/data/a': '\0'.repeat(8) });
  });

  test('undoes a rename until the folder is synced', async () => {
    const disk = await diskWithFolder();
    await put(disk, '/data/a', 'before', true);
    await disk.syncFolder('/data');
    await put(disk, '/data/new', 'after', true);
    await disk.rename('/data/new', '/data/a');
    expect(found(disk, nothingReached)).toEqual({ '/data/a': 'before' });
    expect(found(disk, { content: 'dropped', changes: 1 })).toEqual({
      '/data/a': 'before',
      '/data/new': 'after',
    });
    expect(found(disk, namesOnly)).toEqual({ '/data/a': 'after' });
    await disk.syncFolder('/data');
    expect(found(disk, nothingReached)).toEqual({ '/data/a': 'after' });
  });

  test('leaves NULs under the final name when the file was renamed before it was synced', async () => {
    const disk = await diskWithFolder();
    await put(disk, '/data/a', 'before', true);
    await disk.syncFolder('/data');
    await put(disk, '/data/new', 'after');
    await disk.rename('/data/new', '/data/a');
    await disk.syncFolder('/data');
    expect(found(disk, nuls)).toEqual({ '/data/a': '\0\0\0\0\0' });
  });

  test('undoes a removal until the folder is synced', async () => {
    const disk = await diskWithFolder();
    disk.place('/data/a', 'abcd');
    await disk.remove('/data/a');
    expect(found(disk, nothingReached)).toEqual({ '/data/a': 'abcd' });
    await disk.syncFolder('/data');
    expect(found(disk, nothingReached)).toEqual({});
  });

  test('finds a file that was moved to another folder in both, or in none, until both are synced', async () => {
    const disk = await diskWithFolder();
    await disk.makeFolder('/aside');
    disk.place('/data/a', 'abcd');
    const before = disk.copy();
    await disk.rename('/data/a', '/aside/a');
    expect(found(disk, nothingReached)).toEqual({ '/data/a': 'abcd' });
    await disk.syncFolder('/aside');
    expect(found(disk, nothingReached)).toEqual({ '/data/a': 'abcd', '/aside/a': 'abcd' });
    await disk.syncFolder('/data');
    expect(found(disk, nothingReached)).toEqual({ '/aside/a': 'abcd' });
    await before.rename('/data/a', '/aside/a');
    await before.syncFolder('/data');
    expect(found(before, nothingReached)).toEqual({});
  });

  test('may keep what was done in another folder before a sync, or undo it', async () => {
    const disk = await diskWithFolder();
    await disk.makeFolder('/other');
    await put(disk, '/other/o', 'o', true);
    await put(disk, '/data/a', 'a', true);
    await disk.syncFolder('/data');
    expect(found(disk, nothingReached)).toEqual({ '/data/a': 'a' });
    expect(found(disk, processOnly)).toEqual({ '/data/a': 'a', '/other/o': 'o' });
  });

  test('never undoes the making of a folder', async () => {
    const disk = await diskWithFolder();
    await disk.makeFolder('/data/deep/er');
    expect(await disk.afterPowerCut(nothingReached).listFolder('/data/deep')).toEqual(['er']);
  });

  test('is offered with every prefix of the changes, and with every fate of bytes where some are not synced', async () => {
    const disk = await diskWithFolder();
    await put(disk, '/data/a', 'a', true);
    await put(disk, '/data/b', 'b', true);
    expect(disk.powerCuts).toEqual([0, 1, 2].map((changes) => ({ content: 'kept', changes })));
    await put(disk, '/data/c', 'c');
    expect(disk.powerCuts).toHaveLength(4 * 4);
    await disk.syncFolder('/data');
    expect(disk.powerCuts.map(({ content }) => content)).toEqual(['kept', 'dropped', 'truncated', 'nuls']);
  });

  test('leaves the disk before it as it was', async () => {
    const disk = await diskWithFolder();
    await put(disk, '/data/a', 'abcd');
    await disk.afterPowerCut(nuls).remove('/data/a');
    expect(textOf(await disk.readFile('/data/a'))).toBe('abcd');
  });
});

describe('the fault plan', () => {
  const failing = (at: number, effect: 'none' | 'half' | 'whole', forEver = false): FaultPlan => ({
    failure: { at, code: 'EIO', effect, forEver },
  });

  test('fails one call, which does nothing, or all from there on', async () => {
    const once = await diskWithFolder(failing(0, 'none'));
    await expect(once.createFile('/data/a')).rejects.toMatchObject({ code: 'EIO' });
    expect(await once.listFolder('/data')).toEqual([]);
    const forEver = await diskWithFolder(failing(1, 'none', true));
    await forEver.listFolder('/data');
    for (let n = 0; n < 3; n += 1)
      await expect(forEver.listFolder('/data')).rejects.toMatchObject({ code: 'EIO' });
  });

  test('fails a write after half of it', async () => {
    const disk = await diskWithFolder(failing(1, 'half'));
    const file = await disk.createFile('/data/a');
    await expect(file.write(bytesOf('abcd'))).rejects.toMatchObject({ code: 'EIO' });
    expect(textOf(await disk.readFile('/data/a'))).toBe('ab');
  });

  test('fails a rename that was done', async () => {
    const disk = await diskWithFolder(failing(0, 'whole'));
    disk.place('/data/a', 'abcd');
    await expect(disk.rename('/data/a', '/data/b')).rejects.toMatchObject({ code: 'EIO' });
    expect(await disk.listFolder('/data')).toEqual(['b']);
  });

  test('stops the machine before a call: nothing is done or answered from there on', async () => {
    const disk = await diskWithFolder({ stopAt: 2 });
    const file = await disk.createFile('/data/a');
    await file.write(bytesOf('abcd'));
    const answered: string[] = [];
    void file.sync().finally(() => answered.push('sync'));
    await disk.stopped;
    void disk.listFolder('/data').finally(() => answered.push('list'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toEqual([]);
    expect(found(disk, namesOnly)).toEqual({ '/data/a': '' });
    expect(disk.calls.map(({ name }) => name)).toEqual(['createFile', 'write', 'sync', 'listFolder']);
  });
});

describe('without faults, the simulated disk', () => {
  const path = fc.constantFrom('', 'a', 'b', 'b/a', 'b/b', 'c', 'd/a/a');
  const step = fc.oneof(
    fc.record({
      call: fc.constantFrom('makeFolder', 'listFolder', 'status', 'readFile', 'remove', 'syncFolder'),
      path,
    }),
    fc.record({
      call: fc.constant('rename'),
      path: fc.constantFrom('a', 'b/a', 'c'),
      to: fc.constantFrom('a', 'b', 'b/b', 'd'),
    }),
    fc.record({ call: fc.constant('write'), path, text: fc.string({ maxLength: 5 }) }),
  );
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  async function answerOf(files: FileSystem, root: string, step: Step): Promise<unknown> {
    const at = join(root, step.path);
    switch (step.call) {
      case 'rename':
        return files.rename(at, join(root, 'to' in step ? step.to : ''));
      case 'write': {
        const file = await files.createFile(at);
        await file.write(bytesOf('text' in step ? step.text : ''));
        await file.write(bytesOf('!'));
        await file.sync();
        return file.close();
      }
      case 'status': {
        // NOTE: the size of a folder is the system's own affair, and so is what its clock says.
        const { size, modified } = await files.status(at);
        const isFile = await files.listFolder(at).then(
          () => false,
          () => true,
        );
        return [isFile && size, !isFile || modified > 0];
      }
      case 'listFolder':
        return [...(await files.listFolder(at))].sort();
      case 'readFile':
        return textOf(await files.readFile(at));
      default:
        return files[step.call as 'makeFolder' | 'remove' | 'syncFolder'](at);
    }
  }

  const settled = (answer: Promise<unknown>) =>
    answer.then(
      (value) => ({ value }),
      (error: unknown) => ({ code: fileErrorCode(error) }),
    );

  test('answers and fails as the real one does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const root = await mkdtemp(join(tmpdir(), 'simulated disk '));
        try {
          const disk = new SimulatedDisk();
          await disk.makeFolder(root);
          for (const step of steps) {
            const real = await settled(answerOf(nodeFileSystem, root, step));
            expect([step, await settled(answerOf(disk, root, step))]).toEqual([step, real]);
          }
        } finally {
          await rm(root, { recursive: true });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('tells when a file was last written, by its clock', async () => {
    const disk = new SimulatedDisk(steadyClock(1_000));
    await disk.makeFolder('/data');
    await put(disk, '/data/a', 'a');
    const { modified } = await disk.status('/data/a');
    await put(disk, '/data/b', 'b');
    expect(modified).toBeGreaterThan(1_000);
    expect((await disk.status('/data/b')).modified).toBeGreaterThan(modified);
    expect((await disk.status('/data/a')).modified).toBe(modified);
  });
});
