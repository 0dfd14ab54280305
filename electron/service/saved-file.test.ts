import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FileSystem, sharedFileSystem } from '../store/file-system.ts';
import { offeredName, writeSavedFile } from './saved-file.ts';

let root: string;
let data: string;
let own: string;
const bytes = Buffer.from('%PDF-1.7 new');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'saved-file-'));
  data = join(root, 'data');
  own = join(root, 'own');
  await mkdir(data);
  await mkdir(own);
});
afterEach(() => rm(root, { recursive: true }));

const save = (path: string, files: FileSystem = sharedFileSystem) => writeSavedFile(files, data, path, bytes);
const fault = (code: string) => Object.assign(new Error(code), { code });

test('a name is offered without signs that hide its ending or lead elsewhere', () => {
  expect(offeredName('Phiếu chấm điểm (xã Én).pdf')).toBe('Phiếu chấm điểm (xã Én).pdf');
  expect(offeredName('a\u202Efdp.exe')).toBe('afdp.exe');
  expect(offeredName('C:evil/../x:stream?.pdf')).toBe('C-evil-..-x-stream-.pdf');
});

describe('a file that is saved to a place of the person', () => {
  test('lies there whole, over what was there, and nothing else does', async () => {
    const path = join(own, 'phiếu.pdf');
    await writeFile(path, 'old');
    await save(path);
    expect(await readFile(path)).toEqual(bytes);
    expect(await readdir(own)).toEqual(['phiếu.pdf']);
  });

  test.each([
    ['ENOSPC', 'Ổ đĩa đã đầy'],
    ['EROFS', 'chỉ cho đọc'],
    ['EBUSY', 'đang bị chương trình khác giữ'],
  ])(
    'that fails with %s leaves the old file whole, nothing half written, and says why',
    async (code, said) => {
      const path = join(own, 'phiếu.pdf');
      await writeFile(path, 'old');
      const fullDisk: FileSystem = {
        ...sharedFileSystem,
        createFile: async (at) => {
          const file = await sharedFileSystem.createFile(at);
          return {
            ...file,
            write: async (all) => {
              await file.write(all.subarray(0, 4));
              throw fault(code);
            },
          };
        },
      };
      await expect(save(path, fullDisk)).rejects.toMatchObject({
        name: 'Refusal',
        code: 'storage_failed',
        message: expect.stringContaining(said),
      });
      expect(await readFile(path, 'utf8')).toBe('old');
      expect(await readdir(own)).toEqual(['phiếu.pdf']);
    },
  );

  test('that another program holds is said to be held, and the old one stands', async () => {
    const path = join(own, 'phiếu.pdf');
    await writeFile(path, 'old');
    const held = { ...sharedFileSystem, rename: () => Promise.reject(fault('EPERM')) };
    await expect(save(path, held)).rejects.toMatchObject({
      message: expect.stringContaining('đang bị chương trình khác giữ'),
    });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(own)).toEqual(['phiếu.pdf']);
  });

  test.each([
    ['a folder', (path: string) => mkdir(path), 'một thiết bị'],
    ['a link', (path: string) => symlink('/dev/null', path), 'một thiết bị'],
    ['a file that is read-only', (path: string) => writeFile(path, 'old', { mode: 0o444 }), 'chỉ đọc'],
  ])('never takes the place of %s', async (_what, make, said) => {
    const path = join(own, 'phiếu.pdf');
    await make(path);
    const before = await lstat(path);
    await expect(save(path)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(new RegExp(`${said}.*hãy chọn tên khác`)),
    });
    expect((await lstat(path)).ino).toBe(before.ino);
    expect(await readdir(own)).toEqual(['phiếu.pdf']);
  });

  test.each([
    ['is not there', () => join(own, 'gone', 'a.pdf'), sharedFileSystem, 'không còn ở đó'],
    [
      'may not be written to',
      () => join(own, 'a.pdf'),
      {
        ...sharedFileSystem,
        createFile: () => Promise.reject(Object.assign(fault('EPERM'), { syscall: 'open' })),
      },
      'Không được phép ghi',
    ],
  ])('in a folder that %s is said to need another one', async (_what, path, files, said) => {
    await expect(save(path(), files)).rejects.toMatchObject({
      code: 'storage_failed',
      message: expect.stringMatching(new RegExp(`${said}.*hãy chọn thư mục khác`)),
    });
  });

  test('never goes among the data, not by a link either', async () => {
    await mkdir(join(data, 'assessments'));
    await symlink(join(data, 'assessments'), join(own, 'link'), 'junction');
    for (const path of [
      join(data, 'a.json'),
      join(data, 'assessments', 'a.json'),
      join(own, 'link', 'a.json'),
    ])
      await expect(save(path)).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await readdir(data, { recursive: true })).toEqual(['assessments']);
  });
});
