import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, workingContext } from './browser.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

let browser: Browser;
let program: RunningProgram;
let page: Page;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'cfc-'));
  [browser, program] = await Promise.all([launchBrowser(), startProgram(dataFolder)]);
  page = await (await workingContext(browser, { colorScheme: 'light' })).newPage();
  await page.goto(program.address);
  await page.getByRole('heading', { name: 'Danh sách phiếu đánh giá' }).waitFor();
});

afterAll(async () => {
  await browser.close();
  await program.stop();
});

const root = () =>
  page.evaluate(() => {
    const { lang, dataset } = document.documentElement;
    return `${lang} ${dataset.mantineColorScheme}`;
  });

test('the colours follow the system until somebody chooses', async () => {
  expect(await root()).toBe('vi light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(root).toBe('vi dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(root).toBe('vi light');
});

test('language and colours are chosen by keyboard, and hold at once', async () => {
  await page.getByRole('button', { name: 'Hiển thị' }).press('Enter');
  await page.getByRole('radio', { name: 'Tiếng Việt' }).press('ArrowRight');
  await page.getByRole('dialog', { name: 'Display' }).waitFor();
  await page.getByRole('radio', { name: 'As the system' }).press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(root).toBe('en dark');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Assessments', exact: true }).waitFor();
  expect(await page.title()).toBe('Assessments – Child-friendly communes');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Display');
});

test('they are kept on this machine for every browser', async () => {
  const kept = async () => JSON.parse(await readFile(join(dataFolder, 'settings.json'), 'utf8'));
  await expect.poll(async () => (await kept()).data.preferences).toEqual({ language: 'en', theme: 'dark' });
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole('heading', { name: 'Assessments', exact: true }).waitFor();
  await expect.poll(root).toBe('en dark');
});

test('what is typed stays where the language changes', async () => {
  const other = await (
    await browser.newContext({ storageState: await page.context().storageState() })
  ).newPage();
  await other.goto(page.url());
  await other.getByLabel('Your full name').fill('Lê Thị Hoa');
  await other.getByRole('button', { name: 'Display' }).click();
  await other.getByRole('radio', { name: 'Tiếng Việt' }).click();
  await other.getByRole('dialog', { name: 'Hiển thị' }).waitFor();
  await other.keyboard.press('Escape');
  expect(await other.getByLabel('Họ và tên').inputValue()).toBe('Lê Thị Hoa');
});
