/**
 * Walks a commune as a person does, from saying who works to the PDF, in whatever shows the program: the same walk goes
 * through the double of Electron and through the packaged application.
 */
import type { Locator, Page } from 'playwright-core';
import type { Answers } from '../../criteria/answers.ts';
import type { Criterion } from '../../criteria/schema.ts';
import { score } from '../../criteria/score.ts';
import { numberText } from '../../criteria/wording.ts';
import { sampleDistrict } from '../../electron/sample/sample-district.ts';
import { currentSet as set } from '../example-assessment.ts';

export interface WalkedCommune {
  /** Of the assessment, as its file is called. */
  readonly id: string;
  /** What was typed and ticked; all of it is saved. */
  readonly answers: Answers;
  /** In points, as shown before the assessment was closed. */
  readonly total: number;
  /** False when the machine has no viewer for the scorecard, which the page then says. */
  readonly shown: boolean;
}

export const assessor = 'Nguyễn Thị An';

/** Page: the window of the program, on a data folder in which nobody has worked. */
export async function walkACommune(page: Page): Promise<WalkedCommune> {
  await sayWhoWorks(page);
  const id = await createAssessment(page, 'kim long ho chi minh', 'Xã Kim Long');
  const answers = eligibleAnswers();
  await page.getByRole('link', { name: 'Bắt đầu' }).click();
  for (const criterion of set.criteria) {
    await answerCriterion(page, criterion, answers);
    await page.getByRole('link', { name: /^(Tiêu chí sau|Đến phần kiểm tra)/ }).click();
  }
  await heading(page, 'Kiểm tra trước khi chốt');
  const { total } = score(set, 'other', answers);
  await page.getByRole('region', { name: 'Tổng điểm' }).getByText(numberText(total)).first().waitFor();
  await saved(page);
  await finalise(page);
  return { id, answers, total, shown: await showScorecard(page) };
}

/** Page: the first screen of a new start. */
export async function sayWhoWorks(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /tên/i }).first().fill(assessor);
  await page.keyboard.press('Enter');
  await heading(page, 'Danh sách phiếu đánh giá');
}

/** Page: the list. Afterwards that of the new assessment, whose id is answered; `named` is found by the search. */
export async function createAssessment(page: Page, search: string, named: string): Promise<string> {
  await page.getByRole('link', { name: 'Phiếu mới' }).first().click();
  await heading(page, 'Phiếu mới');
  await page.getByLabel(/Tìm xã, phường, đặc khu/).fill(search);
  await page.getByRole('option', { name: named }).first().click();
  await page.getByRole('radio', { name: labelOfClass, exact: true }).check();
  await page.getByRole('button', { name: 'Tạo phiếu' }).click();
  await heading(page, new RegExp(named));
  const id = /#\/phieu\/([^/]+)/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`no assessment at ${page.url()}`);
  return id;
}

/** The page says that everything lies on the disk. */
export async function saved(page: Page): Promise<void> {
  await page.getByText(/Mọi thay đổi đã lưu lúc/).waitFor();
}

/** The field of a figure, by what it is called. */
export function figure(page: Page, fact: string): Locator {
  const label = set.facts.find(({ id }) => id === fact)?.label.vi ?? fact;
  return page.getByRole('textbox', { name: label, exact: true });
}

export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

const labelOfClass = set.unitClasses.find(({ id }) => id === 'other')?.label.vi ?? '';

function eligibleAnswers(): Answers {
  const model = sampleDistrict(new Date().getFullYear()).find(
    ({ unit, answers }) => unit.class === 'other' && score(set, unit.class, answers).verdict === 'eligible',
  );
  if (model === undefined) throw new Error('the sample has no eligible commune');
  return model.answers;
}

/** Answers what one page asks: a figure is asked on the first page that counts with it, and told on the others. */
async function answerCriterion(page: Page, criterion: Criterion, answers: Answers): Promise<void> {
  await heading(page, `Tiêu chí ${criterion.id}. ${criterion.name.vi}`);
  const before = set.criteria.slice(0, set.criteria.indexOf(criterion)).flatMap(factsOf);
  for (const fact of new Set(factsOf(criterion).filter((one) => !before.includes(one)))) {
    await figure(page, fact).fill(String(answers[fact]));
  }
  for (const indicator of criterion.indicators) {
    if (indicator.kind !== 'check') continue;
    const group = page.getByRole('radiogroup', { name: indicator.text.vi });
    await group
      .getByRole('radio', { name: answers[indicator.id] === true ? 'Có' : 'Không', exact: true })
      .check();
  }
}

function factsOf({ indicators }: Criterion): string[] {
  return indicators.flatMap((indicator) =>
    indicator.kind === 'ratio' ? [indicator.denominator, indicator.numerator] : [],
  );
}

async function finalise(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Chốt phiếu', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt phiếu này' }).click();
  await page.getByText(/Phiếu đã chốt lúc/).waitFor();
}

async function showScorecard(page: Page): Promise<boolean> {
  await page.getByRole('button', { name: 'Xem phiếu chấm điểm' }).click();
  const shown = page.getByText('Đã mở bản in bằng chương trình xem PDF của máy.');
  const noViewer = page.getByText(/Chưa xem được, vì máy không có chương trình xem PDF/);
  await shown.or(noViewer).waitFor();
  return shown.isVisible();
}
