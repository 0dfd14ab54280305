import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { office, scorecardInput } from '../../tests/example-document-input.ts';
import { forge } from '../../tests/example-sheet.ts';
import { PdfParts } from '../../tests/pdf-surgery.ts';
import type { Args, ImportUse, Method, SheetCheck, Value } from '../api.ts';
import { checkCode } from '../check-code.ts';
import type { ScorecardInput } from '../documents/document-input.ts';
import { printDocument } from '../documents/print.ts';
import { createProgram, type Program } from '../program.ts';
import { dispatch } from './dispatch.ts';

let folder: string;
let program: Program;
let sheets: Record<
  'final' | 'draft' | 'foreign' | 'unknownRules' | 'otherLayout' | 'withEvidence' | 'withStrayLines',
  string
>;
const evidenceOnSheet = ['Quyết định 12/QĐ-UBND', 'ảnh.jpg (412 kB, SHA-256 3f2a9c1b)'];

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

async function printed(replaced: Partial<ScorecardInput>): Promise<string> {
  const input = scorecardInput(undefined, {
    year: 2025,
    date: '2025-11-12',
    office,
    notes: { '1.1': 'Quyết định số 12' },
    revision: 2,
    ...replaced,
  });
  return base64(
    (await printDocument({ kind: 'scorecard', input: { ...input, sha256: checkCode(input) } })).bytes,
  );
}

beforeAll(async () => {
  const { set } = scorecardInput();
  const otherLayout = new PdfParts(Buffer.from(await printed({}), 'base64'));
  forge(otherLayout, (sheet) => Object.assign(sheet.printed, { layout: 99 }), ['checksum']);
  const certificate = await printDocument({ kind: 'certificate', input: scorecardInput() });
  sheets = {
    final: await printed({}),
    draft: await printed({ status: 'draft' }),
    foreign: base64(certificate.bytes),
    unknownRules: await printed({ set: { ...set, version: set.version + 1 } }),
    otherLayout: base64(otherLayout.rewritten()),
    withEvidence: await printed({ evidence: { '1.1': evidenceOnSheet } }),
    withStrayLines: await printed({ evidence: { '1.1': ['Ảnh', '', 'Ảnh'] } }),
  };
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phiếu nhập '));
  program = createProgram({
    host: 'browser',
    version: '1',
    dataFolder: folder,
    clock: () => new Date('2026-11-10T02:03:04Z'),
  });
});
afterEach(async () => {
  await program.settled();
  await rm(folder, { recursive: true });
});
afterAll(() => program.close());

const call = <M extends Method>(method: M, args: Args<M>) =>
  dispatch(program.handlers, method, args, (_method, fault) => {
    throw fault;
  });
async function value<M extends Method>(method: M, args: Args<M>): Promise<Value<M>> {
  const reply = await call(method, args);
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value;
}
const check = (sheet: keyof typeof sheets) => value('sheets.check', { base64: sheets[sheet] });
const take = (sheet: keyof typeof sheets, as: ImportUse, basedOn: number | null) =>
  call('sheets.import', { base64: sheets[sheet], as, basedOn, by: 'Anh Hùng' });

function genuine(found: SheetCheck) {
  if (found.verdict !== 'genuine') throw new Error(`${found.verdict}: ${JSON.stringify(found)}`);
  return found;
}
function unchecked(found: SheetCheck) {
  if (found.verdict !== 'unchecked') throw new Error(`${found.verdict}: ${JSON.stringify(found)}`);
  return found;
}
const id = '2025-24769';
const inThePresent = async () => (await value('assessments.open', { id })).assessment;

describe('a scorecard that comes back as PDF', () => {
  test('says what it is, and what would come of it', async () => {
    const found = genuine(await check('final'));
    expect(found.sheet).toMatchObject({
      unit: { code: '24769' },
      year: 2025,
      status: 'final',
      revision: 2,
      date: '2025-11-12',
      printedBy: '0.1.0',
    });
    expect(found.imports.draft).toMatchObject({ possible: true, id, present: null, remarks: [] });
    expect(found.imports.last_year).toMatchObject({
      possible: true,
      outcome: { status: 'final', revision: 2 },
    });
  });

  test('that is no scorecard of ours brings nothing', async () => {
    expect(await check('foreign')).toMatchObject({ verdict: 'not_ours' });
    expect(await take('foreign', 'draft', null)).toMatchObject({ ok: false, error: { code: 'not_genuine' } });
  });

  test('by rules that this machine does not have is told, and not imported', async () => {
    const found = unchecked(await check('unknownRules'));
    for (const outlook of Object.values(found.imports)) expect(outlook.possible).toBe(false);
    expect(await take('unknownRules', 'draft', null)).toMatchObject({
      ok: false,
      error: { code: 'unknown_criteria_set' },
    });
    expect(await readdir(folder)).not.toContain('assessments');
  });

  test('by another layout is unchecked, and its figures can be taken over by whoever was told so', async () => {
    const { imports, message } = unchecked(await check('otherLayout'));
    expect(message).toContain('hãy cập nhật chương trình');
    for (const outlook of Object.values(imports))
      expect(outlook).toMatchObject({
        possible: true,
        remarks: [expect.stringMatching(/^Các trang của tệp chưa so được/)],
      });
    expect(await take('otherLayout', 'draft', null)).toMatchObject({ ok: true, value: { id } });
  });

  test('with lines of evidence that no assessment can hold says so, and does not become a final one without them', async () => {
    const { imports } = genuine(await check('withStrayLines'));
    expect(imports.draft).toMatchObject({
      possible: true,
      outcome: { evidence: { '1.1': [{ item: { kind: 'paper', text: 'Ảnh' } }] } },
      remarks: [expect.stringContaining('2 dòng minh chứng')],
    });
    expect(imports.last_year).toMatchObject({
      possible: false,
      message: expect.stringContaining('minh chứng'),
    });
  });
});

describe('imported as a draft', () => {
  test('it is a draft of its own year with every figure and note', async () => {
    expect(await take('final', 'draft', null)).toMatchObject({ ok: true, value: { id, status: 'draft' } });
    const assessment = await inThePresent();
    expect(assessment.answers.children?.value).toBe(2000);
    expect(assessment.notes['1.1']?.text).toBe('Quyết định số 12');
    expect(assessment.finalised).toEqual([]);
    expect(assessment.log.at(-1)).toMatchObject({
      event: 'imported',
      as: 'draft',
      from: { status: 'final', revision: 2, date: '2025-11-12' },
    });
  });

  test('it goes into the draft that is there, which is backed up first', async () => {
    const { unit } = scorecardInput();
    await value('assessments.create', { unit, year: 2025, by: null });
    await value('assessments.save', {
      id,
      basedOn: 0,
      by: null,
      answers: { children: 7 },
      notes: { '2.1': 'cũ' },
    });
    const found = genuine(await check('draft'));
    expect(found.imports.draft).toMatchObject({ possible: true, present: { saves: 1 } });
    expect(await take('draft', 'draft', 1)).toMatchObject({ ok: true, value: { saves: 2 } });
    const assessment = await inThePresent();
    expect(assessment.answers.children?.value).toBe(2000);
    expect(Object.keys(assessment.notes)).toEqual(['1.1']);
    const [backup] = (await value('backups.list', { id })).filter(({ reason }) => reason === 'import');
    const before = await value('backups.open', { id, file: backup?.file ?? '' });
    expect(before.assessment.answers.children?.value).toBe(7);
  });

  test('it goes into a unit of another class or type with a remark, and that unit stays what it is', async () => {
    const { unit, set } = scorecardInput();
    const otherClass = set.unitClasses.find((one) => one.id !== unit.class);
    const otherType = set.unitTypes.find((one) => one.id !== unit.type);
    if (otherClass === undefined || otherType === undefined) throw new Error('the set knows one kind only');
    const there = { ...unit, class: otherClass.id, type: otherType.id as typeof unit.type };
    await value('assessments.create', { unit: there, year: 2025, by: null });
    const nameOf = (among: readonly { id: string; label: { vi: string } }[], one: string) =>
      among.find((named) => named.id === one)?.label.vi ?? '';
    const { draft } = genuine(await check('draft')).imports;
    if (!draft.possible) throw new Error(draft.message);
    expect(draft.remarks).toHaveLength(2);
    for (const name of [otherClass.label.vi, nameOf(set.unitClasses, unit.class)])
      expect(draft.remarks[0]).toContain(`“${name}”`);
    for (const name of [otherType.label.vi, nameOf(set.unitTypes, unit.type)])
      expect(draft.remarks[1]).toContain(`“${name}”`);
    expect(await take('draft', 'draft', 0)).toMatchObject({ ok: true, value: { unit: there } });
  });

  test('it is refused from a state that is no longer the present one', async () => {
    const { unit } = scorecardInput();
    await value('assessments.create', { unit, year: 2025, by: null });
    expect(await take('final', 'draft', null)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await value('assessments.save', { id, basedOn: 0, by: null, answers: { children: 7 }, notes: {} });
    expect(await take('final', 'draft', 0)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await inThePresent()).answers.children?.value).toBe(7);
  });

  test('it never touches a final assessment, nor another unit of the same code', async () => {
    await take('final', 'last_year', null);
    expect(genuine(await check('final')).imports.draft).toMatchObject({
      possible: false,
      message: expect.stringContaining('mở lại'),
    });
    expect(await take('final', 'draft', 0)).toMatchObject({ ok: false, error: { code: 'final' } });
    const other = createProgram({ host: 'browser', version: '1', dataFolder: join(folder, 'khác') });
    program = other;
    await value('assessments.create', {
      unit: { ...scorecardInput().unit, name: 'Xã Khác' },
      year: 2025,
      by: null,
    });
    expect(await take('final', 'draft', 0)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});

describe('imported as last year’s figures', () => {
  test('it stays final as it was printed, and prints the very same sheet again', async () => {
    expect(await take('final', 'last_year', null)).toMatchObject({ ok: true });
    const assessment = await inThePresent();
    expect(assessment).toMatchObject({ status: 'final', revision: 2 });
    expect(assessment.finalised).toHaveLength(1);
    await value('office.save', { office });
    const again = await value('documents.make', { kind: 'scorecard', id });
    const found = genuine(await value('sheets.check', { base64: again.base64 }));
    expect(found.sheet.sha256).toBe(genuine(await check('final')).sheet.sha256);
  });

  test('its evidence is kept line by line, and the check code stays right', async () => {
    expect(await take('withEvidence', 'last_year', null)).toMatchObject({ ok: true });
    const { evidence } = await inThePresent();
    expect(evidence['1.1']?.map(({ item }) => item)).toEqual(
      evidenceOnSheet.map((text) => ({ kind: 'paper', text })),
    );
    const again = await value('documents.make', { kind: 'scorecard', id });
    const found = genuine(await value('sheets.check', { base64: again.base64 }));
    expect(found.sheet.sha256).toBe(genuine(await check('withEvidence')).sheet.sha256);
  });

  test('its figures are seen beside those of the next year', async () => {
    await take('final', 'last_year', null);
    await value('assessments.create', { unit: scorecardInput().unit, year: 2026, by: null });
    const { earlier } = await value('assessments.open', { id: '2026-24769' });
    expect(earlier).toMatchObject({ year: 2025, answers: { children: 2000, '1.1': true } });
    expect((await value('assessments.open', { id })).earlier).toBeUndefined();
  });

  test('a sheet that was never final is refused, and so is a second one', async () => {
    expect(await take('draft', 'last_year', null)).toMatchObject({ ok: false, error: { code: 'not_final' } });
    await take('final', 'last_year', null);
    expect(genuine(await check('final')).imports.last_year).toMatchObject({
      possible: false,
      message: expect.stringContaining('đã có phiếu năm 2025'),
    });
    expect(await take('final', 'last_year', 0)).toMatchObject({
      ok: false,
      error: { code: 'already_exists' },
    });
  });
});
