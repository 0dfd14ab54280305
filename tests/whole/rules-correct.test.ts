import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import type { RatioIndicator } from '../../criteria/schema.ts';
import { currentSet as set } from '../example-assessment.ts';
import { launchBrowser } from './browser.ts';
import { callsFrom } from './host-calls.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';

const year = new Date().getFullYear();
const indicator = set.criteria
  .flatMap(({ indicators }) => indicators)
  .find((one): one is RatioIndicator => one.id === '9.1' && one.kind === 'ratio');
if (indicator === undefined) throw new Error('the set has no such ratio');
const rule = `Chỉ tiêu ${indicator.id}. ${indicator.text.vi}`;

let browser: Browser;
let running: InBrowser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  running = await openInBrowser(browser, 'sửa quy tắc ');
  page = running.page;
  await heading('Danh sách phiếu đánh giá').waitFor();
}, 60_000);
afterAll(async () => {
  await running.close();
  await browser.close();
});

const call = callsFrom(() => page);

const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string | RegExp) => page.getByRole('link', { name });
const field = (name: string | RegExp) => page.getByRole('textbox', { name });
const press = (key: string) => page.keyboard.press(key);

/** Every assessment as it is kept. */
async function kept(): Promise<readonly Assessment[]> {
  const { assessments } = await call('assessments.list', { year });
  return Promise.all(assessments.map(async ({ id }) => (await call('assessments.open', { id })).assessment));
}

test('a band is corrected without the mouse: refused while it does not add up, its effect seen, noted, and published', async () => {
  await call('sample.load', { year });
  const { assessments } = await call('assessments.list', { year });
  for (const { id, status, verdict } of assessments
    .filter(({ verdict }) => verdict === 'eligible')
    .slice(0, 2)) {
    const { assessment } = await call('assessments.open', { id });
    expect(verdict).toBe('eligible');
    if (status === 'draft') await call('assessments.finalise', { id, basedOn: assessment.saves, by: null });
  }
  const before = await kept();
  const finals = before.filter(({ status }) => status === 'final');
  expect(finals.length).toBeGreaterThan(1);

  await link('Bộ tiêu chí').press('Enter');
  await button(/^Sửa .*, bản 1$/).press('Enter');
  await heading(/^Bản soạn: bản 2 của/).waitFor();
  await link(rule).press('Enter');
  await heading(rule).waitFor();

  // Fewer points for the whole indicator than its first level gives and its criterion has.
  await field('Điểm tối đa của chỉ tiêu').focus();
  await press('Control+A');
  await page.keyboard.type('45');
  const first = field('Mức điểm, mức 1: điểm');
  await expect.poll(() => first.getAttribute('aria-invalid')).toBe('true');
  await page.getByText('Mức đầu phải bằng điểm tối đa 45 của chỉ tiêu, đang là 50.').waitFor();
  await page.getByText('các chỉ tiêu cộng lại 45/50').waitFor();
  await link(/^Bản soạn: bản/).press('Enter');
  await heading(/^Bản soạn: bản 2 của/).waitFor();
  await button('Ban hành bản 2').press('Enter');
  await page.getByText(/^Chưa ban hành được/).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('điểm tối đa');
  expect(await page.getByRole('dialog').count()).toBe(0);

  // The way to the fault leads on to the rule.
  await link(new RegExp(`^${rule}.*mức 1`)).press('Enter');
  await heading(rule).waitFor();
  await field('Điểm tối đa của chỉ tiêu').focus();
  await press('Control+A');
  await page.keyboard.type('năm mươi');
  await page.getByText(/^Chỉ nhập chữ số/).waitFor();
  await press('Control+A');
  await page.keyboard.type('50');
  await page.getByText('Không có lỗi').waitFor();
  // The beginning of a text that turns out to be no number is not left behind as the rule.
  await field('Mức điểm, mức 2: tỷ lệ').focus();
  await page.keyboard.type('7O');
  await press('Control+S');
  await page.getByText(/^Có 1 ô chưa dùng được/).waitFor();
  const { set: saved } = await call('setDrafts.open', { id: set.id });
  const inDraft = saved.criteria
    .flatMap(({ indicators }) => indicators)
    .find(({ id }) => id === indicator.id);
  expect(inDraft).toMatchObject({ bands: [{}, { rate: indicator.bands[1]?.rate }, {}] });
  await press('Control+A');
  await page.keyboard.type(indicator.bands[1]?.rate ?? '');
  await field('Mức điểm, mức 2: điểm').focus();
  await page.keyboard.type('26');
  await page.getByText('1 phiếu đổi kết luận, 3 phiếu mất điểm.').waitFor();
  await page.getByText('từ 70 % trở lên: 26 điểm').waitFor();
  await page.getByText(/^Chưa ghi điều khoản:/).waitFor();
  await field(/^Điều, khoản, phụ lục đã đọc/).focus();
  await page.keyboard.type('Phụ lục, tiêu chí 9, trang 7');
  await page.getByText(/^Người đọc: Người Kiểm Thử/).waitFor();
  await link(/^Bản soạn: bản/).press('Enter');
  await heading(/^Bản soạn: bản 2 của/).waitFor();
  await button('Ban hành bản 2').press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Mức 2: từ 70 % trở lên: 40 điểm → từ 70 % trở lên: 26 điểm').waitFor();
  await expect.poll(() => dialog.getByRole('checkbox').isChecked()).toBe(true);
  await dialog.getByText('1 phiếu đổi kết luận, 3 phiếu mất điểm.').waitFor();
  expect(await dialog.getByText(/vẫn là tạm tính/).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Ban hành bản 2' }).press('Enter');
  await heading('Đã ban hành bản 2').waitFor();
  await link('Chuyển các phiếu nháp sang bản này').waitFor();

  const current = await call('criteria.current', {});
  const corrected = current.criteria
    .flatMap(({ indicators }) => indicators)
    .find(({ id }) => id === indicator.id);
  expect(current.version).toBe(2);
  expect(corrected).toMatchObject({
    bands: [
      { points: 50 },
      { points: 26, provenance: { status: 'confirmed', confirmedBy: 'Người Kiểm Thử' } },
      {},
    ],
    provenance: { status: 'confirmed', confirmedIn: 'Phụ lục, tiêu chí 9, trang 7' },
  });
  expect(await kept()).toEqual(before);
  expect(new Set(before.map(({ criteriaSet }) => criteriaSet.version))).toEqual(new Set([1]));
}, 60_000);

test('what another window saved of a draft is never overwritten, and is loaded when asked for', async () => {
  const draft = await call('setDrafts.begin', { from: { id: set.id, version: 2 }, as: null, by: null });
  await page.goto(
    `${new URL(page.url()).origin}/#/bo-tieu-chi/ban-soan/${set.id}/quy-tac/indicator%2F${indicator.id}`,
  );
  const points = field('Mức điểm, mức 2: điểm');
  await points.waitFor();
  await call('setDrafts.save', {
    id: set.id,
    basedOn: draft.saves,
    set: { ...draft.set, title: { vi: 'Tên của cửa sổ kia', en: 'The title of the other window' } },
    readIn: {},
  });
  await points.fill('30');
  const load = button('Tải bản đã lưu');
  await load.waitFor();
  expect(await points.inputValue()).toBe('30');
  await load.press('Enter');
  await button('Bỏ thay đổi của tôi và tải bản đã lưu').press('Enter');
  await expect.poll(() => points.inputValue()).toBe('26');
  await page.getByText(/^Mọi thay đổi đã lưu/).waitFor();
  expect((await call('setDrafts.open', { id: set.id })).set.title.vi).toBe('Tên của cửa sổ kia');

  await link(/^Bản soạn: bản/).press('Enter');
  await button('Bỏ bản soạn…').press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ bản soạn' }).press('Enter');
  await expect.poll(async () => (await call('criteria.overview', {})).drafts).toEqual([]);
}, 60_000);
