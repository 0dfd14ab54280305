/** Ways of keeping one typed figure for good, side by side: ours, SQLite, and lowdb as it comes. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { JSONFilePreset } from 'lowdb/node';
import type { Assessment } from '../criteria/assessment.ts';
import { dataFolder, newFolder, openStore, removeFolder, typed } from './district.ts';

export interface Saver {
  readonly name: string;
  /** Resolves once the n-th figure, of one assessment among all, is kept. */
  save(n: number): Promise<void>;
  /** Finishes what it does beside saving, so that it does not disturb the others' turns. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

export async function ours(all: readonly Assessment[]): Promise<Saver> {
  const folder = await dataFolder(all);
  const store = openStore(folder);
  await store.list();
  await store.settled();
  let current = some(all);
  return {
    name: 'ours',
    async save(n) {
      current = await store.change(current.id, current.saves, (assessment) => typed(assessment, n));
    },
    rest: () => store.settled(),
    async close() {
      await store.settled();
      await removeFolder(folder);
    },
  };
}

/** One row per assessment; WAL and synchronous=FULL, which syncs each commit. */
export async function sqlite(all: readonly Assessment[]): Promise<Saver> {
  const folder = await newFolder();
  const database = new DatabaseSync(join(folder, 'assessments.sqlite'));
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
  fillTable(database, all);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const update = database.prepare('UPDATE assessment SET json = ? WHERE id = ?');
  let current = some(all);
  return {
    name: 'SQLite',
    async save(n) {
      current = typed(current, n);
      update.run(JSON.stringify(current), current.id);
    },
    rest: async () => undefined,
    async close() {
      database.close();
      await removeFolder(folder);
    },
  };
}

export function fillTable(database: DatabaseSync, all: readonly Assessment[]): void {
  database.exec('CREATE TABLE assessment (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO assessment VALUES (?, ?)');
  database.exec('BEGIN');
  for (const assessment of all) insert.run(assessment.id, JSON.stringify(assessment));
  database.exec('COMMIT');
}

/** All assessments in one file, written by its own adapter: renamed into place, never synced. */
export async function stockLowdb(all: readonly Assessment[]): Promise<Saver> {
  const folder = await newFolder();
  const database = await JSONFilePreset<{ assessments: Assessment[] }>(join(folder, 'db.json'), {
    assessments: [...all],
  });
  await database.write();
  const index = all.length >> 1;
  return {
    name: 'lowdb',
    async save(n) {
      await database.update(({ assessments }) => {
        const current = assessments[index];
        if (current !== undefined) assessments[index] = typed(current, n);
      });
    },
    rest: async () => undefined,
    close: () => removeFolder(folder),
  };
}

function some(all: readonly Assessment[]): Assessment {
  const chosen = all[all.length >> 1];
  if (chosen === undefined) throw new RangeError('there must be an assessment to save');
  return chosen;
}
