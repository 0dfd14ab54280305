import { afterAll, describe, expect, test } from 'vitest';
import { criteriaScenarios } from './criteria-scenarios.ts';
import { faultMatrix } from './fault-matrix.ts';
import { storeScenarios } from './store-scenarios.ts';
import { updateScenarios } from './update-scenarios.ts';
import { writingScenarios } from './writing-scenarios.ts';

const scenarios = [...writingScenarios, ...updateScenarios, ...criteriaScenarios, ...storeScenarios];

describe('the fault matrix', () => {
  const sizes: { cases: number; calls: number; faulty: number }[] = [];
  afterAll(() => {
    const sum = (key: 'cases' | 'calls' | 'faulty') => sizes.reduce((all, size) => all + size[key], 0);
    process.stdout.write(
      `fault matrix: ${sum('cases')} cases at ${sum('calls')} calls of ${sizes.length} operations, ${sum('faulty')} of which lost something\n`,
    );
  });

  test.each(scenarios)('of "$name" finds nothing lost', async (scenario) => {
    const { cases, calls, violations } = await faultMatrix(scenario);
    sizes.push({ cases, calls, faulty: violations.length === 0 ? 0 : 1 });
    // The first few say enough.
    expect(violations.slice(0, 10)).toEqual([]);
    expect(cases).toBeGreaterThan(50);
  });
});
