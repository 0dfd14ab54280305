import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { score } from '../../criteria/score.ts';
import { numberText } from '../../criteria/wording.ts';
import { sampleDistrict } from '../../electron/sample/sample-district.ts';
import { currentSet as set } from '../example-assessment.ts';
import { launchBrowser } from './browser.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

const year = new Date().getFullYear();
const model = sampleDistrict(year).find(
  ({ unit, answers }) => unit.class === 'other' && score(set, unit.class, answers).verdict === 'eligible',
);
if (model === undefined) throw new Error('the sample has no eligible commune');
const { answers } = model;
const expected = score(set, model.unit.class, answers);

let browser: Browser;
let page: Page;
let program: RunningProgram;
let folder: string;
/** Of the keyboard, since the program was opened. */
let presses = 0;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'bàn phím '));
  program = await startProgram(folder);
  page = await (
    await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
  ).newPage();
  await page.goto(program.address);
});
afterAll(async () => {
  await browser.close();
  await program.stop();
  await rm(folder, { recursive: true });
});

async function press(key: string): Promise<void> {
  presses += 1;
  await page.keyboard.press(key);
}

async function type(text: string): Promise<void> {
  presses += [...text].length;
  await page.keyboard.type(text);
}

/** What has the focus, as a person would name it. */
function focused(): Promise<{ readonly kind: string; readonly name: string; readonly group: string }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const named = (id: string | null | undefined) =>
      (id ?? '')
        .split(' ')
        .map((part) => document.getElementById(part)?.textContent ?? '')
        .join(' ');
    return {
      kind: element instanceof HTMLInputElement ? element.type : (element?.tagName.toLowerCase() ?? ''),
      name:
        (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null) ??
        element?.getAttribute('aria-label') ??
        element?.textContent ??
        '',
      group: named(element?.closest('[role=radiogroup]')?.getAttribute('aria-labelledby')),
    };
  });
}

async function tabTo(name: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await focused()).name.includes(name)) return;
    await press('Tab');
  }
  throw new Error(`no way to "${name}" by Tab`);
}

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Answers whatever has the focus and goes on; Tab leads over what is no question. True at the way to the next page. */
async function answerFocused(): Promise<boolean> {
  const { kind, name, group } = await focused();
  const fact = set.facts.find(({ label }) => label.vi === name);
  const check = set.criteria
    .flatMap(({ indicators }) => indicators)
    .find((indicator) => indicator.kind === 'check' && group.includes(indicator.text.vi));
  if (kind === 'text' && fact !== undefined) {
    await type(String(answers[fact.id]));
    await press('Enter');
  } else if (kind === 'radio' && check !== undefined) {
    await press(answers[check.id] === true ? 'Space' : 'ArrowDown');
    await press('Enter');
  } else if (/^(Tiêu chí sau|Đến phần kiểm tra)$/.test(name)) return true;
  else await press('Tab');
  return false;
}

test('a whole commune is begun, answered, closed and handed over as PDF by keyboard alone', async () => {
  await page.getByRole('textbox', { name: /tên/i }).first().waitFor();
  await tabTo('ên');
  await type('Nguyễn Thị An');
  await press('Enter');
  await heading('Danh sách phiếu đánh giá');

  await tabTo('Phiếu mới');
  await press('Enter');
  await heading('Phiếu mới');
  await tabTo('Tìm xã, phường, đặc khu');
  await type('kim long ho chi minh');
  await page.locator('[data-combobox-selected]', { hasText: 'Xã Kim Long' }).waitFor();
  await press('Enter');
  await tabTo('Phường thuộc thành phố trực thuộc trung ương');
  await press('ArrowDown');
  await press('ArrowDown');
  await tabTo('Tạo phiếu');
  await press('Enter');
  await heading(/Xã Kim Long/);
  const id = /#\/phieu\/([^/]+)/.exec(page.url())?.[1] ?? '';

  const before = presses;
  await tabTo('Bắt đầu');
  await press('Enter');
  for (const criterion of set.criteria) {
    await heading(`Tiêu chí ${criterion.id}. ${criterion.name.vi}`);
    for (let steps = 0; !(await answerFocused()); steps += 1)
      if (steps > 60) throw new Error(`no way out of criterion ${criterion.id}`);
    await press('Enter');
  }
  const digits = Object.values(answers)
    .map((answer) => (typeof answer === 'number' ? String(answer).length : 1))
    .reduce((sum, count) => sum + count, 0);
  const walked = presses - before;
  // Beside the figures themselves: a key for each answer to go on, and a few for each page.
  expect(walked).toBeLessThan(digits + Object.keys(answers).length + 4 * set.criteria.length + 20);

  await heading('Kiểm tra trước khi chốt');
  expect(await page.getByRole('region', { name: 'Tổng điểm' }).textContent()).toContain(
    numberText(expected.total),
  );
  await page.getByText(/Mọi thay đổi đã lưu lúc/).waitFor();
  await tabTo('Chốt phiếu');
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo('Chốt phiếu này');
  await press('Enter');
  await page.getByText(/Phiếu đã chốt lúc/).waitFor();
  await tabTo('Lưu phiếu chấm điểm (PDF)');
  const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/^phieu-cham-diem_.*\.pdf$/);

  const { data } = JSON.parse(await readFile(join(folder, 'assessments', `${id}.json`), 'utf8'));
  expect(data.status).toBe('final');
  expect(data.finalised[0]).toMatchObject({ by: 'Nguyễn Thị An', answers });
  expect(data.history.every(({ by }: { by: string }) => by === 'Nguyễn Thị An')).toBe(true);
  process.stdout.write(
    `Key presses: ${presses} from the start to the PDF, ${walked} of them on the walk, ${digits} for the answers themselves.\n`,
  );
});
