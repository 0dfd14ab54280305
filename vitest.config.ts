import { defineConfig } from 'vitest/config';

// NOTE: as Node does, so that what is tested imports what runs.
const deps = { interopDefault: false };

export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'rooms',
          include: [
            '{criteria,electron,renderer,build}/**/*.test.{ts,tsx}',
            'tests/{,durability/,attacks/,generated/}*.test.ts',
          ],
          testTimeout: 60_000,
          deps,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'whole program',
          include: ['tests/{whole,packaged}/*.test.ts'],
          globalSetup: ['tests/whole/prepare.ts'],
          testTimeout: 180_000,
          deps,
          hookTimeout: 120_000,
          // Two programs and two browsers at a time: they mostly wait, for the disk and for one another.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
