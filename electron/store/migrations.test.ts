import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asItStands } from '../../criteria/rules/published-set.ts';
import { confirmersOf } from '../../criteria/rules/register.ts';
import { setFaults } from '../../criteria/set-faults.ts';
import { openStore } from '../../tests/open-store.ts';
import { checkCode } from '../check-code.ts';
import { evidenceLines } from '../service/assessments.ts';
import { decodeAssessment, encodeAssessment } from './assessment-file.ts';
import { draftCodec, publishedCodec } from './criteria-set-file.ts';
import { currentVersion } from './envelope.ts';

const samples = join(import.meta.dirname, 'samples');
const sample = (name: string) => readFile(join(samples, `${name}.json`));
const idOf = (name: string) => (name.endsWith('draft') ? '2026-24769' : '2026-00004');
const decoded = async (name: string) => decodeAssessment(idOf(name), await sample(name));

/**
 * Before version 4 nobody was named, and there was nothing to prove, to confirm, to look back on or to undo; before version 5
 * it was not kept by which rules a state was finalised.
 */
function inTodaysShape(data: Old) {
  const unnamed = (entry: object) => ({ ...entry, by: null });
  const eachUnnamed = (entries: Old['answers']) =>
    Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, unnamed(entry)]));
  return {
    ...data,
    answers: eachUnnamed(data.answers),
    notes: eachUnnamed(data.notes),
    evidence: {},
    unconfirmed: {},
    finalised: data.finalised.map((state) => ({ ...unnamed(state), evidence: {}, rules: null })),
    log: data.log.map(unnamed),
    history: [],
    undo: { done: [], undone: [] },
  };
}

interface Old {
  readonly answers: Readonly<Record<string, object>>;
  readonly notes: Readonly<Record<string, object>>;
  readonly finalised: readonly object[];
  readonly log: readonly object[];
}

const versions = Array.from({ length: currentVersion }, (_, index) => index + 1);

describe('the frozen samples', () => {
  test.each(versions)(
    'hold a draft and a final assessment of version %i, which still open',
    async (version) => {
      for (const name of [`v${version}-draft`, `v${version}-final`]) {
        const stored = await decoded(name);
        expect(stored.version).toBe(version);
        expect(stored.assessment.status).toBe(name.endsWith('draft') ? 'draft' : 'final');
      }
    },
  );

  test('of today are written back byte for byte', async () => {
    for (const name of [`v${currentVersion}-draft`, `v${currentVersion}-final`]) {
      const { assessment } = await decoded(name);
      expect(Buffer.from(encodeAssessment(assessment)).equals(await sample(name))).toBe(true);
    }
  });
});

describe('version 1', () => {
  test('brings every figure and note over as it was', async () => {
    const { assessment } = await decoded('v1-draft');
    const { data } = JSON.parse((await sample('v1-draft')).toString());
    expect(assessment).toEqual(inTodaysShape(data));
    expect(assessment.answers.children).toEqual({ value: 2150, at: '2026-11-03T01:04:05.468Z', by: null });
    expect(assessment.notes['1.1']?.text).toBe('Quyết định số 12/QĐ-UBND\nngày 05/3/2026');
  });

  test('gives the log the revisions that it left unsaid', async () => {
    const { assessment } = await decoded('v1-final');
    const { data } = JSON.parse((await sample('v1-final')).toString());
    expect(assessment).toEqual({ ...inTodaysShape(data), log: assessment.log });
    expect(assessment.log.map(({ at: _at, by: _by, ...entry }) => entry)).toEqual([
      { event: 'created' },
      { event: 'finalised', revision: 1 },
      { event: 'reopened', revision: 2, reason: 'Nhập nhầm số liệu y tế' },
      { event: 'finalised', revision: 2 },
    ]);
    expect(assessment.log.map(({ at }) => at)).toEqual(data.log.map(({ at }: { at: string }) => at));
  });

  test('whose number is damaged is not taken for a newer version', async () => {
    const text = (await sample('v1-draft')).toString();
    for (const number of [currentVersion + 1, 9]) {
      const damaged = text.replace(/"version": ?1,/, `"version": ${number},`);
      expect(damaged).not.toBe(text);
      expect(() => decodeAssessment(idOf('v1-draft'), Buffer.from(damaged))).toThrow(
        'Số phiên bản trong tệp đã hỏng',
      );
    }
  });

  test('that is not what it was in its time is damaged, not half taken over', async () => {
    const text = (await sample('v1-draft')).toString();
    expect(() => decodeAssessment(idOf('v1-draft'), Buffer.from(text.replace('2150', '2151')))).toThrow(
      'mã kiểm tra',
    );
  });
});

describe('version 2', () => {
  test.each(['v2-draft', 'v2-final'])('is taken over as it was: %s', async (name) => {
    const { assessment } = await decoded(name);
    expect(assessment).toEqual(inTodaysShape(JSON.parse((await sample(name)).toString()).data));
  });
});

describe('version 3', () => {
  test.each(['v3-draft', 'v3-final'])('has nobody’s name, and nothing else is added: %s', async (name) => {
    const { assessment } = await decoded(name);
    expect(assessment).toEqual(inTodaysShape(JSON.parse((await sample(name)).toString()).data));
  });

  test('keeps the check code under what was finalised', async () => {
    const { assessment } = await decoded('v3-final');
    const [state] = assessment.finalised;
    if (state === undefined) throw new Error('nothing is finalised');
    expect(checkCode({ ...assessment, ...state, status: 'final', evidence: {} })).toBe(state.sha256);
  });

  test('knows what was imported, from which sheet', async () => {
    const { assessment } = await decoded('v3-final');
    expect(assessment.log[1]).toMatchObject({
      event: 'imported',
      as: 'last_year',
      from: { status: 'final', revision: 1, date: '2026-11-01' },
    });
  });
});

describe('version 4', () => {
  test('knows evidence, what waits to be confirmed, who changed what, and what can be undone', async () => {
    const { assessment } = await decoded('v4-draft');
    expect(assessment.evidence['1.1']).toMatchObject([
      { item: { kind: 'file', name: 'bien-ban-hop-03-2026.pdf' }, by: 'Trần Văn Hùng' },
    ]);
    expect(Object.keys(assessment.unconfirmed)).toEqual(['under1', '1.2']);
    expect(assessment.history.at(-1)).toMatchObject({
      by: 'Nguyễn Thị Lan',
      change: {
        kind: 'evidence',
        of: '1.1',
        from: [{ kind: 'paper' }, { kind: 'file' }],
        to: [{ kind: 'file' }],
      },
    });
    expect(assessment.undo.done).toHaveLength(2);
  });

  test('keeps the evidence of every state that was finalised, under its check code', async () => {
    const { assessment } = await decoded('v4-final');
    expect(assessment.finalised.map(({ evidence }) => Object.keys(evidence))).toEqual([
      ['2.1'],
      ['2.1', '3.1'],
    ]);
    for (const state of assessment.finalised)
      expect(
        checkCode({ ...assessment, ...state, status: 'final', evidence: evidenceLines(state.evidence) }),
      ).toBe(state.sha256);
  });

  test.each(['v4-draft', 'v4-final'])('does not know by which rules it was finalised: %s', async (name) => {
    const { assessment } = await decoded(name);
    const { data } = JSON.parse((await sample(name)).toString());
    const finalised = data.finalised.map((state: object) => ({ ...state, rules: null }));
    expect(assessment).toEqual({ ...data, finalised });
  });
});

describe('version 5', () => {
  test('knows that a draft was moved to another version of its set', async () => {
    const { assessment } = await decoded('v5-draft');
    expect(assessment.criteriaSet).toEqual({ id: 'qd-06-2019', version: 2 });
    expect(assessment.log.at(-1)).toMatchObject({
      event: 'moved',
      from: { id: 'qd-06-2019', version: 1 },
      to: { id: 'qd-06-2019', version: 2 },
    });
  });

  test('keeps states that were finalised by different versions, with the rules where they are known', async () => {
    const { assessment } = await decoded('v5-final');
    const states = assessment.finalised.map(({ scorecard, rules }) => [scorecard.criteriaSet.version, rules]);
    expect(states).toEqual([
      [1, null],
      [2, expect.stringMatching(/^[0-9a-f]{64}$/)],
    ]);
    for (const state of assessment.finalised)
      expect(
        checkCode({ ...assessment, ...state, status: 'final', evidence: evidenceLines(state.evidence) }),
      ).toBe(state.sha256);
  });

  test('knows a published criteria set with its register, which is written back byte for byte', async () => {
    const bytes = await sample('v5-criteria-set');
    const codec = publishedCodec('vi-du@2.json');
    const published = codec.decode(bytes);
    expect(published.basedOn).toMatchObject({ id: 'vi-du', version: 1 });
    expect(published.register.map(({ kind }) => kind)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      'withdrawn',
    ]);
    expect(confirmersOf(asItStands(published))).toMatchObject([{ by: 'Nguyễn Thị Lan', rules: 2 }]);
    expect(Buffer.from(codec.encode(published)).equals(bytes)).toBe(true);
  });

  test('knows a draft of a criteria set, faults and all, which is written back byte for byte', async () => {
    const bytes = await sample('v5-set-draft');
    const codec = draftCodec('vi-du.json');
    const draft = codec.decode(bytes);
    expect(draft).toMatchObject({ saves: 7, by: 'Trần Văn Hùng', basedOn: { id: 'vi-du', version: 2 } });
    expect(setFaults(draft.set).map(({ path }) => path)).toContain('max');
    expect(Object.values(draft.readIn)).toMatchObject([{ by: 'Nguyễn Thị Lan' }]);
    expect(Buffer.from(codec.encode(draft)).equals(bytes)).toBe(true);
  });
});

describe('an assessment of an older version on the disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phiếu cũ '));
    await mkdir(join(folder, 'assessments'));
    await writeFile(join(folder, 'assessments', '2026-24769.json'), await sample('v1-draft'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('stays as it is while it is only looked at', async () => {
    const store = openStore(folder);
    await store.list();
    await store.open('2026-24769');
    await store.settled();
    expect(await readFile(join(folder, 'assessments', '2026-24769.json'))).toEqual(await sample('v1-draft'));
  });

  test('is backed up byte for byte before its first save in the new format', async () => {
    const store = openStore(folder);
    await store.change('2026-24769', 1, (assessment) => assessment);
    await store.settled();
    const backups = await readdir(join(folder, 'backups', '2026-24769'));
    const before = backups.find((name) => name.endsWith('_migration.json')) ?? '';
    expect(await readFile(join(folder, 'backups', '2026-24769', before))).toEqual(await sample('v1-draft'));
    const now = JSON.parse(await readFile(join(folder, 'assessments', '2026-24769.json'), 'utf8'));
    expect(now.version).toBe(currentVersion);
    await store.change('2026-24769', 2, (assessment) => assessment);
    await store.settled();
    const migrations = (await readdir(join(folder, 'backups', '2026-24769'))).filter((name) =>
      name.endsWith('_migration.json'),
    );
    expect(migrations).toHaveLength(1);
  });

  test('is backed up only once when saves that wait for one another are written one by one', async () => {
    const store = openStore(folder);
    await Promise.all([
      store.change('2026-24769', 1, (assessment) => assessment),
      store.change('2026-24769', 2, (assessment) => assessment, 'restore'),
    ]);
    await store.settled();
    const backups = await readdir(join(folder, 'backups', '2026-24769'));
    expect(backups.filter((name) => name.endsWith('_migration.json'))).toHaveLength(1);
  });
});
