/** What an assessment becomes when a backup comes back. Pure. */
import type { Assessment, LogEntry, Made } from '../../criteria/assessment.ts';
import { nothingToUndo } from '../../criteria/change.ts';
import { withHistory } from '../../criteria/history.ts';
import { Refusal } from '../refusal.ts';

/**
 * Counted on to the highest known `saves` when a backup takes the place of a state that cannot be read: more than can
 * have been saved since, so that no open window goes on from a state that is gone.
 */
export const leap = 1_000;

type Because = Extract<LogEntry, { event: 'restored' }>['because'];

/** The backup whole. */
export function recovered(backup: Assessment, saves: number, { at, by }: Made, because: Because): Assessment {
  return {
    ...backup,
    saves,
    log: [...backup.log, { at, by, event: 'restored', because, savedAt: backup.updatedAt }],
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
  made: Made,
): Assessment {
  if (chosen.saves === newest.saves) return recovered(chosen, saves, made, 'lost');
  needSameSet(
    newest,
    chosen,
    'hãy khôi phục bản dự phòng mới nhất trước, chuyển phiếu sang bản đó ở trang “Bộ tiêu chí”, rồi khôi phục bản này',
  );
  const after: Assessment = {
    ...newest,
    ...contentOf(chosen),
    status: 'draft',
    revision: newest.status === 'final' ? newest.revision + 1 : newest.revision,
    saves,
    updatedAt: made.at,
    log: [...newest.log, { ...made, event: 'restored', because: 'lost', savedAt: chosen.updatedAt }],
  };
  return withHistory(newest, after, made);
}

/** The draft with the answers, notes and evidence of the backup. What was finalised, the revision and the log stay. */
export function restored(now: Assessment, backup: Assessment, made: Made): Assessment {
  if (now.status === 'final')
    throw new Refusal('final', 'Phiếu đã chốt; hãy mở lại phiếu trước khi khôi phục bản dự phòng');
  needSameSet(now, backup, 'hãy chuyển phiếu về bản đó ở trang “Bộ tiêu chí” rồi khôi phục');
  const after: Assessment = {
    ...now,
    ...contentOf(backup),
    updatedAt: made.at,
    log: [...now.log, { ...made, event: 'restored', because: 'chosen', savedAt: backup.updatedAt }],
  };
  return withHistory(now, after, made);
}

/** All that assessors enter. What could be undone belonged to the state that goes. */
function contentOf({ answers, notes, evidence, unconfirmed }: Assessment) {
  return { answers, notes, evidence, unconfirmed, undo: nothingToUndo };
}

/** NOTE: what the one set asks need not be what the other asks; moving the draft says what becomes of each figure. */
function needSameSet({ criteriaSet: now }: Assessment, { criteriaSet }: Assessment, todo: string): void {
  const { id, version } = criteriaSet;
  if (now.id !== id || now.version !== version)
    throw new Refusal(
      'unknown_criteria_set',
      `Bản dự phòng theo bộ tiêu chí "${id}" bản ${version}, khác với phiếu hiện nay; ${todo}`,
    );
}
