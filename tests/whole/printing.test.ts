import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { factOf } from '../../criteria/lookup.ts';
import { vi } from '../../criteria/wording.ts';
import { documentFileName } from '../../electron/documents/file-name.ts';
import { sampleDistrict } from '../../electron/sample/sample-district.ts';
import { currentSet } from '../example-assessment.ts';
import { readPdf } from '../read-pdf.ts';
import { launchBrowser } from './browser.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';

const year = new Date().getFullYear();
const communes = sampleDistrict(year).map(({ unit }) => unit);

let browser: Browser;
let here: InBrowser;
let page: Page;
let folder: string;
let output: string;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  here = await openInBrowser(browser, 'in tài liệu ', 'dữ liệu');
  ({ page, folder } = here);
  output = join(folder, 'bản in');
  await button('Nạp huyện mẫu').click();
  await page.getByText(/Đã nạp 12 phiếu/).waitFor();
});
afterEach(() => here.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const link = (name: string) => page.getByRole('link', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const textOf = async (fileName: string) =>
  (await readPdf(new Uint8Array(await readFile(join(output, fileName))))).text;

async function openPrinting(): Promise<void> {
  await link('In tài liệu').click();
  await field('Thư mục').waitFor();
}

/** What a screen reader says of a field besides its name. */
async function descriptionOf(name: string): Promise<string> {
  return field(name).evaluate((input) =>
    (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((part) => document.getElementById(part)?.textContent)
      .join(' '),
  );
}

describe('the office', () => {
  test('stays as typed until it is saved, is refused at its field, and stands on a document then', async () => {
    await link('Cơ quan ban hành').click();
    await field('Cơ quan ban hành').fill('Đoàn đánh giá số 7');
    await page.getByText('ĐOÀN ĐÁNH GIÁ SỐ 7').waitFor();
    const capacity = page.getByRole('group', { name: 'Trưởng đoàn đánh giá' }).getByLabel('Chức danh');
    await capacity.fill('1\n2\n3\n4\n5');
    await page.getByText('Không được quá 4 dòng.').waitFor();
    await button('Lưu').click();
    expect(await capacity.evaluate((input) => input === document.activeElement)).toBe(true);

    await link('In tài liệu').click();
    await page.getByText(/còn thay đổi chưa lưu/).waitFor();
    await link('Cơ quan ban hành').first().click();
    expect(await capacity.inputValue()).toBe('1\n2\n3\n4\n5');
    await capacity.fill('Trưởng đoàn\nPhó Giám đốc Sở');
    await button('Lưu').click();
    await page.getByText(/^Đã lưu lúc/).waitFor();

    await page.reload();
    await capacity.waitFor();
    expect(await capacity.inputValue()).toBe('Trưởng đoàn\nPhó Giám đốc Sở');
    await link('In tài liệu').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(`Lưu danh sách tổng hợp năm ${year} (PDF)`).click(),
    ]);
    const { text } = await readPdf(new Uint8Array(await readFile(await download.path())));
    expect(text).toContain('ĐOÀN ĐÁNH GIÁ SỐ 7');
    for (const { name } of communes) expect(text).toContain(name);
  });
});

describe('many documents at once', () => {
  test('are not printed over figures that are refused, until these are mended', async () => {
    const [commune] = communes;
    if (commune === undefined) throw new Error('the sample has no commune');
    const type = async (fact: string, text: string) => {
      await field(vi(factOf(currentSet, fact).label)).focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    };
    const criterion = new URL(`/#/phieu/${year}-${commune.code}/tieu-chi/2`, page.url()).href;
    await page.goto(criterion);
    await type('children', '7');
    await type('children_registered', '-5');
    await link('Danh sách phiếu').first().click();

    await openPrinting();
    await field('Thư mục').fill(output);
    const held = link(`${commune.name}, năm ${year}`);
    for (const name of ['Bắt đầu in', 'Bắt đầu in', `Xem danh sách tổng hợp năm ${year}`]) {
      await button(name).click();
      await held.first().waitFor();
    }
    expect(await held.count()).toBe(2);
    await expect(readdir(output)).rejects.toThrow('ENOENT');

    await held.first().click();
    await page.getByRole('heading', { name: 'Bị từ chối, chưa lưu' }).waitFor();
    await page.goto(criterion);
    await type('children', '1.501');
    await type('children_registered', '1.499');
    await link('Danh sách phiếu').first().click();
    await openPrinting();
    await button('Bắt đầu in').click();
    await page.getByText(/Đã in xong: 12 tệp/).waitFor();
    const printed = await textOf(documentFileName('scorecard', year, commune));
    expect(printed).toContain('1.501');
    expect(printed).toContain('1.499');
  });

  test('are those of the year that is chosen here; what cannot be printed says so before', async () => {
    const other = year - 1;
    await addCommunes(1, other);
    await page.reload();
    await openPrinting();
    await page.getByLabel('In tài liệu của năm').selectOption(String(other));
    await page.getByText(`Tất cả 1 xã, phường của năm ${other}`).waitFor();
    await box('Phiếu chấm điểm').uncheck();
    await box('Giấy công nhận').check();
    await page.getByText(/^Chưa có gì để in: chưa lập được giấy công nhận nào/).waitFor();
    expect(await button('Bắt đầu in').getAttribute('aria-disabled')).toBe('true');
    await box('Biên bản đánh giá').check();
    await field('Thư mục').fill(output);
    await button('Bắt đầu in').click();
    await page.getByRole('heading', { name: `Lần in tài liệu năm ${other}` }).waitFor();
    expect(await readdir(output)).toEqual([expect.stringContaining(String(other))]);
    await page.reload();
    await page.getByRole('heading', { name: `Lần in tài liệu năm ${other}` }).waitFor();
    expect(await page.getByLabel('In tài liệu của năm').inputValue()).toBe(String(year));
  });

  test('are printed with summary and merged file; what failed is told, and printed once the cause is gone', async () => {
    const [commune] = communes;
    if (commune === undefined) throw new Error('the sample has no commune');
    const inTheWay = documentFileName('scorecard', year, commune);
    await mkdir(join(output, inTheWay), { recursive: true });
    const fromBefore = documentFileName('certificate', year, commune);
    await writeFile(join(output, fromBefore), '%PDF-1.7');

    await openPrinting();
    await box('Giấy công nhận').check();
    await box(`Danh sách tổng hợp năm ${year}`).check();
    await box('Một tệp gộp tất cả, để in ra giấy').check();
    await field('Thư mục').fill(join(folder, 'dữ liệu'));
    await button('Bắt đầu in').click();
    await expect.poll(() => descriptionOf('Thư mục')).toContain('thư mục dữ liệu của chương trình');
    expect(await field('Thư mục').evaluate((input) => input === document.activeElement)).toBe(true);

    await page.getByText(/^Sẽ lập 13 trong 25 tài liệu\..* tất cả 14 tệp/).waitFor();
    await field('Thư mục').fill(`"${output}"`);
    await button('Bắt đầu in').click();
    await page.getByRole('progressbar').waitFor();
    await page.getByText(/^Đã xong \d+\/25 tài liệu$/).waitFor();
    await page.getByText(/Đã in xong: 13 tệp.*Đó là 12 tài liệu và tệp gộp/).waitFor();
    await page.getByText('Không lập 12 tài liệu').waitFor();
    await page.getByText('Bị lỗi 1 tài liệu').waitFor();
    await page.getByText(`${commune.name}, phiếu chấm điểm: `).waitFor();
    await page.getByText('Đã bỏ 1 tệp cũ không còn đúng').waitFor();
    await page.getByText(fromBefore).waitFor();

    await rm(join(output, inTheWay), { recursive: true });
    await button('Thử lại những tài liệu lỗi').click();
    await page.getByText(/Đã in xong: 14 tệp.*Đó là 13 tài liệu và tệp gộp/).waitFor();
    expect(await page.getByText(/^Bị lỗi/).count()).toBe(0);

    const names = [
      ...communes.map((unit) => documentFileName('scorecard', year, unit)),
      documentFileName('summary', year, null),
      documentFileName('merged', year, null),
    ];
    expect((await readdir(output)).sort()).toEqual(names.sort());
    expect(await textOf(inTheWay)).toContain(commune.name);
    const merged = await textOf(documentFileName('merged', year, null));
    for (const { name } of communes) expect(merged).toContain(name);
  });

  test('are cancelled, shown again to whoever comes back, and printed on from there', async () => {
    const other = year + 1;
    await addCommunes(72, other);
    await page.reload();
    await openPrinting();
    await page.getByLabel('In tài liệu của năm').selectOption(String(other));
    await page.getByText(`Tất cả 72 xã, phường của năm ${other}`).waitFor();
    for (const name of ['Biên bản đánh giá', 'Phiếu ghi tay']) await box(name).check();
    await field('Thư mục').fill(output);
    await button('Bắt đầu in').click();
    const running = page.getByRole('progressbar', { name: `Đang in tài liệu năm ${other}` });
    await running.waitFor();
    await page.reload();
    await running.waitFor();
    await button('Dừng in').click();
    const told = page.getByText(/^Đã dừng theo yêu cầu: \d+ trong 216 tài liệu/);
    await told.waitFor();
    const count = Number(/: (\d+) trong/.exec((await told.textContent()) ?? '')?.[1]);
    expect(count).toBeLessThan(216);
    expect(await readdir(output)).toHaveLength(count);
    await button('In tiếp phần còn lại').click();
    await button('Dừng in').click();
    await told.waitFor();
    for (const name of await readdir(output)) expect(name).toMatch(/\.pdf$/);
  });

  test('are chosen and printed without the mouse', async () => {
    await writeFile(join(folder, 'tệp'), '');
    await openPrinting();
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 60; presses += 1) {
        const label = await page.evaluate(() => {
          const element = document.activeElement;
          const named = element instanceof HTMLInputElement ? element.labels?.[0] : element;
          return named?.textContent;
        });
        if (label === name) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no way to "${name}" by Tab`);
    };
    await tabTo(`Tất cả 12 xã, phường của năm ${year}`);
    await page.keyboard.press('ArrowDown');
    await tabTo('Lọc theo tên xã, tỉnh hoặc mã');
    await page.keyboard.type('yen thao');
    await page.keyboard.press('Enter');
    await tabTo('Xã Yên Thảo (ví dụ)');
    await page.keyboard.press('Space');
    await page.getByText('Đã chọn 1 trong 12 xã, phường.').waitFor();
    await tabTo('Thư mục');
    await page.keyboard.type(join(folder, 'tệp'));
    await page.keyboard.press('Enter');
    await expect.poll(() => descriptionOf('Thư mục')).toContain('Không dùng được thư mục này');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(output);
    await page.keyboard.press('Enter');
    await page.getByText(/Đã in xong: 1 tệp/).waitFor();
    expect(await readdir(output)).toEqual([expect.stringContaining('yen-thao')]);
    // What was pressed is gone; the focus has gone on to what came of it.
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toContain('Đã in xong');
  });
});

/** Enough of them that a batch can be stopped while it runs. */
async function addCommunes(count: number, ofYear = year): Promise<void> {
  const units = Array.from({ length: count }, (_, n) => ({
    code: `nt-${n}`,
    name: `Xã Thêm ${n}`,
    type: 'xa',
    class: 'other',
    province: 'Tỉnh Ví Dụ',
  }));
  await page.evaluate(
    ([all, inYear]) =>
      Promise.all(
        all.map((unit) =>
          fetch('/api/assessments.create', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ unit, year: inYear, by: null }),
          }),
        ),
      ),
    [units, ofYear] as const,
  );
}
