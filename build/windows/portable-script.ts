import { join } from 'node:path';

type Told = Record<string, unknown>;

/**
 * Adds `portable.nsh` to the program that runs without being installed; electron-builder's own settings include a file in
 * the installer only. It is given what the script compiler is about to be told, and answers false: go on.
 */
export async function includeInPortable([defines, commands]: readonly [Told, Told]): Promise<false> {
  // NOTE: only the portable one has this name, which tells the two apart.
  if ('REQUEST_EXECUTION_LEVEL' in defines) commands['!include'] = `"${portableScript}"`;
  return false;
}

const portableScript = join(import.meta.dirname, 'portable.nsh');
