/** Scoring all assessments anew, as after a correction of the rules. */
import { answersOf } from '../criteria/assessment.ts';
import { score } from '../criteria/score.ts';
import { assessments, sets } from './district.ts';
import { type Benchmark, median, rounded, timed } from './measure.ts';

const sizes = [10, 1_000, 10_600];
const rounds = 9;

export const rescore: Benchmark = {
  name: 'rescore',
  async run() {
    const detail: Record<string, number> = {};
    for (const size of sizes) {
      const all = assessments(size);
      const taken: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const milliseconds = await timed(() => {
          for (const assessment of all) score(sets.current, assessment.unit.class, answersOf(assessment));
        });
        if (round > 0) taken.push(milliseconds);
      }
      detail[`${size} s`] = rounded(median(taken) / 1_000);
    }
    return [{ id: 'rescore', value: detail['10600 s'] ?? Number.NaN, unit: 's', target: '<=0.3', detail }];
  },
};
