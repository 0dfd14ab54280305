import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftOf, finalAssessment, readersOf, tappedFiles, tappedPress } from '../../tests/example-batch.ts';
import { readPdf } from '../../tests/read-pdf.ts';
import type { BatchRequest, BatchState } from '../api.ts';
import { fileNameOf } from '../documents/print.ts';
import { Press } from '../printing/press.ts';
import { nodeFileSystem } from '../store/file-system.ts';
import { Batches, type BatchesOptions } from './batches.ts';

let place: string;
let folder: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'in loạt '));
  folder = join(place, 'Phiếu in', 'năm 2026');
});
afterEach(() => rm(place, { recursive: true }));

const three = [
  finalAssessment('00001', 'Xã An Bình'),
  draftOf('00002', 'Xã Bình Minh'),
  finalAssessment('00003', 'Xã Cẩm Hà'),
];

function batchesOf(options: Partial<BatchesOptions> = {}): Batches {
  return new Batches({
    readers: readersOf(three),
    press: tappedPress(),
    files: nodeFileSystem,
    clock: () => new Date('2026-11-22T02:00:00.000Z'),
    dataFolder: join(place, 'data'),
    suggestedFolder: join(place, 'Documents'),
    report: (fault) => {
      throw fault;
    },
    ...options,
  });
}

const request = (part: Partial<BatchRequest> = {}): BatchRequest => ({
  year: 2026,
  ids: null,
  kinds: ['scorecard'],
  summary: false,
  merged: false,
  folder,
  ...part,
});

async function endOf(batches: Batches): Promise<BatchState> {
  const ended = () => {
    const { batch } = batches.state();
    if (batch === null || !['finished', 'cancelled'].includes(batch.phase)) throw new Error('under way');
    return batch;
  };
  return vi.waitFor(ended, { interval: 5, timeout: 50_000 });
}

async function runOf(batches: Batches, part: Partial<BatchRequest> = {}): Promise<BatchState> {
  await batches.start(request(part));
  return endOf(batches);
}

describe('a batch', () => {
  test('prints every document of every unit into a folder that it makes, and says what is not to be printed', async () => {
    const batches = batchesOf();
    expect(batches.state()).toEqual({ batch: null, suggestedFolder: join(place, 'Documents') });
    const state = await runOf(batches, { kinds: ['certificate', 'scorecard', 'minutes'], summary: true });
    expect(state).toMatchObject({ phase: 'finished', total: 10, done: 10, failures: [], merged: null });
    expect(state.startedAt).toBe('2026-11-22T02:00:00.000Z');
    expect(state.leftOut).toEqual([
      {
        kind: 'certificate',
        id: '2026-00002',
        unitName: 'Xã Bình Minh',
        message: 'Phiếu chưa chốt nên chưa thể in giấy công nhận',
      },
    ]);
    expect((await readdir(folder)).sort()).toEqual([
      'bien-ban_2026_00001_xa-an-binh.pdf',
      'bien-ban_2026_00002_xa-binh-minh.pdf',
      'bien-ban_2026_00003_xa-cam-ha.pdf',
      'danh-sach-tong-hop_2026.pdf',
      'giay-cong-nhan_2026_00001_xa-an-binh.pdf',
      'giay-cong-nhan_2026_00003_xa-cam-ha.pdf',
      'phieu-cham-diem_2026_00001_xa-an-binh.pdf',
      'phieu-cham-diem_2026_00002_xa-binh-minh.pdf',
      'phieu-cham-diem_2026_00003_xa-cam-ha.pdf',
    ]);
    expect([...state.written].sort()).toEqual((await readdir(folder)).sort());
  });

  test('gives each document the name that it has when it is printed alone', async () => {
    const readers = readersOf(three);
    const state = await runOf(batchesOf(), { kinds: ['scorecard', 'minutes', 'checklist'], summary: true });
    const kinds = ['scorecard', 'minutes', 'checklist'] as const;
    const alone = [
      readers.summary(2026),
      ...three.flatMap(({ id }) => kinds.map((kind) => readers.order(id, kind))),
    ];
    expect([...state.written].sort()).toEqual((await Promise.all(alone)).map(fileNameOf).sort());
  });

  test('of a selection prints that, in the order of the list and each once', async () => {
    const press = tappedPress(undefined, 1);
    const state = await runOf(batchesOf({ press }), { ids: ['2026-00003', '2026-00001', '2026-00003'] });
    expect(state.written).toEqual([
      'phieu-cham-diem_2026_00001_xa-an-binh.pdf',
      'phieu-cham-diem_2026_00003_xa-cam-ha.pdf',
    ]);
  });

  test('lists ids that are unknown or of another year as failures', async () => {
    const state = await runOf(batchesOf(), { ids: ['2026-00001', '2026-99999', '2025-00001'] });
    expect(state).toMatchObject({ phase: 'finished', total: 3, done: 3, leftOut: [] });
    expect(state.written).toEqual(['phieu-cham-diem_2026_00001_xa-an-binh.pdf']);
    expect(state.failures.map(({ id, unitName, message }) => ({ id, unitName, message }))).toEqual(
      expect.arrayContaining([
        { id: '2026-99999', unitName: null, message: 'Không có phiếu 2026-99999' },
        { id: '2025-00001', unitName: null, message: 'Phiếu 2025-00001 không thuộc năm 2026' },
      ]),
    );
  });

  test('of a whole year is not silent about an assessment that is damaged', async () => {
    const thirty = Array.from({ length: 29 }, (_, n) => draftOf(String(100 + n), `Xã Số ${n}`));
    const damaged = [
      { id: '2026-00777', unitName: 'Xã Hỏng' },
      { id: '2025-00778', unitName: 'Xã Năm Trước' },
    ];
    const state = await runOf(batchesOf({ readers: readersOf(thirty, damaged) }));
    expect(state).toMatchObject({ phase: 'finished', total: 30, done: 30 });
    expect(state.failures).toEqual([
      {
        kind: 'scorecard',
        id: '2026-00777',
        unitName: 'Xã Hỏng',
        message: 'Tệp của phiếu 2026-00777 bị hỏng',
      },
    ]);
    expect((await readdir(folder)).sort()).toEqual([...state.written].sort());
    expect(state.written).toHaveLength(29);
  });

  test('gives two units whose names fold to the same one files of their own, in every selection the same', async () => {
    const twins = [draftOf('A.1', 'Xã Đôi'), draftOf('a-1', 'Xã Dôi'), draftOf('a_1', 'Xã Đối')];
    const readers = readersOf(twins);
    await runOf(batchesOf({ readers }), { kinds: ['minutes', 'scorecard'] });
    const names = ['', '_2', '_3'].flatMap((number) => [
      `phieu-cham-diem_2026_a-1_xa-doi${number}.pdf`,
      `bien-ban_2026_a-1_xa-doi${number}.pdf`,
    ]);
    expect((await readdir(folder)).sort()).toEqual(names.sort());
    const again = await runOf(batchesOf({ readers }), { ids: ['2026-a_1'] });
    expect(again.written).toEqual(['phieu-cham-diem_2026_a-1_xa-doi_3.pdf']);
    const { text } = await readPdf(await readFile(join(folder, again.written[0] ?? '')));
    expect(text).toContain('Xã Đối');
  });
});

describe('a batch is refused', () => {
  const refused = (part: Partial<BatchRequest>, options: Partial<BatchesOptions> = {}) =>
    expect(batchesOf(options).start(request(part))).rejects;

  test.each<[string, Partial<BatchRequest>]>([
    ['no kind', { kinds: [] }],
    ['no unit', { ids: [] }],
  ])('for %s', async (_what, part) => {
    await refused(part).toMatchObject({
      code: 'invalid_input',
      message: 'Hãy chọn ít nhất một loại tài liệu và một đơn vị để in',
    });
  });

  test('for a year without assessments', async () => {
    await refused({ year: 2025 }).toMatchObject({
      code: 'not_found',
      message: 'Năm 2025 chưa có phiếu nào để in; hãy chọn năm khác',
    });
  });

  test('for a folder that is no full path', async () => {
    await refused({ folder: 'Phiếu in' }).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('Hãy ghi đường dẫn đầy đủ'),
    });
  });

  test.each(['', 'assessments', 'in/ra'])('for a folder within the data folder (%j)', async (within) => {
    await refused({ folder: join(place, 'data', within) }).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('nằm trong thư mục dữ liệu'),
    });
    expect(await readdir(place)).toEqual([]);
  });

  // NOTE: Windows lets only few make symbolic links, but anyone a junction; elsewhere the kind is not looked at.
  test.each(['', 'năm 2026'])('for a link into the data folder (%j)', async (within) => {
    await mkdir(join(place, 'data', 'assessments'), { recursive: true });
    await symlink(join(place, 'data', 'assessments'), join(place, 'lối tắt'), 'junction');
    await refused({ folder: join(place, 'lối tắt', within) }).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('nằm trong thư mục dữ liệu'),
      path: 'folder',
    });
    expect(await readdir(join(place, 'data', 'assessments'))).toEqual([]);
  });

  test('by where a folder lies and not by how its name begins', async () => {
    for (const name of ['data in', '..in'])
      expect(await runOf(batchesOf(), { folder: join(place, name) })).toMatchObject({
        done: 3,
        failures: [],
      });
    await refused({ folder: join(place, '..in') }, { dataFolder: place }).toMatchObject({
      message: expect.stringContaining('nằm trong thư mục dữ liệu'),
    });
  });

  test.each(['In\nphiếu', 'In\0phiếu', 'In\tphiếu', 'In\u2028phiếu'])(
    'for a path with what nobody sees (%j), at its field and in words',
    async (name) => {
      await refused({ folder: join(place, name) }).toMatchObject({
        code: 'invalid_input',
        message:
          'Đường dẫn có chỗ xuống dòng hoặc ký tự không nhìn thấy được; hãy gõ lại đường dẫn của thư mục',
        path: 'folder',
      });
      expect(await readdir(place)).toEqual([]);
    },
  );

  test('without the codes of the system where that does not take the path', async () => {
    const files = {
      ...nodeFileSystem,
      makeFolder: async () => {
        throw Object.assign(new TypeError(), { code: 'ERR_INVALID_ARG_VALUE' });
      },
    };
    await refused({}, { files }).toMatchObject({
      message: 'Thư mục này không dùng được để in vào; hãy kiểm tra lại đường dẫn hoặc chọn thư mục khác',
      path: 'folder',
    });
  });

  test.each(['tệp', 'tệp/trong tệp'])('for a file in the place of the folder (%j)', async (path) => {
    await writeFile(join(place, 'tệp'), 'nội dung');
    await refused({ folder: join(place, path) }).toMatchObject({
      code: 'storage_failed',
      message: expect.stringContaining('Chỗ của thư mục đang là một tệp'),
    });
    expect(await readFile(join(place, 'tệp'), 'utf8')).toBe('nội dung');
  });

  test.each(['create', 'sync', 'rename', 'sync folder', 'remove'])(
    'for a folder that cannot be written to (%s), and nothing is left there',
    async (failing) => {
      let failed = false;
      const files = tappedFiles((call) => {
        if (failed || call !== failing) return;
        failed = true;
        throw Object.assign(new Error(), { code: 'EACCES' });
      });
      await refused({}, { files }).toMatchObject({
        code: 'storage_failed',
        message: expect.stringMatching(/^Không dùng được thư mục này\. Thư mục chỉ cho đọc/),
        path: 'folder',
      });
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test('for a path that is too long with its longest name, before anything is made', async () => {
    const temporary = '.phieu-cham-diem_2026_00002_xa-binh-minh.pdf.00000000-0000-0000-0000-000000000000.tmp'
      .length;
    const longest = join(place, 'x'.repeat(240 - place.length - 2 - temporary));
    await refused({ folder: longest }).toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(/^Đường dẫn quá dài/),
    });
    expect(await readdir(place)).toEqual([]);
    expect(await runOf(batchesOf(), { folder: longest.slice(0, -1) })).toMatchObject({ failures: [] });
  });

  test('while another is being prepared or runs, and not after that', async () => {
    const batches = batchesOf();
    const first = batches.start(request());
    const busy = { code: 'busy', message: 'Đang in một loạt khác; hãy đợi in xong hoặc dừng loạt đó' };
    await expect(batches.start(request())).rejects.toMatchObject(busy);
    await expect(batches.retry()).rejects.toMatchObject(busy);
    expect(await first).toMatchObject({ phase: 'printing', done: 0, total: 3 });
    await expect(batches.start(request())).rejects.toMatchObject(busy);
    await endOf(batches);
    expect(await runOf(batches)).toMatchObject({ phase: 'finished', done: 3 });
  });

  test('and leaves the way free for the next', async () => {
    const batches = batchesOf();
    await expect(batches.start(request({ kinds: [] }))).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await runOf(batches)).toMatchObject({ phase: 'finished', done: 3 });
  });
});

test('stopping for the end of the program cancels a batch, also one that is only being prepared', async () => {
  const batches = batchesOf();
  const started = batches.start(request());
  await batches.stop();
  await started;
  expect(batches.state().batch).toMatchObject({ phase: 'cancelled' });
  expect(await readdir(folder)).toEqual(batches.state().batch?.written);
});

test('stopping does not wait for ever for a preparation that hangs, and nothing is printed when it goes on', async () => {
  let goOn = () => {};
  const hanging = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const files = {
    ...nodeFileSystem,
    makeFolder: async (path: string) => {
      await hanging;
      await nodeFileSystem.makeFolder(path);
    },
  };
  const batches = batchesOf({ files });
  const started = batches.start(request());
  await batches.stop(10);
  expect(batches.state().batch).toBeNull();
  goOn();
  await started;
  await batches.stop();
  expect(batches.state().batch).toMatchObject({ phase: 'cancelled', written: [] });
  expect(await readdir(folder)).toEqual([]);
});

test('what a killed program left half written is cleared away by the next batch of the same names, and nothing else is', async () => {
  const uuid = '01234567-89ab-cdef-0123-456789abcdef';
  const others = [`.báo cáo.docx.${uuid}.tmp`, '.phieu.tmp', `ghi chú ${uuid}.tmp`];
  const left = [
    `.phieu-cham-diem_2026_00001_xa-an-binh.pdf.${uuid}.tmp`,
    `.tep-gop-de-in_2026.pdf.${uuid}.tmp`,
    `write-test-${uuid}`,
    `.write-test-${uuid}.${uuid}.tmp`,
  ];
  await mkdir(folder, { recursive: true });
  for (const name of [...others, ...left]) await writeFile(join(folder, name), 'nửa');
  const { written } = await runOf(batchesOf());
  expect((await readdir(folder)).sort()).toEqual([...written, ...others].sort());
});

test('the folder of the last batch is offered for the next', async () => {
  const batches = batchesOf();
  await runOf(batches);
  expect(batches.state().suggestedFolder).toBe(folder);
});

describe('a retry', () => {
  test('and a cancel are refused where there was no batch, and a retry where nothing was left', async () => {
    const batches = batchesOf();
    await expect(batches.retry()).rejects.toMatchObject({ code: 'not_found' });
    await expect(batches.cancel()).rejects.toMatchObject({ code: 'not_found' });
    await runOf(batches);
    await expect(batches.retry()).rejects.toMatchObject({ code: 'not_found' });
    expect(await batches.cancel()).toMatchObject({ phase: 'finished' });
  });

  test('prints what a cancelled batch did not reach', async () => {
    const batches = batchesOf({ press: tappedPress(undefined, 1) });
    await batches.start(request({ merged: true }));
    const cancelled = await batches.cancel();
    expect(cancelled).toMatchObject({ phase: 'cancelled', merged: null });
    expect(await readdir(folder)).toEqual(cancelled.written);
    await batches.retry();
    await endOf(batches);
    expect(batches.state().batch).toMatchObject({
      phase: 'finished',
      done: 3,
      merged: 'tep-gop-de-in_2026.pdf',
    });
    expect(await readdir(folder)).toHaveLength(4);
  });

  test('prints what has changed or was added since, and takes away a certificate that has become wrong', async () => {
    let now = readersOf(three, [{ id: '2026-00777', unitName: null }]);
    const readers: BatchesOptions['readers'] = {
      list: (year) => now.list(year),
      order: (id, kind) => now.order(id, kind),
      summary: (year) => now.summary(year),
    };
    const batches = batchesOf({ readers });
    const first = await runOf(batches, { kinds: ['certificate', 'minutes'] });
    const reopened = 'giay-cong-nhan_2026_00001_xa-an-binh.pdf';
    expect(first.written).toContain(reopened);
    const minutes = join(folder, 'bien-ban_2026_00001_xa-an-binh.pdf');
    const before = await readFile(minutes);

    now = readersOf([draftOf('00001', 'Xã An Bình'), ...three.slice(1), finalAssessment('00004', 'Xã Mới')]);
    await batches.retry();
    const state = await endOf(batches);
    expect(state).toMatchObject({ phase: 'finished', total: 8, done: 8, failures: [], removed: [reopened] });
    expect(state.leftOut.map(({ id }) => id).sort()).toEqual(['2026-00001', '2026-00002']);
    expect((await readdir(folder)).sort()).toEqual([...state.written].sort());
    expect(state.written).toContain('giay-cong-nhan_2026_00004_xa-moi.pdf');
    expect((await readFile(minutes)).equals(before)).toBe(false);
  });

  test('prints again what somebody has taken out of the folder meanwhile', async () => {
    const batches = batchesOf({ readers: readersOf(three, [{ id: '2026-00777', unitName: null }]) });
    await runOf(batches);
    await rm(folder, { recursive: true });
    await mkdir(folder, { recursive: true });
    await batches.retry();
    await endOf(batches);
    expect(await readdir(folder)).toHaveLength(3);
    expect(batches.state().batch?.failures).toHaveLength(1);
  });
});

test('the real press prints a batch on its threads, and one file with everything in the order of the list', async () => {
  const press = new Press(2);
  try {
    const batches = batchesOf({ press });
    const state = await runOf(batches, { kinds: ['scorecard', 'certificate'], merged: true });
    expect(state).toMatchObject({
      phase: 'finished',
      done: 6,
      failures: [],
      merged: 'tep-gop-de-in_2026.pdf',
    });
    const read = async (name: string) => (await readPdf(await readFile(join(folder, name)))).pages;
    const single = [];
    for (const name of [
      'phieu-cham-diem_2026_00001_xa-an-binh.pdf',
      'giay-cong-nhan_2026_00001_xa-an-binh.pdf',
      'phieu-cham-diem_2026_00002_xa-binh-minh.pdf',
      'phieu-cham-diem_2026_00003_xa-cam-ha.pdf',
      'giay-cong-nhan_2026_00003_xa-cam-ha.pdf',
    ])
      single.push(...(await read(name)));
    const together = await read('tep-gop-de-in_2026.pdf');
    expect(together.map(({ text }) => text)).toEqual(single.map(({ text }) => text));
  } finally {
    await press.close();
  }
});
