/** A durable save of one figure, with few and many assessments on the disk, beside SQLite and stock lowdb. */
import { assessments } from './district.ts';
import { type Benchmark, median, type Row, rounded, timed } from './measure.ts';
import { ours, type Saver, sqlite, stockLowdb } from './savers.ts';

const sizes = [10, 1_000, 10_600];
const many = 10_600;
const rounds = 200;
/** lowdb rewrites everything, so that fewer rounds must do. */
const slowRounds = 20;

export const save: Benchmark = {
  name: 'save',
  async run() {
    const medians = new Map<string, number>();
    const savers: { readonly key: string; readonly saver: Saver; readonly rounds: number }[] = [];
    for (const size of sizes) {
      const all = assessments(size);
      for (const open of [ours, sqlite, stockLowdb]) {
        const saver = await open(all);
        savers.push({
          key: `${saver.name} ${size}`,
          saver,
          rounds: open === stockLowdb && size === many ? slowRounds : rounds,
        });
      }
    }
    const taken = new Map(savers.map(({ key }) => [key, [] as number[]]));
    // In turn, so that all of them meet the same moods of the machine; the first round only warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const { key, saver, rounds: own } of savers) {
        if (round > own) continue;
        const milliseconds = await timed(() => saver.save(round));
        if (round > 0) taken.get(key)?.push(milliseconds);
      }
    }
    for (const { saver } of savers) await saver.close();
    for (const [key, figures] of taken) medians.set(key, median(figures));

    const milliseconds = (name: string, size: number) => medians.get(`${name} ${size}`) ?? Number.NaN;
    const detail = Object.fromEntries([...medians].map(([key, figure]) => [`${key} ms`, rounded(figure)]));
    const ratio = (id: string, value: number, target: string): Row => ({
      id,
      value: rounded(value),
      unit: 'ratio',
      target,
      detail,
    });
    return [
      ratio('save.growth', milliseconds('ours', many) / milliseconds('ours', 10), '<=1.2'),
      ratio('save.vs-sqlite', milliseconds('ours', many) / milliseconds('SQLite', many), '<=1.5'),
      ratio('save.vs-lowdb', milliseconds('lowdb', many) / milliseconds('ours', many), '>=50'),
    ];
  },
};
