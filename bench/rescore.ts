/** Scoring all assessments anew, as after a correction of the rules; and reading them for it, beside SQLite and stock lowdb. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { JSONFilePreset } from 'lowdb/node';
import { type Assessment, answersOf } from '../criteria/assessment.ts';
import { score } from '../criteria/score.ts';
import { assessments, dataFolder, newFolder, openStore, removeFolder, sets } from './district.ts';
import { type Benchmark, median, rounded, timed } from './measure.ts';
import { fillTable } from './savers.ts';

const sizes = [10, 1_000, 10_600];
const rounds = 5;

export const rescore: Benchmark = {
  name: 'rescore',
  async run() {
    const detail: Record<string, number> = {};
    for (const size of sizes) {
      const all = assessments(size);
      const folder = await dataFolder(all);
      const peers = await newFolder();
      const database = new DatabaseSync(join(peers, 'assessments.sqlite'));
      fillTable(database, all);
      const path = join(peers, 'db.json');
      await (await JSONFilePreset<{ assessments: Assessment[] }>(path, { assessments: [...all] })).write();

      const ways: Record<string, () => unknown> = {
        scored: () => scoreAll(all),
        'read and scored, ours': async () => {
          const store = openStore(folder);
          const read = await Promise.all(all.map(({ id }) => store.read(id)));
          scoreAll(read);
        },
        'read and scored, SQLite': () =>
          scoreAll(
            database
              .prepare('SELECT json FROM assessment')
              .all()
              .map(({ json }) => JSON.parse(String(json))),
          ),
        'read and scored, lowdb': async () => {
          const { data } = await JSONFilePreset<{ assessments: Assessment[] }>(path, { assessments: [] });
          scoreAll(data.assessments);
        },
      };
      const taken = new Map(Object.keys(ways).map((way) => [way, [] as number[]]));
      for (let round = 0; round <= rounds; round += 1)
        for (const [way, work] of Object.entries(ways)) {
          const milliseconds = await timed(work);
          if (round > 0) taken.get(way)?.push(milliseconds);
        }
      for (const [way, figures] of taken) detail[`${way}, ${size} s`] = rounded(median(figures) / 1_000);
      database.close();
      await removeFolder(folder);
      await removeFolder(peers);
    }
    const value = detail['scored, 10600 s'] ?? Number.NaN;
    return [{ id: 'rescore', value, unit: 's', target: '<=0.3', detail }];
  },
};

function scoreAll(all: readonly Assessment[]): void {
  for (const assessment of all) score(sets.current, assessment.unit.class, answersOf(assessment));
}
