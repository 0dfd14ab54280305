import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '../../criteria/answers.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { score, type Verdict } from '../../criteria/score.ts';
import { setFaults } from '../../criteria/set-faults.ts';
import type { Unit } from '../../criteria/unit.ts';
import { numberText, totalText, verdictText, vi } from '../../criteria/wording.ts';
import type { Api } from '../../electron/api.ts';
import { arbitraryAnswers, sampleSets } from '../arbitrary-criteria-set.ts';
import { readPdf } from '../read-pdf.ts';
import { solid } from '../read-scorecard.ts';
import { launchBrowser, tester } from './browser.ts';
import { callsFrom } from './host-calls.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';

let browser: Browser;
let here: InBrowser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  here = await openInBrowser(browser, 'bộ sinh ra ');
  ({ page } = here);
  await page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(async () => {
  await here.close();
  await browser.close();
});

const call = callsFrom(() => page);

/** With a name of its own, real, and with texts by which a person could tell its questions apart. */
function asked(set: CriteriaSet, id: string): CriteriaSet {
  const { fictional: _made, ...rest } = set;
  const named = (text: { vi: string; en: string }, place: string) => ({
    ...text,
    vi: `${place} ${text.vi}`.slice(0, 200).trim(),
  });
  return {
    ...rest,
    id,
    version: 1,
    facts: set.facts.map((fact, f) => ({ ...fact, label: named(fact.label, `Số liệu ${f + 1}.`) })),
    criteria: set.criteria.map((criterion, c) => ({
      ...criterion,
      name: named(criterion.name, `Mục ${c + 1}.`),
      indicators: criterion.indicators.map((indicator, i) => ({
        ...indicator,
        text: named(indicator.text, `Câu ${c + 1}-${i + 1}.`),
      })),
    })),
  };
}

interface Focused {
  readonly kind: string;
  readonly name: string;
  readonly group: string;
}

/** What has the focus, as a person would name it. */
function focused(): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const named = (id: string | null | undefined) =>
      (id ?? '')
        .split(' ')
        .map((part) => document.getElementById(part)?.textContent ?? '')
        .join(' ');
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    return {
      kind: element instanceof HTMLInputElement ? element.type : (element?.tagName.toLowerCase() ?? ''),
      name: label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '',
      group: named(element?.closest('[role=radiogroup]')?.getAttribute('aria-labelledby')),
    };
  });
}

async function tabTo(name: string): Promise<void> {
  for (let tries = 0; tries < 80; tries += 1) {
    if ((await focused()).name.includes(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to "${name}" by Tab`);
}

/** Answers whatever has the focus and goes on; true at the way to the next page. */
async function answerFocused(set: CriteriaSet, answers: Answers): Promise<boolean> {
  const { kind, name, group } = await focused();
  if (/^(Tiêu chí sau|Đến phần kiểm tra)$/.test(name)) return true;
  const fact = set.facts.find(({ label }) => name === vi(label));
  const check = set.criteria
    .flatMap(({ indicators }) => indicators)
    .find((one) => one.kind === 'check' && group.includes(vi(one.text)));
  if (kind === 'text' && fact !== undefined) {
    await page.keyboard.type(String(answers[fact.id]));
    await page.keyboard.press('Enter');
  } else if (kind === 'radio' && check !== undefined) {
    await page.keyboard.press(answers[check.id] === true ? 'Space' : 'ArrowDown');
    await page.keyboard.press('Enter');
  } else await page.keyboard.press('Tab');
  return false;
}

async function fillIn(set: CriteriaSet, answers: Answers, id: string): Promise<void> {
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/phieu/${id}`);
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Xã' }).waitFor();
  await tabTo('Bắt đầu');
  await page.keyboard.press('Enter');
  for (const criterion of set.criteria) {
    await heading(`Tiêu chí ${criterion.id}. ${vi(criterion.name)}`);
    for (let steps = 0; !(await answerFocused(set, answers)); steps += 1)
      if (steps > 120) throw new Error(`no way out of criterion ${criterion.id}`);
    await page.keyboard.press('Enter');
  }
  await heading('Kiểm tra trước khi chốt');
}

/** The text of all that can be printed of an assessment without evidence, by kind. */
async function printed(id: string, year: number, verdict: Verdict): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const read = async (request: Parameters<Api['documents.make']>[0]) => {
    const { base64 } = await call('documents.make', request);
    texts.set(request.kind, (await readPdf(Buffer.from(base64, 'base64'))).solidText);
  };
  for (const kind of ['scorecard', 'minutes', 'checklist'] as const) await read({ kind, id });
  if (verdict === 'eligible') await read({ kind: 'certificate', id });
  await read({ kind: 'summary', year });
  return texts;
}

// One that is drawn anew in each run, and those that are always the same; a failure names the seed.
const fresh = Math.floor(Math.random() * 2 ** 31);
const small = (set: CriteriaSet) => set.criteria.length <= 6;
const drawn = [
  ...sampleSets(7, 40)
    .filter(small)
    .slice(0, 3)
    .map((set) => ({ seed: 7, set })),
  ...sampleSets(fresh, 40)
    .filter(small)
    .slice(0, 1)
    .map((set) => ({ seed: fresh, set })),
].map(({ seed, set }, index) => ({ seed, index, set: asked(set, `bo-sinh-ra.${index}`) }));

test.each(drawn)(
  'a set nobody has seen is taken in, filled in by keyboard, closed and printed: $index of seed $seed',
  async ({ seed, index, set }) => {
    expect(setFaults(set)).toEqual([]);
    const base64 = Buffer.from(JSON.stringify(set)).toString('base64');
    const taken = await call('criteria.import', { base64, by: tester });
    expect(taken.set).toEqual(set);
    await call('criteria.use', { id: set.id, version: set.version });
    const klass = set.unitClasses[0] as CriteriaSet['unitClasses'][number];
    const year = 2030 + index;
    const unit: Unit = {
      code: `S-${index}`,
      name: `Xã Sinh Ra ${index}`,
      type: klass.unitTypes[0] as string,
      class: klass.id,
      province: 'Tỉnh Ví Dụ',
    };
    const { id } = await call('assessments.create', { unit, year, by: tester });
    const [answers] = fc.sample(arbitraryAnswers(set, { complete: true }), { seed, numRuns: 1 }) as [Answers];
    const expected = score(set, klass.id, answers);

    await page.reload();
    await fillIn(set, answers, id);
    const total = page.getByRole('region', { name: 'Tổng điểm' });
    expect(await total.textContent()).toContain(numberText(expected.total));
    await page.getByText(verdictText[expected.verdict]).first().waitFor();
    await page.getByText(/Mọi thay đổi đã lưu lúc/).waitFor();
    await tabTo('Chốt phiếu');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo('Chốt phiếu này');
    await page.keyboard.press('Enter');
    await page.getByText(/Phiếu đã chốt lúc/).waitFor();

    const { assessment } = await call('assessments.open', { id });
    expect(assessment.finalised.at(-1)).toMatchObject({ answers, scorecard: { total: expected.total } });
    const texts = await printed(id, year, expected.verdict);
    for (const [kind, text] of texts) expect(text, kind).not.toMatch(/undefined|NaN|\[object/);
    expect(texts.get('scorecard')).toContain(solid(totalText(expected)));
    for (const { name } of set.criteria) expect(texts.get('scorecard')).toContain(solid(vi(name)));
  },
);
