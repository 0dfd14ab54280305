import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Places, type PlacesOptions } from './places.ts';

let root: string;
let shown: string[];
let options: PlacesOptions;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'places-'));
  shown = [];
  options = {
    dataFolder: root,
    secondFolder: async () => null,
    printed: () => null,
    showFolder: async (path) => {
      shown.push(path);
      return true;
    },
  };
});
afterEach(() => rm(root, { recursive: true }));

describe('showing a place of the program', () => {
  test('shows the folder that is there', async () => {
    await mkdir(join(root, 'damaged'));
    const places = new Places(options);
    expect(await places.show('data')).toEqual({ shown: true, path: root });
    expect(await places.show('damaged')).toEqual({ shown: true, path: join(root, 'damaged') });
    expect(shown).toEqual([root, join(root, 'damaged')]);
  });

  test('names a folder that is not there, and does not make it', async () => {
    expect(await new Places(options).show('logs')).toEqual({ shown: false, path: join(root, 'logs') });
    expect([shown, await readdir(root)]).toEqual([[], []]);
  });

  test('runs no file that stands where the folder was', async () => {
    const path = join(root, 'backup.exe');
    await writeFile(path, 'MZ');
    const places = new Places({ ...options, secondFolder: async () => path });
    expect(await places.show('secondFolder')).toEqual({ shown: false, path });
    expect(shown).toEqual([]);
  });

  test('names the folder where there is no screen, and refuses a place that there never was', async () => {
    const places = new Places({ ...options, showFolder: undefined });
    expect(await places.show('data')).toEqual({ shown: false, path: root });
    await expect(places.show('printed')).rejects.toMatchObject({ code: 'not_found' });
  });
});
