import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { score } from '../../criteria/score.ts';
import { currentSet, draftAssessment } from '../../tests/example-assessment.ts';
import { openStore } from '../../tests/open-store.ts';
import { sampleDistrict } from '../sample/sample-district.ts';
import { finalised, reopened } from '../service/assessments.ts';
import { encodeAssessment } from './assessment-file.ts';
import type { AssessmentStore, StoreOptions } from './assessment-store.ts';
import { currentVersion } from './envelope.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { prepareSecondFolder } from './second-folder.ts';

const id = '2026-00001';
const at = '2026-11-20T02:00:00.000Z';
let folder: string;
let store: AssessmentStore;
let clock: Date;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sao lưu '));
  clock = new Date(at);
  store = open();
});
afterEach(async () => {
  await store.settled();
  await rm(folder, { recursive: true });
});

function open(options: Partial<StoreOptions> = {}): AssessmentStore {
  return openStore(folder, { clock: () => clock, wait: async () => undefined, ...options });
}

const create = async () => {
  await store.create(draftAssessment({}, { saves: 0 }));
  await store.settled();
};
const figure = (value: number) => (assessment: Assessment) => ({
  ...assessment,
  answers: { ...assessment.answers, children: { value, at, by: null } },
  updatedAt: at,
});
/** Saves figures one after another, each with its backup. */
async function save(from: number, to: number): Promise<void> {
  for (let saves = from; saves < to; saves += 1) {
    await store.change(id, saves, figure(saves + 1));
    await store.settled();
  }
}
/** What is told about the backups here, and about the second folder. */
const told = async (about: 'backups' | 'second_folder' = 'backups') =>
  (await store.keeper.troubles()).find((trouble) => trouble.about === about)?.message ?? null;
const main = () => join(folder, 'assessments', `${id}.json`);
const backupNames = async (base = join(folder, 'backups')) => (await readdir(join(base, id))).sort();

/** The real file system, failing at what is named. */
function failing(fail: (what: string, path: string) => string | undefined): FileSystem {
  const guard = (what: string, path: string) => {
    const code = fail(what, path);
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  };
  return {
    ...nodeFileSystem,
    createFile: async (path) => {
      guard('create', path);
      return nodeFileSystem.createFile(path);
    },
    readFile: async (path) => {
      guard('read', path);
      return nodeFileSystem.readFile(path);
    },
    remove: async (path) => {
      guard('remove', path);
      return nodeFileSystem.remove(path);
    },
  };
}

describe('a backup', () => {
  test('holds each saved state, byte for byte', async () => {
    await create();
    await save(0, 3);
    const names = await backupNames();
    expect(names.map((name) => name.slice(0, 21))).toEqual(
      [0, 1, 2, 3].map((saves) => `${id}_000000000${saves}`),
    );
    expect(await readFile(join(folder, 'backups', id, names[3] ?? ''))).toEqual(await readFile(main()));
  });

  test('is kept for the last ten saves of a day', async () => {
    await create();
    await save(0, 25);
    expect(await backupNames()).toHaveLength(10);
    expect((await backupNames())[0]).toContain('_0000000016_');
  });

  test('of each day is kept beside the last ten, also when the clock goes back', async () => {
    await create();
    for (let day = 0; day < 5; day += 1) {
      clock = new Date(Date.parse('2026-11-20T02:00:00Z') + day * 86_400_000);
      await save(day * 12, day * 12 + 12);
    }
    clock = new Date('2003-01-01T00:00:00Z');
    await save(60, 62);
    const names = await backupNames();
    expect(names).toHaveLength(14);
    expect(names.at(-1)).toContain('_0000000062_2003-01-01');
    const newest = (await store.shelf.list(id))[0];
    expect(newest?.saves).toBe(62);
  });

  test('is never taken from a file that is not valid, and then none is pruned', async () => {
    await create();
    await save(0, 12);
    const before = await backupNames();
    await store.change(id, 12, figure(13));
    await writeFile(main(), 'hỏng');
    await store.settled();
    expect(await backupNames()).toEqual(before);
    expect(await told()).toMatch(/^Chưa tạo được bản dự phòng của phiếu 2026-00001\. .*hỏng/);
  });

  test('that the disk gives back otherwise than written is said to have failed, and none is pruned', async () => {
    await create();
    await save(0, 10);
    const before = await backupNames();
    store = open({
      files: {
        ...nodeFileSystem,
        readFile: async (path) => {
          const bytes = Buffer.from(await nodeFileSystem.readFile(path));
          if (path.includes('backups')) bytes.writeUInt8(bytes.readUInt8(50) ^ 1, 50);
          return bytes;
        },
      },
    });
    await save(10, 11);
    expect(await backupNames()).toEqual(expect.arrayContaining(before));
    expect(await told()).toContain('thay ổ đĩa');
  });

  test('that cannot be made does not hold up the save, is told, and is made with the next', async () => {
    await create();
    let full = true;
    store = open({
      files: failing((what, path) =>
        full && what === 'create' && path.includes('backups') ? 'ENOSPC' : undefined,
      ),
    });
    await save(0, 1);
    expect((await store.read(id)).saves).toBe(1);
    expect(await told()).toContain('Ổ đĩa đã đầy');
    full = false;
    await save(1, 2);
    expect(await told()).toBeNull();
    expect((await backupNames()).at(-1)).toContain('_0000000002_');
  });

  test('more than enough that cannot be removed is only logged', async () => {
    await create();
    await save(0, 10);
    const logged: string[] = [];
    store = open({
      log: (line) => void logged.push(line),
      files: failing((what, path) => (what === 'remove' && path.includes('_save') ? 'EIO' : undefined)),
    });
    await save(10, 11);
    expect(await told()).toBeNull();
    expect(logged.join()).toContain('not pruned');
    expect((await backupNames()).length).toBeGreaterThan(10);
  });

  test('is made before reopening, which is refused when it cannot be', async () => {
    await create();
    await store.change(id, 0, (a) => ({ ...a, status: 'final' as const }));
    await store.settled();
    store = open({
      files: failing((what, path) => (what === 'create' && path.includes('backups') ? 'ENOSPC' : undefined)),
    });
    const again = (a: Assessment) => reopened(a, 'Nhầm', { at, by: null });
    await expect(store.change(id, 1, again, 'reopening')).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('Chưa tạo được bản dự phòng nên chưa làm gì'),
    });
    expect((await store.read(id)).status).toBe('final');
    store = open();
    await store.change(id, 1, again, 'reopening');
    expect((await backupNames()).filter((name) => name.endsWith('_reopening.json'))).toHaveLength(1);
  });
});

describe('a second folder', () => {
  let usb: string;
  const machine = 'MAY-1';
  const second = () => join(usb, 'child-friendly-communes-backups', machine);
  const choose = async (name = machine) => {
    await prepareSecondFolder(nodeFileSystem, folder, usb, name);
    store.keeper.setSecond({ folder: usb, machine: name });
  };
  beforeEach(async () => {
    usb = await mkdtemp(join(tmpdir(), 'ổ USB '));
  });
  afterEach(() => rm(usb, { recursive: true, force: true }));

  test('gets every backup, too', async () => {
    await create();
    await choose();
    await save(0, 2);
    expect(await backupNames(second())).toHaveLength(2);
    expect(await readFile(join(second(), id, (await backupNames(second()))[1] ?? ''))).toEqual(
      await readFile(main()),
    );
  });

  test('that is unplugged holds up nothing, is told, is not made anew, and is used again once it is back', async () => {
    await create();
    await choose();
    await rename(usb, `${usb} rút ra`);
    expect(await told('second_folder')).toMatch(/Không dùng được thư mục sao lưu thứ hai.*cắm lại ổ đĩa/);
    await save(0, 1);
    expect(await told()).toBeNull();
    expect(await told('second_folder')).toMatch(/thư mục thứ hai.*cắm lại ổ đĩa/);
    await expect(readdir(usb)).rejects.toMatchObject({ code: 'ENOENT' });
    await rename(`${usb} rút ra`, usb);
    await save(1, 2);
    expect(await told('second_folder')).toBeNull();
    expect(await backupNames(second())).toHaveLength(1);
  });

  test('whose drive was changed for an empty one is told, and nothing is written to it', async () => {
    await create();
    await choose();
    await rm(join(usb, 'child-friendly-communes-backups'), { recursive: true });
    await save(0, 1);
    expect(await told('second_folder')).toContain('Chưa chép được phiếu');
    expect(await readdir(usb)).toEqual([]);
  });

  test('that missed a state gets it when the assessment is next opened', async () => {
    await create();
    await save(0, 2);
    await choose();
    await store.open(id);
    await store.settled();
    expect(await backupNames(second())).toEqual([expect.stringContaining('_0000000002_')]);
    expect((await backupNames()).filter((name) => name.includes('_0000000002_'))).toHaveLength(1);
  });

  test('gives back what this machine has lost', async () => {
    await create();
    await choose();
    await save(0, 2);
    await rm(join(folder, 'backups'), { recursive: true });
    await writeFile(main(), '');
    store = open();
    store.keeper.setSecond({ folder: usb, machine });
    expect((await store.read(id)).answers.children?.value).toBe(2);
    await store.settled();
    await rm(join(folder, 'backups'), { recursive: true });
    await rm(main());
    expect((await store.list()).troubled).toMatchObject([{ id, kind: 'missing', unitName: 'Xã Mẫu' }]);
  });

  test('shared by two machines keeps them apart; what the other put there is only for a person to choose', async () => {
    await create();
    await choose();
    await save(0, 12);
    const theirs = await mkdtemp(join(tmpdir(), 'máy khác '));
    const other = openStore(theirs, { clock: () => clock, wait: async () => undefined });
    await prepareSecondFolder(nodeFileSystem, theirs, usb, 'MAY-2');
    other.keeper.setSecond({ folder: usb, machine: 'MAY-2' });
    await other.create(draftAssessment({}, { saves: 0 }));
    await other.change(id, 0, figure(900));
    await other.settled();
    expect(await backupNames(join(usb, 'child-friendly-communes-backups', 'MAY-2'))).toHaveLength(1);
    await writeFile(join(theirs, 'assessments', `${id}.json`), '');
    expect((await other.read(id)).answers.children?.value).toBe(900);

    const choices = await other.shelf.listAll(id);
    const ours = choices.find(({ place, saves }) => place === 'other_machine' && saves === 12);
    const back = await other.restore(id, ours?.file ?? '', (await other.read(id)).saves, null);
    expect(back.answers.children?.value).toBe(12);
    await other.settled();
    await rm(theirs, { recursive: true });
  });

  test.each([
    ['thuong-muc', 'đường dẫn đầy đủ'],
    ['/không/có', 'Không có thư mục này'],
  ])('%j is refused in words', async (wish, words) => {
    await expect(prepareSecondFolder(nodeFileSystem, folder, wish, machine)).rejects.toMatchObject({
      message: expect.stringContaining(words),
      path: 'folder',
    });
  });

  test('inside the data folder is refused', async () => {
    for (const name of ['bên trong', '..x']) await mkdir(join(folder, name));
    const link = `${folder} khác`;
    await symlink(folder, link, 'junction');
    onTestFinished(() => rm(link));
    for (const wish of [folder, join(folder, 'bên trong'), join(folder, '..x'), link])
      await expect(prepareSecondFolder(nodeFileSystem, folder, wish, machine)).rejects.toMatchObject({
        code: 'invalid_input',
        message: expect.stringContaining('nằm trong thư mục dữ liệu'),
      });
  });

  test('whose part for the backups leads into the data folder is refused', async () => {
    const usb = `${folder} usb`;
    await mkdir(usb);
    onTestFinished(() => rm(usb, { recursive: true }));
    await symlink(folder, join(usb, 'child-friendly-communes-backups'), 'junction');
    await expect(prepareSecondFolder(nodeFileSystem, folder, usb, machine)).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect(await readdir(folder)).not.toContain(machine);
  });
});

describe('a damaged file', () => {
  const damagedNames = () => readdir(join(folder, 'damaged'));

  test('is moved aside as it is, and its newest backup takes its place', async () => {
    await create();
    await save(0, 3);
    const intact = await store.read(id);
    await writeFile(main(), 'hỏng rồi');
    clock = new Date('2026-11-20T03:00:00.000Z');
    const now = await open().read(id);
    expect(now).toEqual({
      ...intact,
      saves: 1_003,
      log: [
        ...intact.log,
        { at: '2026-11-20T03:00:00.000Z', by: null, event: 'restored', because: 'damaged', savedAt: at },
      ],
    });
    expect(await damagedNames()).toEqual([`${id}_2026-11-20T03-00-00.000Z.json`]);
    expect(await readFile(join(folder, 'damaged', `${id}_2026-11-20T03-00-00.000Z.json`), 'utf8')).toBe(
      'hỏng rồi',
    );
  });

  test('gives way to the newest backup that is itself good', async () => {
    await create();
    await save(0, 3);
    const names = await backupNames();
    await writeFile(join(folder, 'backups', id, names[3] ?? ''), '\0'.repeat(300));
    await writeFile(join(folder, 'backups', id, names[2] ?? ''), '');
    await writeFile(main(), '{');
    expect((await open().read(id)).answers.children?.value).toBe(1);
  });

  test('with no good backup is left where it is', async () => {
    await create();
    for (const name of await backupNames()) await writeFile(join(folder, 'backups', id, name), 'x');
    await writeFile(main(), 'hỏng');
    await expect(open().read(id)).rejects.toMatchObject({ code: 'damaged' });
    expect(await readFile(main(), 'utf8')).toBe('hỏng');
    await expect(damagedNames()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('that turns out whole at a second look is used as it is', async () => {
    await create();
    await save(0, 1);
    const intact = await readFile(main());
    await writeFile(main(), intact.subarray(0, 100));
    const store = open({ wait: async () => writeFile(main(), intact) });
    expect((await store.read(id)).saves).toBe(1);
    await expect(damagedNames()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('twice in one instant loses neither', async () => {
    await create();
    await writeFile(main(), 'một');
    await open().read(id);
    await writeFile(main(), 'hai');
    await open().read(id);
    expect(await damagedNames()).toHaveLength(2);
  });

  test('whose recovery was broken off after it was moved aside is recovered at the next start', async () => {
    await create();
    await save(0, 2);
    await mkdir(join(folder, 'damaged'));
    await rm(main());
    await writeFile(join(folder, 'damaged', `${id}_2026-11-20T02-30-00.000Z.json`), 'hỏng');
    const { lines, troubled } = await open().list();
    expect(lines.map((line) => line.id)).toEqual([id]);
    expect(troubled).toEqual([]);
    expect((await open().read(id)).log.at(-1)).toMatchObject({
      because: 'damaged',
      at: '2026-11-20T02:30:00.000Z',
    });
  });

  test('stays where it is while another program holds the data folder', async () => {
    await create();
    await writeFile(main(), 'hỏng');
    const store = open({ holdsLock: async () => false });
    await expect(store.read(id)).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('chương trình khác'),
    });
    expect(await readFile(main(), 'utf8')).toBe('hỏng');
  });
});

describe('a file that is whole, but not what was saved last', () => {
  const asideNames = () => readdir(join(folder, 'damaged'));
  const atSave = async (saves: number) => {
    const backup = (await store.shelf.list(id)).find((one) => one.saves === saves);
    return readFile(backup?.path ?? '');
  };
  beforeEach(async () => {
    await create();
    await save(0, 6);
  });

  test('because an old copy was put in its place gives way to the state saved last, and is kept', async () => {
    const old = await atSave(2);
    await writeFile(main(), old);
    store = open();
    const now = await store.read(id);
    expect(now.answers.children?.value).toBe(6);
    expect(now.log.at(-1)).toMatchObject({ event: 'restored', because: 'outdated' });
    const [aside] = await asideNames();
    expect(await readFile(join(folder, 'damaged', aside ?? ''))).toEqual(old);
  });

  test('is found while the program runs, and a page that was open is told why it cannot save', async () => {
    await writeFile(main(), await atSave(2));
    await expect(store.change(id, 6, figure(7))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('lấy lại từ bản dự phòng'),
    });
    expect((await store.read(id)).answers.children?.value).toBe(6);
  });

  test('is found by the list, too', async () => {
    await store.list();
    await writeFile(main(), await atSave(2));
    const { lines } = await open().list();
    expect(lines).toHaveLength(1);
    expect(await asideNames()).toHaveLength(1);
  });

  test('though it counts as many saves gives way as well', async () => {
    const envelope = JSON.parse(await readFile(main(), 'utf8'));
    envelope.data.answers.children.value = 900;
    await writeFile(main(), encodeAssessment(envelope.data));
    store = open();
    expect((await store.read(id)).answers.children?.value).toBe(6);
    expect(await asideNames()).toHaveLength(1);
  });

  test('does not keep what is saved after it from being backed up', async () => {
    await writeFile(main(), await atSave(2));
    store = open();
    const { saves } = await store.read(id);
    await store.change(id, saves, figure(77));
    await store.settled();
    await writeFile(main(), 'hỏng');
    expect((await open().read(id)).answers.children?.value).toBe(77);
  });

  test('is one ahead of its backups when the program was stopped in between: that one stays', async () => {
    const [newest] = await store.shelf.list(id);
    await rm(newest?.path ?? '');
    store = open();
    expect((await store.read(id)).saves).toBe(6);
    await expect(asideNames()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('while its backups cannot be read is told, and what is then saved stands beyond them', async () => {
    await writeFile(main(), await atSave(1));
    let unreadable = true;
    store = open({
      files: {
        ...nodeFileSystem,
        listFolder: async (path) => {
          if (unreadable && path.includes('backups'))
            throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
          return nodeFileSystem.listFolder(path);
        },
      },
    });
    expect((await store.read(id)).saves).toBe(1);
    expect(await told()).toContain('chưa biết phiếu có phải là bản lưu gần nhất');
    await store.change(id, 1, figure(77));
    unreadable = false;
    store = open();
    expect((await store.read(id)).answers.children?.value).toBe(77);
    expect((await store.shelf.list(id)).some(({ saves }) => saves === 6)).toBe(true);
  });

  test('takes no finalised state with it', async () => {
    const old = await atSave(6);
    await store.change(id, 6, (a) => ({ ...a, status: 'final' as const }));
    await store.settled();
    await writeFile(main(), old);
    expect((await open().read(id)).status).toBe('final');
  });
});

describe('an assessment whose file is gone', () => {
  beforeEach(async () => {
    await create();
    await save(0, 2);
    await rm(main());
    store = open();
  });

  test('is listed as missing, not silently absent', async () => {
    expect((await store.list()).troubled).toMatchObject([{ id, kind: 'missing', file: `${id}.json` }]);
  });

  test('is not begun anew over its backups', async () => {
    await expect(store.create(draftAssessment({}, { saves: 0 }))).rejects.toMatchObject({
      code: 'already_exists',
      message: expect.stringContaining('khôi phục'),
    });
  });

  test('comes back whole from a backup that a person chooses', async () => {
    const [newest] = await store.shelf.list(id);
    const back = await store.restore(id, newest?.file ?? '', null, null);
    expect(back.answers.children?.value).toBe(2);
    expect(back.log.at(-1)).toMatchObject({ event: 'restored', because: 'lost' });
    expect((await open().list()).troubled).toEqual([]);
  });

  test('comes back from an older backup beyond every state that is known, so that what follows is backed up', async () => {
    const oldest = (await store.shelf.list(id)).find(({ saves }) => saves === 0);
    const back = await store.restore(id, oldest?.file ?? '', null, null);
    expect(back.saves).toBe(1_002);
    await store.settled();
    await rm(main());
    expect((await store.restore(id, oldest?.file ?? '', null, null)).saves).toBe(2_002);
  });

  test('keeps what was finalised when an older draft comes back, and gives its revision to no other', async () => {
    const [newest] = await store.shelf.list(id);
    await store.restore(id, newest?.file ?? '', null, null);
    const final = {
      revision: 1,
      at,
      by: null,
      answers: {},
      notes: {},
      evidence: {},
      rules: null,
      sha256: '0'.repeat(64),
    };
    await store.change(id, 1_002, (a) => ({
      ...a,
      status: 'final' as const,
      finalised: [{ ...final, scorecard: score(currentSet, 'other', {}) }],
    }));
    await store.settled();
    await rm(main());
    const oldest = (await store.shelf.list(id)).at(-1);
    const back = await store.restore(id, oldest?.file ?? '', null, null);
    expect(back).toMatchObject({ status: 'draft', revision: 2, finalised: [{ revision: 1 }] });
    expect(back.answers.children).toBeUndefined();
  });

  test('once recovered from damage and then gone is missing, not silently recovered again', async () => {
    const [newest] = await store.shelf.list(id);
    await store.restore(id, newest?.file ?? '', null, null);
    await store.settled();
    await writeFile(main(), 'hỏng');
    store = open();
    await store.read(id);
    await store.settled();
    await rm(main());
    store = open();
    expect((await store.list()).troubled).toMatchObject([{ id, kind: 'missing' }]);
    await expect(store.read(id)).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('Sao lưu và khôi phục'),
    });
  });
});

test('a file on a bad spot of the disk is not replaced by itself, but by a backup that a person chooses', async () => {
  await create();
  await save(0, 2);
  const files: FileSystem = failing((what, path) => (what === 'read' && path === main() ? 'EIO' : undefined));
  store = open({ files });
  await expect(store.read(id)).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringContaining('lỗi đọc ghi'),
  });
  expect((await store.list()).troubled).toMatchObject([{ id, kind: 'unreadable' }]);
  const [newest] = await store.shelf.list(id);
  const back = await store.restore(id, newest?.file ?? '', null, null);
  expect(back.answers.children?.value).toBe(2);
  expect(await readdir(join(folder, 'damaged'))).toHaveLength(1);
  store = open();
});

describe('restoring a backup by choice', () => {
  test('brings its answers and notes into the draft, after the present state was backed up', async () => {
    await create();
    await save(0, 3);
    const first = (await store.shelf.list(id)).find(({ saves }) => saves === 1);
    const back = await store.restore(id, first?.file ?? '', 3, null);
    expect(back.answers.children?.value).toBe(1);
    expect(back.saves).toBe(4);
    const before = (await store.shelf.list(id)).find(({ reason }) => reason === 'restore');
    expect(before?.saves).toBe(3);
    if (before === undefined) throw new Error('no backup');
    expect((await store.shelf.open(before)).answers.children?.value).toBe(3);
  });

  test('never touches what was finalised since', async () => {
    await create();
    await save(0, 1);
    const old = (await store.shelf.list(id)).find(({ saves }) => saves === 1);
    const whole = (a: Assessment) => ({ ...a, status: 'final' as const });
    await store.change(id, 1, whole);
    await expect(store.restore(id, old?.file ?? '', 2, null)).rejects.toMatchObject({ code: 'final' });
    await store.change(id, 2, (a) => reopened(a, 'Nhầm', { at, by: null }), 'reopening');
    const back = await store.restore(id, old?.file ?? '', 3, null);
    expect(back.revision).toBe(2);
    expect(back.log.map(({ event }) => event)).toEqual(['reopened', 'restored']);
  });

  test('is refused while the draft follows another version of the set, with what to do', async () => {
    const to = { id: currentSet.id, version: currentSet.version + 1 };
    const moved = (a: Assessment) => ({ ...a, criteriaSet: to });
    await create();
    await save(0, 1);
    await store.change(id, 1, moved, 'moving');
    const before = (await store.shelf.list(id)).find(({ reason }) => reason === 'moving');
    expect(before?.saves).toBe(1);
    await expect(store.restore(id, before?.file ?? '', 2, null)).rejects.toMatchObject({
      code: 'unknown_criteria_set',
      message: expect.stringMatching(/bản 1, .*hãy chuyển phiếu về bản đó/),
    });
    await store.change(
      id,
      2,
      (a) => ({ ...a, criteriaSet: { ...to, version: currentSet.version } }),
      'moving',
    );
    expect((await store.restore(id, before?.file ?? '', 3, null)).answers.children?.value).toBe(1);
    await store.change(id, 4, moved, 'moving');
    await store.settled();
    await rm(main());
    await expect(store.restore(id, before?.file ?? '', null, null)).rejects.toMatchObject({
      code: 'unknown_criteria_set',
      message: expect.stringContaining('hãy khôi phục bản dự phòng mới nhất trước'),
    });
  });

  test('is refused from a state that is no longer the present one', async () => {
    await create();
    await save(0, 2);
    const [newest] = await store.shelf.list(id);
    await expect(store.restore(id, newest?.file ?? '', 1, null)).rejects.toMatchObject({ code: 'conflict' });
    await expect(store.restore(id, newest?.file ?? '', null, null)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('is refused when the backup is damaged or gone, and nothing changes', async () => {
    await create();
    await save(0, 1);
    const [newest] = await store.shelf.list(id);
    await writeFile(newest?.path ?? '', 'x');
    await expect(store.restore(id, newest?.file ?? '', 1, null)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('Bản dự phòng'),
    });
    await expect(store.restore(id, 'không có.json', 1, null)).rejects.toMatchObject({ code: 'not_found' });
    expect((await store.read(id)).saves).toBe(1);
  });
});

describe('a file of a newer program', () => {
  const newer = async (change: (envelope: Record<string, unknown>) => void) => {
    await create();
    const envelope = JSON.parse(await readFile(main(), 'utf8'));
    change(envelope);
    envelope.version = currentVersion + 1;
    envelope.checksum = 'sha512:khác';
    const text = JSON.stringify(envelope);
    await writeFile(main(), text);
    store = open();
    return text;
  };

  test('opens to be looked at, with a plain reason, and is never written', async () => {
    const text = await newer(() => undefined);
    const opened = await store.open(id);
    expect(opened.assessment.unit.name).toBe('Xã Mẫu');
    expect(opened.readOnly).toMatch(/phiên bản mới hơn.*cập nhật chương trình/);
    await expect(store.change(id, 0, figure(1))).rejects.toMatchObject({ code: 'newer_format' });
    await expect(store.create(draftAssessment({}, { saves: 0 }))).rejects.toMatchObject({
      code: 'newer_format',
    });
    const [backup] = await store.shelf.list(id);
    await expect(store.restore(id, backup?.file ?? '', null, null)).rejects.toMatchObject({
      code: 'newer_format',
    });
    expect((await store.list()).troubled).toMatchObject([{ id, kind: 'newer' }]);
    expect(await readFile(main(), 'utf8')).toBe(text);
  });

  test('that holds what this program does not know is not shown in part', async () => {
    await newer((envelope) => Object.assign(envelope.data as object, { weights: [1] }));
    await expect(store.open(id)).rejects.toMatchObject({ code: 'newer_format' });
  });
});

test('a final assessment that was damaged comes back final, with its scorecard', async () => {
  await create();

  const model = sampleDistrict(2026)[0];
  const answers = Object.fromEntries(
    Object.entries(model?.answers ?? {}).map(([key, value]) => [key, { value: value ?? 0, at, by: null }]),
  );
  await store.change(id, 0, (a) => finalised(currentSet, { ...a, answers }, { at, by: null }));
  await store.settled();
  const final = await store.read(id);
  await writeFile(main(), '');
  const back = await open().read(id);
  expect(back.status).toBe('final');
  expect(back.finalised).toEqual(final.finalised);
});
