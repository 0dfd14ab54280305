import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rulesOf } from '../../criteria/rules/rules.ts';
import { currentSet as set } from '../example-assessment.ts';
import { readPdf } from '../read-pdf.ts';
import { launchBrowser, tester } from './browser.ts';
import { callsFrom } from './host-calls.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';
import { bringAxe, everything } from './screens-look.ts';

const year = new Date().getFullYear();
const pin = { id: set.id, version: set.version };
const rules = rulesOf(set);
const open = rules.filter(({ confirmed }) => !confirmed);
const last = open.at(-1)?.key ?? '';
const place = 'Phụ lục, mục 1';

let browser: Browser;
let here: InBrowser;
let page: Page;
/** Of the keyboard, since the list was shown. */
let presses = 0;

beforeAll(async () => {
  browser = await launchBrowser();
  here = await openInBrowser(browser, 'đối chiếu ');
  ({ page } = here);
  await heading('Danh sách phiếu đánh giá').waitFor();
}, 60_000);
afterAll(async () => {
  await here.close();
  await browser.close();
});

const call = callsFrom(() => page);

async function press(key: string): Promise<void> {
  presses += 1;
  await page.keyboard.press(key);
}

async function type(text: string): Promise<void> {
  presses += [...text].length;
  await page.keyboard.type(text);
}

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const confirmedOf = (n: number) =>
  page.getByText(`Đã đối chiếu ${n}/${rules.length} quy tắc`, { exact: true });
const focusedRule = () => page.evaluate(() => document.activeElement?.getAttribute('data-read-in') ?? null);
const focusedText = () => page.evaluate(() => document.activeElement?.textContent ?? '');

async function tabTo(text: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await focusedText()) === text) return;
    await press('Tab');
  }
  throw new Error(`no way to "${text}" by Tab`);
}

/** How often the papers of an assessment say that something on them is provisional. */
async function marksOn(id: string): Promise<Record<'scorecard' | 'certificate', number>> {
  const count = async (kind: 'scorecard' | 'certificate') => {
    const { base64 } = await call('documents.make', { kind, id });
    const { pages } = await readPdf(Buffer.from(base64, 'base64'));
    const text = pages.flatMap(({ items }) => items.map((item) => item.text)).join(' ');
    return text.match(/tạm tính/gi)?.length ?? 0;
  };
  return { scorecard: await count('scorecard'), certificate: await count('certificate') };
}

/** An eligible commune of the sample, closed before anything is confirmed. */
async function closedCommune(): Promise<string> {
  await call('sample.load', { year });
  const { assessments } = await call('assessments.list', { year });
  const found = assessments.find(({ verdict }) => verdict === 'eligible');
  if (found === undefined) throw new Error('the sample has no eligible commune');
  const { assessment } = await call('assessments.open', { id: found.id });
  if (found.status === 'draft')
    await call('assessments.finalise', { id: found.id, basedOn: assessment.saves, by: null });
  return found.id;
}

test('an office that holds the decision confirms every rule by keyboard, and marks vanish from what was closed before', async () => {
  const id = await closedCommune();
  const before = await marksOn(id);
  expect(before.scorecard).toBeGreaterThan(0);
  expect(before.certificate).toBeGreaterThan(0);
  const kept = (await call('assessments.open', { id })).assessment;

  const start = performance.now();
  await tabTo('Đối chiếu với văn bản');
  await press('Enter');
  await heading(/, bản 1$/).waitFor();
  await confirmedOf(rules.length - open.length).waitFor();
  await press('Alt+PageDown');
  await expect.poll(focusedRule).toBe(open[0]?.key);
  await type(place);
  for (const [index, { key }] of open.entries()) {
    expect(await focusedRule()).toBe(key);
    await press('Enter');
    if (key !== last) await expect.poll(focusedRule).toBe(open[index + 1]?.key);
  }
  await page.getByText(`Đã đối chiếu hết ${rules.length}/${rules.length} quy tắc`).waitFor();
  const seconds = (performance.now() - start) / 1000;
  expect(await focusedText()).toContain('không còn ghi tạm tính');
  expect(presses).toBeLessThan(open.length + place.length + 25);

  expect(await marksOn(id)).toEqual({ scorecard: 0, certificate: 0 });
  expect((await call('assessments.open', { id })).assessment).toEqual(kept);
  const { published } = await call('criteria.open', pin);
  expect(published.register.map(({ rule, by }) => [rule, by])).toEqual(open.map(({ key }) => [key, tester]));
  expect(published.register.every((entry) => entry.kind === 'confirmed' && entry.in.endsWith(place))).toBe(
    true,
  );
  process.stdout.write(
    `Key presses: ${presses} from the list until all ${rules.length} rules are confirmed, ${open.length} of them one Enter each; ${seconds.toFixed(1)} s without reading.\n`,
  );

  await bringAxe(page);
  expect(await everything(page)).toEqual([]);
}, 60_000);

test('a confirmation that is withdrawn brings the marks back', async () => {
  const { assessments } = await call('assessments.list', { year });
  const id =
    assessments.find(({ status, verdict }) => status === 'final' && verdict === 'eligible')?.id ?? '';
  const indicator = open.find(({ kind }) => kind === 'indicator')?.key ?? '';
  const rule = page.locator(`article[data-rule="${indicator}"]`);
  await rule.getByRole('button', { name: /^Rút đối chiếu/ }).press('Enter');
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Enter');
  await dialog.getByText('Hãy ghi lý do rút đối chiếu.').waitFor();
  await page.keyboard.type('Đọc nhầm trang');
  await page.keyboard.press('Enter');
  await confirmedOf(rules.length - 1).waitFor();
  expect(await dialog.count()).toBe(0);
  await rule.getByText('Tạm tính').first().waitFor();
  await rule.getByText('Các lần ghi (2)').press('Enter');
  await rule.getByText(/rút đối chiếu, lý do: Đọc nhầm trang/).waitFor();
  expect((await marksOn(id)).scorecard).toBeGreaterThan(0);
}, 60_000);

test('a key that is held down confirms one rule only', async () => {
  const { set: now, published } = await call('criteria.open', pin);
  let basedOn = published.register.length;
  const more = rulesOf(now)
    .filter(({ key }) => open.some((one) => one.key === key))
    .filter(({ confirmed }) => confirmed)
    .slice(0, 2);
  for (const { key: rule } of more) {
    await call('criteria.withdraw', { ...pin, basedOn, rule, by: null, reason: 'Để thử' });
    basedOn += 1;
  }
  await page.reload();
  await confirmedOf(rules.length - 3).waitFor();
  await page.keyboard.press('Alt+PageDown');
  await page.keyboard.type(place);
  const first = await focusedRule();
  await page.keyboard.down('Enter');
  await expect.poll(focusedRule).not.toBe(first);
  for (let held = 0; held < 5; held += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await confirmedOf(rules.length - 2).waitFor();
  expect((await call('criteria.open', pin)).entries).toBe(basedOn + 1);
}, 60_000);
