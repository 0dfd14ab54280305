/** What is still to be answered, indicator by indicator. Pure. */
import type { CriteriaSet, Fact } from '../../criteria/schema.ts';
import type { Scorecard } from '../../criteria/score.ts';
import { vi } from '../../criteria/wording.ts';

export interface MissingIndicator {
  readonly criterion: string;
  readonly indicator: string;
  /** Number and text. */
  readonly title: string;
  /** The figures that are missing; none where the indicator is itself a question. */
  readonly facts: readonly Fact[];
}

export function missingIndicators(set: CriteriaSet, scorecard: Scorecard): readonly MissingIndicator[] {
  return set.criteria.flatMap((criterion, index) =>
    criterion.indicators.flatMap((indicator, position) => {
      const score = scorecard.criteria[index]?.indicators[position];
      if (score?.state !== 'unanswered') return [];
      const facts = set.facts.filter(({ id }) => score.missing.includes(id));
      const title = `${indicator.id}. ${vi(indicator.text)}`;
      return [{ criterion: criterion.id, indicator: indicator.id, title, facts }];
    }),
  );
}

/** What in a scorecard rests on stand-ins: indicators, and criteria whose maximum is one. */
export function provisionalParts(
  set: CriteriaSet,
  scorecard: Scorecard,
): { readonly indicators: readonly string[]; readonly maxima: readonly string[] } {
  return {
    indicators: scorecard.criteria.flatMap(({ indicators }) =>
      indicators.filter(({ provisional }) => provisional).map(({ id }) => id),
    ),
    maxima: set.criteria
      .filter(({ maxProvenance }) => maxProvenance.status === 'provisional')
      .map(({ id }) => id),
  };
}
