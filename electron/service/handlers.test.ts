import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Args, Method, Reply, Value } from '../api.ts';
import { type CheckedSheet, checkCode } from '../check-code.ts';
import { createProgram, type Program } from '../program.ts';
import { Refusal } from '../refusal.ts';
import { sampleDistrict } from '../sample/sample-district.ts';
import { currentVersion } from '../store/envelope.ts';
import { dispatch } from './dispatch.ts';

let folder: string;
let program: Program;
let faults: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handlers-'));
  program = open();
  faults = [];
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await program.settled();
  await rm(folder, { recursive: true });
});

function open(): Program {
  return createProgram({
    host: 'browser',
    version: '1',
    dataFolder: folder,
    clock: () => new Date('2026-11-10T02:03:04Z'),
  });
}

const call = <M extends Method>(method: M, args: unknown): Promise<Reply<Value<M>>> =>
  dispatch(program.handlers, method, args, (_method, fault) => faults.push(fault));

async function value<M extends Method>(method: M, args: Args<M>): Promise<Value<M>> {
  const reply = await call(method, args);
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value;
}

async function refused(method: Method, args: unknown) {
  const reply = await call(method, args);
  if (reply.ok) throw new Error(`${method} was not refused`);
  expect(reply.error.message).toMatch(/[à-ỹđ]/i);
  return reply.error;
}

const unit = {
  code: '24769',
  name: 'Xã Kim Long',
  type: 'xa',
  class: 'other',
  province: 'Tỉnh Ví Dụ',
} as const;
const id = '2026-24769';
const opened = async () => (await value('assessments.open', { id })).assessment;
const create = () => value('assessments.create', { unit, year: 2026, by: null });
const save = (
  basedOn: number,
  answers: Record<string, number | boolean | null>,
  notes: Record<string, string> = {},
) => ({
  id,
  basedOn,
  by: 'Chị Lan',
  answers,
  notes,
});

/** A commune of the sample district that passes, so that the test knows no figure of the law. */
function passingAnswers() {
  const passing = sampleDistrict(2026).find(({ unit: { class: klass } }) => klass === unit.class);
  if (passing === undefined) throw new Error('the sample district has no such class');
  return passing;
}

describe('an assessment through the api', () => {
  test('is created empty, saved figure by figure, and read back by the next start of the program', async () => {
    await create();
    await value(
      'assessments.save',
      save(0, { children: 2150, '1.1': true }, { '1.1': '  Có quyết định.\nSố 12 ' }),
    );
    await value('assessments.save', save(1, { children_registered: 2100, '1.1': null }));
    program = open();
    const assessment = await opened();
    expect(assessment.answers).toEqual({
      children: { value: 2150, at: '2026-11-10T02:03:04.000Z', by: 'Chị Lan' },
      children_registered: { value: 2100, at: '2026-11-10T02:03:04.000Z', by: 'Chị Lan' },
    });
    expect(assessment.notes['1.1']?.text).toBe('Có quyết định.\nSố 12');
    expect(assessment.saves).toBe(2);
  });

  test('keeps names and notes in NFC whatever the keyboard sent', async () => {
    await value('assessments.create', {
      unit: { ...unit, name: 'Xã Hòa Bình'.normalize('NFD') },
      year: 2026,
      by: null,
    });
    await value('assessments.save', save(0, {}, { '2.1': 'đã rà soát sổ hộ tịch'.normalize('NFD') }));
    const assessment = await opened();
    expect(assessment.unit.name).toBe('Xã Hòa Bình'.normalize('NFC'));
    expect(assessment.notes['2.1']?.text).toBe('đã rà soát sổ hộ tịch'.normalize('NFC'));
  });

  test.each([
    [{ children: -1 }, 'invalid_input', 'answers.children'],
    [{ children: 1.5 }, 'invalid_input', 'answers.children'],
    [{ children: true }, 'invalid_input', 'answers.children'],
    [{ '1.1': 1 }, 'invalid_input', 'answers.1.1'],
    [{ childs: 1 }, 'unknown_answer', 'answers.childs'],
    [{ children: 10, children_registered: 11 }, 'numerator_above_denominator', 'answers.children_registered'],
  ])('refuses %j whole, naming the place, and changes nothing', async (answers, code, path) => {
    await create();
    const error = await refused('assessments.save', save(0, { under1: 5, ...answers }));
    expect(error).toMatchObject({ code, path });
    expect((await opened()).answers).toEqual({});
  });

  test('refuses whole what a schema would drop without a word, and unknown figures to confirm', async () => {
    await create();
    for (const part of ['answers', 'notes', 'evidence', 'unconfirmed']) {
      const dropped = { ...save(0, {}), [part]: JSON.parse('{"__proto__":null}') };
      expect((await refused('assessments.save', dropped)).code).toBe('invalid_request');
    }
    const unknown = { ...save(0, {}), unconfirmed: { constructor: null } };
    expect((await refused('assessments.save', unknown)).code).toBe('unknown_answer');
    expect((await value('assessments.save', save(0, { children: 5 }))).saves).toBe(1);
  });

  test('refuses a figure that makes an earlier one impossible', async () => {
    await create();
    await value('assessments.save', save(0, { children: 100, children_registered: 90 }));
    const error = await refused('assessments.save', save(1, { children: 80 }));
    expect(error.code).toBe('numerator_above_denominator');
    expect((await opened()).answers.children?.value).toBe(100);
  });

  test('refuses a save from a window that has not seen the latest state', async () => {
    await create();
    await value('assessments.save', save(0, { children: 100 }));
    expect((await refused('assessments.save', save(0, { children: 1 }))).code).toBe('conflict');
  });

  test('is refused a second time for the same unit and year, but not for another year', async () => {
    await create();
    expect((await refused('assessments.create', { unit, year: 2026, by: null })).code).toBe('already_exists');
    await value('assessments.create', { unit, year: 2027, by: null });
  });

  test('is refused for a class that the criteria set does not know', async () => {
    const error = await refused('assessments.create', {
      unit: { ...unit, class: 'rich' },
      year: 2026,
      by: null,
    });
    expect(error).toMatchObject({ code: 'invalid_input', path: 'unit.class' });
  });

  test('cannot be finalised while anything is unanswered', async () => {
    await create();
    const error = await refused('assessments.finalise', { id, basedOn: 0, by: null });
    expect(error.code).toBe('incomplete');
    expect(error.message).toContain('2.1');
  });

  test('once finalised keeps its scorecard and hash, refuses changes, and opens again as the next revision', async () => {
    await create();
    const { answers, notes } = passingAnswers();
    await value('assessments.save', {
      id,
      basedOn: 0,
      by: null,
      answers: answers as Record<string, number>,
      notes,
    });
    const final = await value('assessments.finalise', { id, basedOn: 1, by: null });
    expect(final.status).toBe('final');
    expect(final.finalised).toHaveLength(1);
    const [kept] = final.finalised;
    expect(kept).toMatchObject({ revision: 1, answers, notes });
    expect(kept?.sha256).toBe(
      checkCode({ unit, year: 2026, status: 'final', ...kept, evidence: {} } as CheckedSheet),
    );

    expect((await refused('assessments.save', save(2, { children: 1 }))).code).toBe('final');
    expect((await refused('assessments.finalise', { id, basedOn: 2, by: null })).code).toBe('final');

    const reopened = await value('assessments.reopen', {
      id,
      basedOn: 2,
      by: null,
      reason: 'Nhập nhầm số liệu y tế',
    });
    expect(reopened).toMatchObject({ status: 'draft', revision: 2, finalised: final.finalised });
    expect(reopened.log.at(-1)).toMatchObject({ event: 'reopened', reason: 'Nhập nhầm số liệu y tế' });
    expect((await refused('assessments.reopen', { id, basedOn: 3, by: null, reason: 'x' })).code).toBe(
      'not_final',
    );
  });

  test.each(['../../etc/passwd', '2026-../x', '2026-', '', '2026-a/b', 'C:\\x'])(
    'cannot be named %j: the id never becomes a path outside the folder',
    async (badId) => {
      expect((await refused('assessments.open', { id: badId })).code).toBe('invalid_request');
    },
  );
});

describe('the list', () => {
  test('shows the assessments of the year with status, points and verdict, sorted as Vietnamese is', async () => {
    expect(await value('sample.load', { year: 2026 })).toEqual({ created: 12 });
    await value('assessments.create', { unit, year: 2025, by: null });
    const list = await value('assessments.list', { year: 2026 });
    expect(list.assessments).toHaveLength(12);
    expect(list.years).toEqual([2026, 2025]);
    const names = list.assessments.map((summary) => summary.unit.name);
    expect(names).toEqual(names.toSorted(new Intl.Collator('vi', { numeric: true }).compare));
    for (const summary of list.assessments) {
      expect(summary.sample).toBe(true);
      expect(summary.status).toBe('draft');
      expect(summary.verdict === 'incomplete').toBe(summary.answered < summary.indicators);
      expect(summary.provisional).toBe(true);
    }
  });

  test('leaves the sample communes that are already there as they are', async () => {
    await value('sample.load', { year: 2026 });
    const first = (await value('assessments.list', { year: 2026 })).assessments[0];
    if (first === undefined) throw new Error('empty list');
    await value('assessments.save', {
      id: first.id,
      basedOn: 0,
      by: null,
      answers: { children: null },
      notes: {},
    });
    expect(await value('sample.load', { year: 2026 })).toEqual({ created: 0 });
    expect((await value('assessments.open', { id: first.id })).assessment.saves).toBe(1);
  });
});

describe('documents through the api', () => {
  test('a scorecard is a PDF under a name that says whose it is', async () => {
    await create();
    const document = await value('documents.make', { id, kind: 'scorecard' });
    expect(document.fileName).toBe('phieu-cham-diem_2026_24769_xa-kim-long.pdf');
    expect(Buffer.from(document.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(await value('documents.show', { id, kind: 'scorecard' })).toMatchObject({ shown: false });
  });

  test('a certificate is refused with the reason unless the assessment is final and eligible', async () => {
    await create();
    expect((await refused('documents.make', { id, kind: 'certificate' })).code).toBe('not_eligible');
    const { answers, notes } = passingAnswers();
    await value('assessments.save', {
      id,
      basedOn: 0,
      by: null,
      answers: answers as Record<string, number>,
      notes,
    });
    expect((await refused('documents.make', { id, kind: 'certificate' })).code).toBe('not_eligible');
  });
});

test('the catalogue answers a search without marks', async () => {
  const found = await value('units.search', { query: 'ha dong', limit: 10 });
  expect(found.map(({ name }) => name)).toContain('Phường Hà Đông');
});

test('the data folder holds assessments, their backups and the index, and nothing else', async () => {
  await create();
  await value('assessments.list', { year: 2026 });
  await value('assessments.save', save(0, { children: 1 }));
  await program.settled();
  const backup = `${id}_0000000001_2026-11-10T02-03-04.000Z_save.json`;
  expect((await readdir(folder, { recursive: true })).sort()).toEqual([
    'assessments',
    join('assessments', `${id}.json`),
    'backups',
    join('backups', id),
    join('backups', id, backup),
    'index.ndjson',
  ]);
});

describe('recovery through the api', () => {
  const main = () => join(folder, 'assessments', `${id}.json`);
  const twoSaves = async () => {
    await create();
    for (const saves of [0, 1]) {
      await value('assessments.save', save(saves, { children: 100 + saves }));
      await program.settled();
    }
  };

  test('a damaged file is told with what took its place, until somebody has seen it', async () => {
    await twoSaves();
    await writeFile(main(), 'hỏng');
    const { assessments, recovered, troubled } = await value('assessments.list', { year: 2026 });
    expect(assessments).toHaveLength(1);
    expect(troubled).toEqual([]);
    expect(recovered).toMatchObject([
      {
        id,
        unitName: unit.name,
        year: 2026,
        savedAt: '2026-11-10T02:03:04.000Z',
        size: 6,
        acknowledged: false,
      },
    ]);
    const file = recovered[0]?.file ?? '';
    const exported = await value('recovery.export', { place: 'damaged', file });
    expect(Buffer.from(exported.base64, 'base64').toString()).toBe('hỏng');
    await value('recovery.acknowledge', { files: [file] });
    expect((await value('assessments.list', { year: 2026 })).recovered).toEqual([]);
    expect((await value('recovery.overview', {})).recovered).toMatchObject([{ file, acknowledged: true }]);
    program = open();
    expect((await value('assessments.list', { year: 2026 })).recovered).toEqual([]);
  });

  test('backups are listed with what they hold, looked into, and restored', async () => {
    await twoSaves();
    const backups = await value('backups.list', { id });
    expect(backups.map((backup) => backup.good && backup.summary.unit.name)).toEqual([unit.name, unit.name]);
    const older = backups[1]?.file ?? '';
    expect((await value('backups.open', { id, file: older })).assessment.answers.children?.value).toBe(100);
    expect((await opened()).answers.children?.value).toBe(101);
    const back = await value('backups.restore', { id, file: older, basedOn: 2, by: null });
    expect(back.answers.children?.value).toBe(100);
    await program.settled();
    expect((await value('backups.list', { id })).map(({ reason }) => reason)).toContain('restore');
  });

  test('a backup that cannot be used says why, and its bytes can be had', async () => {
    await twoSaves();
    const [newest] = await value('backups.list', { id });
    const file = newest?.file ?? '';
    await writeFile(join(folder, 'backups', id, file), 'x');
    expect((await value('backups.list', { id }))[0]).toMatchObject({
      good: false,
      message: expect.stringContaining('hỏng'),
    });
    expect((await refused('backups.open', { id, file })).code).toBe('damaged');
    expect((await refused('backups.restore', { id, file, basedOn: 2, by: null })).code).toBe('damaged');
    expect((await value('recovery.export', { place: 'backups', file })).base64).toBe(btoa('x'));
  });

  test.each(['..', '../settings.json', 'a/b', 'a\\b', '', 'x\0y'])(
    'a file cannot be named %j: no name becomes a path to elsewhere',
    async (file) => {
      for (const place of ['assessments', 'damaged', 'backups'] as const)
        expect((await refused('recovery.export', { place, file })).code).toBe('invalid_request');
      expect((await refused('backups.open', { id, file })).code).toBe('invalid_request');
    },
  );

  test.skipIf(process.platform === 'win32')(
    'a name that is a link hands out nothing of what it leads to',
    async () => {
      await create();
      const secret = join(folder, 'secret.txt');
      await writeFile(secret, 'secret');
      await symlink(secret, join(folder, 'assessments', 'leak.json'));
      expect((await refused('recovery.export', { place: 'assessments', file: 'leak.json' })).code).toBe(
        'not_found',
      );
    },
  );

  test('a file that is not there is said not to be', async () => {
    for (const place of ['assessments', 'damaged', 'backups'] as const)
      expect((await refused('recovery.export', { place, file: 'x.json' })).code).toBe('not_found');
    expect((await refused('recovery.acknowledge', { files: ['x.json'] })).code).toBe('not_found');
  });

  test('the second folder is remembered, and given up again', async () => {
    const usb = await mkdtemp(join(tmpdir(), 'usb-'));
    await create();
    expect(await value('backups.setSecondFolder', { folder: usb })).toMatchObject({
      secondFolder: usb,
      troubles: [],
    });
    expect(await value('backups.copyAll', {})).toEqual({ copied: 1, failed: [] });
    await program.settled();
    program = open();
    expect((await value('recovery.overview', {})).secondFolder).toBe(usb);
    await value('assessments.save', save(0, { children: 1 }));
    await program.settled();
    const [machine = ''] = await readdir(join(usb, 'child-friendly-communes-backups'));
    expect(await readdir(join(usb, 'child-friendly-communes-backups', machine, id))).toHaveLength(2);
    expect((await value('backups.setSecondFolder', { folder: null })).secondFolder).toBeNull();
    expect((await refused('backups.copyAll', {})).message).toContain('thư mục');
    await rm(usb, { recursive: true });
  });

  test('a clock that went back is told, with what to do', async () => {
    await twoSaves();
    expect((await value('assessments.list', { year: 2026 })).troubles).toEqual([]);
    program = createProgram({
      host: 'browser',
      version: '1',
      dataFolder: folder,
      clock: () => new Date('2020-01-01T00:00:00Z'),
    });
    expect((await value('assessments.list', { year: 2026 })).troubles).toEqual([
      { about: 'clock', message: expect.stringContaining('kiểm tra ngày giờ của máy') },
    ]);
    await value('assessments.save', save(2, { children: 7 }));
    await program.settled();
    expect((await value('backups.list', { id }))[0]).toMatchObject({ takenAt: '2020-01-01T00:00:00.000Z' });
  });

  test('a lock that an earlier run left behind is told on the list and on the recovery screen', async () => {
    const lockNotice = 'Lần chạy trước không được đóng bình thường.';
    program = createProgram({ host: 'browser', version: '1', dataFolder: folder, lockNotice });
    const told = [{ about: 'lock', message: lockNotice }];
    expect((await value('assessments.list', { year: 2026 })).troubles).toEqual(told);
    expect((await value('recovery.overview', {})).troubles).toEqual(told);
  });

  test('a clock before the year 2000 still leads to a list', async () => {
    program = createProgram({
      host: 'browser',
      version: '1',
      dataFolder: folder,
      clock: () => new Date('1980-01-01T00:00:00Z'),
    });
    const { year } = await value('app.info', {});
    expect((await value('assessments.list', { year })).assessments).toEqual([]);
  });

  test.each(['damaged', 'backups'])(
    'a %s folder that cannot be read is told, and takes nothing else with it',
    async (name) => {
      await create();
      await program.settled();
      await rm(join(folder, name), { recursive: true, force: true });
      await writeFile(join(folder, name), 'a file in its place');
      const { assessments, troubles, troubled } = await value('assessments.list', { year: 2026 });
      expect(assessments).toHaveLength(1);
      expect([...troubles, ...troubled].map(({ message }) => message).join()).toContain('Không đọc được');
      expect((await value('recovery.overview', {})).troubles[0]?.message).toContain('đang là một tệp');
    },
  );

  test('copying all to the second folder takes the newest backup of what cannot be read, and names what has none', async () => {
    const usb = await mkdtemp(join(tmpdir(), 'usb-'));
    await twoSaves();
    await value('assessments.create', { unit: { ...unit, code: '00002' }, year: 2026, by: null });
    await program.settled();
    await rm(main());
    await rm(join(folder, 'backups', '2026-00002'), { recursive: true });
    await writeFile(join(folder, 'assessments', '2026-00002.json'), 'hỏng');
    await value('backups.setSecondFolder', { folder: usb });
    expect(await value('backups.copyAll', {})).toMatchObject({ copied: 1, failed: [{ id: '2026-00002' }] });
    await rm(usb, { recursive: true });
  });

  test('what a newer program wrote opens to be looked at, and is neither saved nor printed', async () => {
    await create();
    const text = (await readFile(main(), 'utf8')).replace(
      `"version": ${currentVersion}`,
      `"version": ${currentVersion + 1}`,
    );
    await writeFile(main(), text.replace(/"sha256:[0-9a-f]+"/, '"sha512:0"'));
    const reply = await value('assessments.open', { id });
    expect(reply.readOnly).toContain('phiên bản mới hơn');
    expect((await refused('assessments.save', save(0, { children: 1 }))).code).toBe('newer_format');
    expect((await refused('assessments.finalise', { id, basedOn: 0, by: null })).code).toBe('newer_format');
    expect((await refused('documents.make', { id, kind: 'scorecard' })).code).toBe('newer_format');
  });
});

test('a fault of ours is reported to whoever runs the program and answered in words', async () => {
  const reported: string[] = [];
  const broken = { ...program.handlers, 'app.info': () => Promise.reject(new Error('boom')) };
  const reply = await dispatch(broken, 'app.info', {}, (method) => reported.push(method));
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(reported).toEqual(['app.info']);
});

test.each([
  ['storage_failed', ['app.info']],
  ['conflict', []],
] as const)('of what is refused with %s, %j is reported', async (code, expected) => {
  const reported: string[] = [];
  const refusing = { ...program.handlers, 'app.info': () => Promise.reject(new Refusal(code, 'Câu')) };
  const reply = await dispatch(refusing, 'app.info', {}, (method) => reported.push(method));
  expect(reply).toEqual({ ok: false, error: { code, message: 'Câu' } });
  expect(reported).toEqual(expected);
});
