import { describe, expect, test } from 'vitest';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { patientFileSystem } from './patient-file-system.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

/** A file system on which renaming fails a number of times, seen through patience; with what was waited and logged. */
function heldFor(times: number, code: string) {
  const waited: number[] = [];
  const logged: string[] = [];
  let tries = 0;
  const held: FileSystem = {
    ...nodeFileSystem,
    rename: async () => {
      tries += 1;
      if (tries <= times) throw failure(code);
    },
    syncFolder: async () => {
      tries += 1;
      throw failure(code);
    },
  };
  const files = patientFileSystem(held, {
    wait: async (milliseconds) => void waited.push(milliseconds),
    log: (line) => void logged.push(line),
  });
  return { files, waited, logged, tries: () => tries };
}

describe('a file that another program holds', () => {
  test.each(['EPERM', 'EBUSY', 'EACCES'])(
    'for a moment (%s) is waited for, and that is logged',
    async (code) => {
      const { files, waited, logged } = heldFor(3, code);
      await files.rename('a', 'b');
      expect(waited).toEqual([20, 40, 80]);
      expect(logged).toHaveLength(3);
      expect(logged[0]).toContain(code);
    },
  );

  test('for good is an error after a bounded time', async () => {
    const { files, waited, tries } = heldFor(Number.POSITIVE_INFINITY, 'EBUSY');
    await expect(files.rename('a', 'b')).rejects.toMatchObject({ code: 'EBUSY' });
    expect(tries()).toBe(6);
    expect(waited.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(1_000);
  });

  test.each(['ENOSPC', 'EIO', 'ENOENT', 'EROFS'])(
    'is not what %s means: that is not tried again',
    async (code) => {
      const { files, waited } = heldFor(1, code);
      await expect(files.rename('a', 'b')).rejects.toMatchObject({ code });
      expect(waited).toEqual([]);
    },
  );

  test('is never waited for after a failed sync, which may have lost what was written', async () => {
    const { files, waited, tries } = heldFor(1, 'EPERM');
    await expect(files.syncFolder('a')).rejects.toMatchObject({ code: 'EPERM' });
    expect(tries()).toBe(1);
    expect(waited).toEqual([]);
  });
});
