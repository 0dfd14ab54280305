import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('the README', () => {
  // Pasted into a shell that Windows does not bring.
  test.skipIf(process.platform === 'win32')('has a headless example that works when pasted', () => {
    const example = /^echo '.*$/m.exec(readme)?.[0];
    if (example === undefined) throw new Error('no example');
    const out = execFileSync('bash', ['-c', example], { cwd: root, encoding: 'utf8' });
    expect(JSON.parse(out)).toMatchObject({ code: '24769', verdict: 'incomplete', complete: false });
  });

  test('names scripts and files that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const [, script] of readme.matchAll(/npm run (?:--silent )?(\w+)/g))
      expect(Object.keys(scripts)).toContain(script);
    for (const [, path = ''] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  });
});
