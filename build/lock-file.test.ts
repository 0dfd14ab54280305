import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { installScripts, shippedPackages, unpinned, unwelcomeLicences } from './audit-lock.ts';
import { completeLockFile, type LockFile, missingOptional } from './lock-file.ts';

const root = resolve(import.meta.dirname, '..');

test.each(['.', 'bench'])(
  'the lock file in %s names the optional packages of every platform, so that npm ci takes it anywhere',
  (folder) => {
    const real = JSON.parse(readFileSync(join(root, folder, 'package-lock.json'), 'utf8')) as LockFile;
    expect(Object.keys(real.packages).length).toBeGreaterThan(1);
    expect(missingOptional(real)).toEqual([]);
  },
);

test('a package left out is seen and added where its parent finds it', () => {
  const lock: LockFile = {
    packages: {
      '': {},
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: { '@tool/linux-x64-musl': '2.0.0' },
      },
      'node_modules/old': { version: '1.0.0' },
      'node_modules/old/node_modules/tool': {
        version: '1.0.0',
        optionalDependencies: { '@tool/linux-x64-musl': '1.0.0', '@tool/win32-arm64': '1.0.0' },
      },
    },
  };
  expect(missingOptional(lock)).toHaveLength(3);
  const complete = completeLockFile(lock);
  expect(missingOptional(complete)).toEqual([]);
  expect(complete.packages['node_modules/@tool/linux-x64-musl']).toEqual({
    version: '2.0.0',
    cpu: ['x64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
  expect(
    complete.packages['node_modules/old/node_modules/tool/node_modules/@tool/linux-x64-musl']?.version,
  ).toBe('1.0.0');
});

test('a package whose platform cannot be told is not guessed', () => {
  const lock: LockFile = {
    packages: { 'node_modules/tool': { optionalDependencies: { '@tool/native': '1.0.0' } } },
  };
  expect(() => completeLockFile(lock)).toThrow('@tool/native');
});

const readJson = (...path: string[]) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
const ours = readJson('package-lock.json') as LockFile;

test.each(['.', 'bench'])(
  'every package of the lock file in %s that the registry at hand has is held against its hash',
  (folder) => {
    expect(unpinned(readJson(folder, 'package-lock.json'))).toEqual([]);
  },
);

test('a package without a hash is seen, unless it is native code of a platform that is not mirrored', () => {
  const lock: LockFile = {
    packages: {
      '': {},
      'node_modules/pinned': { version: '1.0.0', integrity: 'sha512-AAAA', license: 'MIT' },
      'node_modules/bare': { version: '1.0.0', license: 'MIT' },
      'node_modules/native': { version: '1.0.0', license: 'MIT', optional: true, os: ['win32'] },
    },
  };
  expect(unpinned(lock)).toEqual(['node_modules/bare']);
});

test('people get only packages whose licences ask for no more than their text', () => {
  expect(unwelcomeLicences(ours)).toEqual([]);
  const shipped = shippedPackages(ours);
  for (const name of ['zod', 'pdfjs-dist', 'electron', '@expo-google-fonts/tinos'])
    expect(shipped).toContain(`node_modules/${name}`);
  for (const name of ['axe-core', 'typescript', '@electron/get'])
    expect(shipped).not.toContain(`node_modules/${name}`);
});

test.each([
  ['MIT', true],
  ['GPL-3.0-only', false],
  ['(MIT OR GPL-3.0-only)', true],
  ['(MIT AND Zlib)', true],
  ['MIT AND GPL-3.0-only', false],
  ['SEE LICENSE IN LICENSE.md', false],
  [undefined, false],
])('a shipped package under %s is welcome: %s', (license, welcome) => {
  const licence = license === undefined ? {} : { license };
  const lock: LockFile = { packages: { '': {}, 'node_modules/new': { version: '1.0.0', ...licence } } };
  expect(unwelcomeLicences(lock)).toEqual(welcome ? [] : [`node_modules/new: ${license ?? 'none'}`]);
  const tool = { ...lock.packages['node_modules/new'], dev: true };
  expect(unwelcomeLicences({ packages: { 'node_modules/new': tool } })).toEqual([]);
});

test('what runs a script when it is installed was decided on by name, and nothing that people get does', () => {
  const { allowScripts } = readJson('package.json') as { readonly allowScripts: Record<string, boolean> };
  const scripts = installScripts(ours);
  expect([...new Set(scripts)].sort()).toEqual(Object.keys(allowScripts).sort());
  const shipped = shippedPackages(ours);
  expect(scripts.filter((name) => shipped.has(`node_modules/${name}`))).toEqual([]);
});
