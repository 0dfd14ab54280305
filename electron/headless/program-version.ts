import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** As the package says; documents name it. */
export function programVersion(): string {
  const path = join(resolve(import.meta.dirname, '..', '..'), 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
