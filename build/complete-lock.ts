/** `npm run lock`: after `npm install` changed the lock file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { completeLockFile, type LockFile } from './lock-file.ts';

const path = join(resolve(import.meta.dirname, '..'), 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8')) as LockFile;
writeFileSync(path, `${JSON.stringify(completeLockFile(lock), null, 2)}\n`);
