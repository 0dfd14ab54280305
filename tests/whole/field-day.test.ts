import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Criterion } from '../../criteria/schema.ts';
import { score } from '../../criteria/score.ts';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import { numberText, verdictText } from '../../criteria/wording.ts';
import { sampleDistrict } from '../../electron/sample/sample-district.ts';
import { readPdf } from '../read-pdf.ts';
import { launchBrowser } from './browser.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';

const set = builtInSets.get(currentSetId);
if (set === undefined) throw new Error('no criteria set');
const year = new Date().getFullYear();
const unitClass = 'ward_central_city';
const model = sampleDistrict(year).find(
  ({ unit, answers }) => unit.class === unitClass && score(set, unit.class, answers).verdict === 'eligible',
);
if (model === undefined) throw new Error('the sample has no eligible ward');
const expected = score(set, unitClass, model.answers);

let browser: Browser;
let here: InBrowser;
let page: Page;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  here = await openInBrowser(browser, 'dữ liệu ');
  ({ page, folder } = here);
});
afterEach(() => here.close());

/** As after closing the application and opening it again. */
async function restart(): Promise<void> {
  ({ page } = await here.restart());
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const link = (name: string | RegExp) => page.getByRole('link', { name });
const figure = (label: string) => page.getByRole('textbox', { name: label, exact: true });
const labelOf = (fact: string) => set.facts.find(({ id }) => id === fact)?.label.vi ?? fact;
const rows = () => page.getByRole('table', { name: `Phiếu đánh giá năm ${year}` }).getByRole('row');
const saved = () => page.getByText(/Mọi thay đổi đã lưu lúc/).waitFor();
const storedAnswers = async (id: string) =>
  JSON.parse(await readFile(join(folder, 'assessments', `${id}.json`), 'utf8')).data.answers;

async function createHaDong(): Promise<void> {
  await link('Phiếu mới').first().click();
  await page.getByRole('combobox', { name: 'Tìm xã, phường, đặc khu' }).fill('ha dong');
  await page.getByRole('option', { name: /Phường Hà Đông/ }).click();
  await page.getByRole('radio', { name: /Phường thuộc thành phố trực thuộc trung ương/ }).check();
  await button('Tạo phiếu').click();
  await page.waitForURL(/#\/phieu\/\d{4}-\d+$/);
}

/** Answers every question of a criterion page from the model commune, figures written as in Vietnam. */
async function answerCriterion(criterion: Criterion): Promise<void> {
  await page
    .getByRole('heading', { level: 1, name: `Tiêu chí ${criterion.id}. ${criterion.name.vi}` })
    .waitFor();
  for (const indicator of criterion.indicators) {
    if (indicator.kind === 'check') {
      const group = page.getByRole('radiogroup', { name: `${indicator.id}. ${indicator.text.vi}` });
      await group
        .getByRole('radio', { name: model?.answers[indicator.id] ? 'Có' : 'Không', exact: true })
        .check();
      continue;
    }
    for (const fact of [indicator.denominator, indicator.numerator]) {
      const value = model?.answers[fact];
      if (typeof value !== 'number') throw new Error(`no figure for ${fact}`);
      const field = figure(labelOf(fact));
      // What another criterion has asked already stands there as text.
      if ((await field.count()) === 0) continue;
      if ((await field.inputValue()) === '') await field.fill(numberText(value));
    }
  }
}

const noteFor = (indicator: string) =>
  `Ghi chú ${indicator}: đã đối chiếu sổ theo dõi, quyển ${indicator}, năm ${year}`;

describe('a day in the field', () => {
  test('a commune is found, walked through, left, found again, finalised and handed over as PDF', async () => {
    await createHaDong();
    const id = /#\/phieu\/([^/]+)/.exec(page.url())?.[1] ?? '';
    const total = () => page.getByRole('region', { name: 'Tổng điểm' });

    await page.getByRole('link', { name: /^Bắt đầu từ tiêu chí/ }).click();
    for (const criterion of set.criteria.slice(0, 6)) {
      await answerCriterion(criterion);
      for (const { id: indicator } of criterion.indicators) {
        const field = page.getByRole('textbox', { name: `Ghi chú chỉ tiêu ${indicator}` });
        if (!(await field.isVisible()))
          await page
            .locator('summary', { hasText: `Ghi chú, minh chứng, lịch sử chỉ tiêu ${indicator}` })
            .click();
        await field.fill(noteFor(indicator));
      }
      await link('Tiêu chí sau').click();
    }
    await saved();
    await restart();

    await page.getByRole('link', { name: /Phường Hà Đông/ }).click();
    await page.getByRole('link', { name: /^Nhập tiếp tiêu chí/ }).click();
    for (const criterion of set.criteria.slice(6)) {
      await answerCriterion(criterion);
      const next = link('Tiêu chí sau');
      if (await next.isVisible()) await next.click();
    }
    await saved();
    expect(await total().textContent()).toContain(numberText(expected.total));
    await page.getByText(verdictText.eligible, { exact: true }).first().waitFor();

    await link('Đến phần kiểm tra').click();
    await button('Chốt phiếu').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Chốt phiếu này' }).click();
    await page.getByText(/Phiếu đã chốt lúc/).waitFor();

    const [scorecard] = await Promise.all([
      page.waitForEvent('download'),
      button('Lưu phiếu chấm điểm (PDF)').click(),
    ]);
    expect(scorecard.suggestedFilename()).toMatch(/^phieu-cham-diem_\d{4}_\d+_phuong-ha-dong\.pdf$/);
    const { text } = await readPdf(new Uint8Array(await readFile(await scorecard.path())));
    expect(text).toContain('Phường Hà Đông');
    expect(text).toContain(numberText(expected.total));
    for (const criterion of set.criteria.slice(0, 6))
      for (const { id: indicator } of criterion.indicators) expect(text).toContain(noteFor(indicator));

    const [certificate] = await Promise.all([
      page.waitForEvent('download'),
      button('Lưu giấy công nhận (PDF)').click(),
    ]);
    const paper = await readPdf(new Uint8Array(await readFile(await certificate.path())));
    expect(paper.text).toContain('PHƯỜNG HÀ ĐÔNG');
    expect(paper.text).toContain('DỰ THẢO');

    await restart();
    await page
      .getByRole('row', { name: /Phường Hà Đông/ })
      .getByText('Đã chốt')
      .waitFor();
    expect(Object.keys(await storedAnswers(id))).toHaveLength(Object.keys(model?.answers ?? {}).length);
  });

  test('points and verdict change with every key, before anything is saved', async () => {
    await createHaDong();
    await page.getByRole('link', { name: /^Bắt đầu từ tiêu chí/ }).click();
    const second = set.criteria[1];
    if (second === undefined) throw new Error('no second criterion');
    await page.getByRole('link', { name: new RegExp(second.name.vi) }).click();
    await figure(labelOf('children')).fill('2.150');
    const registered = figure(labelOf('children_registered'));
    await registered.pressSequentially('210');
    await page.getByText('210 / 2.150').waitFor();
    await registered.pressSequentially('7');
    await page.getByText('2.107 / 2.150').waitFor();
    expect(await registered.inputValue()).toBe('2107');
    await registered.blur();
    expect(await registered.inputValue()).toBe('2.107');
  });

  test('an impossible figure is refused at its field, kept on the screen, and never saved', async () => {
    await createHaDong();
    const id = /#\/phieu\/([^/]+)/.exec(page.url())?.[1] ?? '';
    await page.goto(`${page.url()}/tieu-chi/2`);
    const registered = figure(labelOf('children_registered'));
    await figure(labelOf('children')).fill('100');
    for (const [typed, sentence] of [
      ['-5', 'không được âm'],
      ['12,5', 'số nguyên'],
      ['1.5', 'số nguyên'],
      ['mười', 'Chỉ nhập chữ số'],
      ['101', 'lớn hơn'],
    ] as const) {
      await registered.fill(typed);
      const description = await registered.evaluate((input) =>
        (input.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((part) => document.getElementById(part)?.textContent)
          .join(' '),
      );
      expect(description).toContain(sentence);
      expect(await registered.getAttribute('aria-invalid')).toBe('true');
      await page.waitForTimeout(900);
      expect((await storedAnswers(id)).children_registered).toBeUndefined();
    }
    await page.getByRole('link', { name: 'Tiêu chí sau' }).click();
    await page.getByRole('link', { name: 'Tiêu chí trước' }).click();
    expect(await registered.inputValue()).toBe('101');
    await registered.fill('99');
    await saved();
    expect((await storedAnswers(id)).children_registered.value).toBe(99);
  });

  test('a commune is begun and answered without the mouse', async () => {
    const tabTo = async (what: string) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => {
          const element = document.activeElement;
          const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
          return `${label ?? ''} ${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`;
        });
        if (focused.includes(what)) return;
      }
      throw new Error(`no way to "${what}" by Tab`);
    };
    await page.getByRole('heading', { level: 1 }).waitFor();
    await tabTo('Phiếu mới');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Phiếu mới' }).waitFor();
    await tabTo('Tìm xã, phường, đặc khu');
    await page.keyboard.type('kim long ho chi minh');
    await page.locator('[data-combobox-selected]', { hasText: 'Xã Kim Long' }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo('Phường thuộc thành phố trực thuộc trung ương');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tabTo('Tạo phiếu');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/phieu\/\d{4}-\d+$/);
    await page.getByRole('heading', { level: 1, name: /Xã Kim Long/ }).waitFor();
    await tabTo('Bắt đầu từ tiêu chí');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Tiêu chí 1\./ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ghi bằng bàn phím');
    await saved();
    const id = /#\/phieu\/([^/]+)/.exec(page.url())?.[1] ?? '';
    const { data } = JSON.parse(await readFile(join(folder, 'assessments', `${id}.json`), 'utf8'));
    expect(data.unit).toMatchObject({ name: 'Xã Kim Long', class: 'other' });
    expect(Object.values(data.answers)).toMatchObject([{ value: true }]);
    expect(Object.values(data.notes)).toMatchObject([{ text: 'ghi bằng bàn phím' }]);
  });

  test('cells pasted from a spreadsheet are refused, not joined, and no paper is printed from what is refused', async () => {
    await createHaDong();
    const id = /#\/phieu\/([^/]+)/.exec(page.url())?.[1] ?? '';
    const overview = page.url();
    await page.goto(`${overview}/tieu-chi/13`);
    const field = figure(labelOf('surveyed_children'));
    await field.focus();
    await field.evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '150\r\n200\r\n');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByText('có nhiều ô').first().waitFor();
    expect(await field.inputValue()).toBe('150 | 200');
    await page.waitForTimeout(900);
    expect(await storedAnswers(id)).toEqual({});
    await page.goto(overview);
    await button('Lưu phiếu chấm điểm (PDF)').click();
    await page.getByText(/bản in sẽ khác với màn hình/).waitFor();
    await link('Danh sách phiếu').click();
    await page.getByText(/Còn thay đổi chưa lưu hoặc bị từ chối/).waitFor();
  });

  test('what was typed while the program was stopped is saved once it runs again', async () => {
    await createHaDong();
    const id = /#\/phieu\/([^/]+)/.exec(page.url())?.[1] ?? '';
    await page.goto(`${page.url()}/tieu-chi/2`);
    await figure(labelOf('children')).fill('2150');
    await saved();
    const start = await here.stopProgram();
    await figure(labelOf('children_registered')).fill('2100');
    await page.getByText(/^Chưa lưu được/).waitFor();
    const { address } = await start();
    const second = await here.context.newPage();
    await second.goto(address);
    // The page also tries by itself, and may have been quicker.
    const retry = page.getByRole('button', { name: 'Thử lại ngay' });
    await retry.click({ timeout: 2_000 }).catch(() => undefined);
    await saved();
    expect((await storedAnswers(id)).children_registered.value).toBe(2100);
    here.forgive(/Failed to load resource/);
  });

  test('a tab closed right after the last key loses nothing', async () => {
    await createHaDong();
    const id = /#\/phieu\/([^/]+)/.exec(page.url())?.[1] ?? '';
    await page.goto(`${page.url()}/tieu-chi/2`);
    await figure(labelOf('children')).pressSequentially('2150');
    await page.close({ runBeforeUnload: false });
    await expect.poll(async () => (await storedAnswers(id)).children?.value).toBe(2150);
  });

  test('the sample district fills the list with verdicts, and a second loading adds nothing', async () => {
    await button('Nạp huyện mẫu').first().click();
    await page.getByText(/Đã nạp 12 phiếu/).waitFor();
    await expect.poll(() => rows().count()).toBe(13);
    for (const { unit } of sampleDistrict(year)) await page.getByRole('link', { name: unit.name }).waitFor();
    for (const words of Object.values(verdictText))
      expect(await page.getByText(words, { exact: true }).count()).toBeGreaterThan(0);
  });

  test('a unit typed by hand is scored like any other, and its faults stand beside the fields', async () => {
    await link('Phiếu mới').first().click();
    await page.getByText('Nhập tay', { exact: true }).click();
    await button('Tạo phiếu').click();
    await page.getByText('Hãy ghi tên đơn vị').waitFor();
    await page.getByText('Hãy chọn xếp loại của đơn vị').waitFor();
    await figure('Tên xã, phường, thị trấn').fill('Xã Đồi Thông Gió Ngàn');
    await page.getByLabel('Loại hình đơn vị').selectOption({ label: 'Xã' });
    await figure('Tỉnh, thành phố').fill('Tỉnh Ví Dụ');
    await page.getByRole('radio', { name: /Miền núi/ }).check();
    await button('Tạo phiếu').click();
    await page.waitForURL(/#\/phieu\/\d{4}-nt-/);
    await restart();
    await page.getByRole('link', { name: /Xã Đồi Thông Gió Ngàn/ }).waitFor();
  });

  test('a used address opens nothing in another browser, and a new one is printed', async () => {
    const { program } = here;
    const other = await browser.newContext();
    const visitor = await other.newPage();
    const answer = await visitor.goto(program.address);
    expect(answer?.status()).toBe(403);
    await expect.poll(() => /Địa chỉ mới: (\S+)/.exec(program.output())?.[1]).toBeTruthy();
    const fresh = /Địa chỉ mới: (\S+)/.exec(program.output())?.[1] ?? '';
    expect((await visitor.goto(fresh))?.status()).toBe(200);
    await other.close();
  });
});
