/** Which backups of one assessment are kept. Pure, and by the order of the states, so that no clock can empty a folder. */
import { dayInVietnam } from '../day-in-vietnam.ts';
import { type BackupName, newestFirst } from './backup-name.ts';

const latestSaves = 10;
const days = 30;
/** Of each kind that was taken before something. */
const latestBefore = 5;

/**
 * The backups that newer ones make superfluous: beyond the last 10 saves, the last save of each of 30 days with saves,
 * and the last 5 taken before a migration, an import, a restore and a reopening each.
 */
export function superfluous(backups: readonly BackupName[]): readonly BackupName[] {
  const ordered = [...backups].sort(newestFirst);
  const saves = ordered.filter(({ reason }) => reason === 'save');
  const kept = new Set<BackupName>([...saves.slice(0, latestSaves), ...lastOfEachDay(saves).slice(0, days)]);
  const others = Map.groupBy(
    ordered.filter(({ reason }) => reason !== 'save'),
    ({ reason }) => reason,
  );
  for (const group of others.values()) for (const backup of group.slice(0, latestBefore)) kept.add(backup);
  return ordered.filter((backup) => !kept.has(backup));
}

function lastOfEachDay(saves: readonly BackupName[]): readonly BackupName[] {
  const byDay = Map.groupBy(saves, ({ takenAt }) => dayInVietnam(takenAt));
  return [...byDay.values()].flatMap((ofDay) => ofDay.slice(0, 1));
}
