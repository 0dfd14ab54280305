/** Before the tests of the whole program: builds what the hosts serve and Electron runs, as `npm start` does. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { launchBrowser } from './browser.ts';

export default async function setup(): Promise<void> {
  // NOTE: a process of its own, because the test runner's NODE_ENV would make it a development build.
  execFileSync(process.execPath, [resolve(import.meta.dirname, '../../build/everything.ts')], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  // Unpacks the packaged Chromium before test files run side by side.
  await (await launchBrowser()).close();
}
