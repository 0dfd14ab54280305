import { describe, expect, test } from 'vitest';
import { brokenProtocols } from './broken-protocols.ts';
import { criteriaScenarios } from './criteria-scenarios.ts';
import { faultMatrix } from './fault-matrix.ts';
import { storeScenarios } from './store-scenarios.ts';
import { writingScenarios } from './writing-scenarios.ts';

/**
 * NOTE: an index that is lost is made again, and a choice of folder is no assessment: they need no protocol. What lay in
 * the place of a file before it was recovered makes no difference to how the recovery is written. Evidence that comes back
 * from the second folder comes back again. So does a criteria set from its copy, and what is put away is not written.
 */
const saving = [...criteriaScenarios, ...storeScenarios].filter(
  ({ name }) => !/^(rebuild|choose|have evidence back|mending|putting)|another state/.test(name),
);

describe('the fault matrix finds fault when', () => {
  describe.each(Object.entries(brokenProtocols))('%s', (_how, protocol) => {
    test('in one write or another', async () => {
      const found = await Promise.all(writingScenarios.map((scenario) => faultMatrix(scenario, protocol, 1)));
      expect(found.flatMap(({ violations }) => violations)).not.toEqual([]);
    });

    test.each(saving)('in "$name"', async (scenario) => {
      expect((await faultMatrix(scenario, protocol, 1)).violations).not.toEqual([]);
    });
  });
});
