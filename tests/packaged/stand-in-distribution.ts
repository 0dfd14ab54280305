/** What electron-builder takes for Electron, where the real one cannot be fetched: the files that packaging touches. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPackageFromStreams } from '@electron/asar';
import { FuseState, FuseV1Options } from '@electron/fuses';
import type { Target } from '../../build/package-configuration.ts';
import { standInExecutable } from './windows-executable.ts';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseNames = Object.values(FuseV1Options).filter((name) => typeof name === 'string');
/** As Electron delivers them, in their order. */
const delivered = [true, false, true, true, false, false, false, true, true];

/** How many fuses the stand-in has, unless a test says otherwise. */
export const fuseCount = fuseNames.length;

export async function standInDistribution(
  folder: string,
  target: Target,
  fuses = fuseCount,
): Promise<string> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  if (target === 'win') await writeFile(join(folder, 'electron.exe'), standInExecutable(wire(fuses)));
  else {
    await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.alloc(1000), wire(fuses)]));
    await chmod(join(folder, 'electron'), 0o755);
    await writeFile(join(folder, 'chrome-sandbox'), 'chrome-sandbox');
  }
  for (const language of ['am', 'de', 'en-GB', 'en-US', 'vi', 'zh-CN'])
    await writeFile(join(folder, 'locales', `${language}.pak`), language);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'icudtl.dat'])
    await writeFile(join(folder, name), name);
  await createPackageFromStreams(join(folder, 'resources', 'default_app.asar'), []);
  return folder;
}

function wire(fuses: number): Buffer {
  const states = Array.from({ length: fuses }, (_, fuse) =>
    delivered[fuse] ? FuseState.ENABLE : FuseState.DISABLE,
  );
  return Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuses, ...states]), Buffer.alloc(9)]);
}
