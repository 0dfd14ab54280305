/**
 * `npm run package`: the packages that people get, for this system unless `--target` names another; `--dir` stops at the
 * unpacked program, `--test-build` makes the edition that tests can drive, always unpacked; `--electron-dist` names a
 * distribution that is at hand, `--output` another folder, `--app` an application that was built already.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Arch, build, DIR_TARGET, Platform } from 'electron-builder';
import { appIn, buildDesktop, buildPage, root } from './bundles.ts';
import { type PackageOptions, packageConfiguration, targets } from './package-configuration.ts';
import { includeInPortable } from './windows/portable-script.ts';

const ownTarget = process.platform === 'win32' ? 'win' : 'linux';

try {
  for (const file of await makePackages()) process.stdout.write(`${file}\n`);
} catch (error) {
  process.stderr.write(`package: ${inOneLine(error)}\n`);
  process.exitCode = 1;
}

function inOneLine(error: unknown): string {
  const { message, code }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(`${error}`);
  const [reason = ''] = message.trim().split('\n');
  if (code === undefined || !/^(ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)/.test(code))
    return reason;
  return `Electron or a tool for installers cannot be fetched, ${reason}; --electron-dist names an Electron at hand`;
}

async function makePackages(): Promise<readonly string[]> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'boolean', default: false },
      'test-build': { type: 'boolean', default: false },
      target: { type: 'string', default: ownTarget },
      'electron-dist': { type: 'string' },
      output: { type: 'string' },
      app: { type: 'string' },
    },
  });
  const target = targets.find((known) => known === values.target);
  if (target === undefined) throw new Error(`--target is one of ${targets.join(', ')}`);
  const electronDist = values['electron-dist'];
  if (electronDist !== undefined && !existsSync(electronDist))
    throw new Error(`--electron-dist: there is no ${electronDist}`);
  const edition = values['test-build'] ? 'test' : 'release';
  const usualOutput = join(root, 'dist', edition === 'test' ? 'packages-for-tests' : 'packages');
  const output = values.output ?? usualOutput;
  // Nothing of an earlier package stays beside this one. What somebody named may hold other things.
  if (output === usualOutput) await rm(output, { recursive: true, force: true });
  const unpacked = values.dir || edition === 'test';
  const told = { target, edition, output, electronDist } as const;
  return values.app === undefined
    ? inFreshFolder((app) => packageApp(app, unpacked, told))
    : packageApp(resolve(values.app), unpacked, told);
}

/** A package depends on the sources alone: on nothing that was built before, and on no setting of whoever builds it. */
async function inFreshFolder<T>(work: (app: string) => Promise<T>): Promise<T> {
  process.env.NODE_ENV = 'production';
  await mkdir(join(root, 'dist'), { recursive: true });
  const built = await mkdtemp(join(root, 'dist', 'package-'));
  try {
    await buildPage(built);
    await buildDesktop(built);
    return await work(appIn(built));
  } finally {
    await rm(built, { recursive: true, force: true });
  }
}

function packageApp(
  app: string,
  unpacked: boolean,
  options: Omit<PackageOptions, 'app'>,
): Promise<readonly string[]> {
  return build({
    projectDir: root,
    targets: (options.target === 'win' ? Platform.WINDOWS : Platform.LINUX).createTarget(
      unpacked ? DIR_TARGET : null,
      Arch.x64,
    ),
    config: packageConfiguration({ ...options, app }),
    // NOTE: an AppImage is told of in another shape.
    ...(options.target === 'win' ? { effectiveOptionComputed: includeInPortable } : {}),
  });
}
