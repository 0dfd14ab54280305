import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const here = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)));

test.each([
  ['uncaught exception', `setTimeout(() => { throw new Error('Xã Kim Long'); });`],
  ['unhandled rejection', `void Promise.reject(new Error('Xã Kim Long'));`],
])('an %s is noted and ends the program in order, once', async (kind, fault) => {
  const folder = await mkdtemp(join(tmpdir(), 'không lường trước '));
  const program = join(folder, 'program.mjs');
  await writeFile(
    program,
    `import { programLog } from ${here('program-log.ts')};
     import { endAfterUnforeseen } from ${here('unforeseen.ts')};
     programLog.keepIn(${JSON.stringify(join(folder, 'logs'))}, ${JSON.stringify(folder)}, async () => true);
     endAfterUnforeseen(async () => {
       void Promise.reject(new Error('another'));
       await new Promise((saved) => setTimeout(saved, 100));
       await programLog.close();
       process.exit(7);
     });
     ${fault}`,
  );
  const [status] = await once(spawn(process.execPath, [program], { stdio: 'ignore' }), 'exit');
  const lines = (await readFile(join(folder, 'logs', 'program.log'), 'utf8')).trim().split('\n');
  await rm(folder, { recursive: true });
  expect(status).toBe(7);
  expect(lines.map((line) => line.replace(/^\S+ /, '').replace(/ < .*/, ''))).toEqual([
    `error ${kind}: Error`,
    'error unhandled rejection: Error',
  ]);
});
