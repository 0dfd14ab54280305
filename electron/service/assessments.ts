/** What may happen to an assessment: created, answered, finalised (chốt), reopened (mở lại). Pure but for the clock. */

import { type Answers, answerFaults } from '../../criteria/answers.ts';
import { type Assessment, answersOf, emptyDraft, notesOf } from '../../criteria/assessment.ts';
import { scorecardOf } from '../../criteria/assessment-score.ts';
import { hasIndicator } from '../../criteria/lookup.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { criteriaAtZero, score } from '../../criteria/score.ts';
import type { Unit } from '../../criteria/unit.ts';
import { reasonText } from '../../criteria/wording.ts';
import type { AssessmentSummary } from '../api.ts';
import { checkCode } from '../check-code.ts';
import { Refusal } from '../refusal.ts';

export interface AnswerChanges {
  /** By fact or check id; null or undefined makes it unanswered. */
  readonly answers: Answers;
  /** By indicator id, as `noteSchema` leaves them; an empty text removes the note. */
  readonly notes: Readonly<Record<string, string>>;
}

/** A new, empty draft. Refused when the set does not know the unit's class. */
export function newAssessment(
  set: CriteriaSet,
  unit: Unit,
  year: number,
  at: string,
  sample = false,
): Assessment {
  if (!set.unitClasses.some(({ id }) => id === unit.class))
    throw new Refusal('invalid_input', `Bộ tiêu chí không có loại đơn vị "${unit.class}"`, {
      path: 'unit.class',
    });
  return emptyDraft({ unit, year, criteriaSet: set }, at, sample);
}

/** The draft with the changes in it. Refused whole, naming the place, when any of them is wrong. */
export function withChanges(
  set: CriteriaSet,
  assessment: Assessment,
  changes: AnswerChanges,
  at: string,
): Assessment {
  needDraft(assessment);
  const merged: Answers = { ...answersOf(assessment), ...changes.answers };
  const fault = answerFaults(set, merged)[0];
  if (fault !== undefined) throw new Refusal(fault.code, fault.message, { path: `answers.${fault.answer}` });

  const answers = { ...assessment.answers };
  for (const [id, value] of Object.entries(changes.answers)) {
    if (value === null || value === undefined) delete answers[id];
    else answers[id] = { value, at };
  }
  const notes = { ...assessment.notes };
  for (const [id, text] of Object.entries(changes.notes)) {
    if (!hasIndicator(set, id))
      throw new Refusal('invalid_input', `Bộ tiêu chí không có chỉ tiêu "${id}"`, { path: `notes.${id}` });
    if (text === '') delete notes[id];
    else notes[id] = { text, at };
  }
  return { ...assessment, answers, notes, updatedAt: at };
}

/** The final assessment with its scorecard and hash. Refused while anything is unanswered. */
export function finalised(set: CriteriaSet, assessment: Assessment, at: string): Assessment {
  needDraft(assessment);
  const { unit, year, revision } = assessment;
  const answers = answersOf(assessment);
  const notes = notesOf(assessment);
  const scorecard = score(set, unit.class, answers);
  if (!scorecard.complete) {
    const reasons = scorecard.reasons.filter(({ code }) => code === 'unanswered');
    throw new Refusal('incomplete', reasons.map((reason) => reasonText(set, reason)).join('. '));
  }
  return {
    ...assessment,
    status: 'final',
    updatedAt: at,
    finalised: [
      ...assessment.finalised,
      {
        at,
        revision,
        answers,
        notes,
        scorecard,
        sha256: checkCode({
          unit,
          year,
          status: 'final',
          revision,
          answers,
          notes,
          evidence: {},
          scorecard,
        }),
      },
    ],
    log: [...assessment.log, { at, event: 'finalised', revision }],
  };
}

/** The next revision as a draft with the same answers; what was finalised stays in `finalised`. */
export function reopened(assessment: Assessment, reason: string, at: string): Assessment {
  if (assessment.status !== 'final') throw new Refusal('not_final', 'Phiếu chưa chốt nên không cần mở lại');
  const revision = assessment.revision + 1;
  return {
    ...assessment,
    status: 'draft',
    revision,
    updatedAt: at,
    log: [...assessment.log, { at, event: 'reopened', revision, reason: reason.normalize('NFC') }],
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

function needDraft(assessment: Assessment): void {
  if (assessment.status === 'final')
    throw new Refusal('final', 'Phiếu đã chốt, không sửa được. Hãy mở lại phiếu nếu cần sửa');
}
