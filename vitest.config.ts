import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'rooms',
          include: ['{criteria,electron,renderer,build}/**/*.test.{ts,tsx}', 'tests/{,durability/}*.test.ts'],
          testTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'whole program',
          include: ['tests/whole/*.test.ts'],
          globalSetup: ['tests/whole/prepare.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // Two programs and two browsers at a time: they mostly wait, for the disk and for one another.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
