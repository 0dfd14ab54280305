import type { AssessmentSummary } from '../../electron/api.ts';

/** The draft that was changed last; one of the sample district only where there is no other. */
export function lastDraft(assessments: readonly AssessmentSummary[]): AssessmentSummary | undefined {
  let last: AssessmentSummary | undefined;
  for (const one of assessments)
    if (one.status === 'draft' && (last === undefined || isRather(one, last))) last = one;
  return last;
}

function isRather(one: AssessmentSummary, other: AssessmentSummary): boolean {
  if (one.sample !== other.sample) return !one.sample;
  // NOTE: instants of one form, which are in the order of their letters.
  return one.updatedAt > other.updatedAt;
}
