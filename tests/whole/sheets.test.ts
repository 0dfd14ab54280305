import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { numberText } from '../../criteria/wording.ts';
import { largestSheet } from '../../electron/api.ts';
import { currentSet as set } from '../example-assessment.ts';
import { PdfParts } from '../pdf-surgery.ts';
import { launchBrowser, workingContext } from './browser.ts';
import { callsFrom } from './host-calls.ts';
import { watchedPage } from './in-browser.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

const year = new Date().getFullYear();
const fact = set.facts.find(({ id }) => id === 'children');
const check = set.criteria.flatMap(({ indicators }) => indicators).find(({ kind }) => kind === 'check');
if (fact === undefined || check === undefined) throw new Error('the set asks nothing');
const childrenLabel = fact.label.vi;

let browser: Browser;
let folder: string;
/** Where the sheets were printed, and a machine that has nothing yet. */
let printing: RunningProgram;
let empty: RunningProgram;
/** Two final assessments of the first machine, and their scorecards as PDF. */
let printed: readonly { readonly assessment: Assessment; readonly pdf: Buffer }[];
let context: BrowserContext;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiểm tra phiếu '));
  browser = await launchBrowser();
  printing = await startProgram(join(folder, 'in'));
  empty = await startProgram(join(folder, 'trống'));
  await visit(printing);
  await call('sample.load', { year });
  const { assessments } = await call('assessments.list', { year });
  const passing = assessments.filter(({ verdict }) => verdict === 'eligible').slice(0, 2);
  printed = [];
  for (const { id } of passing) {
    const { assessment } = await call('assessments.open', { id });
    const final =
      assessment.status === 'final'
        ? assessment
        : await call('assessments.finalise', { id, basedOn: assessment.saves, by: null });
    const { base64 } = await call('documents.make', { id, kind: 'scorecard' });
    printed = [...printed, { assessment: final, pdf: Buffer.from(base64, 'base64') }];
  }
  await context.close();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([printing.stop(), empty.stop()]);
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  troubles = [];
});
afterEach(async () => {
  await context.close();
  expect(troubles).toEqual([]);
});

/** The program keeps its one-time address for the first browser, so its cookie is kept for the next visit. */
const cookies = new Map<RunningProgram, Awaited<ReturnType<BrowserContext['cookies']>>>();

async function visit(program: RunningProgram): Promise<void> {
  context = await workingContext(browser);
  page = await watchedPage(context, troubles);
  const known = cookies.get(program);
  if (known !== undefined) await context.addCookies(known);
  await page.goto(known === undefined ? program.address : new URL(program.address).origin);
  await heading('Danh sách phiếu đánh giá').waitFor();
  cookies.set(program, await context.cookies());
}

const call = callsFrom(() => page);

const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const at = (hash: string) => page.goto(`${new URL(page.url()).origin}/#${hash}`);
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

interface Given {
  readonly name: string;
  readonly buffer: Buffer;
}

async function choose(...files: readonly Given[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    button('Chọn tệp PDF…').press('Enter'),
  ]);
  await chooser.setFiles(files.map((file) => ({ ...file, mimeType: 'application/pdf' })));
}

/** The first or second sheet that was printed. */
function sheet(index: 0 | 1): { readonly assessment: Assessment; readonly pdf: Buffer } {
  const found = printed[index];
  if (found === undefined) throw new Error('the sample has too few communes that pass');
  return found;
}

const childrenOf = ({ answers }: Assessment) => Number(answers.children?.value);

/** The same PDF with another number of children in its attachment. */
function withMoreChildren(pdf: Buffer): Buffer {
  const parts = new PdfParts(pdf);
  parts.changeAttachment((text) => text.replace(/"children":(\d+)/, (_, n) => `"children":${Number(n) + 1}`));
  return Buffer.from(parts.updated());
}

/** A PDF of one empty page, as any program could have written it. */
const foreign = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n' +
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n' +
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n' +
    'trailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n',
);

test('a sheet as it was printed, a changed copy of it and another PDF are told apart, chosen together without the mouse', async () => {
  await visit(printing);
  await page.getByRole('link', { name: 'Kiểm tra phiếu' }).press('Enter');
  await heading('Kiểm tra phiếu').waitFor();
  const { assessment, pdf } = sheet(0);
  await choose(
    { name: 'đúng.pdf', buffer: pdf },
    { name: 'sửa.pdf', buffer: withMoreChildren(pdf) },
    { name: 'lạ.pdf', buffer: foreign },
  );
  await page.getByText('Đã kiểm tra 3/3 tệp.').waitFor();
  await heading('Đúng phiếu do chương trình in').waitFor();
  await expect.poll(focused).toContain('nó không thay cho chữ ký và con dấu');
  const sha256 = assessment.finalised.at(-1)?.sha256 ?? '';
  const inFours = (sha256.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
  await page.getByRole('definition').filter({ hasText: inFours }).waitFor();

  const paper = page.getByRole('textbox', { name: 'Mã kiểm tra trên giấy' });
  await paper.fill(inFours.slice(0, 11));
  await page.getByText('còn thiếu 7 ký tự').waitFor();
  await paper.fill(inFours.toUpperCase());
  await page.getByText('Giống nhau: tờ giấy mang đúng mã kiểm tra của tệp này.').waitFor();
  await paper.fill(`${inFours.slice(0, 18)}${inFours.endsWith('0') ? '1' : '0'}`);
  await page.getByText('Khác nhau từ nhóm thứ 4').waitFor();

  await button('sửa.pdf Đã bị sửa').press('Enter');
  await heading('Đã bị sửa').waitFor();
  expect(
    await page.getByRole('table', { name: 'Những chỗ không khớp' }).getByRole('row').count(),
  ).toBeGreaterThan(1);
  await expect.poll(() => heading('Lấy số liệu của phiếu này').count()).toBe(0);
  await button('lạ.pdf Không nhận ra là phiếu của chương trình').press('Enter');
  await heading('Không nhận ra là phiếu của chương trình').waitFor();
});

test('a file can be dropped anywhere or pasted, and one that is too large is not even sent', async () => {
  await visit(printing);
  await at('/kiem-tra-phieu');
  await heading('Kiểm tra phiếu').waitFor();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(new URL(request.url()).pathname));
  const handOver = (type: 'drop' | 'paste', name: string, size: number) =>
    page.evaluate(
      ([event, fileName, bytes]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], fileName, { type: 'application/pdf' }));
        const init = { bubbles: true, cancelable: true };
        document.body.dispatchEvent(
          event === 'drop'
            ? new DragEvent('drop', { ...init, dataTransfer: data })
            : new ClipboardEvent('paste', { ...init, clipboardData: data }),
        );
      },
      [type, name, size] as const,
    );
  await handOver('drop', 'phim.pdf', largestSheet + 1);
  await heading('Chưa kiểm tra được phim.pdf').waitFor();
  expect(sent).not.toContain('/api/sheets.check');
  await handOver('paste', 'chép.pdf', 10);
  await heading('Không nhận ra là phiếu của chương trình').waitFor();
  expect(sent).toContain('/api/sheets.check');
});

test('the figures of a sheet become a draft on a machine that has nothing, and give way to it again only when somebody says so', async () => {
  await visit(empty);
  await at('/kiem-tra-phieu');
  const { assessment, pdf } = sheet(0);
  const { id, unit } = assessment;
  const file = { name: 'phiếu.pdf', buffer: pdf };
  const children = childrenOf(assessment);
  const stored = async () => (await call('assessments.open', { id })).assessment;
  const preview = () => button(`Xem trước: Nhập làm phiếu nháp năm ${year}`);
  const start = () => page.getByRole('button', { name: /^Nhập làm phiếu nháp/ });
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Thay số liệu' });
  const type = async (value: number) =>
    call('assessments.save', {
      id,
      basedOn: (await stored()).saves,
      by: null,
      answers: { children: value },
      notes: {},
    });

  await choose(file);
  await preview().press('Enter');
  await start().press('Enter');
  await heading('Đã nhập vào phiếu nháp').waitFor();
  expect(childrenOf(await stored())).toBe(children);

  await type(children + 5);
  await choose(file);
  await preview().click();
  const row = page.getByRole('row', { name: new RegExp(childrenLabel) });
  expect(await row.getByRole('cell').allTextContents()).toEqual([
    numberText(children + 5),
    numberText(children),
  ]);
  await start().press('Enter');
  await dialog.waitFor();
  expect(await focused()).toBe('Hủy');
  await page.keyboard.press('Enter');
  await expect.poll(() => dialog.count()).toBe(0);
  expect(childrenOf(await stored())).toBe(children + 5);

  await start().press('Enter');
  await type(children + 6);
  await confirm.press('Enter');
  await heading('Chưa nhập được, không có gì bị thay đổi').waitFor();
  await row.getByRole('cell', { name: numberText(children + 6), exact: true }).waitFor();
  expect(childrenOf(await stored())).toBe(children + 6);

  await start().press('Enter');
  await confirm.press('Enter');
  await heading('Đã nhập vào phiếu nháp').waitFor();
  expect(childrenOf(await stored())).toBe(children);
  await page.getByRole('link', { name: 'Mở phiếu' }).press('Enter');
  await heading(`${unit.name}, năm ${year}`).waitFor();
  expect(
    await page.getByText(/Nhập số liệu, ghi chú và minh chứng từ phiếu chấm điểm PDF lập ngày/).count(),
  ).toBe(2);
});

test('a sheet that is kept as last year’s figures stands beside each field of the next year, as its description', async () => {
  await visit(empty);
  await at('/kiem-tra-phieu');
  const { assessment, pdf } = sheet(1);
  await choose({ name: 'năm trước.pdf', buffer: pdf });
  await button('Xem trước: Giữ làm số liệu năm trước').press('Enter');
  await button('Giữ làm số liệu năm trước').last().press('Enter');
  await heading('Đã giữ làm số liệu năm trước').waitFor();
  const kept = (await call('assessments.open', { id: assessment.id })).assessment;
  expect(kept.finalised.at(-1)?.sha256).toBe(assessment.finalised.at(-1)?.sha256);

  const next = await call('assessments.create', { unit: assessment.unit, year: year + 1, by: null });
  const describedBy = (role: 'textbox' | 'radiogroup', name: string | RegExp) =>
    page
      .getByRole(role, { name })
      .first()
      .evaluate((field) =>
        (field.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' '),
      );
  await at(`/phieu/${next.id}/tieu-chi/2`);
  const field = page.getByRole('textbox', { name: childrenLabel, exact: true });
  await field.waitFor();
  const figure = `Năm ${year}: ${numberText(childrenOf(assessment))}`;
  expect(await describedBy('textbox', childrenLabel)).toContain(figure);
  const before = await field.boundingBox();
  await field.click();
  await page.keyboard.type('12');
  await page.getByText(/Mọi thay đổi đã lưu lúc/).waitFor();
  expect(await describedBy('textbox', childrenLabel)).toContain(figure);
  expect(await field.boundingBox()).toEqual(before);

  const criterion = set.criteria.find(({ indicators }) => indicators.some(({ id }) => id === check.id));
  await at(`/phieu/${next.id}/tieu-chi/${criterion?.id}`);
  await page.getByRole('radiogroup').first().waitFor();
  const yes = assessment.answers[check.id]?.value === true;
  expect(await describedBy('radiogroup', new RegExp(`^${check.id}\\.`))).toBe(
    `Năm ${year}: ${yes ? 'có' : 'không'}`,
  );
});
