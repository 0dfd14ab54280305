/** Before the tests of the whole program: builds the page that the hosts serve, as `npm start` does. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { launchBrowser } from './browser.ts';

export default async function setup(): Promise<void> {
  // NOTE: a process of its own, because the test runner's NODE_ENV would make it a development build.
  execFileSync(process.execPath, [resolve(import.meta.dirname, '../../build/page.ts')], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  // Unpacks the packaged Chromium before test files run side by side.
  await (await launchBrowser()).close();
}
