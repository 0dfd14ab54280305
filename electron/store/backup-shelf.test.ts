import { copyFile, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { draftAssessment } from '../../tests/example-assessment.ts';
import { openStore } from '../../tests/open-store.ts';
import { encodeAssessment } from './assessment-file.ts';
import type { AssessmentStore } from './assessment-store.ts';
import { backupName } from './backup-name.ts';
import { largestFile } from './envelope.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';

const id = '2026-00001';
const at = '2026-11-20T02:00:00.000Z';
let folder: string;
/** Paths that were read. */
let read: string[];
/** Paths that answer EIO, and how often they still do. */
let bad: Map<string, number>;
let store: AssessmentStore;

const files: FileSystem = {
  ...nodeFileSystem,
  readFile: async (path) => {
    read.push(path);
    const times = bad.get(path) ?? 0;
    bad.set(path, times - 1);
    if (times > 0) throw Object.assign(new Error(), { code: 'EIO' });
    return nodeFileSystem.readFile(path);
  },
};
const main = () => join(folder, 'assessments', `${id}.json`);
const backupOf = (saves: number) => join(folder, 'backups', id, backupName(id, saves, at, 'save').file);
const figure = (value: number) => (assessment: Assessment) => ({
  ...assessment,
  answers: { ...assessment.answers, children: { value, at, by: null } },
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giá sách '));
  read = [];
  bad = new Map();
  store = openStore(folder, { files, clock: () => new Date(at), wait: async () => undefined });
  await store.create(draftAssessment({}, { saves: 0 }));
  for (const saves of [0, 1, 2]) {
    await store.change(id, saves, figure(saves + 1));
    await store.settled();
  }
});
afterEach(async () => {
  await store.settled();
  await rm(folder, { recursive: true });
});

const listed = async () => (await store.shelf.list(id)).map(({ saves }) => saves);
const newest = async () => (await store.shelf.newestGood(id))?.assessment.saves;

describe('the shelf', () => {
  test('does not take the backups of another assessment in the folder for those of this one', async () => {
    const other = backupName('2026-00002', 99, at, 'save').file;
    await copyFile(backupOf(3), join(folder, 'backups', id, other));
    expect(await listed()).toEqual([3, 2, 1]);
    expect(await newest()).toBe(3);
  });

  test('loses none of this assessment to many of another in the folder', async () => {
    for (let saves = 100; saves < 110; saves += 1)
      await copyFile(
        backupOf(3),
        join(folder, 'backups', id, backupName('2026-00002', saves, at, 'save').file),
      );
    await store.change(id, 3, figure(4));
    await store.settled();
    expect(await listed()).toEqual([4, 3, 2, 1]);
  });

  test('does not even read a file that is far too large for a backup', async () => {
    await truncate(backupOf(3), largestFile + 1);
    read = [];
    expect(await newest()).toBe(2);
    expect(read).toEqual([backupOf(2)]);
  });

  test('takes a backup that the disk reads only at the second try', async () => {
    bad.set(backupOf(3), 1);
    expect(await newest()).toBe(3);
  });

  test('takes the one before a backup that the disk does not read', async () => {
    bad.set(backupOf(3), 2);
    expect(await newest()).toBe(2);
  });
});

describe('restoring by choice in place of what cannot be read', () => {
  test('is refused where the disk reads it at the second try, and nothing is moved aside', async () => {
    const fresh = openStore(folder, { files, clock: () => new Date(at), wait: async () => undefined });
    bad.set(main(), 1);
    await expect(fresh.restore(id, backupName(id, 1, at, 'save').file, null, null)).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(readdir(join(folder, 'damaged'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect((await fresh.read(id)).saves).toBe(3);
  });

  test('is refused from a backup that follows other criteria than the newest one', async () => {
    const other = {
      ...draftAssessment({ children: 9 }, { saves: 0 }),
      criteriaSet: { id: 'khác', version: 1 },
    };
    const { file } = backupName(id, 0, at, 'import');
    await writeFile(join(folder, 'backups', id, file), encodeAssessment(other));
    await rm(main());
    await expect(store.restore(id, file, null, null)).rejects.toMatchObject({ code: 'unknown_criteria_set' });
    await expect(store.read(id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('restoring by choice into a draft is refused from a backup that follows other criteria, and the draft stays', async () => {
  const now = await store.read(id);
  const other = { ...now, criteriaSet: { ...now.criteriaSet, version: now.criteriaSet.version + 1 } };
  const { file } = backupName(id, 0, at, 'import');
  await writeFile(join(folder, 'backups', id, file), encodeAssessment(other));
  await expect(store.restore(id, file, 3, null)).rejects.toMatchObject({ code: 'unknown_criteria_set' });
  expect(await store.read(id)).toEqual(now);
});
