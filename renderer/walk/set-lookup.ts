/** Questions that the walk asks a criteria set. Pure. */
import type { CriteriaSet, Criterion, Indicator, Localised, RatioIndicator } from '../../criteria/schema.ts';

/** The facts of an indicator as they are asked: first the whole, then the part. */
export function factsOfIndicator(indicator: Indicator): readonly string[] {
  return indicator.kind === 'check' ? [] : [indicator.denominator, indicator.numerator];
}

function ratiosOf(criterion: Criterion): readonly RatioIndicator[] {
  return criterion.indicators.filter((indicator) => indicator.kind === 'ratio');
}

/** Facts that several indicators of a criterion need; they are asked once, above the indicators. */
export function sharedFacts(criterion: Criterion): readonly string[] {
  const all = ratiosOf(criterion).flatMap(factsOfIndicator);
  return [...new Set(all.filter((fact, index) => all.indexOf(fact) !== index))];
}

/** Every fact and check that a criterion counts with, in the order of asking. */
export function answersOfCriterion(criterion: Criterion): readonly string[] {
  const ids = criterion.indicators.flatMap((indicator) =>
    indicator.kind === 'check' ? [indicator.id] : factsOfIndicator(indicator),
  );
  return [...new Set(ids)];
}

/** Ids of the criteria that count with a fact; the first is where it is asked. */
export function criteriaUsing(set: CriteriaSet, fact: string): readonly string[] {
  return set.criteria
    .filter((criterion) =>
      ratiosOf(criterion).some((indicator) => factsOfIndicator(indicator).includes(fact)),
    )
    .map(({ id }) => id);
}

/** Ids of the criteria that cannot be scored as typed because they count with a refused figure. */
export function criteriaWithRefused(
  set: CriteriaSet,
  refused: Readonly<Record<string, unknown>>,
): readonly string[] {
  const ids = new Set(Object.keys(refused).flatMap((fact) => criteriaUsing(set, fact)));
  return set.criteria.map(({ id }) => id).filter((id) => ids.has(id));
}

/** The law's words for a class, where they say more than its name; null where they are the same. */
export function lawWords({ label, wording }: CriteriaSet['unitClasses'][number]): Localised | null {
  return wording.vi === label.vi ? null : wording;
}

/** The id of the criterion that an indicator belongs to. */
export function criterionOf(set: CriteriaSet, indicator: string): string {
  return set.criteria.find(({ indicators }) => indicators.some(({ id }) => id === indicator))?.id ?? '';
}
