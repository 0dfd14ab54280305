/** The criteria sets that this program knows, and how assessments are scored and listed by them. */
import type { Assessment } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { AssessmentSummary } from '../api.ts';
import { Refusal } from '../refusal.ts';
import { sha256OfJson } from '../store/sha256.ts';
import { summaryOf } from './assessments.ts';

/** Counts changes of what a line of the list says, so that lines remembered from before do not count. */
export const lineVersion = 1;

export class CriteriaSets {
  readonly #sets: ReadonlyMap<string, CriteriaSet>;
  readonly #currentId: string;

  constructor(sets: ReadonlyMap<string, CriteriaSet>, currentId: string) {
    this.#sets = sets;
    this.#currentId = currentId;
  }

  /** By id. */
  get all(): ReadonlyMap<string, CriteriaSet> {
    return this.#sets;
  }

  get current(): CriteriaSet {
    const set = this.#sets.get(this.#currentId);
    if (set === undefined) throw new Error(`no criteria set ${this.#currentId}`);
    return set;
  }

  /** The set an assessment is pinned to, or a Refusal (`unknown_criteria_set`). */
  pinned({ id, version }: Assessment['criteriaSet']): CriteriaSet {
    const set = this.#sets.get(id);
    if (set !== undefined && set.version === version) return set;
    throw new Refusal(
      'unknown_criteria_set',
      `Chương trình không có bộ tiêu chí "${id}" phiên bản ${version}`,
    );
  }

  lineOf(assessment: Assessment): AssessmentSummary {
    return summaryOf(this.pinned(assessment.criteriaSet), assessment);
  }

  /** Names the way in which lines are made: another program version, criteria or shape makes other lines. */
  lineKey(programVersion: string): string {
    return sha256OfJson([lineVersion, programVersion, [...this.#sets.values()]]);
  }
}
