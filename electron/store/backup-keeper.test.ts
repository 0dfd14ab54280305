import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftAssessment } from '../../tests/example-assessment.ts';
import { encodeAssessment } from './assessment-file.ts';
import { BackupKeeper } from './backup-keeper.ts';
import { nodeFileSystem } from './file-system.ts';
import { prepareSecondFolder } from './second-folder.ts';

const id = '2026-00001';
let folder: string;
let keeper: BackupKeeper;
/** What lies in the assessment's own file. */
let state: Uint8Array;
/** How often that was read. */
let reads: number;
let isWritable: boolean;
let isFull: boolean;
let now: string;

const lying = (saves: number, children = saves) => encodeAssessment(draftAssessment({ children }, { saves }));
const names = (place = join(folder, 'backups', id)) => readdir(place).catch(() => []);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  folder = await mkdtemp(join(tmpdir(), 'giữ bản '));
  state = lying(1);
  reads = 0;
  isWritable = true;
  isFull = false;
  now = '2026-11-20T02:00:00.000Z';
  keeper = new BackupKeeper({
    dataFolder: folder,
    files: nodeFileSystem,
    clock: () => new Date(now),
    log: () => undefined,
    readAssessment: async () => {
      reads += 1;
      if (isFull) throw Object.assign(new Error(), { code: 'ENOSPC' });
      return state;
    },
    makeWritable: async () => {
      if (!isWritable) throw Object.assign(new Error(), { code: 'EROFS' });
    },
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

/** So long passes, and what begins in that time comes to its end. */
async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  // NOTE: one comes after another, so that what is refused for want of a second folder waits for all that has begun.
  await keeper.copyToSecond(id, async () => state).catch(() => undefined);
}

describe('a planned backup', () => {
  test('is made once for all that was saved meanwhile, and is not put off by it', async () => {
    keeper.plan(id);
    await pass(200);
    for (let n = 0; n < 5; n += 1) keeper.plan(id);
    expect(reads).toBe(0);
    await pass(50);
    expect(reads).toBe(1);
    await pass(5_000);
    expect(reads).toBe(1);
  });

  test('that could not be made is tried again by itself, and is then no trouble any more', async () => {
    isFull = true;
    keeper.plan(id);
    await pass(250);
    expect(await keeper.troubles()).toMatchObject([{ about: 'backups' }]);
    isFull = false;
    await pass(60_000);
    expect(await keeper.troubles()).toEqual([]);
    expect(await names()).toHaveLength(1);
    await pass(600_000);
    expect(reads).toBe(2);
  });

  test('does not wait for a retry when more is saved', async () => {
    isFull = true;
    keeper.plan(id);
    await pass(250);
    isFull = false;
    keeper.plan(id);
    await pass(250);
    expect(await names()).toHaveLength(1);
    await pass(600_000);
    expect(reads).toBe(2);
  });

  test('of what lies there already is not made again', async () => {
    keeper.plan(id);
    await keeper.settled();
    keeper.plan(id);
    await keeper.settled();
    expect(await names()).toHaveLength(1);
  });

  test('of another state with the same count of saves is made beside the first', async () => {
    keeper.plan(id);
    await keeper.settled();
    const [first] = await names();
    state = lying(1, 900);
    now = '2026-11-20T03:00:00.000Z';
    keeper.plan(id);
    await keeper.settled();
    expect(await names()).toEqual([first, expect.stringContaining('T03-00')]);
  });
});

describe('while the data folder is not ours to write to', () => {
  const untouched = async () => {
    for (let saves = 1; saves < 13; saves += 1) {
      state = lying(saves);
      keeper.plan(id);
      await keeper.settled();
    }
    const before = await names();
    isWritable = false;
    state = lying(13);
    return before;
  };

  test('no backup is written and none is pruned, which is told', async () => {
    const before = await untouched();
    keeper.plan(id);
    await keeper.settled();
    expect(await names()).toEqual(before);
    expect(await keeper.troubles()).toMatchObject([
      { about: 'backups', message: expect.stringContaining('EROFS') },
    ]);
  });

  test('nothing is backed up before it is replaced, so that it must not be', async () => {
    const before = await untouched();
    await expect(keeper.before('restore', id)).rejects.toMatchObject({ code: 'storage_failed' });
    expect(await names()).toEqual(before);
  });

  test('nothing is copied to the second folder', async () => {
    await untouched();
    const usb = await mkdtemp(join(tmpdir(), 'ổ USB '));
    await prepareSecondFolder(nodeFileSystem, folder, usb, 'MAY-1');
    keeper.setSecond({ folder: usb, machine: 'MAY-1' });
    await expect(keeper.copyToSecond(id, async () => state)).rejects.toMatchObject({
      code: 'storage_failed',
    });
    expect(await names(join(usb, 'child-friendly-communes-backups', 'MAY-1'))).toEqual([]);
    await rm(usb, { recursive: true });
  });
});
