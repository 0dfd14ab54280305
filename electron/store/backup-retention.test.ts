import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BackupReason, backupReasons } from '../api.ts';
import { dayInVietnam } from '../day-in-vietnam.ts';
import { backupName, parseBackupName } from './backup-name.ts';
import { superfluous } from './backup-retention.ts';

const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyBackup = fc
  .tuple(fc.nat(5_000), instant, fc.constantFrom(...backupReasons))
  .map(([saves, at, reason]) => backupName('2026-24769', saves, at, reason));
const anyBackups = fc.uniqueArray(anyBackup, { selector: ({ file }) => file, maxLength: 120 });

const of = (reason: BackupReason) => (backup: { reason: BackupReason }) => backup.reason === reason;

describe('of the backups of an assessment', () => {
  test('the last ten saves are always kept, whatever the clock said', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const gone = new Set(superfluous(backups));
        const latest = backups
          .filter(of('save'))
          .toSorted((a, b) => b.saves - a.saves || b.takenAt.localeCompare(a.takenAt))
          .slice(0, 10);
        for (const backup of latest) expect(gone.has(backup)).toBe(false);
      }),
    );
  });

  test('the last save of each of the thirty latest days is kept', () => {
    const byDay = Array.from({ length: 40 }, (_, day) =>
      [9, 15].map((hour) =>
        backupName(
          '2026-24769',
          day * 100 + hour,
          new Date(Date.UTC(2026, 9, 1 + day, hour)).toISOString(),
          'save',
        ),
      ),
    ).flat();
    const gone = new Set(superfluous(byDay));
    const kept = byDay.filter((backup) => !gone.has(backup));
    const days = new Set(kept.map(({ takenAt }) => dayInVietnam(takenAt)));
    expect(days.size).toBe(30);
    expect(kept.filter(({ saves }) => saves % 100 === 9)).toHaveLength(5);
    expect(kept).toHaveLength(35);
  });

  test('one is left whenever there was one, and never an older save in place of a newer', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const gone = new Set(superfluous(backups));
        const kept = backups.filter((backup) => !gone.has(backup));
        expect(kept.length > 0).toBe(backups.length > 0);
        const newest = backups.toSorted((a, b) => b.saves - a.saves || b.takenAt.localeCompare(a.takenAt))[0];
        if (newest?.reason === 'save') expect(kept).toContain(newest);
      }),
    );
  });

  test('those taken before something are kept, five of each kind', () => {
    const reopenings = Array.from({ length: 8 }, (_, n) =>
      backupName('2026-24769', n, `2026-11-0${n + 1}T00:00:00.000Z`, 'reopening'),
    );
    expect(superfluous(reopenings).map(({ saves }) => saves)).toEqual([2, 1, 0]);
  });

  test('a second pruning finds nothing more to remove', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const gone = new Set(superfluous(backups));
        expect(superfluous(backups.filter((backup) => !gone.has(backup)))).toEqual([]);
      }),
    );
  });
});

describe('the name of a backup', () => {
  test('says all that it was made from', () => {
    fc.assert(
      fc.property(anyBackup, (backup) => {
        expect(parseBackupName(backup.file)).toEqual(backup);
      }),
    );
  });

  test('is one that Windows takes, and sorts by the order of the states', () => {
    fc.assert(
      fc.property(anyBackup, anyBackup, (a, b) => {
        expect(a.file).not.toMatch(/[<>:"/\\|?*]/);
        if (a.saves < b.saves) expect(a.file < b.file).toBe(true);
      }),
    );
  });

  test.each(['', 'x.json', '2026-24769.json', '2026-24769_1_2026-11-01T00-00-00.000Z_save.json'])(
    'is not %j',
    (name) => expect(parseBackupName(name)).toBeUndefined(),
  );
});
