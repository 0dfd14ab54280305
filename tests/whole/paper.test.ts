import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ReadPdf, readPdf } from '../read-pdf.ts';
import { launchBrowser } from './browser.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';

const year = new Date().getFullYear();

let browser: Browser;
let here: InBrowser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  here = await openInBrowser(browser, 'in ra giấy ');
  ({ page } = here);
  await button('Nạp huyện mẫu').click();
  await page.getByText(/Đã nạp 12 phiếu/).waitFor();
});
afterAll(async () => {
  await here.close();
  await browser.close();
});

beforeEach(async () => {
  await page.goto(new URL('/', page.url()).href);
  await page.evaluate(() => {
    // NOTE: the dialog of the system belongs to no page and could not be closed.
    window.print = () => document.documentElement.append(document.createComment('asked to print'));
  });
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const timesAsked = () =>
  page.evaluate(() => document.documentElement.outerHTML.split('<!--asked to print-->').length - 1);
const picturesLeft = () => page.locator('[aria-hidden] > img[src^="blob:"]').count();

/** What the dialog of the system would put on paper, once it was asked for. */
async function onPaper(): Promise<ReadPdf> {
  await page.waitForFunction(() => document.documentElement.outerHTML.includes('asked to print'));
  expect(await page.getByRole('dialog').count()).toBe(0);
  return readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
}

async function savedBy(name: string): Promise<ReadPdf> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()]);
  return readPdf(new Uint8Array(await readFile(await download.path())));
}

/** In whole points, because the browser counts in dots of its own. */
const sizesOf = ({ pages }: ReadPdf) => pages.map(({ width, height }) => [width, height].map(Math.round));

describe('a document that is printed', () => {
  test('comes page by page as it is saved, with nothing else of the page, and is cleared away; the focus stays', async () => {
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('button', { name: 'In phiếu chấm điểm…' }).focus();
    await page.keyboard.press('Enter');
    const printed = await onPaper();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('In phiếu chấm điểm…');
    expect(sizesOf(printed)).toEqual(sizesOf(await savedBy('Lưu phiếu chấm điểm (PDF)')));
    expect(printed.pages.length).toBeGreaterThan(3);
    // The pages are pictures, so that whatever text there was would be the page's own.
    expect(printed.text).toBe('');
    expect(await timesAsked()).toBe(1);
    expect(await picturesLeft()).toBe(0);
  });

  test('lies on its side where it is wide', async () => {
    await page.getByRole('link', { name: 'In tài liệu', exact: true }).click();
    await button(`In danh sách tổng hợp năm ${year}…`).click();
    const printed = await onPaper();
    expect(sizesOf(printed)).toEqual(sizesOf(await savedBy(`Lưu danh sách tổng hợp năm ${year} (PDF)`)));
    expect(new Set(sizesOf(printed).map(String))).toEqual(new Set(['842,595']));
  });

  test('is the scorecard when a key asks for it, and can be stopped before', async () => {
    await page.getByRole('row').nth(1).getByRole('link').click();
    await button('In phiếu chấm điểm…').waitFor();
    await page.keyboard.press('Control+P');
    await page.getByRole('dialog', { name: 'Chuẩn bị in' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Chưa in: đã dừng theo yêu cầu.').waitFor();
    expect([await timesAsked(), await picturesLeft()]).toEqual([0, 0]);

    await page.keyboard.press('Control+P');
    expect((await onPaper()).pages.length).toBeGreaterThan(3);
    await page.getByText(/^Đã chuyển sang hộp thoại in/).waitFor();
  });
});
