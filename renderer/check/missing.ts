/** What is still to be answered, indicator by indicator. Pure. */
import type { CriteriaSet, Fact } from '../../criteria/schema.ts';
import type { Scorecard } from '../../criteria/score.ts';
import { localised } from '../wording.ts';

export interface MissingIndicator {
  readonly criterion: string;
  readonly indicator: string;
  /** Number and text. */
  readonly title: string;
  /** The figures that are missing; none where the indicator is itself a question. */
  readonly facts: readonly Fact[];
}

/** Figures that only wait to be confirmed are not among them: `unconfirmed` is keyed by their ids. */
export function missingIndicators(
  set: CriteriaSet,
  scorecard: Scorecard,
  unconfirmed: Readonly<Record<string, unknown>>,
): readonly MissingIndicator[] {
  return set.criteria.flatMap((criterion, index) =>
    criterion.indicators.flatMap((indicator, position) => {
      const score = scorecard.criteria[index]?.indicators[position];
      if (score?.state !== 'unanswered') return [];
      const missing = score.missing.filter((id) => !(id in unconfirmed));
      if (missing.length === 0) return [];
      const facts = set.facts.filter(({ id }) => missing.includes(id));
      const title = `${indicator.id}. ${localised(indicator.text)}`;
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
