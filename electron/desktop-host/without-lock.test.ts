import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ElectronDouble } from '../../tests/electron-double/double.ts';

let electron: ElectronDouble;
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'profile-'));
  electron = new ElectronDouble();
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
});
afterEach(async () => {
  vi.doUnmock('electron');
  await rm(root, { recursive: true });
});

async function giveWay(profile: string): Promise<readonly string[]> {
  electron.becomeReady();
  await (await import('./without-lock.ts')).giveWay(profile);
  expect(electron.steps).toEqual(['ready', 'exit']);
  return electron.dialogs.errors;
}

describe('a start that does not get the lock of the single instance', () => {
  test('says nothing where another start has it, and leaves nothing in the profile', async () => {
    const profile = join(root, 'profile');
    await mkdir(profile);
    await symlink(`${hostname()}-4321`, join(profile, 'SingletonLock'));
    expect(await giveWay(profile)).toEqual([]);
    expect(await readdir(profile)).toEqual(['SingletonLock']);
  });

  test('says which folder cannot be written, and what to do', async () => {
    await writeFile(join(root, 'file'), '');
    const profile = join(root, 'file', 'profile');
    const [said = ''] = await giveWay(profile);
    expect(said).toContain(profile);
    expect(said).toContain('hãy dời tệp đó');
    expect(said).toContain('Dữ liệu đã lưu không đổi');
  });

  test('says which machine has the profile, and how it is had back', async () => {
    await symlink('may-cua-xa-4321', join(root, 'SingletonLock'));
    const [said = ''] = await giveWay(root);
    expect(said).toContain('“may-cua-xa”');
    expect(said).toContain('xóa tệp SingletonLock');
  });
});
