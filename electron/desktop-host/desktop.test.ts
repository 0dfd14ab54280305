import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ElectronDouble } from '../../tests/electron-double/double.ts';
import type { Desktop } from '../service/desktop.ts';

let electron: ElectronDouble;
let root: string;
let desktop: Desktop;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'desktop-dialogs-'));
  await mkdir(join(root, 'data'));
  electron = new ElectronDouble();
  electron.app.paths.set('documents', join(root, 'Documents'));
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  desktop = (await import('./desktop.ts')).desktopOf(join(root, 'data'));
});
afterEach(async () => {
  vi.doUnmock('electron');
  await rm(root, { recursive: true });
});

const bytes = Buffer.from('%PDF-1.7');

describe('the save dialog', () => {
  test('begins among the documents with the name given, and writes where the person says', async () => {
    const path = join(root, 'phiếu khác.pdf');
    electron.dialogs.savedAs = path;
    expect(await desktop.saveFile('phieu.pdf', bytes)).toBe(path);
    expect(await readFile(path)).toEqual(bytes);
    expect(electron.dialogs.savings).toMatchObject([
      {
        title: 'Lưu tệp vào máy',
        defaultPath: join(root, 'Documents', 'phieu.pdf'),
        filters: [{ name: 'Tệp PDF', extensions: ['pdf'] }, { extensions: ['*'] }],
      },
    ]);
  });

  test('begins the next time where the last file went', async () => {
    await mkdir(join(root, 'mine'));
    electron.dialogs.savedAs = join(root, 'mine', 'a.pdf');
    await desktop.saveFile('a.pdf', bytes);
    await desktop.saveFile('b.pdf', bytes);
    expect(electron.dialogs.savings[1]?.defaultPath).toBe(join(root, 'mine', 'b.pdf'));
  });

  test('that is cancelled writes nothing', async () => {
    expect(await desktop.saveFile('a.pdf', bytes)).toBeNull();
    expect(await readdir(root)).toEqual(['data']);
  });

  test('begins with the name alone where the system has no folder of documents', async () => {
    electron.module.app.getPath = () => {
      throw new Error("Failed to get 'documents' path");
    };
    await desktop.saveFile('a.pdf', bytes);
    expect(electron.dialogs.savings[0]?.defaultPath).toBe('a.pdf');
  });

  test('refuses the data folder', async () => {
    electron.dialogs.savedAs = join(root, 'data', 'a.pdf');
    await expect(desktop.saveFile('a.pdf', bytes)).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await readdir(join(root, 'data'))).toEqual([]);
  });
});

describe('the folder dialog', () => {
  test('says what the folder is for, and begins where the page says, else where the last one was', async () => {
    expect(await desktop.chooseFolder('printing', join(root, 'in'))).toBeNull();
    electron.dialogs.chosen = [join(root, 'usb')];
    expect(await desktop.chooseFolder('secondFolder', null)).toBe(join(root, 'usb'));
    await desktop.chooseFolder('secondFolder', null);
    await desktop.chooseFolder('printing', null);
    expect(electron.dialogs.openings.map(({ defaultPath }) => defaultPath)).toEqual([
      join(root, 'in'),
      join(root, 'Documents'),
      join(root, 'usb'),
      join(root, 'Documents'),
    ]);
    const titles = electron.dialogs.openings.map(({ title }) => title);
    expect(titles[0]).toContain('để in tài liệu');
    expect(titles[1]).toContain('sao lưu thứ hai');
  });
});

describe('showing a folder', () => {
  test('opens one that is there', async () => {
    expect(await desktop.showFolder(join(root, 'data'))).toBe(true);
    expect(electron.system.opened).toEqual([join(root, 'data')]);
  });

  test('says so where the system cannot', async () => {
    electron.system.cannotOpen = 'no file manager';
    expect(await desktop.showFolder(join(root, 'data'))).toBe(false);
  });
});
