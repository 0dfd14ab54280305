/** What an assessment becomes when the figures of a scorecard are taken over. Pure. */
import { type Assessment, emptyDraft, type Made } from '../../criteria/assessment.ts';
import { nothingToUndo } from '../../criteria/change.ts';
import { type EvidenceItem, evidenceItemSchema, evidenceLimit } from '../../criteria/evidence.ts';
import { fold } from '../../criteria/fold.ts';
import { withHistory } from '../../criteria/history.ts';
import type { ImportUse } from '../api.ts';
import { Refusal } from '../refusal.ts';
import type { SheetAttachment } from './attachment.ts';

/**
 * As a draft: answers and notes of the sheet in a new draft of its year, or in the draft that is there; what was
 * finalised, the revision and the log stay. A Refusal when the present assessment does not allow it.
 */
export function importedAsDraft(sheet: SheetAttachment, present: Assessment | null, made: Made): Assessment {
  const drafted = present === null ? emptyDraft(sheet, made) : present;
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
  const after: Assessment = {
    ...drafted,
    ...contentOf(sheet, made),
    updatedAt: made.at,
    log: [...drafted.log, imported(sheet, 'draft', made)],
  };
  return withHistory(drafted, after, made);
}

/**
 * As last year's figures: the assessment as it was finalised and printed, unchanged. A Refusal for a sheet that is not
 * final, and where there is an assessment of that unit and year already: its figures are shown as they are.
 */
export function importedAsLastYear(
  sheet: SheetAttachment,
  present: Assessment | null,
  made: Made,
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
  // NOTE: an empty list is under the check code, too.
  if (linesLeftOut(sheet) > 0 || Object.values(sheet.evidence).some((lines) => lines.length === 0))
    throw new Refusal(
      'invalid_input',
      'Phiếu này có dòng minh chứng bỏ trống, trùng nhau hoặc quá nhiều, không giữ được nguyên như đã in; chỉ nhập được làm phiếu nháp',
    );
  const { revision, scorecard, criteriaSet, sha256 } = sheet;
  // NOTE: in Vietnam the day of the sheet, on which it was finalised.
  const then: Made = { at: `${sheet.printed.date}T00:00:00.000Z`, by: null };
  return {
    ...emptyDraft(sheet, made),
    ...contentOf(sheet, then),
    status: 'final',
    revision,
    finalised: [
      {
        ...then,
        revision,
        answers: Object.fromEntries(given(sheet)),
        notes: sheet.notes,
        evidence: papersOf(sheet),
        scorecard,
        rules: criteriaSet.digest,
        sha256,
      },
    ],
    log: [{ ...made, event: 'created' }, imported(sheet, 'last_year', made)],
  };
}

/** What assessors enter, as it stood on the sheet. */
function contentOf(
  sheet: SheetAttachment,
  made: Made,
): Pick<Assessment, 'answers' | 'notes' | 'evidence' | 'unconfirmed' | 'undo'> {
  return {
    answers: Object.fromEntries(given(sheet).map(([id, value]) => [id, { value, ...made }])),
    notes: Object.fromEntries(
      Object.entries(sheet.notes)
        .filter(([, text]) => text !== '')
        .map(([id, text]) => [id, { text, ...made }]),
    ),
    evidence: Object.fromEntries(
      Object.entries(papersOf(sheet)).map(([id, items]) => [id, items.map((item) => ({ item, ...made }))]),
    ),
    unconfirmed: {},
    undo: nothingToUndo,
  };
}

/** A sheet carries the lines of its evidence, not the files: they are kept as papers, word for word. */
function papersOf({ evidence }: SheetAttachment): Record<string, EvidenceItem[]> {
  return Object.fromEntries(
    Object.entries(evidence)
      .map(([id, lines]) => [id, keptLines(lines).map((text) => ({ kind: 'paper', text }) as const)] as const)
      .filter(([, papers]) => papers.length > 0),
  );
}

/** How many lines of evidence an assessment cannot hold as they stand on the sheet, which was made without one. */
export function linesLeftOut({ evidence }: SheetAttachment): number {
  const lists = Object.values(evidence);
  return lists.flat().length - lists.flatMap(keptLines).length;
}

function keptLines(lines: readonly string[]): readonly string[] {
  return [...new Set(lines.filter(isPaper))].slice(0, evidenceLimit);
}

function isPaper(text: string): boolean {
  const item = evidenceItemSchema.safeParse({ kind: 'paper', text }).data;
  return item?.kind === 'paper' && item.text === text;
}

function given({ answers }: SheetAttachment): (readonly [string, number | boolean])[] {
  return Object.entries(answers).flatMap(([id, value]) =>
    value === null || value === undefined ? [] : [[id, value] as const],
  );
}

function imported(sheet: SheetAttachment, as: ImportUse, made: Made): Assessment['log'][number] {
  const { sha256, status, revision, printed } = sheet;
  return { ...made, event: 'imported', as, sha256, from: { status, revision, date: printed.date } };
}
