/** What somebody at a slow machine waits for: a key, and the start; and what the start has to load. */
import { assessments } from './district.ts';
import type { Benchmark } from './measure.ts';
import { keyRow } from './ui-key.ts';
import { startRows } from './ui-start.ts';

export const ui: Benchmark = {
  name: 'ui',
  async run() {
    // The list shows this year's.
    const year = new Date().getFullYear();
    return [await keyRow(assessments(20, year)), ...(await startRows(year))];
  },
};
