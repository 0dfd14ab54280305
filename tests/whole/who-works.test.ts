/** Who is working is asked before anything can be changed; and the keys that work everywhere after that. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser, tester, workingContext } from './browser.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

let browser: Browser;
let program: RunningProgram;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'người làm việc '));
  program = await startProgram(folder);
});
afterEach(async () => {
  await program.stop();
  await rm(folder, { recursive: true });
});

const asked = (page: Page) => page.getByRole('heading', { name: 'Ai đang làm việc?' });
const list = (page: Page) => page.getByRole('heading', { name: 'Danh sách phiếu đánh giá' });
const named = (page: Page, name: string) =>
  page.getByRole('button', { name: `Người đang làm việc: ${name}` });

test('a name is asked for once, offered at the next start, and taken off the list when it is not wanted', async () => {
  const page = await browser.newPage();
  await page.goto(program.address);
  await asked(page).waitFor();
  expect(await list(page).count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.getByText('Hãy ghi họ tên').waitFor();
  await page.keyboard.type('Lò Thị Mỵ');
  await page.keyboard.press('Enter');
  await named(page, 'Lò Thị Mỵ').waitFor();
  await page.reload();
  await named(page, 'Lò Thị Mỵ').waitFor();
  await page.close();
  await program.stop();

  program = await startProgram(folder);
  const next = await browser.newPage();
  await next.goto(program.address);
  await asked(next).waitFor();
  await next.keyboard.press('Enter');
  await named(next, 'Lò Thị Mỵ').click();
  await next.getByRole('radio', { name: 'Người khác' }).check();
  await next.getByRole('textbox', { name: 'Họ và tên của bạn' }).fill('A Phủ');
  await next.keyboard.press('Enter');
  await named(next, 'A Phủ').click();
  await next.getByRole('button', { name: 'Bỏ tên Lò Thị Mỵ khỏi danh sách' }).click();
  await next.getByRole('radio', { name: 'Lò Thị Mỵ' }).waitFor({ state: 'detached' });
  await next.close();
});

test('search leads to the field, undoing takes the figure back and says so, redoing brings it again, and every change has a name', async () => {
  const context = await workingContext(browser);
  const page = await context.newPage();
  await page.goto(program.address);
  await page.getByRole('button', { name: 'Nạp huyện mẫu' }).click();
  await page.getByRole('link', { name: /^Xã Gò Mận/ }).click();
  await page.getByRole('button', { name: 'Tìm (Ctrl+K)' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('kham suc khoe');
  await page.keyboard.press('Enter');
  const figure = page.getByRole('textbox', {
    name: 'Số trẻ em được khám sức khỏe định kỳ ít nhất 1 lần/năm',
  });
  await expect.poll(() => figure.evaluate((field) => field === document.activeElement)).toBe(true);
  const before = await figure.inputValue();
  await figure.fill('12');
  await page.keyboard.press('Control+s');
  await page.getByText(/Đã lưu tất cả lúc/).waitFor();
  await page.keyboard.press('Alt+PageDown');
  await page.getByRole('heading', { name: /^Tiêu chí 10\./ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText(/^Đã hoàn tác: Số trẻ em được khám sức khỏe.* 12 → 1\.218$/).waitFor();
  await page.getByRole('link', { name: 'Đến chỗ đó' }).click();
  await expect.poll(() => figure.inputValue()).toBe(before);
  await page.keyboard.press('Control+y');
  await page.getByText(/^Đã làm lại: Số trẻ em được khám sức khỏe.* 1\.218 → 12$/).waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText(/Đã lưu tất cả lúc/).waitFor();
  const [file = ''] = (await readdir(join(folder, 'assessments'))).filter((name) =>
    name.endsWith('vd-07.json'),
  );
  const { history } = JSON.parse(await readFile(join(folder, 'assessments', file), 'utf8')).data;
  expect(history.at(-1)).toMatchObject({
    by: tester,
    change: { of: 'children_checked', from: 1218, to: 12 },
  });
  await context.close();
});
