import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileEvidence } from '../../criteria/evidence.ts';
import { readPdf } from '../../tests/read-pdf.ts';
import type { Args, Method, Value } from '../api.ts';
import { createProgram, type Program } from '../program.ts';
import { Refusal } from '../refusal.ts';
import { dispatch } from './dispatch.ts';

let folder: string;
let usb: string;
let program: Program;
let holdsLock: boolean;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh chứng '));
  usb = await mkdtemp(join(tmpdir(), 'usb '));
  holdsLock = true;
  program = open();
});
afterEach(async () => {
  await program.close();
  await rm(folder, { recursive: true });
  await rm(usb, { recursive: true, force: true });
});

function open(): Program {
  return createProgram({
    host: 'browser',
    version: '1',
    dataFolder: folder,
    clock: () => new Date('2026-11-10T02:03:04Z'),
    holdsLock: async () => holdsLock,
  });
}
const call = <M extends Method>(method: M, args: Args<M>) =>
  dispatch(program.handlers, method, args, (_method, fault) => {
    if (!(fault instanceof Refusal)) throw fault;
  });
async function value<M extends Method>(method: M, args: Args<M>): Promise<Value<M>> {
  const reply = await call(method, args);
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value;
}
async function refused<M extends Method>(method: M, args: Args<M>) {
  const reply = await call(method, args);
  if (reply.ok) throw new Error(`${method} was not refused`);
  expect(reply.error.message).toMatch(/[à-ỹđ].*[^.]$/i);
  return reply.error;
}

const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 7)]);
const smaller = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(50, 9)]);
const sha256 = createHash('sha256').update(photo).digest('hex');
const add = (bytes = photo, name = 'ảnh.jpg', printCopy: Buffer | null = null) =>
  value('evidence.add', {
    base64: bytes.toString('base64'),
    name,
    printCopy: printCopy === null ? null : printCopy.toString('base64'),
  });
const pathIn = (root: string, hash = sha256) => join(root, 'evidence', hash.slice(0, 2), hash);
const here = (hash = sha256) => pathIn(folder, hash);
async function there(hash = sha256): Promise<string> {
  const [machine = ''] = await readdir(join(usb, 'child-friendly-communes-backups'));
  return pathIn(join(usb, 'child-friendly-communes-backups', machine), hash);
}
const read = async (copy: 'original' | 'print' = 'original') => {
  const { type, base64 } = await value('evidence.read', { sha256, copy });
  return { type, bytes: Buffer.from(base64, 'base64') };
};
const unit = { code: '1', name: 'Xã Mẫu', type: 'xa', class: 'other', province: 'Tỉnh Mẫu' } as const;
const id = '2026-1';
const create = () => value('assessments.create', { unit, year: 2026, by: null });
const attach = (basedOn: number, files: readonly FileEvidence[]) =>
  call('assessments.save', {
    id,
    basedOn,
    by: null,
    answers: {},
    notes: {},
    evidence: { '1.1': [...files] },
  });
const useSecondFolder = () => value('backups.setSecondFolder', { folder: usb });

describe('a file that is attached', () => {
  test('is kept byte for byte under its hash, and told by its content, not by its name', async () => {
    expect(await add(photo, 'biên bản.pdf')).toEqual({
      kind: 'file',
      sha256,
      name: 'biên bản.pdf',
      size: photo.length,
      type: 'image/jpeg',
    });
    expect(await readFile(here())).toEqual(photo);
    program = open();
    expect(await read()).toEqual({ type: 'image/jpeg', bytes: photo });
  });

  test('is kept once, whatever it is called', async () => {
    await Promise.all([add(photo, 'a.jpg'), add(photo, 'b.jpg'), add(photo, 'c.jpg')]);
    expect(await readdir(join(folder, 'evidence'))).toEqual([sha256.slice(0, 2)]);
    expect(await readdir(join(folder, 'evidence', sha256.slice(0, 2)))).toEqual([sha256]);
  });

  test('takes the place of what lies under its hash and is something else, which is kept', async () => {
    await add();
    await writeFile(here(), 'sửa');
    await add();
    expect(await readFile(here())).toEqual(photo);
    const [aside = ''] = await readdir(join(folder, 'damaged'));
    expect(aside).toBe(`evidence_${sha256}_2026-11-10T02-03-04.000Z`);
    expect(await readFile(join(folder, 'damaged', aside), 'utf8')).toBe('sửa');
    expect((await value('recovery.overview', {})).recovered).toEqual([]);
  });

  test('is not kept while another program holds the data folder', async () => {
    holdsLock = false;
    expect((await refused('evidence.add', { base64: 'AAAA', name: 'x', printCopy: null })).code).toBe(
      'storage_failed',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  test('is cleared of what an addition that was broken off left behind', async () => {
    const part = join(folder, 'evidence', '00');
    await mkdir(part, { recursive: true });
    await writeFile(join(part, `.${sha256}.00000000-0000-4000-8000-000000000000.tmp`), 'nửa chừng');
    await add();
    expect(await readdir(part)).toEqual([]);
  });

  test.each([
    ['nothing in it', { base64: '', name: 'x', printCopy: null }],
    ['no name', { base64: 'AAAA', name: ' ', printCopy: null }],
    ['something that is no base64', { base64: '…', name: 'x', printCopy: null }],
  ])('is refused with %s', async (_, args) => {
    expect((await refused('evidence.add', args)).code).toBe('invalid_request');
  });
});

describe('the copy of a photo for print', () => {
  test('is a JPEG that is read in place of the photo, which stays as it is', async () => {
    await add(photo, 'ảnh.jpg', smaller);
    expect(await read('print')).toEqual({ type: 'image/jpeg', bytes: smaller });
    expect((await read()).bytes).toEqual(photo);
  });

  test('that is no JPEG is refused, and nothing is kept', async () => {
    const error = await refused('evidence.add', { base64: 'AAAA', name: 'x', printCopy: 'iVBORw0KGgo=' });
    expect(error).toMatchObject({ code: 'invalid_input', path: 'printCopy' });
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    ['is missing', (path: string) => rm(path)],
    ['was cut off', (path: string) => truncate(path, 60)],
    ['was altered', (path: string) => writeFile(path, Buffer.alloc(86, 9))],
    ['is empty', (path: string) => writeFile(path, '')],
  ])('gives way to the photo where it %s', async (_, spoil) => {
    await add(photo, 'ảnh.jpg', smaller);
    await spoil(`${here()}.print.jpg`);
    expect((await read('print')).bytes).toEqual(photo);
    await add(photo, 'ảnh.jpg', smaller);
    expect((await read('print')).bytes).toEqual(smaller);
  });
});

const spoiled = [
  ['missing', 'not_found', () => rm(here())],
  ['altered', 'damaged', () => writeFile(here(), Buffer.alloc(photo.length, 1))],
  ['altered', 'damaged', () => truncate(here(), 100)],
  ['altered', 'damaged', () => truncate(here(), 60 * 1024 * 1024)],
] as const;

describe('a file that is not as it was attached', () => {
  test.each(spoiled)('because it is %s is said to be (%s), with what to do', async (state, code, spoil) => {
    await create();
    const file = await add();
    await attach(0, [file]);
    expect(await value('evidence.check', { id })).toEqual({ missing: [], altered: [] });
    await spoil();
    const error = await refused('evidence.read', { sha256, copy: 'original' });
    expect(error.code).toBe(code);
    expect(error.message).toContain(sha256.slice(0, 8));
    expect(error.message).toContain('hãy đính lại');
    expect(await value('evidence.check', { id })).toEqual({ missing: [], altered: [], [state]: [file] });
    await add();
    expect(await value('evidence.check', { id })).toEqual({ missing: [], altered: [] });
  });

  test('and is named only by what was finalised is found by the check as well', async () => {
    const { assessments } = await value('sample.load', { year: 2026 }).then(() =>
      value('assessments.list', { year: 2026 }),
    );
    const passing = assessments.find(({ verdict }) => verdict === 'eligible');
    const of = passing?.id ?? '';
    const saved = { id: of, by: null, answers: {}, notes: {} };
    const file = await add();
    await value('assessments.save', { ...saved, basedOn: 0, evidence: { '1.1': [file] } });
    await value('assessments.finalise', { id: of, basedOn: 1, by: null });
    await value('assessments.reopen', { id: of, basedOn: 2, by: null, reason: 'Nhầm' });
    await value('assessments.save', { ...saved, basedOn: 3, evidence: { '1.1': [] } });
    await rm(here());
    expect((await value('evidence.check', { id: of })).missing).toEqual([file]);
  });

  test.each(spoiled)('because it is %s comes back from the second folder', async (_, _code, spoil) => {
    await create();
    await useSecondFolder();
    await attach(0, [await add()]);
    await program.settled();
    await spoil();
    expect(await value('evidence.check', { id })).toEqual({ missing: [], altered: [] });
    expect(await readFile(here())).toEqual(photo);
    await spoil();
    holdsLock = false;
    expect((await read()).bytes).toEqual(photo);
  });

  test('comes back from what another machine put into the second folder, but only as it was attached', async () => {
    await create();
    const file = await add();
    await attach(0, [file]);
    await rm(here());
    await useSecondFolder();
    const other = pathIn(join(usb, 'child-friendly-communes-backups', 'MAY-KHAC'));
    await mkdir(join(other, '..'), { recursive: true });
    await writeFile(other, 'khác');
    expect((await value('evidence.check', { id })).missing).toEqual([file]);
    await writeFile(other, photo);
    expect(await value('evidence.check', { id })).toEqual({ missing: [], altered: [] });
  });
});

describe('a save that names a file', () => {
  const stranger: FileEvidence = { kind: 'file', sha256, name: 'ảnh.jpg', size: 504, type: 'image/jpeg' };

  test('which was never added is refused whole, naming it', async () => {
    await create();
    expect(await attach(0, [stranger])).toMatchObject({
      ok: false,
      error: {
        code: 'not_found',
        path: 'evidence.1.1',
        message: expect.stringContaining('“ảnh.jpg”'),
      },
    });
    expect((await value('assessments.open', { id })).assessment.evidence).toEqual({});
  });

  test('which has been lost since it was named is not refused, nor when it is taken back', async () => {
    await create();
    const file = await add();
    const other = await add(Buffer.from('%PDF-1.7'), 'b.pdf');
    await attach(0, [file]);
    await rm(here());
    expect(await attach(1, [file, other])).toMatchObject({ ok: true });
    expect(await attach(2, [])).toMatchObject({ ok: true });
    expect(await attach(3, [file])).toMatchObject({ ok: true });
  });

  test.each([{ size: 7 }, { type: 'text/html' }])(
    'by another size or type than it has is refused, named before or not: %o',
    async (lie) => {
      await create();
      const file = await add();
      const wrong = { ok: false, error: { code: 'invalid_input', path: 'evidence.1.1' } };
      expect(await attach(0, [{ ...file, ...lie }])).toMatchObject(wrong);
      await attach(0, [file]);
      expect(await attach(1, [{ ...file, ...lie }])).toMatchObject(wrong);
      await program.close();
      program = open();
      expect(await attach(1, [{ ...file, ...lie }])).toMatchObject(wrong);
    },
  );

  test('is not overtaken by the save that was sent right behind it', async () => {
    await create();
    const file = await add();
    for (let saves = 0; saves < 10; saves += 2) {
      const replies = await Promise.all([
        attach(saves, saves % 4 === 0 ? [file] : []),
        call('assessments.save', {
          id,
          basedOn: saves + 1,
          by: null,
          answers: { children: saves },
          notes: {},
        }),
      ]);
      expect(replies).toMatchObject([{ ok: true }, { ok: true }]);
    }
  });

  test('and no longer names it leaves the file where it is', async () => {
    await create();
    await attach(0, [await add()]);
    await attach(1, []);
    expect((await read()).bytes).toEqual(photo);
  });
});

describe('the evidence appendix', () => {
  const make = () => call('documents.make', { kind: 'evidence', id });

  test('is not made where there is no evidence, and a batch leaves it out', async () => {
    await create();
    expect(await make()).toMatchObject({ ok: false, error: { code: 'not_eligible' } });
    const batch = { year: 2026, ids: null, kinds: ['evidence'] as const, summary: false, merged: false };
    await value('batch.start', { ...batch, folder: join(usb, 'in') });
    await expect
      .poll(async () => (await value('batch.state', {})).batch)
      .toMatchObject({
        phase: 'finished',
        failures: [],
        leftOut: [{ kind: 'evidence', id, message: expect.stringContaining('chưa có minh chứng') }],
      });
  });

  test('prints the copy of a photo, and says of what is missing or cannot be drawn what it is', async () => {
    const frame = Buffer.from('ffd8ffc0000b080010002001011100ffda', 'hex');
    await create();
    await attach(0, [await add(photo, 'ảnh.jpg', frame), await add(Buffer.from('x'), 'bản tin.txt')]);
    await rm(here());
    const reply = await make();
    if (!reply.ok) throw new Error(reply.error.message);
    expect(reply.value.fileName).toBe('phu-luc-minh-chung_2026_1_xa-mau.pdf');
    const { text } = await readPdf(Buffer.from(reply.value.base64, 'base64'));
    expect(text).toContain('ảnh.jpg Tệp không còn trong thư mục dữ liệu. 1 kB');
    expect(text).toContain('bản tin.txt 1 kB');
    expect(text).toContain('Ảnh 1 (chỉ tiêu 1.1): ảnh.jpg');
    expect(text).not.toContain('Ảnh 2');
  });
});

describe('the second folder', () => {
  test('gets every file that is added from then on, and with all assessments what was there before', async () => {
    await create();
    const early = await add(Buffer.from('%PDF-1.7'), 'trước.pdf');
    await attach(0, [early]);
    await useSecondFolder();
    await add();
    await program.settled();
    expect(await readFile(await there())).toEqual(photo);
    await expect(readFile(await there(early.sha256))).rejects.toMatchObject({ code: 'ENOENT' });
    await attach(1, []);
    expect(await value('backups.copyAll', {})).toEqual({ copied: 1, failed: [] });
    expect(await readFile(await there(early.sha256), 'utf8')).toBe('%PDF-1.7');
  });

  test('that has gone is told once, and gets what it missed when all is copied', async () => {
    await create();
    await useSecondFolder();
    await rm(join(usb, 'child-friendly-communes-backups'), { recursive: true });
    await attach(0, [await add()]);
    await program.settled();
    const troubles = async () => (await value('recovery.overview', {})).troubles.map(({ about }) => about);
    expect(await troubles()).toEqual(['second_folder']);
    expect((await value('backups.copyAll', {})).failed).toHaveLength(1);
    await useSecondFolder();
    expect(await value('backups.copyAll', {})).toEqual({ copied: 1, failed: [] });
    expect(await troubles()).toEqual([]);
    expect(await readFile(await there())).toEqual(photo);
  });

  test('cannot get a file that is lost here, which is named with its assessment', async () => {
    await create();
    await attach(0, [await add()]);
    await rm(here());
    await useSecondFolder();
    const { copied, failed } = await value('backups.copyAll', {});
    expect(copied).toBe(0);
    expect(failed).toMatchObject([
      { id, unitName: 'Xã Mẫu', message: expect.stringMatching(/“ảnh.jpg”.*không còn/) },
    ]);
  });
});
