import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import type { SetVersion } from '../../criteria/rules/published-set.ts';
import { currentSet, draftAssessment } from '../../tests/example-assessment.ts';
import { openStore } from '../../tests/open-store.ts';
import { summaryOf } from '../service/assessments.ts';
import { encodeAssessment } from './assessment-file.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import type { LineMaking } from './list-index.ts';

const making: LineMaking = {
  programKey: 'test',
  setKey: ({ id, version }) => `${id} ${version}`,
  of: (one) => summaryOf(currentSet, one),
};
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danh sách '));
  const store = openStore(folder, { lines: making });
  for (const code of ['00001', '00002', '00003']) await store.create(assessment(code));
  await store.list();
  await store.settled();
});
afterEach(() => rm(folder, { recursive: true }));

function assessment(code: string): Assessment {
  const draft = draftAssessment({ '1.1': true }, { id: `2026-${code}`, saves: 0 });
  return { ...draft, unit: { ...draft.unit, code }, log: [] };
}

/** The program started again: what it lists, and how many assessment files it read for that. */
async function listedAnew(differently: Partial<LineMaking> = {}) {
  let read = 0;
  const counting: FileSystem = {
    ...nodeFileSystem,
    readFile: (path) => {
      if (path.includes('assessments')) read += 1;
      return nodeFileSystem.readFile(path);
    },
  };
  const store = openStore(folder, {
    files: counting,
    lines: { ...making, ...differently },
  });
  const { lines, troubled } = await store.list();
  await store.settled();
  return { read, troubled, totals: lines.map(({ id, total }) => [id, total]) };
}

const points = currentSet.criteria[0]?.indicators[0];
const expected = ['00001', '00002', '00003'].map((code) => [
  `2026-${code}`,
  points?.kind === 'check' ? points.points : 0,
]);
const index = () => join(folder, 'index.ndjson');

describe('the index of the list', () => {
  test('spares reading the assessments', async () => {
    expect(await listedAnew()).toEqual({ read: 0, troubled: [], totals: expected });
  });

  test.each<[string, () => Promise<unknown>]>([
    ['deleted', () => rm(index())],
    ['emptied', () => writeFile(index(), '')],
    ['cut short', async () => writeFile(index(), (await readFile(index())).subarray(0, 300))],
    [
      'changed in one figure',
      async () => writeFile(index(), (await readFile(index(), 'utf8')).replace(/"total":\d+/, '"total":999')),
    ],
    ['full of NULs', async () => writeFile(index(), Buffer.alloc(500))],
    ['not an index', () => writeFile(index(), '{}\n[]\n')],
  ])('that is %s is made again from the assessments, and the list is the same', async (_how, damage) => {
    await damage();
    expect(await listedAnew()).toEqual({ read: 3, troubled: [], totals: expected });
    expect(await listedAnew()).toEqual({ read: 0, troubled: [], totals: expected });
  });

  test('made by another program version or in another shape counts for nothing', async () => {
    expect(await listedAnew({ programKey: 'another' })).toEqual({ read: 3, troubled: [], totals: expected });
  });

  test('made by a set as it stood before something of it was confirmed is made again for its assessments alone', async () => {
    const other = openStore(folder, { lines: making });
    await other.create({ ...assessment('00004'), criteriaSet: { id: 'khac', version: 2 } });
    await other.settled();
    const setKey = ({ id }: SetVersion) =>
      id === 'khac' ? 'confirmed since' : making.setKey({ id, version: 1 });
    expect((await listedAnew({ setKey })).read).toBe(1);
    expect((await listedAnew({ setKey })).read).toBe(0);
    expect((await listedAnew({ setKey: ({ id }) => (id === 'khac' ? '' : 'other') })).read).toBe(4);
  });

  test('is followed while the program runs: a confirmation makes the lines of that set anew', async () => {
    let stands = 'before';
    let made = 0;
    const of = (one: Assessment) => {
      made += 1;
      return summaryOf(currentSet, one);
    };
    const store = openStore(folder, { lines: { ...making, of, setKey: () => stands } });
    await store.list();
    made = 0;
    await store.list();
    expect(made).toBe(0);
    stands = 'after';
    await store.list();
    expect(made).toBe(3);
    await store.settled();
  });

  test('is left behind by a file that changed, which alone is read again', async () => {
    const other = openStore(join(folder, 'elsewhere'));
    await other.create({ ...assessment('00002'), answers: {}, saves: 9 });
    await other.settled();
    const path = join(folder, 'assessments', '2026-00002.json');
    await writeFile(path, await readFile(join(folder, 'elsewhere', 'assessments', '2026-00002.json')));
    expect(await listedAnew()).toEqual({
      read: 1,
      troubled: [],
      totals: expected.map(([id, total]) => [id, id === '2026-00002' ? 0 : total]),
    });
  });

  test('does not hide damage: a file whose time changed is read and found damaged', async () => {
    await rm(join(folder, 'backups'), { recursive: true });
    await writeFile(join(folder, 'assessments', '2026-00003.json'), 'x');
    const { troubled, totals } = await listedAnew();
    expect(troubled).toMatchObject([{ file: '2026-00003.json', kind: 'damaged' }]);
    expect(totals).toHaveLength(2);
  });

  test('forgets files that are gone', async () => {
    await rm(join(folder, 'backups'), { recursive: true });
    await rm(join(folder, 'assessments', '2026-00001.json'));
    expect((await listedAnew()).totals).toHaveLength(2);
    expect(await readFile(index(), 'utf8')).not.toContain('2026-00001');
  });

  test('is not worth an error when it cannot be written', async () => {
    await rm(index());
    const logged: string[] = [];
    const store = openStore(folder, {
      log: (line) => void logged.push(line),
      files: {
        ...nodeFileSystem,
        createFile: () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })),
      },
    });
    expect((await store.list()).lines).toHaveLength(3);
    await store.settled();
    expect(logged).toHaveLength(1);
    expect(await readdir(folder)).not.toContain('index.ndjson');
  });

  test('follows a clock that went back: what counts is that the time differs', async () => {
    const path = join(folder, 'assessments', '2026-00002.json');
    await utimes(path, new Date('2001-01-01'), new Date('2001-01-01'));
    expect((await listedAnew()).read).toBe(1);
  });

  test.each([
    [99, 'only when the program ends'],
    [100, 'at once'],
  ])('that gains %i lines is written %s', async (many, when) => {
    const place = join(folder, 'nhiều phiếu');
    await mkdir(join(place, 'assessments'), { recursive: true });
    for (let n = 1; n <= many; n += 1) {
      const one = assessment(String(n).padStart(5, '0'));
      await writeFile(join(place, 'assessments', `${one.id}.json`), encodeAssessment(one));
    }
    const store = openStore(place);
    await store.list();
    const isThere = () => readdir(place).then((names) => names.includes('index.ndjson'));
    if (when === 'at once') await vi.waitUntil(isThere);
    else {
      // What is written at once has begun by then, and all that is done to an assessment of that name comes after it.
      await store.read('index').catch(() => undefined);
      expect(await isThere()).toBe(false);
    }
    await store.settled();
    expect(await isThere()).toBe(true);
  });
});
