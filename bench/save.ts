/** A durable save of one figure, with few and many assessments on the disk, beside SQLite and stock lowdb. */
import type { Assessment } from '../criteria/assessment.ts';
import { assessments } from './district.ts';
import { type Benchmark, median, type Row, rounded, timed } from './measure.ts';
import { ours, type Saver, sqlite, stockLowdb } from './savers.ts';

const sizes = [10, 1_000, 10_600];
const many = 10_600;
const rounds = 200;
/** lowdb rewrites everything, so that fewer rounds must do. */
const lowdbRounds = 20;

type Medians = ReadonlyMap<string, number>;

export const save: Benchmark = {
  name: 'save',
  async run() {
    // NOTE: lowdb by itself: what it writes without syncing would be flushed at the cost of whoever syncs next.
    const medians = new Map([
      ...(await inTurn([ours, sqlite], rounds)),
      ...(await inTurn([stockLowdb], lowdbRounds)),
    ]);
    const of = (name: string, size: number) => medians.get(`${name} ${size}`) ?? Number.NaN;
    const detail = Object.fromEntries([...medians].map(([key, figure]) => [`${key} ms`, rounded(figure)]));
    const ratio = (id: string, value: number, target: string): Row => ({
      id,
      value: rounded(value),
      unit: 'ratio',
      target,
      detail,
    });
    return [
      ratio('save.growth', of('ours', many) / of('ours', 10), '<=1.2'),
      ratio('save.vs-sqlite', of('ours', many) / of('SQLite', many), '<=1.5'),
      ratio('save.vs-lowdb', of('lowdb', many) / of('ours', many), '>=50'),
    ];
  },
};

/** Medians in milliseconds by saver and size. All take turns, each round beginning with another, so that they meet the same moods of the machine. */
async function inTurn(
  openers: readonly ((all: readonly Assessment[]) => Promise<Saver>)[],
  count: number,
): Promise<Medians> {
  const runners: { readonly key: string; readonly saver: Saver; readonly taken: number[] }[] = [];
  for (const size of sizes) {
    const all = assessments(size);
    for (const open of openers) {
      const saver = await open(all);
      runners.push({ key: `${saver.name} ${size}`, saver, taken: [] });
    }
  }
  // The first rounds only warm up.
  for (let round = -runners.length; round < count; round += 1) {
    for (let turn = 0; turn < runners.length; turn += 1) {
      const runner = runners[(turn + round + runners.length) % runners.length];
      const milliseconds = await timed(() => runner?.saver.save(round + runners.length));
      if (round >= 0) runner?.taken.push(milliseconds);
      await runner?.saver.rest();
    }
  }
  for (const { saver } of runners) await saver.close();
  return new Map(runners.map(({ key, taken }) => [key, median(taken)]));
}
