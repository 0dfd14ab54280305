/** What may happen to an assessment: created, answered, finalised (chốt), reopened (mở lại). Pure but for the clock. */

import { type Answers, answerFaults, answerKinds } from '../../criteria/answers.ts';
import {
  type Assessment,
  answersOf,
  emptyDraft,
  evidenceOf,
  type Made,
  notesOf,
} from '../../criteria/assessment.ts';
import { scorecardOf } from '../../criteria/assessment-score.ts';
import { type Brought, nothingToUndo, type Undo } from '../../criteria/change.ts';
import { type EvidenceItem, evidenceKey, evidenceLine } from '../../criteria/evidence.ts';
import { withHistory } from '../../criteria/history.ts';
import { hasIndicator, unitClassOf } from '../../criteria/lookup.ts';
import { moved, unknownToSet } from '../../criteria/rules/moving.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { criteriaAtZero, score } from '../../criteria/score.ts';
import type { Unit } from '../../criteria/unit.ts';
import { reasonText } from '../../criteria/wording.ts';
import type { AssessmentSummary } from '../api.ts';
import { checkCode } from '../check-code.ts';
import { Refusal } from '../refusal.ts';
import { hashOfSet } from '../set-hash.ts';

export interface AnswerChanges {
  /** By fact or check id; null or undefined makes it unanswered. */
  readonly answers: Answers;
  /** By indicator id, as `noteSchema` leaves them; an empty text removes the note. */
  readonly notes: Readonly<Record<string, string>>;
  /** By indicator id: all that it has from now on. */
  readonly evidence?: Readonly<Record<string, readonly EvidenceItem[]>> | undefined;
  /** By fact or check id: figures of an earlier year to be confirmed; null takes one away. */
  readonly unconfirmed?: Readonly<Record<string, Brought | null>> | undefined;
  /** What the page can undo from now on; absent: as it was. */
  readonly undo?: Undo | undefined;
}

/** A new, empty draft. Refused when the set does not know the unit's class or type, or has that class for others. */
export function newAssessment(
  set: CriteriaSet,
  unit: Unit,
  year: number,
  made: Made,
  sample = false,
): Assessment {
  needKnownUnit(set, unit);
  return emptyDraft({ unit, year, criteriaSet: set }, made, sample);
}

/**
 * The draft with the changes in it and in its history. Refused whole, naming the place, when any of them is wrong. An
 * answer confirms or replaces what was brought over from an earlier year.
 */
export function withChanges(
  set: CriteriaSet,
  assessment: Assessment,
  changes: AnswerChanges,
  made: Made,
): Assessment {
  needDraft(assessment);
  const merged: Answers = { ...answersOf(assessment), ...changes.answers };
  const fault = answerFaults(set, merged)[0];
  if (fault !== undefined) throw new Refusal(fault.code, fault.message, { path: `answers.${fault.answer}` });

  const answers = { ...assessment.answers };
  for (const [id, value] of Object.entries(changes.answers)) {
    if (value === null || value === undefined) delete answers[id];
    else answers[id] = { value, ...made };
  }
  const notes = { ...assessment.notes };
  for (const [id, text] of Object.entries(changes.notes)) {
    needIndicator(set, id, 'notes');
    if (text === '') delete notes[id];
    else notes[id] = { text, ...made };
  }
  const after: Assessment = {
    ...assessment,
    answers,
    notes,
    evidence: evidenceAfter(set, assessment, changes.evidence ?? {}, made),
    unconfirmed: unconfirmedAfter(set, assessment, answers, changes.unconfirmed ?? {}, made),
    updatedAt: made.at,
    undo: changes.undo ?? assessment.undo,
  };
  return withHistory(assessment, after, made);
}

function evidenceAfter(
  set: CriteriaSet,
  assessment: Assessment,
  changes: NonNullable<AnswerChanges['evidence']>,
  made: Made,
): Assessment['evidence'] {
  const evidence = { ...assessment.evidence };
  for (const [id, items] of Object.entries(changes)) {
    needIndicator(set, id, 'evidence');
    const before = new Map(evidence[id]?.map((entry) => [evidenceKey(entry.item), entry]));
    if (items.length === 0) delete evidence[id];
    else evidence[id] = items.map((item) => before.get(evidenceKey(item)) ?? { item, ...made });
  }
  return evidence;
}

function unconfirmedAfter(
  set: CriteriaSet,
  assessment: Assessment,
  answers: Assessment['answers'],
  changes: NonNullable<AnswerChanges['unconfirmed']>,
  made: Made,
): Assessment['unconfirmed'] {
  const unconfirmed = { ...assessment.unconfirmed };
  for (const [id, brought] of Object.entries(changes)) {
    const kind = answerKinds(set).get(id);
    const given = typeof brought?.value === 'number' ? 'fact' : 'check';
    if (kind === undefined || (brought !== null && kind !== given))
      throw new Refusal('unknown_answer', `Bộ tiêu chí không hỏi “${id}” như vậy`, {
        path: `unconfirmed.${id}`,
      });
    if (brought === null) {
      delete unconfirmed[id];
      continue;
    }
    if (brought.year >= assessment.year)
      throw new Refusal(
        'invalid_input',
        `Năm ${brought.year} không phải là năm trước của phiếu năm ${assessment.year}`,
        {
          path: `unconfirmed.${id}`,
        },
      );
    unconfirmed[id] = { brought, ...made };
  }
  return Object.fromEntries(Object.entries(unconfirmed).filter(([id]) => !(id in answers)));
}

/** The final assessment with its scorecard and hash. Refused while anything is unanswered. */
export function finalised(set: CriteriaSet, assessment: Assessment, { at, by }: Made): Assessment {
  needDraft(assessment);
  const { unit, year, revision } = assessment;
  const answers = answersOf(assessment);
  const notes = notesOf(assessment);
  const evidence = evidenceOf(assessment);
  const scorecard = score(set, unit.class, answers);
  if (!scorecard.complete) {
    const reasons = scorecard.reasons.filter(({ code }) => code === 'unanswered');
    throw new Refusal('incomplete', reasons.map((reason) => reasonText(set, reason)).join('. '));
  }
  return {
    ...assessment,
    status: 'final',
    updatedAt: at,
    unconfirmed: {},
    undo: nothingToUndo,
    finalised: [
      ...assessment.finalised,
      {
        at,
        by,
        revision,
        answers,
        notes,
        evidence,
        scorecard,
        rules: hashOfSet(set),
        sha256: checkCode({
          unit,
          year,
          status: 'final',
          revision,
          answers,
          notes,
          evidence: evidenceLines(evidence),
          scorecard,
        }),
      },
    ],
    log: [...assessment.log, { at, by, event: 'finalised', revision }],
  };
}

/** The draft pinned to another version; a Refusal (`final`, `invalid_input`) where it cannot be. */
export function movedTo(from: CriteriaSet, to: CriteriaSet, assessment: Assessment, made: Made): Assessment {
  needDraft(assessment);
  if (from === to)
    throw new Refusal('invalid_input', 'Phiếu đã theo đúng bản này của bộ tiêu chí nên không cần chuyển');
  needKnownUnit(to, assessment.unit);
  return moved(from, to, assessment, made);
}

/** The next revision as a draft with the same answers; what was finalised stays in `finalised`. */
export function reopened(assessment: Assessment, reason: string, { at, by }: Made): Assessment {
  if (assessment.status !== 'final') throw new Refusal('not_final', 'Phiếu chưa chốt nên không cần mở lại');
  const revision = assessment.revision + 1;
  return {
    ...assessment,
    status: 'draft',
    revision,
    updatedAt: at,
    log: [...assessment.log, { at, by, event: 'reopened', revision, reason: reason.normalize('NFC') }],
  };
}

/** The line of the list. The points of a final assessment are those that were finalised. */
export function summaryOf(set: CriteriaSet, assessment: Assessment): AssessmentSummary {
  const scorecard = scorecardOf(set, assessment);
  const indicators = scorecard.criteria.flatMap((criterion) => criterion.indicators);
  return {
    id: assessment.id,
    unit: assessment.unit,
    year: assessment.year,
    criteriaSet: assessment.criteriaSet,
    classLabel: unitClassOf(set, assessment.unit.class).label,
    status: assessment.status,
    revision: assessment.revision,
    sample: assessment.sample,
    updatedAt: assessment.updatedAt,
    total: scorecard.total,
    max: scorecard.max,
    threshold: scorecard.threshold,
    verdict: scorecard.verdict,
    provisional: scorecard.provisional,
    answered: indicators.filter((indicator) => indicator.state === 'scored').length,
    indicators: indicators.length,
    criteriaAtZero: criteriaAtZero(scorecard.criteria).map(({ id }) => id),
  };
}

/** The lines of evidence by indicator, as documents print them and the check code counts them. */
export function evidenceLines(
  evidence: Readonly<Record<string, readonly EvidenceItem[]>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(evidence).map(([id, items]) => [id, items.map(evidenceLine)]));
}

function needKnownUnit(set: CriteriaSet, unit: Unit): void {
  const unknown = unknownToSet(set, unit);
  if (unknown === 'class')
    throw new Refusal(
      'invalid_input',
      set.unitClasses.some(({ id }) => id === unit.class)
        ? `Theo bộ tiêu chí, loại đơn vị "${unit.class}" không dành cho loại hình "${unit.type}"`
        : `Bộ tiêu chí không có loại đơn vị "${unit.class}"`,
      { path: 'unit.class' },
    );
  if (unknown === 'type')
    throw new Refusal('invalid_input', `Bộ tiêu chí không có loại hình đơn vị "${unit.type}"`, {
      path: 'unit.type',
    });
}

function needIndicator(set: CriteriaSet, id: string, place: 'notes' | 'evidence'): void {
  if (!hasIndicator(set, id))
    throw new Refusal('invalid_input', `Bộ tiêu chí không có chỉ tiêu "${id}"`, { path: `${place}.${id}` });
}

function needDraft(assessment: Assessment): void {
  if (assessment.status === 'final')
    throw new Refusal('final', 'Phiếu đã chốt, không sửa được. Hãy mở lại phiếu nếu cần sửa');
}
