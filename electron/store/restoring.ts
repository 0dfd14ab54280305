/** What an assessment becomes when a backup comes back. Pure. */
import type { Assessment, LogEntry } from '../../criteria/assessment.ts';
import { Refusal } from '../refusal.ts';

/**
 * Counted on to `saves` when a backup takes the place of a state that cannot be read: more than can have been saved
 * since, so that no open window goes on from a state that is gone.
 */
const leap = 1_000;

/** The backup whole, in place of a file that is damaged or gone. */
export function recovered(
  backup: Assessment,
  at: string,
  because: Extract<LogEntry, { event: 'restored' }>['because'],
): Assessment {
  return {
    ...backup,
    saves: backup.saves + leap,
    log: [...backup.log, { at, event: 'restored', because, savedAt: backup.updatedAt }],
  };
}

/** The draft with the answers and notes of the backup. What was finalised, the revision and the log stay. */
export function restored(now: Assessment, backup: Assessment, clock: Date): Assessment {
  if (now.status === 'final')
    throw new Refusal('final', 'Phiếu đã chốt; hãy mở lại phiếu trước khi khôi phục bản dự phòng');
  if (now.criteriaSet.id !== backup.criteriaSet.id || now.criteriaSet.version !== backup.criteriaSet.version)
    throw new Refusal('unknown_criteria_set', 'Bản dự phòng theo một bộ tiêu chí khác với phiếu hiện nay');
  const at = clock.toISOString();
  return {
    ...now,
    answers: backup.answers,
    notes: backup.notes,
    updatedAt: at,
    log: [...now.log, { at, event: 'restored', because: 'chosen', savedAt: backup.updatedAt }],
  };
}
