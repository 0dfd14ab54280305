/** The figures of an earlier year, to be seen beside those of this one. */
import { type Assessment, answersOf, assessmentId } from '../../criteria/assessment.ts';
import { fold } from '../../criteria/fold.ts';
import { earliestYear } from '../../criteria/unit.ts';
import type { OpenedAssessment } from '../api.ts';
import { Refusal } from '../refusal.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import { fileErrorCode } from '../store/file-system.ts';

/** A whole plan period: assessments are not made every year. */
const yearsBack = 5;

/**
 * The latest earlier assessment of the same unit by the same criteria: since units are merged, a code alone can be that of
 * another one. Undefined where there is none, or where it cannot
 * be read now: that is said where the troubled files are listed, and must not keep this year's from being opened.
 */
export async function earlierFigures(
  store: AssessmentStore,
  { unit, year, criteriaSet }: Assessment,
): Promise<OpenedAssessment['earlier']> {
  for (let before = year - 1; before >= Math.max(earliestYear, year - yearsBack); before -= 1) {
    try {
      const id = assessmentId(before, unit.code);
      if ((await store.files.status(id)) === null) continue;
      const earlier = await store.read(id);
      if (earlier.criteriaSet.id === criteriaSet.id && fold(earlier.unit.name) === fold(unit.name))
        return { year: before, status: earlier.status, answers: answersOf(earlier) };
    } catch (error) {
      if (!(error instanceof Refusal) && fileErrorCode(error) === undefined) throw error;
    }
  }
  return undefined;
}
