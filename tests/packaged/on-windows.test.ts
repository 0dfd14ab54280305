import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getRawHeader } from '@electron/asar';
import { expect, test } from 'vitest';
import { program as words } from '../../renderer/messages/vi/program.ts';
import { fusesIn, packagedProgram, promisedFuses } from './packaged-program.ts';
import { readExecutable } from './windows-executable.ts';

const release = packagedProgram({ edition: 'release', target: 'win' });
const executable = async () => readExecutable(await readFile(release().binary));

test('beside the archive lies nothing of ours or of an example, and no language that is not spoken here', async () => {
  expect(await readdir(join(release().folder, 'resources'))).toEqual(['app.asar']);
  expect((await readdir(join(release().folder, 'locales'))).sort()).toEqual(['en-US.pak', 'vi.pak']);
  expect((await readdir(release().folder)).sort()).toEqual([
    'LICENSE.electron.txt',
    'LICENSES.chromium.html',
    'child-friendly-communes.exe',
    'icudtl.dat',
    'locales',
    'resources',
  ]);
});

test('the executable has its fuses as promised, after everything else was written into it', async () => {
  expect(await fusesIn(release().binary)).toEqual(promisedFuses);
});

test('the executable carries the hash of the one archive that it may start, and that hash is right', async () => {
  const { headerString } = getRawHeader(release().archive);
  const value = createHash('sha256').update(headerString).digest('hex');
  expect((await executable()).integrity).toEqual([{ file: 'resources\\app.asar', alg: 'SHA256', value }]);
});

test('the executable is described as our program with our icon, and as nobody else’s', async () => {
  const { about, icons } = await executable();
  expect(about).toMatchObject({
    CompanyName: 'child-friendly communes',
    FileDescription: words.name,
    ProductName: words.name,
    InternalName: 'child-friendly-communes',
  });
  expect(JSON.stringify(about)).not.toMatch(/electron|github/i);
  expect(icons).toBe(1);
});
