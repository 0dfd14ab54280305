/** Packages the program as `npm run package` does, unpacked, around the stand-in for Electron. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll } from 'vitest';
import { appFolder } from '../../build/bundles.ts';
import type { Edition } from '../../build/fuses.ts';
import type { Target } from '../../build/package-configuration.ts';
import { fuseCount, standInDistribution } from './stand-in-distribution.ts';

export interface PackagedProgram {
  readonly folder: string;
  readonly binary: string;
  readonly archive: string;
}

export interface Packaging {
  readonly edition: Edition;
  /** Of this system unless said. */
  readonly target?: Target;
  /** How many the Electron to package has. */
  readonly fuses?: number;
  /** Built anew, as for people; otherwise as it was built before the tests, which must be the same and is quicker. */
  readonly fresh?: boolean;
}

const ownTarget: Target = process.platform === 'win32' ? 'win' : 'linux';

/** Rejects with what the command said, as `stdout` and `stderr`, where it failed. */
export async function packageInto(
  folder: string,
  { edition, target = ownTarget, fuses = fuseCount, fresh = false }: Packaging,
): Promise<PackagedProgram> {
  const distribution = await standInDistribution(join(folder, 'electron'), target, fuses);
  await runPackage([
    '--dir',
    ...['--target', target],
    ...['--electron-dist', distribution],
    ...['--output', join(folder, 'out')],
    ...(fresh ? [] : ['--app', appFolder]),
    ...(edition === 'test' ? ['--test-build'] : []),
  ]);
  const program = join(folder, 'out', `${target}-unpacked`);
  const name = edition === 'test' ? 'child-friendly-communes-test' : 'child-friendly-communes';
  return {
    folder: program,
    binary: join(program, target === 'win' ? `${name}.exe` : name),
    archive: join(program, 'resources', 'app.asar'),
  };
}

/** Rejects as `packageInto` does. */
export async function runPackage(args: readonly string[]): Promise<void> {
  const script = resolve(import.meta.dirname, '../../build/package.ts');
  await promisify(execFile)(process.execPath, [script, ...args]);
}

/** For the tests of the file, or the group, that calls it. */
export function packagedProgram(packaging: Packaging): () => PackagedProgram {
  let folder: string;
  let program: PackagedProgram;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'packaged-'));
    program = await packageInto(folder, packaging);
  });
  afterAll(() => rm(folder, { recursive: true }));
  return () => program;
}

/** Whether each fuse of a binary is on, by its name. */
export async function fusesIn(binary: string): Promise<Readonly<Record<string, boolean>>> {
  const wire = await getCurrentFuseWire(binary);
  return Object.fromEntries(
    Object.entries(wire).flatMap(([fuse, state]) =>
      fuse in FuseV1Options ? [[FuseV1Options[Number(fuse)], state === FuseState.ENABLE]] : [],
    ),
  );
}

export const promisedFuses: Readonly<Record<string, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};
