/** What can be told of the packages that people get from the lock file alone, without asking anybody. */
import type { LockFile } from './lock-file.ts';

const permissive = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'Unlicense',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'CC0-1.0',
  'Zlib',
]);

// NOTE: declared for development, because we bundle neither; but Electron is the program, and the typeface is cut from this one.
const shippedAnyway = ['node_modules/electron', 'node_modules/@expo-google-fonts/tinos'];

/** Packages whose manifest names no licence; each has been read. */
const readByUs: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' };

/** The packages, as paths in the lock file, that people get or could get: rather one too many than one too few. */
export function shippedPackages({ packages }: LockFile): ReadonlySet<string> {
  return new Set(
    Object.entries(packages)
      .filter(
        ([path, { dev, devOptional }]) =>
          path !== '' && (shippedAnyway.includes(path) || (!dev && !devOptional)),
      )
      .map(([path]) => path),
  );
}

/** What is shipped under a licence that asks for more than its own text, or under none, as `path: licence`. */
export function unwelcomeLicences(lock: LockFile): readonly string[] {
  return [...shippedPackages(lock)]
    .filter((path) => !ofUnmirroredPlatform(lock, path))
    .map((path) => ({ path, licence: lock.packages[path]?.license ?? readByUs[path] ?? 'none' }))
    .filter(({ licence }) => !isPermissive(licence))
    .map(({ path, licence }) => `${path}: ${licence}`);
}

/** What is fetched without being held against a hash, though the registry at hand could tell it. */
export function unpinned(lock: LockFile): readonly string[] {
  return Object.entries(lock.packages)
    .filter(
      ([path, { integrity }]) => path !== '' && integrity === undefined && !ofUnmirroredPlatform(lock, path),
    )
    .map(([path]) => path);
}

/** What runs a script when it is installed, by name. */
export function installScripts({ packages }: LockFile): readonly string[] {
  return Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
}

/**
 * Native code of a platform that the registry at hand does not mirror: what the lock file has of it was completed by us.
 * NOTE: on that platform npm takes it by its version alone. None of it is bundled.
 */
function ofUnmirroredPlatform({ packages }: LockFile, path: string): boolean {
  const { integrity, optional, os } = packages[path] ?? {};
  return integrity === undefined && optional === true && os !== undefined;
}

/** Whether an expression of SPDX, without brackets in brackets, can be met by permissive licences alone. */
function isPermissive(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => permissive.has(one)));
}
