import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '../../electron/api.ts';
import { messages as english } from '../../renderer/messages/en/index.ts';
import { messages as vietnamese } from '../../renderer/messages/vi/index.ts';
import { launchBrowser, workingContext } from './browser.ts';
import { call } from './host-calls.ts';
import { type RunningProgram, startProgram } from './running-program.ts';
import { screens, type Visit } from './screens.ts';
import { bringAxe, contrast, everything } from './screens-look.ts';
import { type Scene, setScene } from './screens-scene.ts';

const pictures = resolve(import.meta.dirname, '../../artefacts/screens');
const texts: Readonly<Record<Language, Visit['say']>> = { vi: vietnamese, en: english };

let browser: Browser;
let program: RunningProgram;
let folder: string;
let scene: Scene;
let cookies: Awaited<ReturnType<BrowserContext['cookies']>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'màn hình '));
  await mkdir(pictures, { recursive: true });
  program = await startProgram(folder);
  browser = await launchBrowser();
  const context = await workingContext(browser);
  const page = await context.newPage();
  await page.goto(program.address);
  scene = await setScene(page, folder);
  cookies = await context.cookies();
  await context.close();
});
afterAll(async () => {
  await browser.close();
  await program.stop();
  await rm(folder, { recursive: true });
});

test.each([
  { language: 'vi', theme: 'light', look: everything, what: 'axe finds nothing, nothing is too wide' },
  { language: 'en', theme: 'dark', look: everything, what: 'axe finds nothing, nothing is too wide' },
  { language: 'vi', theme: 'dark', look: contrast, what: 'every text stands out' },
  { language: 'en', theme: 'light', look: contrast, what: 'every text stands out' },
] as const)('in $language and $theme, $what', async ({ language, theme, look }) => {
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce' });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const asking = counted(page);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  await page.goto(new URL(program.address).origin);
  await call(page, 'preferences.save', { preferences: { language, theme } });
  await page.reload();
  await bringAxe(page);
  await page.waitForFunction(
    ([lang, scheme]) =>
      document.documentElement.lang === lang &&
      document.documentElement.dataset.mantineColorScheme === scheme,
    [language, theme] as const,
  );
  const visit: Visit = {
    page,
    scene,
    language,
    say: texts[language],
    to: (...where) => go(page, ...where),
  };
  for (const { name, arrive } of screens) {
    await arrive(visit).catch((error: unknown) => {
      throw new Error(`no way to ${name}`, { cause: error });
    });
    await settled(page, asking);
    faults.push(...(await look(page)).map((fault) => `${name}: ${fault}`));
    await page.screenshot({ path: join(pictures, `${name}-${language}-${theme}.png`) });
  }
  await context.close();
  expect(faults).toEqual([]);
});

async function go(page: Page, path: string, heading: string | RegExp): Promise<void> {
  const asked = page.getByRole('dialog');
  if (await asked.isVisible()) {
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
  }
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** Says whether a page has asked for something that is not answered yet. */
function counted(page: Page): () => boolean {
  let underWay = 0;
  page.on('request', () => (underWay += 1));
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', () => (underWay -= 1));
  return () => underWay > 0;
}

/** Everything that the screen asked for is there and drawn. */
async function settled(page: Page, asking: () => boolean): Promise<void> {
  do await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 20))));
  while (asking());
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
}
