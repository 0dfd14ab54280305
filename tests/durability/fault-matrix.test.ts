import { afterAll, describe, expect, test } from 'vitest';
import { faultMatrix } from './fault-matrix.ts';
import { storeScenarios } from './store-scenarios.ts';
import { writingScenarios } from './writing-scenarios.ts';

const scenarios = [...writingScenarios, ...storeScenarios];

describe('the fault matrix', () => {
  const sizes: { cases: number; calls: number }[] = [];
  afterAll(() => {
    const sum = (key: 'cases' | 'calls') => sizes.reduce((all, size) => all + size[key], 0);
    process.stdout.write(
      `fault matrix: ${sum('cases')} cases at ${sum('calls')} calls of ${sizes.length} operations, none of which lost anything\n`,
    );
  });

  test.each(scenarios)('of "$name" finds nothing lost', async (scenario) => {
    const { cases, calls, violations } = await faultMatrix(scenario);
    // The first few say enough.
    expect(violations.slice(0, 10)).toEqual([]);
    expect(cases).toBeGreaterThan(50);
    sizes.push({ cases, calls });
  });
});
