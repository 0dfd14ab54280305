import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../store/file-system.ts';
import type { Knock } from './channel.ts';
import { writingGrace } from './examine-lock.ts';
import { FolderLock } from './folder-lock.ts';
import { claimPath, type LockRecord, lockPath } from './lock-record.ts';

let parent: string;
let folder: string;
/** Who answers, by nonce. */
let answers: Map<string, Knock['kind']>;
let now: number;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'khóa thư mục '));
  folder = join(parent, 'dữ liệu');
  answers = new Map();
  now = 0;
});
afterEach(() => rm(parent, { recursive: true }));

let made = 0;
function record(overrides: Partial<LockRecord> = {}): LockRecord {
  made += 1;
  return {
    program: 'electron',
    pid: 1000 + made,
    host: 'may-nay',
    started: '2026-11-02T01:02:03.000Z',
    nonce: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    channel: '/tmp/cfc-abcdef/channel',
    ...overrides,
  };
}

/** A start of the program on this machine; waiting only moves its clock. */
function start(files: FileSystem = nodeFileSystem, self = record()): { lock: FolderLock; self: LockRecord } {
  answers.set(self.nonce, 'answered');
  const lock = new FolderLock({
    files,
    folder,
    self,
    knock: async ({ nonce }) => ({ kind: answers.get(nonce) ?? 'gone' }),
    wait: async (milliseconds) => {
      now += milliseconds;
    },
    elapsed: () => now,
  });
  return { lock, self };
}

const onDisk = () => readFile(lockPath(folder), 'utf8').then(JSON.parse);
const failing = (code: string) => async () => {
  throw Object.assign(new Error(code), { code });
};

/** Leaves a lock as a power cut does: the file is there, and nobody answers. */
async function leaveLock(left: LockRecord): Promise<LockRecord> {
  await mkdir(folder, { recursive: true });
  await writeFile(lockPath(folder), JSON.stringify(left));
  return left;
}

describe('the lock on the data folder', () => {
  test('is taken in a folder that is not there yet, and names its holder', async () => {
    const { lock, self } = start();
    expect(await lock.acquire()).toEqual({ kind: 'held' });
    expect(await onDisk()).toEqual(self);
    expect(await lock.holds()).toBe(true);
  });

  test('is refused while its holder lives', async () => {
    const first = start();
    await first.lock.acquire();
    const second = start();
    expect(await second.lock.acquire()).toEqual({ kind: 'elsewhere', holder: first.self });
    expect(await second.lock.acquire({ takeOver: true })).toMatchObject({ kind: 'elsewhere' });
    expect(await second.lock.holds()).toBe(false);
    expect(await first.lock.holds()).toBe(true);
  });

  test('is free again once it is given back', async () => {
    const first = start();
    await first.lock.acquire();
    await first.lock.release();
    expect(await readdir(folder)).toEqual([]);
    expect(await first.lock.holds()).toBe(false);
    expect(await start().lock.acquire()).toEqual({ kind: 'held' });
  });

  test('is taken over, and whose it was is said, when its holder is dead, whoever has its pid now', async () => {
    const dead = await leaveLock(record({ pid: process.pid }));
    const { lock, self } = start();
    expect(await lock.acquire()).toEqual({ kind: 'held', tookOver: dead });
    expect(await onDisk()).toEqual(self);
    expect(await readdir(folder)).toEqual(['lock.json']);
  });

  test('is given back only by whom it belongs to', async () => {
    const first = start();
    await first.lock.acquire();
    answers.delete(first.self.nonce);
    const second = start();
    await second.lock.acquire();
    await first.lock.release();
    expect(await onDisk()).toEqual(second.self);
  });
});

describe('a holder that cannot be asked', () => {
  test('on another machine is not taken for dead', async () => {
    const holder = await leaveLock(record({ host: 'may-khac' }));
    const { lock } = start();
    expect(await lock.acquire()).toEqual({ kind: 'doubtful', holder, why: 'other machine' });
    expect(await lock.holds()).toBe(false);
    expect(await onDisk()).toEqual(holder);
  });

  test('on this machine, there but silent, is not taken for dead', async () => {
    const holder = await leaveLock(record());
    answers.set(holder.nonce, 'silent');
    expect(await start().lock.acquire()).toEqual({ kind: 'doubtful', holder, why: 'no answer' });
  });

  test.each(['other machine', 'silent'])('is followed when the person says so (%s)', async (why) => {
    const holder = await leaveLock(record(why === 'silent' ? {} : { host: 'may-khac' }));
    if (why === 'silent') answers.set(holder.nonce, 'silent');
    const { lock, self } = start();
    expect(await lock.acquire({ takeOver: true })).toEqual({ kind: 'held', tookOver: holder });
    expect(await onDisk()).toEqual(self);
  });

  test('is alive when it answers, though the machine was renamed since', async () => {
    const holder = await leaveLock(record({ host: 'ten-cu' }));
    answers.set(holder.nonce, 'answered');
    expect(await start().lock.acquire()).toEqual({ kind: 'elsewhere', holder });
  });
});

describe('a lock that cannot be read', () => {
  test.each([
    ['empty', ''],
    ['filled with NULs', '\0'.repeat(200)],
    ['cut off', JSON.stringify(record()).slice(0, 40)],
    ['of another shape', '{"pid":1}'],
  ])('is taken over when it is %s, once it has not changed for a while', async (_how, text) => {
    await mkdir(folder);
    await writeFile(lockPath(folder), text);
    const { lock, self } = start();
    expect(await lock.acquire()).toEqual({ kind: 'held', tookOver: 'damaged' });
    expect(now).toBeGreaterThanOrEqual(writingGrace);
    expect(await onDisk()).toEqual(self);
  });

  test('is left to who is just writing it', async () => {
    const { lock: first, self } = start({
      ...nodeFileSystem,
      createFile: async (path) => {
        const file = await nodeFileSystem.createFile(path);
        expect(await readFile(path, 'utf8')).toBe('');
        return { ...file, write: (bytes) => written.promise.then(() => file.write(bytes)) };
      },
    });
    const written = Promise.withResolvers<void>();
    const taking = first.acquire();
    await expect.poll(() => readdir(folder)).toEqual(['lock.json']);
    const second = start({
      ...nodeFileSystem,
      status: async (path) => {
        if (now > writingGrace / 4) written.resolve();
        if (now > writingGrace / 4) await taking;
        return nodeFileSystem.status(path);
      },
    });
    expect(await second.lock.acquire()).toEqual({ kind: 'elsewhere', holder: self });
    expect(await taking).toEqual({ kind: 'held' });
  });
});

describe('whether the lock still holds', () => {
  test('costs one look at its status while nothing changed', async () => {
    const calls: string[] = [];
    const files = Object.fromEntries(
      Object.entries(nodeFileSystem).map(([name, work]) => [
        name,
        (...args: never[]) => {
          calls.push(name);
          return (work as (...all: never[]) => unknown)(...args);
        },
      ]),
    ) as unknown as FileSystem;
    const { lock } = start(files);
    await lock.acquire();
    calls.length = 0;
    expect(await lock.holds()).toBe(true);
    expect(calls).toEqual(['status']);
  });

  test('is no once another program took it, and yes again once that has ended', async () => {
    const first = start();
    await first.lock.acquire();
    answers.set(first.self.nonce, 'silent');
    const second = start();
    await second.lock.acquire({ takeOver: true });
    expect(await first.lock.holds()).toBe(false);
    expect(await second.lock.holds()).toBe(true);
    await second.lock.release();
    expect(await first.lock.holds()).toBe(true);
    expect(await onDisk()).toEqual(first.self);
  });

  test('is yes for a lock that was only touched', async () => {
    const { lock } = start();
    await lock.acquire();
    await utimes(lockPath(folder), 1, 1);
    expect(await lock.holds()).toBe(true);
  });

  test('makes a lock that vanished anew, once for all who ask', async () => {
    const { lock, self } = start();
    await lock.acquire();
    await rm(lockPath(folder));
    expect(await Promise.all([lock.holds(), lock.holds(), lock.holds()])).toEqual([true, true, true]);
    expect(await onDisk()).toEqual(self);
  });

  test('is a failure of the folder, not a no, while the folder is gone, which is not made anew', async () => {
    const { lock } = start();
    await lock.acquire();
    await rename(folder, `${folder} rút ra`);
    await expect(lock.holds()).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(parent)).toEqual(['dữ liệu rút ra']);
    await rename(`${folder} rút ra`, folder);
    expect(await lock.holds()).toBe(true);
  });

  test('is a no when the folder comes back with the lock of another machine', async () => {
    const { lock } = start();
    await lock.acquire();
    await leaveLock(record({ host: 'may-khac' }));
    expect(await lock.holds()).toBe(false);
  });

  test.each(['ENOTDIR', 'EROFS', 'EACCES'])(
    'of a folder that takes none (%s) is asked again at the next write',
    async (code) => {
      const broken = { ...nodeFileSystem };
      const createFile = { ...nodeFileSystem }.createFile;
      const { lock } = start(broken);
      Object.assign(broken, { createFile: failing(code) });
      await expect(lock.acquire()).rejects.toMatchObject({ code });
      await expect(lock.holds()).rejects.toMatchObject({ code });
      Object.assign(broken, { createFile });
      expect(await lock.holds()).toBe(true);
    },
  );
});

describe('a takeover that broke off', () => {
  test('is finished by the next start: the claim of a dead process is followed in turn', async () => {
    const dead = await leaveLock(record());
    const deadToo = record();
    await writeFile(claimPath(folder, dead.nonce), JSON.stringify(deadToo));
    await writeFile(claimPath(folder, deadToo.nonce), '');
    const { lock, self } = start();
    expect(await lock.acquire()).toEqual({ kind: 'held', tookOver: dead });
    expect(await onDisk()).toEqual(self);
    expect(await readdir(folder)).toEqual(['lock.json']);
  });

  test('leaves the lock to a claim whose maker lives', async () => {
    const dead = await leaveLock(record());
    const rival = record();
    answers.set(rival.nonce, 'answered');
    await writeFile(claimPath(folder, dead.nonce), JSON.stringify(rival));
    const { lock } = start({
      ...nodeFileSystem,
      createFile: async (path) => {
        if (now > 500) await rename(claimPath(folder, dead.nonce), lockPath(folder)).catch(() => undefined);
        return nodeFileSystem.createFile(path);
      },
    });
    expect(await lock.acquire()).toEqual({ kind: 'elsewhere', holder: rival });
    expect(await onDisk()).toEqual(rival);
  });

  test('does not win with a claim made after the dead lock was followed', async () => {
    const dead = await leaveLock(record());
    const winner = record();
    const { lock } = start({
      ...nodeFileSystem,
      createFile: async (path) => {
        if (path === claimPath(folder, dead.nonce)) {
          answers.set(winner.nonce, 'answered');
          await leaveLock(winner);
        }
        return nodeFileSystem.createFile(path);
      },
    });
    expect(await lock.acquire()).toEqual({ kind: 'elsewhere', holder: winner });
    expect(await readdir(folder)).toEqual(['lock.json']);
  });

  test('is swept away when its dead lock is long gone', async () => {
    await mkdir(folder);
    await writeFile(claimPath(folder, 'xưa'), '');
    await start().lock.acquire();
    expect(await readdir(folder)).toEqual(['lock.json']);
  });
});
