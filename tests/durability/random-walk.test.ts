import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenProtocols, type Protocol, rightProtocol } from './broken-protocols.ts';
import { walk } from './walk-steps.ts';
import { Walker } from './walker.ts';

const runs = process.env.LONG_PROOF === '1' ? 5_000 : 200;

const walks = (protocol: Protocol) =>
  fc.asyncProperty(walk, async (taken) => {
    const walker = new Walker(protocol);
    for (const step of taken) await walker.take(step);
    await walker.end();
  });

describe('a store on a disk that fails and a machine that loses power', () => {
  test(
    `keeps what it acknowledged through ${runs} random walks`,
    async () => {
      await fc.assert(walks(rightProtocol), { numRuns: runs });
    },
    runs * 1_000,
  );

  test.each(['files are not synced', 'folders are not synced'])(
    'is found by such walks to lose something when %s',
    async (how) => {
      const { failed } = await fc.check(walks(brokenProtocols[how] ?? rightProtocol), {
        numRuns: 5_000,
        endOnFailure: true,
      });
      expect(failed).toBe(true);
    },
  );
});
