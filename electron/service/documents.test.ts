import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assessmentId } from '../../criteria/assessment.ts';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import type { Unit } from '../../criteria/unit.ts';
import { office, unit } from '../../tests/example-document-input.ts';
import { openStore } from '../../tests/open-store.ts';
import { readPdf } from '../../tests/read-pdf.ts';
import { Press } from '../printing/press.ts';
import { Refusal } from '../refusal.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import { newAssessment } from './assessments.ts';
import { CriteriaSets } from './criteria-sets.ts';
import { Documents } from './documents.ts';
import { earlierFigures } from './earlier-figures.ts';

const sets = new CriteriaSets(builtInSets, currentSetId);
const press = new Press(1);
let folder: string;
let store: AssessmentStore;
let documents: Documents;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tài liệu '));
  store = openStore(folder);
  documents = new Documents({
    store,
    sets,
    press,
    version: '1',
    clock: () => new Date('2026-11-20T20:00:00Z'),
  });
});
afterEach(async () => {
  await store.settled();
  await rm(folder, { recursive: true });
});
afterAll(() => press.close());

const setOffice = () => store.settings.change((settings) => ({ ...settings, office, officeLost: false }));
const created = async (
  code: string,
  year = 2026,
  at = '2026-11-02T07:00:00.000Z',
  part: Partial<Unit> = {},
) => {
  const assessment = newAssessment(sets.current, { ...unit, code, ...part }, year, { at, by: null });
  await store.create(assessment);
  return assessment;
};

describe('a document of an assessment', () => {
  test('is issued in the name of the office, by the program that prints it', async () => {
    await setOffice();
    const { id } = await created('1');
    for (const kind of ['scorecard', 'minutes', 'checklist'] as const) {
      const order = await documents.order(id, kind);
      expect(order.input.office).toEqual(office);
      const { base64 } = await documents.make({ kind, id });
      const { text } = await readPdf(Buffer.from(base64, 'base64'));
      expect(text).toContain('HUYỆN CHÂU ĐỨC');
    }
    expect(await documents.order(id, 'scorecard')).toMatchObject({
      input: { version: '1', status: 'draft' },
    });
  });

  test('is not printed in no name when the settings are damaged, until somebody names the office again', async () => {
    await setOffice();
    const { id } = await created('1');
    await writeFile(join(folder, 'settings.json'), 'hỏng');
    const started = openStore(folder);
    const anew = new Documents({ store: started, sets, press, version: '1', clock: () => new Date() });
    await expect(anew.order(id, 'scorecard')).rejects.toThrow('không còn biết cơ quan ban hành');
    await started.settings.change((settings) => ({ ...settings, office, officeLost: false }));
    expect((await anew.order(id, 'scorecard')).input.office).toEqual(office);
    await started.settled();
  });

  test('of no unit is the blank checklist, of this day in Vietnam', async () => {
    const { fileName, base64 } = await documents.make({ kind: 'blank_checklist' });
    expect(fileName).toBe('phieu-ghi-tay.pdf');
    expect((await readPdf(Buffer.from(base64, 'base64'))).info.CreationDate).toContain('20261121');
  });
});

describe('the summary of a year', () => {
  const summary = async () => {
    const order = await documents.summary(2026);
    if (order.kind !== 'summary') throw new Error('a summary');
    return order.input;
  };

  test('holds every unit of the year, and the day of the latest change', async () => {
    await created('2', 2026, '2026-11-09T07:00:00.000Z');
    await created('1', 2026, '2026-11-03T07:00:00.000Z');
    await created('3', 2025, '2026-11-12T07:00:00.000Z');
    const { groups, date, missing } = await summary();
    expect(groups.flatMap(({ units }) => units.map((one) => one.unit.code)).sort()).toEqual(['1', '2']);
    expect(date).toBe('2026-11-09');
    expect(missing).toEqual([]);
  });

  test('names the units that cannot be read: those known to be damaged, and those found so only now', async () => {
    await created('1', 2026, undefined, { name: 'Xã Hỏng' });
    await created('2', 2026, undefined, { name: 'Xã Lành' });
    await store.settled();
    const listing = await store.list();
    await rm(join(folder, 'backups'), { recursive: true });
    await writeFile(join(folder, 'assessments', `${assessmentId(2026, '1')}.json`), 'hỏng');
    expect((await summary()).missing).toEqual(['Xã Hỏng']);

    const stale = Object.create(store, {
      list: { value: async () => listing },
      read: {
        value: async (id: string) => {
          if (id === '2026-1') throw new Refusal('damaged', 'hỏng');
          return store.read(id);
        },
      },
    });
    documents = new Documents({ store: stale, sets, press, version: '1', clock: () => new Date() });
    expect((await summary()).missing).toEqual(['Xã Hỏng']);
  });

  test('tells a unit whose version of the rules is not here from one that cannot be read', async () => {
    const other = { ...sets.current, version: 7 };
    const made = { at: '2026-11-02T07:00:00.000Z', by: null };
    await store.create(newAssessment(other, { ...unit, code: '1', name: 'Xã Bản Bảy' }, 2026, made));
    await created('2', 2026, undefined, { name: 'Xã Hỏng' });
    await store.settled();
    await store.list();
    await rm(join(folder, 'backups'), { recursive: true });
    await writeFile(join(folder, 'assessments', `${assessmentId(2026, '2')}.json`), 'hỏng');
    const { missing, withoutSet } = await summary();
    expect([...missing].sort()).toEqual(['Xã Bản Bảy', 'Xã Hỏng']);
    expect(withoutSet).toEqual([{ name: 'Xã Bản Bảy', id: other.id, version: 7 }]);
  });

  test('of a year without any is of this day', async () => {
    expect(await summary()).toMatchObject({ groups: [], date: '2026-11-21' });
  });
});

describe('the figures of an earlier year', () => {
  const earlierThan = async (part: Partial<Unit> = {}) => {
    const { unit: of, ...assessment } = await created('7', 2026, undefined, part);
    return earlierFigures(store, { ...assessment, unit: of });
  };

  test('are those of the latest year within a plan period, and say whether they were ever final', async () => {
    await created('7', 2020);
    await created('7', 2021);
    expect(await earlierThan()).toEqual({ year: 2021, status: 'draft', answers: {} });
  });

  test('are not those of years before that', async () => {
    await created('7', 2020);
    expect(await earlierThan()).toBeUndefined();
  });

  test('are not those of another unit that had the code before', async () => {
    await created('7', 2025, undefined, { name: 'Phường Bình Minh' });
    expect(await earlierThan()).toBeUndefined();
  });

  test('are not those by other criteria', async () => {
    const other = newAssessment({ ...sets.current, id: 'khac' }, { ...unit, code: '7' }, 2025, {
      at: '2026-11-02T07:00:00.000Z',
      by: null,
    });
    const { id, ...rest } = other;
    const known = openStore(folder, {
      lines: {
        programKey: 'x',
        setKey: () => '',
        of: () => {
          throw new Refusal('unknown_criteria_set', 'lạ');
        },
      },
    });
    await known.create({ id, ...rest });
    await known.settled();
    expect(await earlierThan()).toBeUndefined();
  });
});
