/** What an assessment becomes when a backup comes back. Pure. */
import type { Assessment, LogEntry } from '../../criteria/assessment.ts';
import { Refusal } from '../refusal.ts';

/**
 * Counted on to the highest known `saves` when a backup takes the place of a state that cannot be read: more than can
 * have been saved since, so that no open window goes on from a state that is gone.
 */
export const leap = 1_000;

type Because = Extract<LogEntry, { event: 'restored' }>['because'];

/** The backup whole. */
export function recovered(backup: Assessment, saves: number, at: string, because: Because): Assessment {
  return {
    ...backup,
    saves,
    log: [...backup.log, { at, event: 'restored', because, savedAt: backup.updatedAt }],
  };
}

/**
 * A backup that a person chose for an assessment whose file is lost. An older one brings its answers and notes only:
 * whatever the newest backup knows to have been finalised stays, and its revision is not given out again.
 */
export function restoredInPlaceOfLost(
  newest: Assessment,
  chosen: Assessment,
  saves: number,
  at: string,
): Assessment {
  if (chosen.saves === newest.saves) return recovered(chosen, saves, at, 'lost');
  needSameSet(newest, chosen);
  return {
    ...newest,
    answers: chosen.answers,
    notes: chosen.notes,
    status: 'draft',
    revision: newest.status === 'final' ? newest.revision + 1 : newest.revision,
    saves,
    updatedAt: at,
    log: [...newest.log, { at, event: 'restored', because: 'lost', savedAt: chosen.updatedAt }],
  };
}

/** The draft with the answers and notes of the backup. What was finalised, the revision and the log stay. */
export function restored(now: Assessment, backup: Assessment, clock: Date): Assessment {
  if (now.status === 'final')
    throw new Refusal('final', 'Phiếu đã chốt; hãy mở lại phiếu trước khi khôi phục bản dự phòng');
  needSameSet(now, backup);
  const at = clock.toISOString();
  return {
    ...now,
    answers: backup.answers,
    notes: backup.notes,
    updatedAt: at,
    log: [...now.log, { at, event: 'restored', because: 'chosen', savedAt: backup.updatedAt }],
  };
}

function needSameSet({ criteriaSet: a }: Assessment, { criteriaSet: b }: Assessment): void {
  if (a.id !== b.id || a.version !== b.version)
    throw new Refusal('unknown_criteria_set', 'Bản dự phòng theo một bộ tiêu chí khác với phiếu hiện nay');
}
