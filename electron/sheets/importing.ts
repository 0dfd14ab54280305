/** What an assessment becomes when the figures of a scorecard are taken over. Pure. */
import { type Assessment, emptyDraft } from '../../criteria/assessment.ts';
import { fold } from '../../criteria/fold.ts';
import type { ImportUse } from '../api.ts';
import { Refusal } from '../refusal.ts';
import type { SheetAttachment } from './attachment.ts';

/**
 * As a draft: answers and notes of the sheet in a new draft of its year, or in the draft that is there; what was
 * finalised, the revision and the log stay. A Refusal when the present assessment does not allow it.
 */
export function importedAsDraft(sheet: SheetAttachment, present: Assessment | null, at: string): Assessment {
  const drafted = present === null ? emptyDraft(sheet, at) : present;
  const { unit, criteriaSet } = drafted;
  if (drafted.status === 'final')
    throw new Refusal(
      'final',
      'Trên máy đã có phiếu đã chốt của đơn vị này; hãy mở lại phiếu đó trước khi nhập',
    );
  if (fold(unit.name) !== fold(sheet.unit.name))
    throw new Refusal(
      'conflict',
      `Trên máy đã có phiếu mang cùng mã đơn vị ${unit.code} nhưng của ${unit.name}, không phải ${sheet.unit.name}`,
    );
  if (criteriaSet.id !== sheet.criteriaSet.id || criteriaSet.version !== sheet.criteriaSet.version)
    throw new Refusal('unknown_criteria_set', 'Phiếu trên máy theo một bộ tiêu chí khác với phiếu đem nhập');
  return {
    ...drafted,
    answers: Object.fromEntries(given(sheet).map(([id, value]) => [id, { value, at }])),
    notes: notesAt(sheet, at),
    updatedAt: at,
    log: [...drafted.log, imported(sheet, 'draft', at)],
  };
}

/**
 * As last year's figures: the assessment as it was finalised and printed, unchanged. A Refusal for a sheet that is not
 * final, and where there is an assessment of that unit and year already: its figures are shown as they are.
 */
export function importedAsLastYear(
  sheet: SheetAttachment,
  present: Assessment | null,
  at: string,
): Assessment {
  if (sheet.status !== 'final')
    throw new Refusal(
      'not_final',
      'Phiếu này in ra khi chưa chốt; chỉ phiếu đã chốt mới giữ được làm số liệu năm trước',
    );
  if (present !== null)
    throw new Refusal(
      'already_exists',
      `Trên máy đã có phiếu năm ${sheet.year} của ${present.unit.name}; số liệu của phiếu đó được dùng làm số liệu năm trước`,
    );
  if (Object.keys(sheet.evidence).length > 0)
    throw new Refusal(
      'invalid_input',
      'Phiếu này có danh mục minh chứng, phiên bản này chưa giữ được nên mã kiểm tra sẽ không còn khớp; hãy nhập làm phiếu nháp',
    );
  const { revision, scorecard, sha256 } = sheet;
  // NOTE: in Vietnam the day of the sheet, on which it was finalised.
  const finalisedAt = `${sheet.printed.date}T00:00:00.000Z`;
  return {
    ...emptyDraft(sheet, at),
    answers: Object.fromEntries(given(sheet).map(([id, value]) => [id, { value, at: finalisedAt }])),
    notes: notesAt(sheet, finalisedAt),
    status: 'final',
    revision,
    finalised: [
      {
        at: finalisedAt,
        revision,
        answers: Object.fromEntries(given(sheet)),
        notes: sheet.notes,
        scorecard,
        sha256,
      },
    ],
    log: [{ at, event: 'created' }, imported(sheet, 'last_year', at)],
  };
}

function given({ answers }: SheetAttachment): (readonly [string, number | boolean])[] {
  return Object.entries(answers).flatMap(([id, value]) =>
    value === null || value === undefined ? [] : [[id, value] as const],
  );
}

function notesAt({ notes }: SheetAttachment, at: string): Assessment['notes'] {
  return Object.fromEntries(
    Object.entries(notes)
      .filter(([, text]) => text !== '')
      .map(([id, text]) => [id, { text, at }]),
  );
}

function imported(sheet: SheetAttachment, as: ImportUse, at: string): Assessment['log'][number] {
  const { sha256, status, revision, printed } = sheet;
  return { at, event: 'imported', as, sha256, from: { status, revision, date: printed.date } };
}
