/** A real browser for the tests, without a download: Chromium from the registry package, or the machine's own. */
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz, { inflate } from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

// NOTE: the package's own flags switch off web security and site isolation, which these tests are about.
const flags = ['--no-sandbox', '--disable-gpu'];

export async function launchBrowser(): Promise<Browser> {
  // NOTE: the packaged Chromium is built for Linux; elsewhere a Chrome or Edge is part of the system.
  if (process.platform === 'win32') return chromium.launch({ channel: 'msedge' });
  if (process.platform === 'darwin') return chromium.launch({ channel: 'chrome' });
  const executablePath = await sparticuz.executablePath();
  try {
    return await chromium.launch({ executablePath, args: flags });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('shared libraries')) throw error;
    return chromium.launch({ executablePath, args: flags, env: await packagedLibraries() });
  }
}

/** Under whose name the tests of the whole program work. */
export const tester = 'Người Kiểm Thử';

/** A window of the usual size in which it has been said already who is working. */
export async function workingContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    ...options,
  });
  await context.addInitScript((name) => sessionStorage.setItem('assessor', name), tester);
  return context;
}

/** For a machine without NSS: the libraries and fonts that the package carries beside its Chromium. */
async function packagedLibraries(): Promise<Record<string, string>> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  await inflate(join(entry, '..', '..', 'bin', 'al2023.tar.br'));
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return {
    ...Object.fromEntries(inherited),
    LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib'),
    FONTCONFIG_PATH: join(tmpdir(), 'fonts'),
  };
}
