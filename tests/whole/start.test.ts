import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

let folder: string;
let started: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'));
});
afterEach(async () => {
  started?.kill('SIGKILL');
  started = undefined;
  await rm(folder, { recursive: true });
});

/** Starts a command and waits until its output matches. */
async function start(command: string, args: string[], environment: Record<string, string>, until: RegExp) {
  const { DISPLAY: _d, WAYLAND_DISPLAY: _w, ...clean } = process.env;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...clean, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  await expect.poll(() => output, { timeout: 30_000 }).toMatch(until);
  return { child, output: () => output };
}

const startScript = ['build/start.ts', '--no-open', '--data'];
const address = /http:\/\/127\.0\.0\.1:\d+/;

async function answers(output: string): Promise<boolean> {
  const origin = address.exec(output)?.[0] ?? '';
  return fetch(origin).then(
    () => true,
    () => false,
  );
}

/** An Electron distribution whose binary is a shell script. */
async function electronThat(script: string): Promise<string> {
  await writeFile(join(folder, 'electron'), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, 'electron'), 0o755);
  return folder;
}

describe.skipIf(process.platform !== 'linux')('npm start', () => {
  test('without a display says why it opens the browser, in one line', async () => {
    const { output } = await start(process.execPath, [...startScript, folder], {}, address);
    expect(output()).toMatch(/^Máy này không có màn hình đồ họa nên chương trình mở bằng trình duyệt\.$/m);
    expect(await answers(output())).toBe(true);
  });

  test('runs Electron on the program, and ends as it ends', async () => {
    const dist = await electronThat(`echo "$@" "$CHILD_FRIENDLY_DATA" > ${folder}/called`);
    const { child, output } = await start(
      process.execPath,
      [...startScript, '/chỗ/của/tôi'],
      { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: dist },
      /^/,
    );
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(await readFile(join(folder, 'called'), 'utf8')).toBe(
      `${join(root, 'dist', 'app')} /chỗ/của/tôi\n`,
    );
    expect(output()).not.toMatch(address);
  });

  test('with an Electron that cannot run says so and opens the browser', async () => {
    const dist = await electronThat('echo "FATAL: no sandbox" >&2; kill -TRAP $$');
    const { output } = await start(
      process.execPath,
      [...startScript, folder],
      { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: dist },
      address,
    );
    expect(output()).toMatch(/^Electron không chạy được trên máy này \(mã SIGTRAP\) nên .* trình duyệt\.$/m);
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)(
    'leaves nothing running when it is ended with %s',
    async (signal) => {
      const { child, output } = await start(process.execPath, [...startScript, folder], {}, address);
      child.kill(signal);
      await once(child, 'exit');
      await expect.poll(() => answers(output()), { timeout: 10_000 }).toBe(false);
    },
  );

  test('leaves nothing running when npm is ended', async () => {
    const { child, output } = await start('npm', ['start', '--', '--no-open', '--data', folder], {}, address);
    child.kill('SIGTERM');
    await once(child, 'exit');
    await expect.poll(() => answers(output()), { timeout: 10_000 }).toBe(false);
  });
});
