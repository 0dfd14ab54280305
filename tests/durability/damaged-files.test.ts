import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { Refusal } from '../../electron/refusal.ts';
import { encodeAssessment } from '../../electron/store/assessment-file.ts';
import { backupName } from '../../electron/store/backup-name.ts';
import { type Chance, chanceFrom, type Damage, damageOf, hugeDamages, sameMeaning } from './damages.ts';
import { emptyDraft, filled, finalisedAt, idOf, openStore, typed } from './proof-store.ts';
import { same } from './store-attempt.ts';

const at = '2026-11-02T01:00:00.000Z';
const seed = Number(process.env.PROOF_SEED ?? Date.now() % 2 ** 32);

/** Files to a folder, so that a fault names few. */
const batch = 1_000;
const batches = 10;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tệp hỏng '));
  await mkdir(join(folder, 'assessments'));
});
afterEach(() => rm(folder, { recursive: true }));

const pathOf = (id: string) => join(folder, 'assessments', `${id}.json`);
const codeOf = (index: number) => String(index).padStart(5, '0');

const draft = emptyDraft(codeOf(0), at);
const full = filled(at)(draft);
const kinds = [typed(1, at)(draft), full, finalisedAt(at)(full)];

/** A draft just begun, one with everything answered and one finalised, in turn. */
function stateOf(index: number): Assessment {
  const state = kinds[index % kinds.length];
  if (state === undefined) throw new Error('no kind');
  const code = codeOf(index);
  // NOTE: saved oftener than the backups below, so that a file which the damage left whole is not outdated by them.
  return { ...state, id: idOf(code), saves: 3, unit: { ...state.unit, code } };
}

interface Case extends Damage {
  readonly state: Assessment;
  /** Whether the damage changed nothing. */
  readonly whole: boolean;
}

function caseOf(index: number, chance: Chance): Case {
  const state = stateOf(index);
  const good = encodeAssessment(state);
  const damage = damageOf({ good, other: encodeAssessment(stateOf(index + 1)) }, chance, index);
  return { ...damage, state, whole: sameMeaning(damage.bytes, good) };
}

const casesOf = (count: number, from: number) =>
  Array.from({ length: count }, (_, n) => caseOf(from + n, chanceFrom(seed + from + n)));

function lay(cases: readonly Case[]): void {
  for (const { state, bytes } of cases) writeFileSync(pathOf(state.id), bytes);
}

/** How a case is found again when it fails. */
const named = ({ state, how }: Case) => `${state.id}, ${how}, PROOF_SEED=${seed}`;

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    return error instanceof Refusal ? error.code : error;
  }
}

describe('a damaged file', () => {
  test.each(Array.from({ length: batches }, (_, n) => n * batch))(
    'without a backup is listed, refused and left as it is (1,000 of them, from %i)',
    async (from) => {
      const cases = casesOf(batch, from);
      lay(cases);
      const store = openStore(folder);
      const { lines, troubled } = await store.list();
      const listed = new Map(troubled.map((file) => [file.id, file.kind]));
      const read = new Set(lines.map(({ id }) => id));
      for (const one of cases) {
        const { id } = one.state;
        expect([named(one), read.has(id), listed.get(id)]).toEqual([
          named(one),
          one.whole,
          one.whole ? undefined : 'damaged',
        ]);
        const opened = await refusalOf(store.open(id));
        expect([named(one), opened]).toEqual([named(one), one.whole ? { assessment: one.state } : 'damaged']);
        if (!one.whole && Number(one.state.unit.code) % 10 === 1)
          expect([named(one), await refusalOf(store.create(one.state))]).toEqual([named(one), 'damaged']);
        expect([named(one), Buffer.compare(readFileSync(pathOf(id)), one.bytes)]).toEqual([named(one), 0]);
      }
      await store.settled();
      expect((await readdir(join(folder, 'assessments'))).length).toBe(batch);
    },
  );

  test('with backups gives way to the newest good one, is kept, and is told of (300 of them)', async () => {
    const cases = casesOf(300, 50_000);
    lay(cases);
    const expected = new Map<string, Assessment>();
    for (const [index, one] of cases.entries()) {
      const { state } = one;
      const place = join(folder, 'backups', state.id);
      await mkdir(place, { recursive: true });
      const older = { ...state, saves: 1 };
      const newer = { ...state, saves: 2 };
      // NOTE: the newest backup of every third is damaged like its file.
      const good = index % 3 === 0 ? older : newer;
      await writeFile(join(place, backupName(state.id, 1, at, 'save').file), encodeAssessment(older));
      await writeFile(
        join(place, backupName(state.id, 2, at, 'save').file),
        good === newer ? encodeAssessment(newer) : one.bytes,
      );
      expected.set(state.id, one.whole ? state : good);
    }
    const store = openStore(folder, { wait: async () => undefined });
    const { lines, troubled } = await store.list();
    expect(troubled).toEqual([]);
    expect(lines.length).toBe(cases.length);
    const aside = await store.damaged.list();
    for (const one of cases) {
      const { id } = one.state;
      const { assessment } = await store.open(id);
      const backup = expected.get(id);
      const moved = aside.filter((file) => file.id === id);
      expect([named(one), moved.length]).toEqual([named(one), one.whole ? 0 : 1]);
      const [file] = moved;
      if (file === undefined) continue;
      expect([
        named(one),
        Buffer.compare(readFileSync(join(store.damaged.folder, file.file)), one.bytes),
      ]).toEqual([named(one), 0]);
      expect([named(one), assessment.log.at(-1)]).toMatchObject([
        named(one),
        { event: 'restored', because: 'damaged', savedAt: backup?.updatedAt },
      ]);
      const asSaved = { ...assessment, saves: backup?.saves ?? -1, log: assessment.log.slice(0, -1) };
      expect([named(one), same(asSaved, backup)]).toEqual([named(one), true]);
    }
    await store.settled();
  });

  test('of 100 MB, of nothing or of nesting, is listed, refused and left as it is', async () => {
    const size = 100_000_000;
    for (const [index, { bytes }] of hugeDamages(size).entries())
      await writeFile(pathOf(idOf(codeOf(index))), bytes);
    const store = openStore(folder);
    expect((await store.list()).troubled).toMatchObject([
      { id: idOf(codeOf(0)), kind: 'damaged', size },
      { id: idOf(codeOf(1)), kind: 'damaged', size },
    ]);
    for (const [index, { bytes }] of hugeDamages(size).entries()) {
      const id = idOf(codeOf(index));
      expect(await refusalOf(store.open(id))).toBe('damaged');
      expect(Buffer.compare(readFileSync(pathOf(id)), bytes)).toBe(0);
    }
  });
});
