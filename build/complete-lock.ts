/** `npm run lock`: after `npm install` changed a lock file, ours or that of the peers in `bench/`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { completeLockFile, type LockFile } from './lock-file.ts';

const root = resolve(import.meta.dirname, '..');
for (const folder of [root, join(root, 'bench')]) {
  const path = join(folder, 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8')) as LockFile;
  writeFileSync(path, `${JSON.stringify(completeLockFile(lock), null, 2)}\n`);
}
