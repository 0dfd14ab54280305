import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unsetOffice } from '../../criteria/office.ts';
import { usualPreferences } from '../api.ts';
import { Refusal } from '../refusal.ts';
import { DamagedFolder } from './damaged-folder.ts';
import { currentVersion } from './envelope.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { SettingsFile } from './settings-file.ts';
import { sha256OfJson } from './sha256.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cài đặt '));
});
afterEach(() => rm(folder, { recursive: true }));

const path = () => join(folder, 'settings.json');
const none = {
  secondFolder: null,
  machine: null,
  acknowledged: [],
  lost: false,
  office: unsetOffice,
  officeLost: false,
  preferences: usualPreferences,
  assessors: [],
  criteriaInUse: null,
};

function open(files: FileSystem = nodeFileSystem, makeWritable = async () => undefined): SettingsFile {
  return new SettingsFile({
    dataFolder: folder,
    files,
    damaged: new DamagedFolder(folder, files),
    clock: () => new Date('2026-11-20'),
    makeWritable,
  });
}

describe('the settings', () => {
  test('that were never made are none, and reading does not make the file', async () => {
    expect(await open().read()).toEqual(none);
    expect(await readdir(folder)).toEqual([]);
  });

  test('are there again at the next start', async () => {
    await open().change((settings) => ({ ...settings, secondFolder: 'E:\\Sao lưu' }));
    expect(await open().read()).toEqual({ ...none, secondFolder: 'E:\\Sao lưu' });
  });

  test('of a folder that another program holds are refused and stay as they are', async () => {
    const held = new Refusal('storage_failed', 'Một chương trình khác đang dùng thư mục dữ liệu');
    const settings = open(nodeFileSystem, () => Promise.reject(held));
    await expect(settings.change((now) => ({ ...now, secondFolder: 'E:\\Sao lưu' }))).rejects.toBe(held);
    expect(await settings.read()).toEqual(none);
    expect(await readdir(folder)).toEqual([]);
  });

  test('changed twice at once keep both changes', async () => {
    const settings = open();
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        settings.change((now) => ({ ...now, acknowledged: [...now.acknowledged, name] })),
      ),
    );
    expect((await open().read()).acknowledged).toEqual(['a', 'b', 'c']);
  });

  test('of version 3 look as usual and name nobody', async () => {
    const {
      preferences: _preferences,
      assessors: _assessors,
      criteriaInUse: _criteriaInUse,
      ...old
    } = { ...none, secondFolder: '/mnt/usb' };
    const sealed = { format: 'child-friendly-communes/settings', version: 3, data: old };
    await writeFile(path(), JSON.stringify({ ...sealed, checksum: `sha256:${sha256OfJson(sealed)}` }));
    expect(await open().read()).toEqual({ ...none, secondFolder: '/mnt/usb' });
    await open().change((now) => ({
      ...now,
      preferences: { language: 'en', theme: 'dark' },
      assessors: ['Chị Lan'],
    }));
    expect(await open().read()).toMatchObject({
      secondFolder: '/mnt/usb',
      preferences: { language: 'en', theme: 'dark' },
      assessors: ['Chị Lan'],
    });
  });

  test('of version 4 use the criteria that come with the program', async () => {
    const { criteriaInUse: _criteriaInUse, ...old } = { ...none, assessors: ['Chị Lan'] };
    const sealed = { format: 'child-friendly-communes/settings', version: 4, data: old };
    await writeFile(path(), JSON.stringify({ ...sealed, checksum: `sha256:${sha256OfJson(sealed)}` }));
    expect(await open().read()).toEqual({ ...none, assessors: ['Chị Lan'] });
    const criteriaInUse = { id: 'qd-06-2019', version: 2 };
    await open().change((now) => ({ ...now, criteriaInUse }));
    expect(await open().read()).toEqual({ ...none, assessors: ['Chị Lan'], criteriaInUse });
  });

  test('that are damaged are said to be, and the file is kept when others take its place', async () => {
    await writeFile(path(), 'hỏng');
    const settings = open();
    expect(await settings.read()).toEqual({ ...none, lost: true, officeLost: true });
    expect(settings.trouble).toContain('Tệp cài đặt bị hỏng');
    expect(await readFile(path(), 'utf8')).toBe('hỏng');
    await settings.change((now) => ({ ...now, acknowledged: ['x'] }));
    const next = open();
    await next.read();
    expect(next.trouble).toContain('chọn lại thư mục');
    await next.change((now) => ({ ...now, secondFolder: '/mnt/usb', lost: false }));
    expect(next.trouble).toContain('cơ quan ban hành');
    await expect(next.office()).rejects.toThrow('nhập lại');
    await next.change((now) => ({ ...now, officeLost: false }));
    expect(next.trouble).toBeNull();
    expect(await next.office()).toEqual(unsetOffice);
    const [kept] = await readdir(join(folder, 'damaged'));
    expect(await readFile(join(folder, 'damaged', kept ?? ''), 'utf8')).toBe('hỏng');
    expect((await open().read()).secondFolder).toBe('/mnt/usb');
  });

  test('of a newer program are neither used nor overwritten', async () => {
    await open().change((now) => ({ ...now, secondFolder: '/mnt/usb' }));
    const text = (await readFile(path(), 'utf8'))
      .replace(`"version": ${currentVersion}`, '"version": 9')
      .replace(/"sha256:.*"/, '"sha512:x"');
    await writeFile(path(), text);
    const settings = open();
    expect(await settings.read()).toEqual(none);
    expect(settings.trouble).toContain('phiên bản mới hơn');
    await expect(settings.change((now) => now)).rejects.toMatchObject({ code: 'storage_failed' });
    expect(await readFile(path(), 'utf8')).toBe(text);
  });

  test('that cannot be read now are not taken for none, and are not overwritten', async () => {
    await open().change((now) => ({ ...now, secondFolder: '/mnt/usb' }));
    const held = open({
      ...nodeFileSystem,
      readFile: () => Promise.reject(Object.assign(new Error(), { code: 'EIO' })),
    });
    await held.read();
    expect(held.trouble).toContain('Không đọc được tệp cài đặt');
    await expect(held.change((now) => now)).rejects.toMatchObject({ code: 'storage_failed' });
    expect((await open().read()).secondFolder).toBe('/mnt/usb');
  });

  test('that were damaged while the program ran are kept as they are when others take their place', async () => {
    const settings = open();
    await settings.change((now) => ({ ...now, secondFolder: '/mnt/usb' }));
    await writeFile(path(), 'hỏng');
    await settings.change((now) => ({ ...now, acknowledged: ['x'] }));
    const [kept] = await readdir(join(folder, 'damaged'));
    expect(await readFile(join(folder, 'damaged', kept ?? ''), 'utf8')).toBe('hỏng');
    expect(await open().read()).toEqual({ ...none, secondFolder: '/mnt/usb', acknowledged: ['x'] });
  });

  test('that are damaged and cannot be moved aside are not overwritten', async () => {
    await writeFile(path(), 'hỏng');
    const settings = open({
      ...nodeFileSystem,
      makeFolder: () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })),
    });
    await settings.read();
    await expect(settings.change((now) => now)).rejects.toMatchObject({ code: 'storage_failed' });
    expect(await readFile(path(), 'utf8')).toBe('hỏng');
  });

  test('that a newer program wrote while this one ran are not overwritten', async () => {
    const settings = open();
    await settings.change((now) => ({ ...now, secondFolder: '/mnt/usb' }));
    const text = (await readFile(path(), 'utf8'))
      .replace(`"version": ${currentVersion}`, '"version": 9')
      .replace(/"sha256:.*"/, '"sha512:x"');
    await writeFile(path(), text);
    await expect(settings.change((now) => now)).rejects.toMatchObject({ code: 'storage_failed' });
    expect(await readFile(path(), 'utf8')).toBe(text);
  });
});
