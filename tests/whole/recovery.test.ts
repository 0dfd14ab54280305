import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { numberText } from '../../criteria/wording.ts';
import { sampleDistrict } from '../../electron/sample/sample-district.ts';
import { currentSet as set } from '../example-assessment.ts';
import { launchBrowser } from './browser.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

const year = new Date().getFullYear();
const sample = sampleDistrict(year).find(({ answers }) => answers.children_registered !== undefined);
if (sample === undefined) throw new Error('the sample has no commune with figures');
const id = `${year}-${sample.unit.code}`;
const unitName = sample.unit.name;
const children = Number(sample.answers.children);
const childrenLabel = set.facts.find((fact) => fact.id === 'children')?.label.vi ?? '';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let program: RunningProgram;
let folder: string;
let troubles: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khôi phục '));
  troubles = [];
  program = await startProgram(folder);
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  await page.goto(program.address);
  await button('Nạp huyện mẫu').first().click();
  await page.getByText(/Đã nạp 12 phiếu/).waitFor();
});
afterEach(async () => {
  await context.close();
  await program.stop();
  await rm(folder, { recursive: true });
  expect(troubles).toEqual([]);
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const fileOf = (assessment: string) => join(folder, 'assessments', `${assessment}.json`);
const stored = async () => JSON.parse(await readFile(fileOf(id), 'utf8')).data;
const at = (hash: string) => page.goto(`${new URL(page.url()).origin}/#${hash}`);

const childrenField = () => page.getByRole('textbox', { name: childrenLabel, exact: true });
const saved = () => page.getByText(/Mọi thay đổi đã lưu lúc/).waitFor();

/** Another number of children, typed over what stands there. */
async function typeChildren(text: string): Promise<void> {
  await at(`/phieu/${id}/tieu-chi/2`);
  await childrenField().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Backups are made shortly after the save that they belong to. */
async function backupsOf(assessment: string, count: number): Promise<readonly string[]> {
  const names = () => readdir(join(folder, 'backups', assessment)).catch(() => []);
  await expect.poll(async () => (await names()).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(count);
  return (await names()).sort();
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`;
  });

async function tabTo(what: string, times = 1): Promise<void> {
  let found = 0;
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused()).includes(what)) found += 1;
    if (found === times) return;
  }
  throw new Error(`no way to "${what}" by Tab`);
}

describe('backups', () => {
  test('a figure that was overwritten comes back without the mouse, and not before somebody says so', async () => {
    await backupsOf(id, 1);
    await typeChildren(String(children + 1_000));
    await saved();
    await backupsOf(id, 2);
    await at('/');
    await heading('Danh sách phiếu đánh giá').waitFor();

    await tabTo('Sao lưu và khôi phục');
    await page.keyboard.press('Enter');
    await heading('Sao lưu và khôi phục').waitFor();
    expect(await focused()).toContain('Sao lưu và khôi phục');
    await page.getByRole('textbox', { name: 'Tìm theo tên xã, năm hoặc mã phiếu' }).waitFor();
    await tabTo(unitName);
    await page.keyboard.press('Enter');
    await heading(`Các bản dự phòng: ${unitName}`).waitFor();
    await tabTo('Xem trước khi khôi phục', 2);
    await page.keyboard.press('Enter');
    await heading(`Bản dự phòng: ${unitName}`).waitFor();

    const row = page.getByRole('row', { name: new RegExp(childrenLabel) });
    const [now, kept] = await row.getByRole('cell').allTextContents();
    expect([now, kept]).toEqual([numberText(children + 1_000), numberText(children)]);

    const before = await readFile(fileOf(id));
    await tabTo('Khôi phục bản này…');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await focused()).toContain('Hủy');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await focused()).toContain('Khôi phục bản này…');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await readFile(fileOf(id))).toEqual(before);

    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('Khôi phục bản này');
    await page.keyboard.press('Enter');
    await heading('Đã khôi phục phiếu').waitFor();
    expect((await stored()).answers.children.value).toBe(children);
    expect((await backupsOf(id, 3)).some((name) => name.endsWith('_restore.json'))).toBe(true);

    await tabTo('Mở phiếu');
    await page.keyboard.press('Enter');
    await heading(`${unitName}, năm ${year}`).waitFor();
    await page.getByText(/Khôi phục số liệu và ghi chú từ bản dự phòng/).waitFor();
  });

  test('what was typed just before is saved first, and does not come back over what was restored', async () => {
    const [first = ''] = await backupsOf(id, 1);
    await typeChildren(String(children + 7));
    await at(`/khoi-phuc/${id}/${first}`);
    await page.getByRole('cell', { name: numberText(children + 7), exact: true }).waitFor();
    await button('Khôi phục bản này…').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Khôi phục bản này' }).click();
    await heading('Đã khôi phục phiếu').waitFor();
    await at(`/phieu/${id}/tieu-chi/2`);
    await expect.poll(() => childrenField().inputValue()).toBe(numberText(children));
    await typeChildren(String(children + 8));
    await saved();
    expect((await stored()).answers.children.value).toBe(children + 8);
  });

  test('nothing is restored while a refused figure stands in this window', async () => {
    const [first = ''] = await backupsOf(id, 1);
    await typeChildren('mười');
    await at(`/khoi-phuc/${id}/${first}`);
    await page.getByText(/còn thay đổi chưa lưu hoặc bị từ chối/).waitFor();
    expect(await button('Khôi phục bản này…').count()).toBe(0);
  });

  test('a second folder gets a copy of everything, and one that is not there is refused in words', async () => {
    const second = await mkdtemp(join(tmpdir(), 'ổ thứ hai '));
    await backupsOf(id, 1);
    await at('/khoi-phuc');
    const field = page.getByRole('textbox', { name: 'Đường dẫn của thư mục thứ hai' });
    await field.fill(join(second, 'không có'));
    await button('Dùng thư mục này').click();
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await field.fill(second);
    await button('Dùng thư mục này').click();
    await page.getByText(`Đang chép thêm vào ${second}`).waitFor();
    await button('Sao lưu tất cả vào thư mục thứ hai ngay').click();
    await page.getByText('Đã sao lưu 12 phiếu vào thư mục thứ hai.').waitFor();
    const copies = await readdir(second, { recursive: true });
    for (const { unit } of sampleDistrict(year))
      expect(copies.some((name) => name.includes(`${year}-${unit.code}_`))).toBe(true);
    await button('Thôi dùng thư mục thứ hai').click();
    await page.getByText('Hiện chưa dùng thư mục thứ hai.').waitFor();
    await rm(second, { recursive: true });
  });
});

describe('files that are not as they should be', () => {
  test('a damaged file is replaced by its backup, and that is told until somebody has seen it', async () => {
    await backupsOf(id, 1);
    const damage = '{"format":"child';
    await writeFile(fileOf(id), damage);
    await page.reload();
    const told = page.getByText(`${unitName}, năm ${year}: đang dùng bản dự phòng lưu lúc`);
    await told.waitFor();
    await page.getByRole('link', { name: unitName, exact: true }).waitFor();
    expect((await stored()).answers.children.value).toBe(children);

    await page.getByRole('link', { name: /Xem ở phần Sao lưu và khôi phục/ }).click();
    await heading('Sao lưu và khôi phục').waitFor();
    await told.waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(new RegExp(`^Xuất tệp gốc ${id}_`)).click(),
    ]);
    expect((await bytesOf(download)).toString('utf8')).toBe(damage);

    await button(/^Đã xem/).click();
    await page.getByText('Đã xem trước đây (1)').waitFor();
    await at('/');
    await page.getByRole('link', { name: unitName, exact: true }).waitFor();
    expect(await told.count()).toBe(0);
  });

  test('a file that has no backup is listed, left as it is, and handed out byte by byte', async () => {
    await backupsOf(id, 1);
    await program.stop();
    const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7) % 256));
    await writeFile(fileOf(id), bytes);
    await rm(join(folder, 'backups', id), { recursive: true });
    program = await startProgram(folder);
    await page.goto(program.address);
    await page.getByText(`${id}.json`).waitFor();
    await at('/khoi-phuc');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(`Xuất tệp gốc ${id}.json`).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${id}.json`);
    expect(await bytesOf(download)).toEqual(bytes);
    expect(await readFile(fileOf(id))).toEqual(bytes);
  });

  test('a missing file is brought back whole from its backup', async () => {
    const [first = ''] = await backupsOf(id, 1);
    await rm(fileOf(id));
    await at('/khoi-phuc');
    await page.reload();
    await page.getByText('Bị mất', { exact: true }).waitFor();
    await at(`/khoi-phuc/${id}/${first}`);
    await page.getByText(/Không so sánh được/).waitFor();
    await button('Khôi phục bản này…').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Khôi phục bản này' }).click();
    await heading('Đã khôi phục phiếu').waitFor();
    expect((await stored()).answers.children.value).toBe(children);
  });

  test('an assessment of a later version of the program can be read, and nothing of it be changed', async () => {
    await backupsOf(id, 1);
    const envelope = JSON.parse(await readFile(fileOf(id), 'utf8'));
    const later = JSON.stringify({ ...envelope, version: envelope.version + 7, checksum: 'sha256:khác' });
    await writeFile(fileOf(id), later);
    await at(`/phieu/${id}`);
    await page.reload();
    await page.getByText('Phiếu này chỉ để xem.').waitFor();
    expect(await button(/PDF/).count()).toBe(0);
    await at(`/phieu/${id}/tieu-chi/2`);
    expect(await childrenField().inputValue()).toBe(numberText(children));
    expect(await childrenField().getAttribute('readonly')).not.toBeNull();
    await at(`/phieu/${id}/kiem-tra`);
    await heading('Kiểm tra trước khi chốt').waitFor();
    expect(await button(/Chốt phiếu|Mở lại/).count()).toBe(0);
    const [backup = ''] = await backupsOf(id, 1);
    await at(`/khoi-phuc/${id}/${backup}`);
    await page.getByText('Phiếu hiện nay chỉ để xem nên không khôi phục được.').waitFor();
    expect(await readFile(fileOf(id), 'utf8')).toBe(later);
  });
});
