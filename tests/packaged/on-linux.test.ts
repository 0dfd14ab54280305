import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { describe, expect, test } from 'vitest';
import { appFolder, root } from '../../build/bundles.ts';
import { packageConfiguration } from '../../build/package-configuration.ts';
import { program as words } from '../../renderer/messages/vi/program.ts';
import { fusesIn, packagedProgram, promisedFuses } from './packaged-program.ts';
import { standInDistribution } from './stand-in-distribution.ts';

// Packages of Linux are not made on Windows.
describe.skipIf(process.platform === 'win32')('the packaged program', () => {
  const release = packagedProgram({ edition: 'release', target: 'linux' });

  test('has nothing of ours or of an example beside its archive, and no language that is not spoken here', async () => {
    expect(await readdir(join(release().folder, 'resources'))).toEqual(['app.asar']);
    expect((await readdir(join(release().folder, 'locales'))).sort()).toEqual(['en-US.pak', 'vi.pak']);
    expect((await readdir(release().folder)).sort()).toEqual([
      'LICENSE.electron.txt',
      'LICENSES.chromium.html',
      'child-friendly-communes',
      'chrome-sandbox',
      'icudtl.dat',
      'locales',
      'resources',
    ]);
  });

  test('has its fuses as promised', async () => {
    expect(await fusesIn(release().binary)).toEqual(promisedFuses);
  });
});

test.skipIf(process.platform === 'win32')(
  'the packages start the program in its sandbox, and are told in Vietnamese what they are',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'packaged-'));
    const told: unknown[] = [];
    try {
      await build({
        projectDir: root,
        targets: Platform.LINUX.createTarget(null, Arch.x64),
        config: packageConfiguration({
          target: 'linux',
          edition: 'release',
          app: appFolder,
          output: join(folder, 'out'),
          electronDist: await standInDistribution(join(folder, 'electron'), 'linux'),
        }),
        // NOTE: electron-builder's own tests stop here too: what comes then needs tools that are fetched.
        effectiveOptionComputed: async (options) => {
          told.push(Array.isArray(options) ? [options[0], await readFile(options[1], 'utf8')] : options);
          return true;
        },
      });
    } finally {
      await rm(folder, { recursive: true });
    }
    const [appImage, [debian, debianEntry]] = told as [
      { readonly desktop: string },
      [readonly string[], string],
    ];
    const execs = [appImage.desktop, debianEntry].map((entry) => /^Exec=.*$/m.exec(entry)?.[0]);
    expect(execs).toEqual(['Exec=AppRun %U', 'Exec=/opt/child-friendly-communes/child-friendly-communes %U']);
    for (const entry of [appImage.desktop, debianEntry])
      expect(entry).toContain(`\nName[vi]=${words.name}\n`);
    const [synopsis, body] = debian[debian.indexOf('--description') + 1]?.split('\n ') ?? [];
    expect(synopsis).toMatch(/^Scores communes/);
    expect(body).toMatch(/^Chương trình chấm điểm/);
  },
);
