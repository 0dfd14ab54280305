import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  bytesOf,
  draftOf,
  finalAssessment,
  readersOf,
  type Tap,
  tappedFiles,
  tappedPress,
  tappedReaders,
} from '../../tests/example-batch.ts';
import type { BatchRequest, BatchState } from '../api.ts';
import { printMerged } from '../documents/print.ts';
import { Refusal } from '../refusal.ts';
import type { BatchReaders } from '../service/batches.ts';
import { Batch, type BatchOptions } from './batch.ts';
import { mergedTitle, planBatch } from './batch-plan.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'in loạt '));
});
afterEach(() => rm(folder, { recursive: true }));

const three = [
  finalAssessment('00001', 'Xã An Bình'),
  draftOf('00002', 'Xã Bình Minh'),
  draftOf('00003', 'Xã Cẩm Hà'),
];
const scorecards = [
  'phieu-cham-diem_2026_00001_xa-an-binh.pdf',
  'phieu-cham-diem_2026_00002_xa-binh-minh.pdf',
  'phieu-cham-diem_2026_00003_xa-cam-ha.pdf',
];
const merged = 'tep-gop-de-in_2026.pdf';
const readers = readersOf(three);
const fault = (code: string) => Object.assign(new Error(code), { code });

interface Setting {
  readonly tap?: Tap;
  readonly readers?: BatchReaders;
  readonly request?: Partial<BatchRequest>;
  readonly options?: Partial<BatchOptions>;
}

async function batchOf({
  tap = () => undefined,
  readers: from = readers,
  ...set
}: Setting = {}): Promise<Batch> {
  const request: BatchRequest = {
    year: 2026,
    ids: null,
    kinds: ['scorecard'],
    summary: false,
    merged: true,
    folder,
    ...set.request,
  };
  const { order, summary } = tappedReaders(from, tap);
  return new Batch({
    request,
    items: planBatch(request, await from.list(2026)),
    inFolder: new Set(await readdir(folder)),
    order,
    summary: () => summary(2026),
    press: tappedPress(tap),
    abreast: 2,
    files: tappedFiles(tap),
    clock: () => new Date('2026-11-22T02:00:00.000Z'),
    report: () => undefined,
    ...set.options,
  });
}

/** As the service goes on: over what there is to print now. */
async function againOf(batch: Batch, from: BatchReaders = readers): Promise<Batch> {
  const items = planBatch(batch.state.request, await from.list(2026));
  return batch.again({ items, inFolder: new Set(await readdir(folder)) });
}

/** The files that must come of everything, by their names. */
async function rightFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const orders = await Promise.all(three.map(({ id }) => readers.order(id, 'scorecard')));
  const single = await Promise.all(
    orders.map(async (order, n) => [scorecards[n] ?? '', await bytesOf(order)] as const),
  );
  const { state } = await batchOf();
  return new Map([...single, [merged, await printMerged(mergedTitle(state.request), orders)]]);
}

/** What is in the folder; every file of it must be whole. */
async function wholeFiles(right: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.subarray(-16).toString().trimEnd()).toMatch(/%%EOF$/);
    expect(bytes.equals(right.get(name) ?? new Uint8Array()), name).toBe(true);
  }
  return names;
}

const named = ({ written, merged: one }: BatchState) => [...written, ...(one === null ? [] : [one])].sort();

async function emptyFolder(): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name));
}

/** Acts at one of the calls, which are counted from 0; each is there twice, before and after it happens. */
function atCall(index: number, act: (call: string) => void): { tap: Tap; readonly calls: string[] } {
  const calls: string[] = [];
  const tap: Tap = (call) => {
    calls.push(call);
    if (calls.length === index + 1) act(call);
  };
  return { tap, calls };
}

/** How many calls a batch makes from which nothing goes wrong. */
async function callsOfAll(): Promise<number> {
  const { tap, calls } = atCall(-1, () => undefined);
  await (await batchOf({ tap })).run();
  await emptyFolder();
  return calls.length;
}

test('a batch cancelled at any call leaves whole files only, says exactly which, and goes on from there', async () => {
  const right = await rightFiles();
  const calls = await callsOfAll();
  const phases: string[] = [];
  for (let index = 0; index < calls; index += 1) {
    let batch: Batch | undefined;
    const { tap } = atCall(index, () => batch?.cancel());
    batch = await batchOf({ tap });
    await batch.run();
    const { state } = batch;
    expect(await wholeFiles(right), `call ${index}`).toEqual(named(state));
    expect(state.failures).toEqual([]);
    expect(state.done).toBe(state.written.length);
    expect(state.phase).toBe(state.merged === null ? 'cancelled' : 'finished');
    expect(batch.isIncomplete).toBe(state.phase === 'cancelled');
    phases.push(state.phase);

    const again = await againOf(batch);
    expect(again.state).toMatchObject({ phase: 'printing', done: state.done, written: state.written });
    await again.run();
    expect(again.state).toMatchObject({ phase: 'finished', done: 3, failures: [], merged });
    expect(await wholeFiles(right)).toEqual([...right.keys()].sort());
    await emptyFolder();
  }
  expect(phases).toContain('cancelled');
  expect(phases).toContain('finished');
});

test('a failure at any call is listed, all else is written, and a retry completes it', async () => {
  const right = await rightFiles();
  const calls = await callsOfAll();
  for (let index = 0; index < calls; index += 1) {
    const { tap } = atCall(index, (call) => {
      throw call === 'order'
        ? new Refusal('damaged', 'Tệp bị hỏng')
        : ['print', 'merge'].includes(call)
          ? new Error('thread gone')
          : fault('EIO');
    });
    const batch = await batchOf({ tap });
    await batch.run();
    const { state } = batch;
    expect(state, `call ${index}`).toMatchObject({ phase: 'finished', total: 3, done: 3 });
    expect(state.failures).toHaveLength(1);
    const [failure] = state.failures;
    expect(failure?.message).toMatch(
      /^(Tệp bị hỏng|Chương trình gặp lỗi khi tạo tài liệu; hãy in lại|(Tệp trong thư mục đã đủ nội dung, .*\. )?Ổ đĩa gặp lỗi đọc ghi; .*)$/,
    );
    const lost =
      failure?.kind === 'merged' ? merged : scorecards[three.findIndex(({ id }) => id === failure?.id)];
    expect(lost).toBeDefined();
    if (failure?.kind !== 'merged') expect(state.merged).toBe(merged);
    expect([...named(state), lost].sort()).toEqual([...scorecards, merged].sort());
    // What failed after it was in its place lies there whole. A merged file holds what was written then.
    const there = (await readdir(folder)).sort();
    expect(there.filter((name) => name !== lost)).toEqual(named(state));
    expect(failure?.message.startsWith('Tệp trong thư mục đã đủ nội dung')).toBe(there.includes(lost ?? ''));

    const again = await againOf(batch);
    await again.run();
    expect(again.state).toMatchObject({ phase: 'finished', done: 3, failures: [], merged });
    expect(await wholeFiles(right)).toEqual([...right.keys()].sort());
    expect(again.isIncomplete).toBe(false);
    await emptyFolder();
  }
});

describe('a batch stops early', () => {
  const twelve = Array.from({ length: 12 }, (_, n) => draftOf(String(10_000 + n), 'Xã Mẫu'));

  test.each([
    ['ENOSPC', 1, 'Ổ đĩa đã đầy; hãy giải phóng dung lượng (ENOSPC)'],
    ['ENODEV', Infinity, 'Ổ đĩa không còn kết nối; hãy cắm lại ổ đĩa (ENODEV)'],
  ])('on %s, and says once what was not reached', async (code, times, message) => {
    let creations = 0;
    const tap: Tap = (call) => {
      if (call !== 'create') return;
      creations += 1;
      // Each that succeeds is seen twice.
      if (creations > 10 && creations <= 10 + times) throw fault(code);
    };
    const batch = await batchOf({ tap, readers: readersOf(twelve), options: { abreast: 1 } });
    await batch.run();
    const { state } = batch;
    expect(state).toMatchObject({ phase: 'finished', total: 12, done: 12, merged: null });
    expect(state.written).toHaveLength(5);
    expect((await readdir(folder)).sort()).toEqual([...state.written].sort());
    expect(state.failures).toEqual([
      { kind: 'scorecard', id: '2026-10005', unitName: 'Xã Mẫu', message },
      {
        kind: 'scorecard',
        id: null,
        unitName: null,
        message: `Đã dừng, còn 6 tài liệu chưa in. ${message}`,
      },
      { kind: 'merged', id: null, unitName: null, message: `Chưa gộp được. ${message}` },
    ]);
    creations = -1000;
    const again = await againOf(batch, readersOf(twelve));
    await again.run();
    expect(again.state).toMatchObject({ phase: 'finished', done: 12, failures: [], merged });
    expect(await readdir(folder)).toHaveLength(13);
  });

  test('with several documents under way, each of which is listed when it failed', async () => {
    const tap: Tap = (call) => {
      if (call === 'create') throw fault('ENOSPC');
    };
    const batch = await batchOf({ tap, readers: readersOf(twelve), options: { abreast: 4 } });
    await batch.run();
    const { failures, done } = batch.state;
    expect(done).toBe(12);
    const reached = failures.filter(({ id }) => id !== null).length;
    expect(reached).toBeLessThanOrEqual(4);
    expect(failures).toHaveLength(reached + 2);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('while a batch runs', () => {
  test('as many documents are under way as it may have, and what is done only grows', async () => {
    let underWay = 0;
    let most = 0;
    const done: number[] = [];
    const phases = new Set<string>();
    let batch: Batch | undefined;
    const press = tappedPress();
    const tap: Tap = () => {
      if (batch === undefined) return;
      done.push(batch.state.done);
      phases.add(batch.state.phase);
    };
    batch = await batchOf({
      tap,
      options: {
        abreast: 2,
        press: {
          ...press,
          print: async (order) => {
            underWay += 1;
            most = Math.max(most, underWay);
            const printed = await press.print(order);
            underWay -= 1;
            return printed;
          },
        },
      },
    });
    await batch.run();
    expect(most).toBe(2);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect([done[0], batch.state.done]).toEqual([0, 3]);
    expect([...phases]).toEqual(['printing', 'merging']);
  });

  test.each([
    ['print', []],
    ['merge', scorecards],
  ])('and is cancelled, what is in the press (%s) is dropped', async (what, written) => {
    let batch: Batch | undefined;
    const tap: Tap = (call) => {
      if (call === what) batch?.cancel();
    };
    batch = await batchOf({ tap });
    await batch.run();
    expect(batch.state).toMatchObject({ phase: 'cancelled', failures: [], merged: null });
    expect((await readdir(folder)).sort()).toEqual(written);
  });

  test('a merge that is cancelled is told so', async () => {
    let batch: Batch | undefined;
    const press = {
      ...tappedPress(),
      printMerged: (_title: string, _orders: unknown, signal: AbortSignal) =>
        new Promise<Uint8Array>((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          batch?.cancel();
        }),
    };
    batch = await batchOf({ options: { press } });
    await batch.run();
    expect(batch.state).toMatchObject({ phase: 'cancelled', done: 3, failures: [], merged: null });
    expect((await readdir(folder)).sort()).toEqual(scorecards);
  });
});

describe('the merged file', () => {
  test('is not made of nothing', async () => {
    const batch = await batchOf({ request: { ids: ['2026-00002'], kinds: ['certificate'] } });
    const refusing = await batchOf({
      request: { ids: ['2026-00002'], kinds: ['certificate'] },
      options: { order: async () => ({ leftOut: 'Phiếu chưa chốt' }) },
    });
    await refusing.run();
    expect(refusing.state).toMatchObject({ phase: 'finished', done: 1, written: [], merged: null });
    expect(refusing.isIncomplete).toBe(false);
    await batch.run();
    expect(batch.state).toMatchObject({ phase: 'finished', done: 1, failures: [{}], merged: null });
    expect(await readdir(folder)).toEqual([]);
  });

  test('is not made from another state than the single files', async () => {
    let asked = 0;
    const changing: BatchReaders = {
      ...readers,
      order: async (id, kind) => {
        asked += 1;
        const order = await readers.order(id, kind);
        if (asked <= 3 || id !== '2026-00002' || order.kind !== 'scorecard') return order;
        return { ...order, input: { ...order.input, notes: { '1.1': 'Mới ghi' } } };
      },
    };
    const batch = await batchOf({ readers: changing });
    await batch.run();
    expect(batch.state.failures).toEqual([
      {
        kind: 'merged',
        id: null,
        unitName: null,
        message:
          'Phiếu của Xã Bình Minh đã thay đổi sau khi in, nên tệp gộp sẽ không khớp với các tệp đã in; hãy thử lại',
      },
    ]);
    expect((await readdir(folder)).sort()).toEqual(scorecards);
    const again = await againOf(batch, changing);
    await again.run();
    expect(again.state).toMatchObject({ phase: 'finished', done: 3, failures: [], merged });
  });

  test('that lacks a document is gone before that is printed again', async () => {
    let isDamaged = true;
    let again: Batch | undefined;
    const mending: BatchReaders = {
      ...readers,
      order: async (id, kind) => {
        if (isDamaged && id === '2026-00002') throw new Refusal('damaged', 'Tệp bị hỏng');
        again?.cancel();
        return readers.order(id, kind);
      },
    };
    const batch = await batchOf({ readers: mending });
    await batch.run();
    expect(batch.state.merged).toBe(merged);
    isDamaged = false;
    again = await againOf(batch, mending);
    await again.run();
    expect(again.state).toMatchObject({ phase: 'cancelled', merged: null });
    expect(await readdir(folder)).not.toContain(merged);
  });
});

test('what an earlier batch wrote stays whole until it is replaced', async () => {
  const [first = ''] = scorecards;
  await writeFile(join(folder, first), 'từ lần in trước');
  const tap: Tap = (call) => {
    if (call === 'rename') throw fault('EPERM');
  };
  const batch = await batchOf({ tap, request: { ids: ['2026-00001'] } });
  await batch.run();
  expect(batch.state.written).toEqual([]);
  expect(await readdir(folder)).toEqual([first]);
  expect(await readFile(join(folder, first), 'utf8')).toBe('từ lần in trước');
});

describe('what an earlier batch left in the folder', () => {
  const certificate = 'giay-cong-nhan_2026_00001_xa-an-binh.pdf';
  const passed = readersOf([finalAssessment('00001', 'Xã An Bình')]);
  const failed = readersOf([draftOf('00001', 'Xã An Bình')]);
  /** As the service answers for a certificate that must not be. */
  const orderFrom =
    (from: BatchReaders): BatchOptions['order'] =>
    (id, kind) =>
      from.order(id, kind).catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'not_eligible') return { leftOut: error.message };
        throw error;
      });
  const setting = (
    request: Partial<BatchRequest> = {},
    from = failed,
    tap: Tap = () => undefined,
  ): Setting => ({
    tap,
    readers: from,
    request: { kinds: ['certificate'], merged: false, ...request },
    options: { order: orderFrom(from) },
  });
  const runOf = async (given: Setting) => {
    const batch = await batchOf(given);
    await batch.run();
    return batch;
  };

  test('and no longer tells the truth is removed and named: a certificate and the merged file', async () => {
    await runOf(setting({ merged: true }, passed));
    expect((await readdir(folder)).sort()).toEqual([certificate, merged]);
    const { state } = await runOf(setting());
    expect(state.leftOut).toHaveLength(1);
    expect([...state.removed].sort()).toEqual([certificate, merged]);
    expect(await readdir(folder)).toEqual([]);
  });

  test('is not named where the same batch makes it anew', async () => {
    await runOf(setting({ merged: true }, passed));
    const { state } = await runOf(setting({ merged: true }, passed));
    expect(state).toMatchObject({ merged, removed: [] });
    expect((await readdir(folder)).sort()).toEqual([certificate, merged]);
  });

  test('and is no document of ours stays, whatever its name', async () => {
    await writeFile(join(folder, certificate), 'ghi chú của ai đó');
    await mkdir(join(folder, merged));
    await writeFile(join(folder, `bản sao ${certificate}`), '%PDF-1.7');
    const { state } = await runOf(setting());
    expect(state).toMatchObject({ removed: [], failures: [] });
    expect(await readdir(folder)).toHaveLength(3);
  });

  test('and cannot be removed is a failure that says so, and a retry removes it', async () => {
    await runOf(setting({ merged: true }, passed));
    let isHeld = true;
    const tap: Tap = (call) => {
      if (isHeld && call === 'remove') throw fault('EPERM');
    };
    const batch = await runOf(setting({}, failed, tap));
    expect(batch.state.failures.map(({ kind, message }) => [kind, message])).toEqual([
      [
        'certificate',
        expect.stringMatching(/^Phiếu chưa chốt .*\. Tệp cũ trong thư mục không còn đúng nhưng chưa bỏ được/),
      ],
      ['merged', expect.stringMatching(/^Tệp cũ trong thư mục không còn đúng nhưng chưa bỏ được/)],
    ]);
    expect(batch.isIncomplete).toBe(true);
    isHeld = false;
    const again = await againOf(batch, failed);
    await again.run();
    expect(again.state).toMatchObject({
      failures: [],
      removed: expect.arrayContaining([certificate, merged]),
    });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a further run', () => {
  /** Cancelled once the first document is whole. */
  async function cancelledAfterOne(from: BatchReaders): Promise<Batch> {
    let batch: Batch | undefined;
    const tap: Tap = (call) => {
      if (call === 'sync folder') batch?.cancel();
    };
    batch = await batchOf({ tap, readers: from, request: { merged: false }, options: { abreast: 1 } });
    await batch.run();
    expect(batch.state.written).toEqual(scorecards.slice(0, 1));
    return batch;
  }

  /** A year that can be exchanged for another. */
  function changeable(): BatchReaders & { now: BatchReaders } {
    const year = {
      now: readers,
      list: (of: number) => year.now.list(of),
      order: (...args: Parameters<BatchReaders['order']>) => year.now.order(...args),
      summary: (of: number) => year.now.summary(of),
    };
    return year;
  }

  test('prints a document again that would come out differently, and leaves the others as they are', async () => {
    const year = changeable();
    const batch = await cancelledAfterOne(year);
    const [first = ''] = scorecards;
    const before = await readFile(join(folder, first));
    const changed = draftOf('00001', 'Xã An Bình');
    year.now = readersOf([changed, ...three.slice(1)]);
    const again = await againOf(batch, year);
    expect(again.state).toMatchObject({ done: 1, written: [first] });
    await again.run();
    expect(again.state).toMatchObject({ phase: 'finished', done: 3, failures: [] });
    const after = await readFile(join(folder, first));
    expect(after.equals(before)).toBe(false);
    expect(after.equals(await bytesOf(await year.order(changed.id, 'scorecard')))).toBe(true);

    const prints: string[] = [];
    const third = await batchOf({ tap: (call) => prints.push(call), readers: year });
    await third.run();
    prints.length = 0;
    await (await againOf(third, year)).run();
    expect(prints).not.toContain('print');
  });

  test('prints a unit that was added since', async () => {
    const year = changeable();
    const batch = await cancelledAfterOne(year);
    year.now = readersOf([...three, draftOf('00004', 'Xã Mới')]);
    const again = await againOf(batch, year);
    await again.run();
    expect(again.state).toMatchObject({ phase: 'finished', total: 4, done: 4, failures: [] });
    expect(await readdir(folder)).toContain('phieu-cham-diem_2026_00004_xa-moi.pdf');
  });

  test('that is cancelled before it has looked at everything is still incomplete', async () => {
    const batch = await cancelledAfterOne(readers);
    const again = await againOf(batch);
    again.cancel();
    await again.run();
    expect(again.state).toMatchObject({ phase: 'cancelled', written: scorecards.slice(0, 1) });
    expect(again.isIncomplete).toBe(true);
  });
});
