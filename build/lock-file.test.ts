import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
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
