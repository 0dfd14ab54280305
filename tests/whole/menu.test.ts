import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MenuCommand } from '../../electron/api.ts';
import { launchBrowser } from './browser.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';

let browser: Browser;
let here: InBrowser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  here = await openInBrowser(browser, 'trình đơn ');
  ({ page } = here);
  // The menu of the desktop application, as its preload hands it to the page.
  await page.addInitScript(() => {
    Object.assign(window, {
      desktopMenu: {
        listen: (listener: (command: string) => void) =>
          window.addEventListener('message', ({ data }) => listener(data)),
      },
    });
  });
});
afterAll(async () => {
  await here.close();
  await browser.close();
});

beforeEach(async () => {
  await page.goto(new URL('/', page.url()).href);
  await heading('Danh sách phiếu đánh giá').waitFor();
});

const heading = (name: string) => page.getByRole('heading', { name, exact: true, level: 1 });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const choose = (command: MenuCommand) => page.evaluate((data) => window.postMessage(data), command);

test('the menu leads where the links lead, and asks for what the keys ask for', async () => {
  for (const [command, title] of [
    ['newAssessment', 'Phiếu mới'],
    ['printing', 'In tài liệu'],
    ['sheets', 'Kiểm tra phiếu'],
    ['recovery', 'Sao lưu và khôi phục'],
    ['office', 'Cơ quan ban hành'],
    ['rules', 'Bộ tiêu chí'],
    ['about', 'Giới thiệu'],
    ['list', 'Danh sách phiếu đánh giá'],
  ] as const) {
    await choose(command);
    await heading(title).waitFor();
  }
  await choose('search');
  await page.getByRole('dialog', { name: 'Tìm' }).waitFor();
  // A dialog is answered first.
  await choose('printing');
  await choose('keys');
  expect(await page.getByRole('dialog').count()).toBe(1);
  await page.keyboard.press('Escape');
  await heading('Danh sách phiếu đánh giá').waitFor();
  await choose('keys');
  await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
});

test('undoing by the menu takes back what the key would: a step of the assessment, or typing in a field of its own', async () => {
  await button('Nạp huyện mẫu').click();
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('link', { name: /^2\. / }).click();
  const figure = page.getByRole('textbox', { name: 'Số trẻ em được đăng ký khai sinh đúng quy định' });
  const before = await figure.inputValue();
  await figure.fill('12');
  await choose('undo');
  await page.getByText(/^Đã hoàn tác/).waitFor();
  expect(await figure.inputValue()).toBe(before);
  await choose('redo');
  await page.getByText(/^Đã làm lại/).waitFor();
  await choose('save');
  await page.getByText(/^Đã lưu tất cả/).waitFor();

  await choose('list');
  const filter = page.getByRole('textbox', { name: 'Lọc theo tên xã, tỉnh hoặc mã' });
  await filter.pressSequentially('s');
  await choose('undo');
  await expect.poll(() => filter.inputValue()).toBe('');
});

test('before anybody has said who works, the menu tells of the keys and the program only', async () => {
  await page.addInitScript(() => sessionStorage.removeItem('assessor'));
  await page.reload();
  const question = heading('Ai đang làm việc?');
  await question.waitFor();
  for (const command of ['printing', 'newAssessment', 'search'] as const) await choose(command);
  await choose('keys');
  await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await question.isVisible()).toBe(true);
  await choose('about');
  await heading('Giới thiệu').waitFor();
  await page.getByRole('link', { name: 'Danh sách phiếu', exact: true }).click();
  await question.waitFor();
});
