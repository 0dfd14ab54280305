import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import { openStore } from '../../tests/open-store.ts';
import { newAssessment } from '../service/assessments.ts';
import { currentVersion } from './envelope.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';

const at = '2026-11-02T01:02:03.000Z';

function draft(code = '24769', year = 2026): Assessment {
  const set = builtInSets.get(currentSetId);
  if (set === undefined) throw new Error('no set');
  const unit = { code, name: 'Xã Kim Long', type: 'xa', class: 'other', province: 'Tỉnh Ví Dụ' } as const;
  return newAssessment(set, unit, year, { at, by: null });
}

/** What is listed: the ids of the lines, and what is troubled. */
async function listed(store = openStore(folder)) {
  const { lines, troubled } = await store.list();
  return { ids: lines.map(({ id }) => id), troubled };
}

const answered = (value: number) => (assessment: Assessment) => ({
  ...assessment,
  answers: { ...assessment.answers, children: { value, at, by: null } },
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phiếu đánh giá '));
});
// NOTE: backups are made after the saves, so that some may still be written while a test ends.
afterEach(() => rm(folder, { recursive: true, maxRetries: 5, retryDelay: 50 }));

const file = (name: string) => join(folder, 'assessments', name);

/** The real file system with every call written down, failing at the named ones. */
function watched(calls: string[], fail: (call: string) => boolean = () => false): FileSystem {
  const note = async <T>(call: string, run: () => Promise<T>): Promise<T> => {
    calls.push(call);
    if (fail(call)) throw Object.assign(new Error(call), { code: 'ENOSPC' });
    return run();
  };
  return {
    ...nodeFileSystem,
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
    await openStore(folder).create(draft());
    expect(await openStore(folder).read('2026-24769')).toEqual(draft());
  });

  test('writes a temp file, syncs it, renames it and syncs the folder, in that order', async () => {
    const calls: string[] = [];
    await openStore(folder, { files: watched(calls) }).create(draft());
    expect(calls).toEqual(['create', 'write', 'sync', 'close', 'rename', 'sync folder']);
    expect(await readdir(join(folder, 'assessments'))).toEqual(['2026-24769.json']);
  });

  test.each(['create', 'write', 'sync', 'close', 'rename'])(
    'says that a save failed when "%s" fails, and the state before stands',
    async (step) => {
      await openStore(folder).create(draft());
      const store = openStore(folder, { files: watched([], (call) => call === step) });
      await expect(store.change('2026-24769', 0, answered(5))).rejects.toMatchObject({
        code: 'storage_failed',
        message: expect.stringContaining('Ổ đĩa đã đầy'),
      });
      expect(await openStore(folder).read('2026-24769')).toEqual(draft());
      expect(await readdir(join(folder, 'assessments'))).toEqual(['2026-24769.json']);
    },
  );

  test('runs changes of one assessment one after another, so that each sees the one before', async () => {
    const store = openStore(folder);
    await store.create(draft());
    const first = store.change('2026-24769', 0, answered(1));
    const second = store.change('2026-24769', 1, answered(2));
    const third = store.change('2026-24769', 2, answered(3));
    await Promise.all([first, second, third]);
    await store.settled();
    expect((await store.read('2026-24769')).answers.children?.value).toBe(3);
    expect((await store.read('2026-24769')).saves).toBe(3);
  });

  test('makes the changes that wait for one under way together, in their order, and writes them once', async () => {
    await openStore(folder).create(draft());
    const calls: string[] = [];
    const store = openStore(folder, { files: watched(calls) });
    const states = await Promise.all(
      [0, 1, 2, 3, 4].map((saves) => store.change('2026-24769', saves, answered(saves + 10))),
    );
    expect(states.map(({ saves }) => saves)).toEqual([1, 2, 3, 4, 5]);
    expect(states.map(({ answers }) => answers.children?.value)).toEqual([10, 11, 12, 13, 14]);
    expect(calls.filter((call) => call === 'rename').length).toBeLessThanOrEqual(2);
    expect((await openStore(folder).read('2026-24769')).answers.children?.value).toBe(14);
    await store.settled();
  });

  test('refuses only the wrong one of several changes that wait together', async () => {
    const store = openStore(folder);
    await store.create(draft());
    const wrong = () => {
      throw new Error('wrong');
    };
    const outcomes = await Promise.allSettled([
      store.change('2026-24769', 0, answered(1)),
      store.change('2026-24769', 1, wrong),
      store.change('2026-24769', 1, answered(2)),
      store.change('2026-24769', 1, answered(3)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect((await store.read('2026-24769')).answers.children?.value).toBe(2);
    await store.settled();
  });

  test('acknowledges none of several changes whose one write failed', async () => {
    await openStore(folder).create(draft());
    const store = openStore(folder, { files: watched([], (call) => call === 'rename') });
    const outcomes = await Promise.allSettled(
      [0, 1, 2].map((n) => store.change('2026-24769', n, answered(n))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await openStore(folder).read('2026-24769')).toEqual(draft());
  });

  test('sees a change made by another program to a file that it wrote itself', async () => {
    const store = openStore(folder);
    await store.create(draft());
    const other = openStore(folder);
    await other.change('2026-24769', 0, answered(7));
    await expect(store.change('2026-24769', 0, answered(8))).rejects.toMatchObject({ code: 'conflict' });
    expect((await store.read('2026-24769')).answers.children?.value).toBe(7);
    await Promise.all([store.settled(), other.settled()]);
  });

  test('writes nothing while another program holds the data folder', async () => {
    await openStore(folder).create(draft());
    let ours = false;
    const store = openStore(folder, { holdsLock: async () => ours });
    await expect(store.change('2026-24769', 0, answered(1))).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('Một chương trình khác đang dùng thư mục dữ liệu'),
    });
    await expect(store.create(draft('00002'))).rejects.toMatchObject({ code: 'storage_failed' });
    ours = true;
    await store.change('2026-24769', 0, answered(1));
  });

  test('can create again what could not be created in its last step', async () => {
    let fails = true;
    const store = openStore(folder, { files: watched([], (call) => fails && call === 'sync folder') });
    await expect(store.create(draft())).rejects.toMatchObject({ code: 'storage_failed' });
    fails = false;
    await store.create(draft());
    expect(await openStore(folder).read('2026-24769')).toEqual(draft());
  });

  test('removes what broken-off writes have left, before its first write', async () => {
    await openStore(folder).create(draft());
    const left = '.2026-24769.json.0f6b2c1e-0000-4000-8000-000000000000.tmp';
    await writeFile(file(left), 'half');
    await openStore(folder).change('2026-24769', 0, answered(1));
    expect(await readdir(join(folder, 'assessments'))).toEqual(['2026-24769.json']);
  });

  test('writes nothing that it would not read again, because it has become too long', async () => {
    const store = openStore(folder);
    await store.create(draft());
    const change = { kind: 'note', of: '1.1', from: '', to: 'x'.repeat(20_000) } as const;
    const long = (assessment: Assessment) => ({
      ...assessment,
      history: Array.from({ length: 1_700 }, () => ({ at, by: null, change })),
    });
    await expect(store.change('2026-24769', 0, long)).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('quá dài'),
    });
    expect((await openStore(folder).read('2026-24769')).history).toEqual([]);
    await store.change('2026-24769', 0, answered(1));
  });

  test('refuses a change that was made from an older state', async () => {
    const store = openStore(folder);
    await store.create(draft());
    await store.change('2026-24769', 0, answered(1));
    await expect(store.change('2026-24769', 0, answered(2))).rejects.toMatchObject({ code: 'conflict' });
    expect((await store.read('2026-24769')).answers.children?.value).toBe(1);
  });

  test('never replaces an assessment that is already there', async () => {
    const store = openStore(folder);
    await store.create(draft());
    await store.change('2026-24769', 0, answered(7));
    await expect(store.create(draft())).rejects.toMatchObject({ code: 'already_exists', path: 'unit.code' });
    expect((await store.read('2026-24769')).answers.children?.value).toBe(7);
  });

  test('says plainly that an assessment is not there', async () => {
    await expect(openStore(folder).read('2026-99999')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a damaged file', () => {
  const whole = async () => {
    await openStore(folder).create(draft());
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
      'has a damaged version',
      (text) => text.replace(`"version": ${currentVersion},\n "checksum"`, '"version": 6,\n "checksum"'),
    ],
    ['has another format', (text) => text.replace('/assessment"', '/assessmens"')],
  ];

  async function expectUntouched(name: string, text: string): Promise<void> {
    const store = openStore(folder);
    expect(await listed(store)).toEqual({
      ids: [],
      troubled: [
        {
          file: name,
          kind: 'damaged',
          message: expect.stringMatching(/\p{L}/u),
          id: name.replace('.json', ''),
          size: Buffer.byteLength(text),
          writtenAt: expect.stringMatching(/^\d{4}-/),
          unitName: null,
          viewable: false,
        },
      ],
    });
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
    const store = openStore(folder);
    await store.create(draft('00001'));
    await store.create(draft('00002'));
    await writeFile(file('2026-00001.json'), 'x');
    expect(await listed()).toMatchObject({ ids: ['2026-00002'], troubled: [{ file: '2026-00001.json' }] });
  });

  test('a file that the system will not read is an error, never an empty assessment', async () => {
    await openStore(folder).create(draft());
    const locked: FileSystem = {
      ...nodeFileSystem,
      readFile: () => Promise.reject(Object.assign(new Error('locked'), { code: 'EBUSY' })),
    };
    const store = openStore(folder, { files: locked, wait: async () => undefined });
    await expect(store.read('2026-24769')).rejects.toMatchObject({ code: 'storage_failed' });
    await expect(store.create(draft())).rejects.toMatchObject({ code: 'storage_failed' });
    expect((await listed(store)).troubled).toMatchObject([
      { file: '2026-24769.json', kind: 'unreadable', message: expect.stringContaining('EBUSY') },
    ]);
  });

  test.each(['2026-Up.JSON', 'ghi chú.json'])(
    '%s is listed under its name, because no assessment is called so',
    async (name) => {
      await openStore(folder).create(draft());
      await writeFile(file(name), await readFile(file('2026-24769.json')));
      expect(await listed()).toMatchObject({ ids: ['2026-24769'], troubled: [{ file: name, id: null }] });
    },
  );

  test('a folder with the name of an assessment is listed, and none is created over it', async () => {
    const store = openStore(folder);
    await mkdir(file('2026-24769.json'), { recursive: true });
    expect((await listed(store)).troubled).toMatchObject([
      { file: '2026-24769.json', message: expect.stringContaining('thư mục') },
    ]);
    await expect(store.create(draft())).rejects.toMatchObject({ code: 'storage_failed' });
  });

  test('nesting too deep to read is damage, not a crash', async () => {
    await openStore(folder).create(draft());
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const text = await readFile(file('2026-24769.json'), 'utf8');
    await writeFile(file('2026-24769.json'), text.replace(/"data":[\s\S]*$/, `"data": ${deep}}`));
    await expect(openStore(folder).read('2026-24769')).rejects.toMatchObject({ code: 'damaged' });
  });

  test('a leftover temp file is not read as an assessment', async () => {
    const store = openStore(folder);
    await store.create(draft());
    await writeFile(file('.2026-24769.json.0000.tmp'), 'half');
    expect((await listed(store)).troubled).toEqual([]);
  });
});

describe('the data folder', () => {
  test('that was never there is an empty list, and listing does not make it', async () => {
    expect(await openStore(join(folder, 'mới')).list()).toEqual({ lines: [], troubled: [] });
    expect(await readdir(folder)).toEqual([]);
  });

  test('that goes away while the program runs is a failure with advice, not an empty list, and is not made anew', async () => {
    const store = openStore(folder);
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

  test('of 240 characters with Vietnamese letters and spaces is one like any other', async () => {
    const deep = join(folder, ...Array.from({ length: 12 }, (_, n) => `thư mục ${n} của xã`));
    const long = join(deep, 'đ'.repeat(Math.max(1, 239 - deep.length)));
    expect(long.length).toBeGreaterThanOrEqual(240);
    const store = openStore(long);
    await store.create(draft());
    await store.change('2026-24769', 0, answered(3));
    await store.settled();
    await writeFile(join(long, 'assessments', '2026-24769.json'), '');
    expect((await openStore(long).read('2026-24769')).answers.children?.value).toBe(3);
    expect((await openStore(long).list()).lines).toHaveLength(1);
  });

  test('with a name that the system does not take is a failure with advice', async () => {
    const store = openStore(join(folder, 'x'.repeat(300)));
    await expect(store.create(draft())).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('Đường dẫn quá dài; hãy dùng một thư mục'),
    });
  });

  test.each([
    ['ENOSPC', 'giải phóng dung lượng'],
    ['EROFS', 'chỉ cho đọc'],
    ['EACCES', 'cấp quyền ghi'],
    ['EBUSY', 'đang bị chương trình khác giữ'],
    ['EIO', 'lỗi đọc ghi'],
    ['ENODEV', 'cắm lại ổ đĩa'],
  ])(
    'that answers %s is a failure that says what to do, and the state before stands',
    async (code, words) => {
      await openStore(folder).create(draft());
      const store = openStore(folder, {
        wait: async () => undefined,
        files: {
          ...nodeFileSystem,
          createFile: () => Promise.reject(Object.assign(new Error(code), { code })),
        },
      });
      await expect(store.change('2026-24769', 0, answered(1))).rejects.toMatchObject({
        code: 'storage_failed',
        message: expect.stringContaining(words),
      });
      expect(await openStore(folder).read('2026-24769')).toEqual(draft());
    },
  );

  test('whose place is taken by a file is a failure with advice', async () => {
    await writeFile(join(folder, 'data'), '');
    const store = openStore(join(folder, 'data'));
    await expect(store.list()).rejects.toMatchObject({ code: 'storage_failed' });
    await expect(store.create(draft())).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('đang là một tệp'),
    });
  });
});
