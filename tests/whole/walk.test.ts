import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { currentSet as set } from '../example-assessment.ts';
import { launchBrowser, tester } from './browser.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';

const year = new Date().getFullYear();

let browser: Browser;
let here: InBrowser;
let page: Page;
let folder: string;
let communes = 0;
let id: string;

beforeAll(async () => {
  browser = await launchBrowser();
  here = await openInBrowser(browser, 'đi thực địa ');
  ({ page, folder } = here);
  await page.getByRole('link', { name: 'Phiếu mới' }).first().waitFor();
});
afterAll(async () => {
  await here.close();
  await browser.close();
});

beforeEach(async () => {
  communes += 1;
  id = await create(`thuc-dia-${communes}`, year);
});

async function call(method: string, args: unknown): Promise<void> {
  const reply = await page.evaluate(
    async ([name, body]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    },
    [method, args] as const,
  );
  if (!reply.ok) throw new Error(reply.error.message);
}

async function create(code: string, inYear: number): Promise<string> {
  const unit = { code, name: 'Xã Đồi Thông', type: 'xa', class: 'other', province: 'Tỉnh Ví Dụ' };
  await call('assessments.create', { unit, year: inYear, by: tester });
  return `${inYear}-${code}`;
}

async function criterion(number: number, on: Page = page): Promise<void> {
  await on.goto(new URL(`#/phieu/${id}/tieu-chi/${number}`, on.url()).href);
  await on.getByRole('heading', { level: 1, name: new RegExp(`^Tiêu chí ${number}\\.`) }).waitFor();
}

const labelOf = (fact: string) => set.facts.find((one) => one.id === fact)?.label.vi ?? fact;
const figure = (fact: string, on: Page = page) =>
  on.getByRole('textbox', { name: labelOf(fact), exact: true });
const stored = async () => JSON.parse(await readFile(join(folder, 'assessments', `${id}.json`), 'utf8')).data;
const storedFigure = async (fact: string) => (await stored()).answers[fact]?.value;
const saved = (on: Page = page) => on.getByText(/Mọi thay đổi đã lưu lúc/).waitFor();

async function enter(fact: string, text: string): Promise<void> {
  await figure(fact).fill(text);
  await figure(fact).blur();
}

describe('undo', () => {
  test('reaches back over three criteria, autosaves and a page that was loaded again, in words', async () => {
    await criterion(2);
    await enter('children', '1204');
    await saved();
    await criterion(7);
    await enter('under1', '60');
    await criterion(9);
    await enter('children_checked', '1000');
    await enter('children_checked', '1100');
    await saved();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: /^Tiêu chí 9\./ }).waitFor();

    await page.keyboard.press('Control+z');
    await page
      .getByText(`Đã hoàn tác: ${labelOf('children_checked')}: 1.100 → 1.000`)
      .first()
      .waitFor();
    for (const sentence of [
      `Đã hoàn tác: ${labelOf('children_checked')}: 1.000 → chưa trả lời`,
      `Đã hoàn tác: ${labelOf('under1')}: 60 → chưa trả lời`,
      `Đã hoàn tác: ${labelOf('children')}: 1.204 → chưa trả lời`,
    ]) {
      await page.keyboard.press('Control+z');
      await page.getByText(sentence).first().waitFor();
    }
    await saved();
    expect((await stored()).answers).toEqual({});

    for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('Control+y');
    await saved();
    expect(await storedFigure('children')).toBe(1204);
    expect(await storedFigure('under1')).toBe(60);
    expect(await storedFigure('children_checked')).toBe(1100);
  });

  test('is said without covering the field in use, and not on another page', async () => {
    await criterion(9);
    await enter('children', '1204');
    await page.setViewportSize({ width: 683, height: 384 });
    const field = figure('children');
    await field.focus();
    await field.evaluate((input) =>
      window.scrollBy(0, input.getBoundingClientRect().bottom - window.innerHeight + 4),
    );
    await page.keyboard.press('Control+z');
    const said = page.locator('[data-shown="true"]');
    const boxOf = async (locator: typeof said) => (await locator.boundingBox()) ?? { y: 0, height: 0 };
    await said.waitFor();
    const inUse = await boxOf(field);
    expect(inUse.y + inUse.height).toBeLessThanOrEqual((await boxOf(said)).y);
    await page.setViewportSize({ width: 1366, height: 768 });
    await criterion(10);
    await expect.poll(() => said.count()).toBe(0);
  });
});

describe('autosave, seen from the disk,', () => {
  test('has a figure soon after the last key, and does not wait for the end of long typing', async () => {
    await criterion(2);
    await figure('children').focus();
    const began = Date.now();
    let firstOnDisk: number | null = null;
    for (let keys = 0; keys < 24; keys += 1) {
      await page.keyboard.press(keys % 2 === 0 ? '7' : 'Backspace');
      await page.waitForTimeout(150);
      if (firstOnDisk === null && (await stored()).saves > 0) firstOnDisk = Date.now() - began;
    }
    // The keys never pause for as long as idle saving waits, and the typing goes on for longer than a save may wait.
    expect(firstOnDisk).not.toBeNull();
    await page.keyboard.type('1204');
    await expect.poll(() => storedFigure('children'), { timeout: 5_000 }).toBe(1204);
  });
});

describe('two tabs on one assessment', () => {
  test('never overwrite one another: the second is told, and can enter its own changes on top', async () => {
    await criterion(2);
    const second = await here.context.newPage();
    await second.goto(page.url());
    await criterion(2, second);

    await enter('children', '1204');
    await saved();
    await figure('children_registered', second).fill('900');
    await second
      .getByText(/Phiếu .*(cửa sổ khác|lưu)/)
      .first()
      .waitFor();
    await second.getByRole('button', { name: 'Tải bản đã lưu' }).waitFor();
    expect(await storedFigure('children')).toBe(1204);
    expect(await storedFigure('children_registered')).toBeUndefined();
    expect(await figure('children_registered', second).inputValue()).toBe('900');

    await second.getByRole('button', { name: 'Tải bản đã lưu' }).click();
    await second
      .getByRole('dialog')
      .getByRole('button', { name: /nhập lại thay đổi của tôi/ })
      .click();
    await saved(second);
    expect(await storedFigure('children')).toBe(1204);
    expect(await storedFigure('children_registered')).toBe(900);
    await second.close();
  });
});

describe("last year's figures", () => {
  test('come over unconfirmed, count as unanswered, and count once they are confirmed', async () => {
    const before = await create(`thuc-dia-${communes}`, year - 1);
    await call('assessments.save', {
      id: before,
      basedOn: 0,
      by: tester,
      answers: { children: 1000, children_registered: 990 },
      notes: {},
    });
    await page.goto(new URL(`#/phieu/${id}`, page.url()).href);
    await page.reload();
    await page.getByRole('button', { name: new RegExp(`Mang số liệu năm ${year - 1} sang`) }).click();
    await saved();
    expect((await stored()).answers).toEqual({});
    expect(Object.keys((await stored()).unconfirmed).sort()).toEqual(['children', 'children_registered']);
    await page.getByText('2 số liệu chưa xác nhận').first().waitFor();

    await criterion(2);
    await page.getByText('Chưa tính điểm vì có số liệu chưa xác nhận').waitFor();
    await page.getByRole('button', { name: /^Xác nhận cả tiêu chí/ }).click();
    await page.getByText('990 / 1.000').waitFor();
    await saved();
    expect(await storedFigure('children_registered')).toBe(990);
    expect((await stored()).unconfirmed).toEqual({});
    expect((await stored()).history.at(-1)).toMatchObject({ by: tester, change: { kind: 'answer' } });
  });
});
