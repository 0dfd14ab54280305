import type { Change } from '../../criteria/change.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { paths } from '../paths.ts';

/** Where the first change of a step is seen: the field of an answer, the page of a note or of evidence. */
export function stepAddress(set: CriteriaSet, assessment: string, [change]: readonly Change[]): string {
  const criterion = set.criteria.find(({ indicators }) =>
    indicators.some(
      (indicator) =>
        indicator.id === change?.of ||
        (indicator.kind === 'ratio' &&
          [indicator.numerator, indicator.denominator].includes(change?.of ?? '')),
    ),
  );
  if (change === undefined || criterion === undefined) return paths.assessment(assessment);
  return isAnswer(change)
    ? paths.answer(assessment, criterion.id, change.of)
    : paths.criterion(assessment, criterion.id);
}

function isAnswer({ kind }: Change): boolean {
  return kind === 'answer' || kind === 'unconfirmed';
}
