/** What the proofs do with a store: open it as the program does, and take assessments through their lives. */
import type { Assessment } from '../../criteria/assessment.ts';
import type { EvidenceItem } from '../../criteria/evidence.ts';
import { sampleDistrict } from '../../electron/sample/sample-district.ts';
import type { AnswerChanges } from '../../electron/service/assessments.ts';
import {
  finalised,
  newAssessment,
  reopened,
  summaryOf,
  withChanges,
} from '../../electron/service/assessments.ts';
import { AssessmentStore, type StoreOptions } from '../../electron/store/assessment-store.ts';
import { currentSet } from '../example-assessment.ts';

const year = 2026;

/** Who does it all. */
export const by = 'Chị Lan';

/** The name of the machine's part of a second folder. */
export const machine = 'MAY-1';

/** The line of the list that an assessment must have. */
export const lineOf = (assessment: Assessment) => summaryOf(currentSet, assessment);

export function openStore(dataFolder: string, options: Omit<StoreOptions, 'lines'> = {}): AssessmentStore {
  return new AssessmentStore(dataFolder, {
    lines: { programKey: 'proof', setKey: () => 'proof', of: lineOf },
    ...options,
  });
}

export const idOf = (code: string) => `${year}-${code}`;

export function emptyDraft(code: string, at: string): Assessment {
  const unit = { code, name: `Xã ${code}`, type: 'xa', class: 'other', province: 'Tỉnh Mẫu' } as const;
  return newAssessment(currentSet, unit, year, { at, by });
}

const complete = sampleDistrict(year)
  .map(({ answers, notes }): AnswerChanges => ({ answers, notes }))
  .find((changes) => {
    try {
      finalised(currentSet, withAnswers(changes)(emptyDraft('00000', '2026-11-02T01:00:00.000Z')), {
        at: '2026-11-02T01:00:00.000Z',
        by,
      });
      return true;
    } catch {
      return false;
    }
  });
if (complete === undefined) throw new Error('no complete sample');

/** Everything that a person answers before finalising. */
const allAnswers: AnswerChanges = complete;

function withAnswers(changes: AnswerChanges, at = '2026-11-02T01:00:00.000Z') {
  return (assessment: Assessment) => withChanges(currentSet, assessment, changes, { at, by });
}

/** The instant of a value's own, in seconds from the first. */
export const instantOf = (value: number) => new Date(Date.UTC(2026, 10, 2, 1) + value * 1_000).toISOString();

/** One figure typed, at an instant of its own, and two answers whose points tell it from those before and after it. */
export const typed = (value: number, at = instantOf(value)) =>
  withAnswers(
    {
      answers: { children: value + 100_000, '1.1': value % 2 === 1, '1.2': value % 4 > 1 },
      notes: { '1.1': `Lần ghi thứ ${value}` },
    },
    at,
  );

export const withEvidence = (indicator: string, items: readonly EvidenceItem[], at: string) =>
  withAnswers({ answers: {}, notes: {}, evidence: { [indicator]: items } }, at);

export const filled = (at?: string) => withAnswers(allAnswers, at);
export const finalisedAt = (at: string) => (assessment: Assessment) =>
  finalised(currentSet, assessment, { at, by });
export const reopenedAt = (at: string) => (assessment: Assessment) =>
  reopened(assessment, 'Số liệu sai', { at, by });
