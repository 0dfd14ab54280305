import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { impactOf } from '../../criteria/rules/impact.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { parseCriteriaSet } from '../../criteria/set-faults.ts';
import { numberText, verdictText } from '../../criteria/wording.ts';
import { sampleDistrict } from '../../electron/sample/sample-district.ts';
import { currentSet } from '../example-assessment.ts';
import { readPdf } from '../read-pdf.ts';
import { launchBrowser } from './browser.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';

const year = new Date().getFullYear();
const communes = sampleDistrict(year);

/** The set as its author would correct it: the first band that a complete commune has reached is as good as out of reach. */
function corrected(): { readonly set: CriteriaSet; readonly indicator: string } {
  for (const [c, { indicators }] of currentSet.criteria.entries()) {
    for (const [i, { kind, id }] of indicators.entries()) {
      if (kind === 'check') continue;
      const set = structuredClone(currentSet);
      set.version = currentSet.version + 1;
      const indicator = set.criteria[c]?.indicators[i];
      const band = indicator?.kind === 'ratio' ? indicator.bands[0] : undefined;
      if (band === undefined || band.op !== '>=' || band.rate.startsWith('100')) continue;
      band.rate = '99.99';
      const touched = communes.filter((commune) => lineOf(commune, set).effect === 'loses');
      if (touched.some(isComplete) && touched.some((commune) => !isComplete(commune)))
        return { set, indicator: id };
    }
  }
  throw new Error('no band of the set counts in the sample district');
}

type Commune = (typeof communes)[number];

function lineOf({ unit, answers }: Commune, after: CriteriaSet) {
  return impactOf(currentSet, after, { id: idOf(unit.code), unit, year, status: 'draft', answers });
}

function isComplete(commune: Commune): boolean {
  return lineOf(commune, currentSet).before.verdict !== 'incomplete';
}

const idOf = (code: string) => `${year}-${code}`;

const { set: next, indicator } = corrected();
const losing = communes.filter((commune) => lineOf(commune, next).effect === 'loses');
const one = losing.find((commune) => !isComplete(commune)) as Commune;
const closed = losing.find(isComplete) as Commune;

let browser: Browser;
let here: InBrowser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  here = await openInBrowser(browser, 'chuyển phiếu ');
  ({ page } = here);
  await button('Nạp huyện mẫu').first().click();
  await page.getByText(/Đã nạp 12 phiếu/).waitFor();
});
afterAll(async () => {
  await here.close();
  await browser.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
const at = (hash: string) => page.goto(`${new URL(page.url()).origin}/#${hash}`);
const stored = async ({ unit }: Commune) =>
  JSON.parse(await readFile(join(here.folder, 'assessments', `${idOf(unit.code)}.json`), 'utf8')).data;
const moving = (version: number) => at(`/bo-tieu-chi/${next.id}/${version}/chuyen-phieu`);
const rowOf = ({ unit }: Commune) => page.getByRole('row').filter({ hasText: unit.name });

async function choose(json: unknown, name: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(json, null, 2)),
  });
}

async function finalise({ unit }: Commune): Promise<void> {
  await at(`/phieu/${idOf(unit.code)}/kiem-tra`);
  await button('Chốt phiếu').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt phiếu này' }).click();
  await page.getByText(/Phiếu đã chốt lúc/).waitFor();
}

/** Moves what is chosen, by way of the question that says what comes of it. */
async function move(n: number): Promise<void> {
  await button(`Chuyển ${n} phiếu…`).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chuyển phiếu' }).click();
  await page.getByText(`Đã chuyển ${n} phiếu sang bản ${next.version}`).waitFor();
}

test('a broken file is refused with every fault by place', async () => {
  const broken = structuredClone(next);
  const [first, second] = broken.criteria;
  if (first === undefined || second === undefined) throw new Error('the set has too few criteria');
  first.max += 5;
  second.id = first.id;
  const parsed = parseCriteriaSet(broken);
  if (parsed.ok) throw new Error('the set has no faults');
  await at('/bo-tieu-chi/nhap');
  await choose(broken, 'hỏng.json');
  await heading('Không nhập được hỏng.json');
  const places = await page.locator('code').allTextContents();
  expect(places.toSorted()).toEqual(parsed.faults.map(({ path }) => path).toSorted());
  await page
    .getByText(parsed.faults[0]?.message ?? '')
    .first()
    .waitFor();
  expect(await button(/^Nhập/).count()).toBe(0);
});

test('a corrected version is compared with the present one, taken in and used', async () => {
  if ((await stored(closed)).status === 'draft') await finalise(closed);
  await at('/bo-tieu-chi/nhap');
  await choose(next, 'bản mới.json');
  await heading(`Khác gì với bản ${currentSet.version} đang có`);
  await page.getByText('Do người soạn viết hoặc sửa', { exact: false }).waitFor();
  const row = page.getByRole('row').filter({ hasText: 'từ 99,99 % trở lên' });
  await row.getByRole('rowheader', { name: /^Mức \d+$/ }).waitFor();
  await page.getByRole('rowheader', { name: new RegExp(`^Chỉ tiêu ${indicator}\\.`) }).waitFor();
  await button(/^Nhập bộ tiêu chí/).press('Enter');
  await heading('Đã nhập bộ tiêu chí');
  await button('Dùng cho phiếu mới').press('Enter');
  await page.getByText('Từ nay phiếu mới dùng bản này.').waitFor();
});

test('an assessment says that a newer version is in use, and leads to what would come of moving it', async () => {
  await at(`/phieu/${idOf(one.unit.code)}`);
  await heading(`Phiếu này theo bản ${currentSet.version} của bộ tiêu chí`);
  await page.getByRole('link', { name: 'Xem khác gì và chuyển phiếu' }).press('Enter');
  await heading(`Chuyển phiếu nháp sang bản ${next.version}`);
  const { before, after } = lineOf(one, next);
  const words = await rowOf(one).textContent();
  expect(words).toContain(`${numberText(before.total)}/`);
  expect(words).toContain(`${numberText(after?.total ?? 0)}/`);
  expect(words).toContain(`Giảm ${numberText(before.total - (after?.total ?? 0))} điểm`);
  expect(words).toContain(verdictText[before.verdict]);
});

test('drafts are moved one alone and then all that are left, while a final one stays as it is', async () => {
  const before = await stored(closed);
  await page.getByRole('checkbox', { name: `Chọn ${one.unit.name}, năm ${year}` }).press('Space');
  await move(1);
  expect(await stored(one)).toMatchObject({ criteriaSet: { id: next.id, version: next.version } });
  const drafts = [];
  for (const commune of communes) {
    const { status, criteriaSet } = await stored(commune);
    if (status === 'draft' && criteriaSet.version !== next.version) drafts.push(commune);
  }
  expect(drafts.length).toBeGreaterThan(1);
  await button(`Chọn tất cả ${drafts.length} phiếu`).press('Enter');
  await move(drafts.length);
  for (const commune of drafts)
    expect(await stored(commune)).toMatchObject({ criteriaSet: { version: next.version } });
  expect(await stored(closed)).toEqual(before);
  await heading('Đã chốt, giữ nguyên');
});

test('a final one is reopened and moved, and its revisions and its printed sheet name both versions', async () => {
  await at(`/phieu/${idOf(closed.unit.code)}`);
  await button('Mở lại').click();
  await page.getByRole('dialog').getByRole('textbox').fill('chấm theo bản mới');
  await page.getByRole('dialog').getByRole('button', { name: 'Mở lại' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await moving(next.version);
  await page.getByRole('checkbox', { name: `Chọn ${closed.unit.name}, năm ${year}` }).press('Space');
  await move(1);
  await finalise(closed);
  await at(`/phieu/${idOf(closed.unit.code)}/lan-chot`);
  await page.getByText(`bản ${next.version}.`, { exact: false }).first().waitFor();
  await page.getByText('Hai lần chấm theo hai bản khác nhau', { exact: false }).waitFor();
  const { finalised } = await stored(closed);
  expect(
    finalised.map(({ scorecard }: { scorecard: { criteriaSet: unknown } }) => scorecard.criteriaSet),
  ).toEqual([
    { id: next.id, version: currentSet.version },
    { id: next.id, version: next.version },
  ]);
  expect(await printedText(idOf(closed.unit.code))).toContain(`(bản ${next.version})`);
});

async function printedText(id: string): Promise<string> {
  const reply = await page.evaluate(
    async (body) =>
      (
        await fetch('/api/documents.make', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).json(),
    { kind: 'scorecard', id },
  );
  const { pages } = await readPdf(Buffer.from(reply.value.base64, 'base64'));
  return pages.flatMap(({ items }) => items.map(({ text }) => text)).join(' ');
}
