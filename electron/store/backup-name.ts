/** A backup says in its name whose it is, which state it holds, when it was taken and why. */
import { z } from 'zod';
import { type BackupReason, backupReasons } from '../api.ts';

export interface BackupName {
  readonly file: string;
  readonly id: string;
  /** The `saves` of the state in it: orders backups whatever the clock said. */
  readonly saves: number;
  readonly takenAt: string;
  readonly reason: BackupReason;
}

const pattern =
  /^(\d{4}-[A-Za-z0-9][A-Za-z0-9._-]{0,31})_(\d{10})_(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3}Z)_([a-z]+)\.json$/;
const reasonSchema = z.enum(backupReasons);

export function backupName(id: string, saves: number, takenAt: string, reason: BackupReason): BackupName {
  const order = String(saves).padStart(10, '0');
  // NOTE: Windows takes no colon in a name.
  return {
    file: `${id}_${order}_${takenAt.replaceAll(':', '-')}_${reason}.json`,
    id,
    saves,
    takenAt,
    reason,
  };
}

/** Undefined for a file that is no backup of ours. */
export function parseBackupName(file: string): BackupName | undefined {
  const [, id, saves, day, hours, minutes, seconds, word] = pattern.exec(file) ?? [];
  const reason = reasonSchema.safeParse(word);
  if (id === undefined || !reason.success) return undefined;
  return {
    file,
    id,
    saves: Number(saves),
    takenAt: `${day}T${hours}:${minutes}:${seconds}`,
    reason: reason.data,
  };
}

/** Newest state first. */
export function newestFirst(a: BackupName, b: BackupName): number {
  return b.saves - a.saves || b.takenAt.localeCompare(a.takenAt) || b.file.localeCompare(a.file);
}
