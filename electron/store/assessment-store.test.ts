import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import { newAssessment } from '../service/assessments.ts';
import { AssessmentStore } from './assessment-store.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';

const at = '2026-11-02T01:02:03.000Z';

function draft(code = '24769', year = 2026): Assessment {
  const set = builtInSets.get(currentSetId);
  if (set === undefined) throw new Error('no set');
  const unit = { code, name: 'Xã Kim Long', type: 'xa', class: 'other', province: 'Tỉnh Ví Dụ' } as const;
  return newAssessment(set, unit, year, at);
}

const answered = (value: number) => (assessment: Assessment) => ({
  ...assessment,
  answers: { ...assessment.answers, children: { value, at } },
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phiếu đánh giá '));
});
afterEach(() => rm(folder, { recursive: true }));

const file = (name: string) => join(folder, 'assessments', name);

/** The real file system with every call written down, failing at the named ones. */
function watched(calls: string[], fail: (call: string) => boolean = () => false): FileSystem {
  const note = async <T>(call: string, run: () => Promise<T>): Promise<T> => {
    calls.push(call);
    if (fail(call)) throw Object.assign(new Error(call), { code: 'ENOSPC' });
    return run();
  };
  return {
    makeFolder: (path) => nodeFileSystem.makeFolder(path),
    listFolder: (path) => nodeFileSystem.listFolder(path),
    readFile: (path) => nodeFileSystem.readFile(path),
    createFile: (path) =>
      note('create', async () => {
        const handle = await nodeFileSystem.createFile(path);
        return {
          write: (bytes) => note('write', () => handle.write(bytes)),
          sync: () => note('sync', () => handle.sync()),
          close: async () => {
            await handle.close();
            await note('close', async () => undefined);
          },
        };
      }),
    rename: (from, to) => note('rename', () => nodeFileSystem.rename(from, to)),
    remove: (path) => note('remove', () => nodeFileSystem.remove(path)),
    syncFolder: (path) => note('sync folder', () => nodeFileSystem.syncFolder(path)),
  };
}

describe('the store', () => {
  test('gives back what was created, from a second store on the same folder', async () => {
    await new AssessmentStore(folder).create(draft());
    expect(await new AssessmentStore(folder).read('2026-24769')).toEqual(draft());
  });

  test('writes a temp file, syncs it, renames it and syncs the folder, in that order', async () => {
    const calls: string[] = [];
    await new AssessmentStore(folder, watched(calls)).create(draft());
    expect(calls).toEqual(['create', 'write', 'sync', 'close', 'rename', 'sync folder']);
    expect(await readdir(join(folder, 'assessments'))).toEqual(['2026-24769.json']);
  });

  test.each(['create', 'write', 'sync', 'close', 'rename'])(
    'says that a save failed when "%s" fails, and the state before stands',
    async (step) => {
      await new AssessmentStore(folder).create(draft());
      const store = new AssessmentStore(
        folder,
        watched([], (call) => call === step),
      );
      await expect(store.change('2026-24769', 0, answered(5))).rejects.toMatchObject({
        code: 'storage_failed',
        message: expect.stringContaining('Ổ đĩa đã đầy'),
      });
      expect(await new AssessmentStore(folder).read('2026-24769')).toEqual(draft());
      expect(await readdir(join(folder, 'assessments'))).toEqual(['2026-24769.json']);
    },
  );

  test('runs changes of one assessment one after another, so that each sees the one before', async () => {
    const store = new AssessmentStore(folder);
    await store.create(draft());
    const first = store.change('2026-24769', 0, answered(1));
    const second = store.change('2026-24769', 1, answered(2));
    const third = store.change('2026-24769', 2, answered(3));
    await Promise.all([first, second, third]);
    await store.settled();
    expect((await store.read('2026-24769')).answers.children?.value).toBe(3);
    expect((await store.read('2026-24769')).saves).toBe(3);
  });

  test('refuses a change that was made from an older state', async () => {
    const store = new AssessmentStore(folder);
    await store.create(draft());
    await store.change('2026-24769', 0, answered(1));
    await expect(store.change('2026-24769', 0, answered(2))).rejects.toMatchObject({ code: 'conflict' });
    expect((await store.read('2026-24769')).answers.children?.value).toBe(1);
  });

  test('never replaces an assessment that is already there', async () => {
    const store = new AssessmentStore(folder);
    await store.create(draft());
    await store.change('2026-24769', 0, answered(7));
    await expect(store.create(draft())).rejects.toMatchObject({ code: 'already_exists', path: 'unit.code' });
    expect((await store.read('2026-24769')).answers.children?.value).toBe(7);
  });

  test('says plainly that an assessment is not there', async () => {
    await expect(new AssessmentStore(folder).read('2026-99999')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a damaged file', () => {
  const whole = async () => {
    await new AssessmentStore(folder).create(draft());
    return readFile(file('2026-24769.json'), 'utf8');
  };
  const damages: [string, (text: string) => string][] = [
    ['is empty', () => ''],
    ['is cut short', (text) => text.slice(0, text.length / 2)],
    ['is full of NULs', (text) => '\0'.repeat(text.length)],
    ['is JSON of another shape', () => '{"children": 5}'],
    ['is a JSON list', () => '[]'],
    ['has one changed letter in its data', (text) => text.replace('Kim Long', 'Kim Lonh')],
    [
      'comes from a newer program',
      (text) => text.replace('"version": 1,\n "checksum"', '"version": 2,\n "checksum"'),
    ],
  ];

  async function expectUntouched(name: string, text: string): Promise<void> {
    const store = new AssessmentStore(folder);
    const { assessments, damaged } = await store.list();
    expect(assessments).toEqual([]);
    expect(damaged).toEqual([{ file: name, message: expect.stringMatching(/\p{L}/u) }]);
    const id = name.replace('.json', '');
    await expect(store.read(id)).rejects.toMatchObject({ code: 'damaged' });
    await expect(store.change(id, 0, answered(1))).rejects.toMatchObject({ code: 'damaged' });
    await expect(store.create(draft(id.slice(5)))).rejects.toMatchObject({ code: 'damaged' });
    expect(await readFile(file(name), 'utf8')).toBe(text);
  }

  test.each(damages)('that %s is listed, refused when opened, and left untouched', async (_what, damage) => {
    const before = await whole();
    const text = damage(before);
    expect(text).not.toBe(before);
    await writeFile(file('2026-24769.json'), text);
    await expectUntouched('2026-24769.json', text);
  });

  test('that holds another assessment is listed, refused when opened, and left untouched', async () => {
    const text = await whole();
    await rm(file('2026-24769.json'));
    await writeFile(file('2026-00001.json'), text);
    await expectUntouched('2026-00001.json', text);
  });

  test('does not hide the others from the list', async () => {
    const store = new AssessmentStore(folder);
    await store.create(draft('00001'));
    await store.create(draft('00002'));
    await writeFile(file('2026-00001.json'), 'x');
    const { assessments, damaged } = await store.list();
    expect(assessments.map(({ id }) => id)).toEqual(['2026-00002']);
    expect(damaged).toHaveLength(1);
  });

  test('a file that the system will not read is an error, never an empty assessment', async () => {
    await new AssessmentStore(folder).create(draft());
    const locked: FileSystem = {
      ...nodeFileSystem,
      readFile: () => Promise.reject(Object.assign(new Error('locked'), { code: 'EBUSY' })),
    };
    const store = new AssessmentStore(folder, locked);
    await expect(store.read('2026-24769')).rejects.toMatchObject({ code: 'storage_failed' });
    await expect(store.create(draft())).rejects.toMatchObject({ code: 'storage_failed' });
    expect((await store.list()).damaged).toEqual([
      { file: '2026-24769.json', message: expect.stringContaining('EBUSY') },
    ]);
  });

  test.each(['2026-Up.JSON', 'ghi chú.json'])(
    '%s is listed under its name, because no assessment is called so',
    async (name) => {
      await new AssessmentStore(folder).create(draft());
      await writeFile(file(name), await readFile(file('2026-24769.json')));
      const { assessments, damaged } = await new AssessmentStore(folder).list();
      expect(assessments).toHaveLength(1);
      expect(damaged).toMatchObject([{ file: name }]);
    },
  );

  test('a folder with the name of an assessment is listed, and none is created over it', async () => {
    const store = new AssessmentStore(folder);
    await mkdir(file('2026-24769.json'), { recursive: true });
    expect((await store.list()).damaged).toEqual([
      { file: '2026-24769.json', message: expect.stringContaining('thư mục') },
    ]);
    await expect(store.create(draft())).rejects.toMatchObject({ code: 'storage_failed' });
  });

  test('nesting too deep to read is damage, not a crash', async () => {
    await new AssessmentStore(folder).create(draft());
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const text = await readFile(file('2026-24769.json'), 'utf8');
    await writeFile(file('2026-24769.json'), text.replace(/"data":[\s\S]*$/, `"data": ${deep}}`));
    await expect(new AssessmentStore(folder).read('2026-24769')).rejects.toMatchObject({ code: 'damaged' });
  });

  test('a leftover temp file is not read as an assessment', async () => {
    const store = new AssessmentStore(folder);
    await store.create(draft());
    await writeFile(file('.2026-24769.json.0000.tmp'), 'half');
    expect((await store.list()).damaged).toEqual([]);
  });
});

describe('the data folder', () => {
  test('that was never there is an empty list, and listing does not make it', async () => {
    expect(await new AssessmentStore(join(folder, 'mới')).list()).toEqual({ assessments: [], damaged: [] });
    expect(await readdir(folder)).toEqual([]);
  });

  test('that goes away while the program runs is a failure with advice, not an empty list, and is not made anew', async () => {
    const store = new AssessmentStore(folder);
    await store.create(draft());
    await rename(join(folder, 'assessments'), join(folder, 'elsewhere'));
    const gone = { code: 'storage_failed', message: expect.stringContaining('không còn ở chỗ cũ') };
    await expect(store.list()).rejects.toMatchObject(gone);
    await expect(store.read('2026-24769')).rejects.toMatchObject(gone);
    await expect(store.change('2026-24769', 0, answered(1))).rejects.toMatchObject(gone);
    await expect(store.create(draft('00002'))).rejects.toMatchObject(gone);
    await rename(join(folder, 'elsewhere'), join(folder, 'assessments'));
    await store.change('2026-24769', 0, answered(1));
  });

  test('whose place is taken by a file is a failure with advice', async () => {
    await writeFile(join(folder, 'data'), '');
    const store = new AssessmentStore(join(folder, 'data'));
    await expect(store.list()).rejects.toMatchObject({ code: 'storage_failed' });
    await expect(store.create(draft())).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('đang là một tệp'),
    });
  });
});
