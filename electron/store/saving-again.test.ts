import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { draftAssessment } from '../../tests/example-assessment.ts';
import { openStore } from '../../tests/open-store.ts';
import type { AssessmentStore } from './assessment-store.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';

const id = '2026-00001';
const at = '2026-11-20T02:00:00.000Z';

/** Where a save fails: before its bytes are anywhere, or when they are in place but may not last. */
type Failure = 'none' | 'nothing written' | 'written all the same';

let folder: string;
/** How the next saves fail. */
let failures: Failure[];
let store: AssessmentStore;

const full = () => Object.assign(new Error(), { code: 'ENOSPC' });
const isOurs = (path: string) => path.startsWith(join(folder, 'assessments'));

const files: FileSystem = {
  ...nodeFileSystem,
  createFile: async (path) => {
    if (isOurs(path) && failures[0] === 'nothing written') {
      failures.shift();
      throw full();
    }
    return nodeFileSystem.createFile(path);
  },
  syncFolder: async (path) => {
    if (isOurs(path) && failures.shift() === 'written all the same') throw full();
    return nodeFileSystem.syncFolder(path);
  },
};
const open = () => openStore(folder, { files, clock: () => new Date(at), wait: async () => undefined });
const figure = (value: number) => (assessment: Assessment) => ({
  ...assessment,
  answers: { ...assessment.answers, children: { value, at, by: null } },
});
const failed = { code: 'storage_failed', message: expect.stringContaining('Ổ đĩa đã đầy') };
const conflict = { code: 'conflict' };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ghi lại '));
  failures = [];
  store = open();
  await store.create(draftAssessment({}, { saves: 0 }));
  await store.settled();
});
afterEach(async () => {
  await store.settled();
  await rm(folder, { recursive: true });
});

describe('a save that failed', () => {
  test.each<[how: Failure[]]>([
    [['nothing written']],
    [['written all the same']],
    [['written all the same', 'nothing written']],
    [['nothing written', 'written all the same']],
    [['written all the same', 'written all the same', 'nothing written', 'nothing written']],
  ])('(%j) goes through when the window tries it again', async (how) => {
    for (const [n, failure] of how.entries()) {
      failures = [failure];
      await expect(store.change(id, 0, figure(n + 1))).rejects.toMatchObject(failed);
    }
    const saved = await store.change(id, 0, figure(50));
    expect(saved.answers.children?.value).toBe(50);
    expect(await open().read(id)).toEqual(saved);
  });

  test('and went through at last gives nobody a way around a state that they have not seen', async () => {
    failures = ['nothing written'];
    await expect(store.change(id, 0, figure(1))).rejects.toMatchObject(failed);
    await store.change(id, 0, figure(1));
    await expect(store.change(id, 0, figure(900))).rejects.toMatchObject(conflict);
    expect((await store.read(id)).answers.children?.value).toBe(1);
  });

  test('is refused when another program saved before it was tried again', async () => {
    failures = ['nothing written'];
    await expect(store.change(id, 0, figure(1))).rejects.toMatchObject(failed);
    const other = openStore(folder);
    await other.change(id, 0, figure(2));
    await other.settled();
    await expect(store.change(id, 0, figure(1))).rejects.toMatchObject(conflict);
    expect((await store.read(id)).answers.children?.value).toBe(2);
  });

  test('though it is on the disk is refused again to a window that saved from what it saw there', async () => {
    failures = ['written all the same'];
    await expect(store.change(id, 0, figure(1))).rejects.toMatchObject(failed);
    const seen = await store.read(id);
    await store.change(id, seen.saves, figure(2));
    await expect(store.change(id, 0, figure(1))).rejects.toMatchObject(conflict);
    expect((await store.read(id)).answers.children?.value).toBe(2);
  });

  test('and went through at last is not saved over by a window that saw it on the disk before', async () => {
    failures = ['written all the same'];
    await expect(store.change(id, 0, figure(1))).rejects.toMatchObject(failed);
    const seen = await store.read(id);
    await store.change(id, 0, figure(2));
    await expect(store.change(id, seen.saves, figure(900))).rejects.toMatchObject(conflict);
    expect((await store.read(id)).answers.children?.value).toBe(2);
  });

  test('behind one that was acknowledged lets nobody go around that one, and goes through when tried again', async () => {
    // The first of the two is written by itself, since the state that it makes is backed up before the second.
    failures = ['none', 'written all the same'];
    const [first, second] = await Promise.allSettled([
      store.change(id, 0, figure(1)),
      store.change(id, 1, figure(2), 'reopening'),
    ]);
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected']);
    await expect(store.change(id, 0, figure(900))).rejects.toMatchObject(conflict);
    expect((await store.change(id, 1, figure(2), 'reopening')).answers.children?.value).toBe(2);
  });
});

test('a recovery counts beyond every state that was shown, though there is no backup of it', async () => {
  const main = join(folder, 'assessments', `${id}.json`);
  const unbacked: FileSystem = {
    ...nodeFileSystem,
    createFile: (path) => (isOurs(path) ? nodeFileSystem.createFile(path) : Promise.reject(full())),
  };
  store = openStore(folder, { files: unbacked, wait: async () => undefined });
  await writeFile(main, 'hỏng');
  const shown = await store.read(id);
  await writeFile(main, 'lại hỏng');
  const again = await store.read(id);
  expect(again.saves).toBeGreaterThan(shown.saves);
  await expect(store.change(id, shown.saves, figure(900))).rejects.toMatchObject(conflict);
});

describe('a file that could not be created in its last step', () => {
  const draft = draftAssessment({}, { id: '2026-00002', saves: 0 });
  const place = () => join(folder, 'assessments', '2026-00002.json');

  test('is taken back', async () => {
    failures = ['written all the same'];
    await expect(store.create(draft)).rejects.toMatchObject(failed);
    await expect(readFile(place())).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('is left alone when something else lies there meanwhile', async () => {
    let isFull = true;
    const meanwhile: FileSystem = {
      ...nodeFileSystem,
      syncFolder: async () => {
        if (!isFull) return;
        isFull = false;
        await writeFile(place(), 'của người khác');
        throw full();
      },
    };
    store = openStore(folder, { files: { ...meanwhile, makeFolder: async () => undefined } });
    await expect(store.create(draft)).rejects.toMatchObject(failed);
    expect(await readFile(place(), 'utf8')).toBe('của người khác');
  });
});

test('the 16 assessments used last are not read again, and no more than those are remembered', async () => {
  const ids = Array.from({ length: 17 }, (_, n) => `2026-001${String(n).padStart(2, '0')}`);
  for (const one of ids) await store.create(draftAssessment({}, { id: one, saves: 0 }));
  await store.settled();
  const read: string[] = [];
  store = openStore(folder, {
    files: {
      ...nodeFileSystem,
      readFile: (path) => {
        read.push(path);
        return nodeFileSystem.readFile(path);
      },
    },
  });
  const readFor = async (wanted: readonly string[]) => {
    read.length = 0;
    for (const one of wanted) await store.read(one);
    return new Set(read.filter(isOurs)).size;
  };
  expect(await readFor(ids)).toBe(17);
  expect(await readFor(ids.slice(1))).toBe(0);
  expect(await readFor(ids.slice(0, 1))).toBe(1);
});
