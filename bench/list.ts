/**
 * Opening the list: with its index there, and with it deleted (the files stay in the system's cache). Beside it the same
 * list read out of SQLite and of stock lowdb.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { JSONFilePreset } from 'lowdb/node';
import type { Assessment } from '../criteria/assessment.ts';
import { assessments, dataFolder, newFolder, openStore, removeFolder, sets } from './district.ts';
import { type Benchmark, median, type Row, rounded, timed } from './measure.ts';
import { fillTable } from './savers.ts';

const sizes = [10, 1_000, 10_600];
const many = 10_600;
const rounds = 5;

export const list: Benchmark = {
  name: 'list',
  async run() {
    const detail: Record<string, number> = {};
    for (const size of sizes) {
      const all = assessments(size);
      const folder = await dataFolder(all);
      const peers = await newFolder();
      const database = sqliteOf(all, join(peers, 'list.sqlite'));
      const lowdbFile = join(peers, 'db.json');
      await (
        await JSONFilePreset<{ assessments: Assessment[] }>(lowdbFile, { assessments: [...all] })
      ).write();
      const taken = { warm: [], cold: [], SQLite: [], lowdb: [] } as Record<string, number[]>;
      for (let round = 0; round <= rounds; round += 1) {
        await rm(join(folder, 'index.ndjson'), { force: true });
        const store = openStore(folder);
        const cold = await timed(() => store.list());
        await store.settled();
        const figures = {
          cold,
          warm: await timed(() => openStore(folder).list()),
          SQLite: await timed(() => database.prepare('SELECT json FROM assessment').all().map(lineOfRow)),
          lowdb: await timed(async () => linesOf(await stored(lowdbFile))),
        };
        if (round > 0) for (const [key, figure] of Object.entries(figures)) taken[key]?.push(figure);
      }
      for (const [key, figures] of Object.entries(taken)) detail[`${key} ${size} s`] = seconds(figures);
      database.close();
      await removeFolder(folder);
      await removeFolder(peers);
    }
    const row = (id: string, key: string, target: string): Row => {
      const value = detail[`${key} ${many} s`] ?? Number.NaN;
      const beside = (peer: string) => rounded((detail[`${peer} ${many} s`] ?? Number.NaN) / value);
      const ratios = { 'SQLite / ours': beside('SQLite'), 'lowdb / ours': beside('lowdb') };
      return { id, value, unit: 's', target, detail: { ...detail, ...ratios } };
    };
    return [row('list.warm', 'warm', '<=0.5'), row('list.cold', 'cold', '<=5')];
  },
};

/** The peers keep no lines either: they score what they read, as we do without an index. */
const linesOf = (all: readonly Assessment[]) => all.map((assessment) => sets.lineOf(assessment));
const lineOfRow = ({ json }: Record<string, unknown>) => sets.lineOf(JSON.parse(String(json)));

async function stored(path: string): Promise<readonly Assessment[]> {
  return (await JSONFilePreset<{ assessments: Assessment[] }>(path, { assessments: [] })).data.assessments;
}

function sqliteOf(all: readonly Assessment[], path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  fillTable(database, all);
  return database;
}

const seconds = (milliseconds: readonly number[]) => rounded(median(milliseconds) / 1_000);
