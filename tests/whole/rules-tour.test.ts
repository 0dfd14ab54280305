import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RatioIndicator } from '../../criteria/schema.ts';
import { builtInSets, exampleSetId } from '../../criteria/sets/built-in.ts';
import { exampleCorrection } from '../../criteria/sets/example-units.ts';
import { launchBrowser } from './browser.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';

const set = builtInSets.get(exampleSetId);
const indicator = set?.criteria
  .flatMap(({ indicators }) => indicators)
  .find((one): one is RatioIndicator => one.id === exampleCorrection.indicator && one.kind === 'ratio');
if (indicator === undefined) throw new Error('the example set has no such ratio');
const rule = `Chỉ tiêu ${indicator.id}. ${indicator.text.vi}`;
const level = exampleCorrection.band + 1;

let browser: Browser;
let here: InBrowser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  here = await openInBrowser(browser, 'làm thử ');
  ({ page } = here);
  await page.getByRole('heading', { name: 'Danh sách phiếu đánh giá' }).waitFor();
}, 60_000);
afterAll(async () => {
  await here.close();
  await browser.close();
});

const tour = () => page.getByRole('complementary', { name: 'Làm thử' });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string | RegExp) => page.getByRole('link', { name });
const field = (name: string | RegExp) => page.getByRole('textbox', { name });
const tried = (n: number) =>
  tour()
    .getByText(new RegExp(`^Đã thử ${n}/4 việc`))
    .waitFor();

/** Into the first such field: that of the common table where there are others. */
async function typeOver(name: string | RegExp, text: string): Promise<void> {
  await field(name).first().press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

test('everything can be tried on the example set without the mouse, and nothing of it is kept', async () => {
  const before = await readdir(here.folder);
  await link('Bộ tiêu chí').press('Enter');
  await link('Làm thử trên bộ tiêu chí ví dụ').press('Enter');
  await tried(0);

  await link(/^Đọc và đối chiếu/).press('Enter');
  await page.getByRole('heading', { level: 1, name: /bản 1$/ }).waitFor();
  await button('Đến quy tắc chưa đối chiếu tiếp theo').press('Enter');
  await page.keyboard.type('Điều 2');
  await page.keyboard.press('Enter');
  await tried(1);

  await page.locator('article', { hasText: rule }).getByRole('button', { name: /^Sửa/ }).press('Enter');
  await page.getByRole('heading', { name: rule }).waitFor();
  await typeOver('Điểm tối đa của chỉ tiêu', String(indicator.points + 1));
  await tried(2);
  await typeOver('Điểm tối đa của chỉ tiêu', String(indicator.points));
  await typeOver(new RegExp(`, mức ${level}: tỷ lệ$`), exampleCorrection.after.rate);
  await typeOver(new RegExp(`, mức ${level}: điểm$`), String(exampleCorrection.after.points));
  await page.getByText(/1 phiếu đổi kết luận/).waitFor();
  await tried(3);

  await field(/^Điều, khoản, phụ lục đã đọc/).press('ControlOrMeta+a');
  await page.keyboard.type('Điều 5');
  await link(/^Bản soạn: bản/).press('Enter');
  await button('Ban hành bản 2').press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/1 phiếu đổi kết luận/).waitFor();
  await expect.poll(() => dialog.getByRole('checkbox').isChecked()).toBe(true);
  await dialog.getByRole('button', { name: 'Ban hành bản 2' }).press('Enter');
  await page.getByRole('heading', { name: 'Đã ban hành bản 2' }).waitFor();
  await tour().getByText('Đã thử đủ 4 việc.').waitFor();
  await tour().getByRole('link', { name: 'Rời phần làm thử' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Bộ tiêu chí' }).waitFor();
  expect(await page.getByText('Bản đang soạn').count()).toBe(0);

  const kept = await readdir(join(here.folder, 'criteria-sets')).catch(() => []);
  expect(kept.filter((name) => name.endsWith('.json'))).toEqual([]);
  expect(before.length).toBeLessThanOrEqual((await readdir(here.folder)).length);
}, 60_000);
