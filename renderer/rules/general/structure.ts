/** Adds, removes and orders what is scored: criteria, their indicators, and the facts that these ask for. Pure. */
import type {
  CheckIndicator,
  CriteriaSet,
  Criterion,
  Fact,
  Indicator,
  Localised,
  Provenance,
  RatioIndicator,
} from '../../../criteria/schema.ts';

/** Of what is new in a draft; the version that the draft becomes says it better. */
export function newProvenance({ sources }: Pick<CriteriaSet, 'sources'>): Provenance {
  const ids = Object.keys(sources);
  const source = ids.find((id) => sources[id]?.kind === 'stand_in') ?? ids[0];
  return { status: 'provisional', sources: [source as string] };
}

interface NewIndicator {
  readonly id: string;
  readonly text: Localised;
  readonly points: number;
}

export function newCheck(given: NewIndicator, provenance: Provenance): CheckIndicator {
  return { kind: 'check', ...given, provenance };
}

interface NewRatio
  extends NewIndicator,
    Pick<RatioIndicator, 'numerator' | 'denominator' | 'base' | 'better'> {}

/** With the simplest table there is: all points for the best rate, none for any other. */
export function newRatio(given: NewRatio, provenance: Provenance): RatioIndicator {
  const best = given.better === 'higher' ? given.base : 0;
  return {
    kind: 'ratio',
    ...given,
    zeroDenominator: { gives: 'zero', provenance },
    bands: [{ op: '=', rate: String(best), points: given.points, provenance }],
    otherwise: { points: 0, provenance },
    classBands: [],
    provenance,
  };
}

export function withCriterion(set: CriteriaSet, criterion: Criterion, facts: readonly Fact[]): CriteriaSet {
  return { ...set, criteria: [...set.criteria, criterion], facts: [...set.facts, ...facts] };
}

export function withIndicator(
  set: CriteriaSet,
  criterionId: string,
  indicator: Indicator,
  facts: readonly Fact[],
): CriteriaSet {
  const added = withCriteria(set, (criterion) =>
    criterion.id === criterionId
      ? { ...criterion, indicators: [...criterion.indicators, indicator] }
      : criterion,
  );
  return { ...added, facts: [...set.facts, ...facts] };
}

/** The facts that nothing but these indicators asks for. */
export function unsharedFacts(set: CriteriaSet, indicators: readonly Indicator[]): readonly Fact[] {
  const ids = new Set(indicators.map(({ id }) => id));
  const all = set.criteria.flatMap((criterion) => criterion.indicators);
  const asked = factsOf(all.filter(({ id }) => ids.has(id)));
  const kept = factsOf(all.filter(({ id }) => !ids.has(id)));
  return set.facts.filter(({ id }) => asked.has(id) && !kept.has(id));
}

/** The indicators that ask for a fact. */
export function indicatorsAsking(set: CriteriaSet, fact: string): readonly Indicator[] {
  return set.criteria
    .flatMap(({ indicators }) => indicators)
    .filter((one) => one.kind === 'ratio' && (one.numerator === fact || one.denominator === fact));
}

/** Without an indicator that is not the only one of its criterion, and without the facts that nothing else asks for. */
export function withoutIndicator(set: CriteriaSet, indicator: Indicator): CriteriaSet {
  const facts = unsharedFacts(set, [indicator]);
  const left = withCriteria(set, (criterion) => ({
    ...criterion,
    indicators: criterion.indicators.filter(({ id }) => id !== indicator.id),
  }));
  return { ...left, facts: set.facts.filter((fact) => !facts.includes(fact)) };
}

/** Without a criterion that is not the only one, its indicators, and the facts that nothing else asks for. */
export function withoutCriterion(set: CriteriaSet, criterion: Criterion): CriteriaSet {
  const facts = unsharedFacts(set, criterion.indicators);
  return {
    ...set,
    criteria: set.criteria.filter(({ id }) => id !== criterion.id),
    facts: set.facts.filter((fact) => !facts.includes(fact)),
  };
}

/** With other points for an indicator; the top band of each of its tables goes with them. */
export function withPoints(indicator: Indicator, points: number): Indicator {
  if (indicator.kind === 'check') return { ...indicator, points };
  const top = <T extends Pick<RatioIndicator, 'bands'>>(table: T): T => ({
    ...table,
    bands: table.bands.map((band, place) =>
      place === 0 && band.points === indicator.points ? { ...band, points } : band,
    ),
  });
  return { ...top(indicator), points, classBands: indicator.classBands.map((table) => top(table)) };
}

export function withCriteria(set: CriteriaSet, change: (criterion: Criterion) => Criterion): CriteriaSet {
  return { ...set, criteria: set.criteria.map(change) };
}

export function withIndicators(set: CriteriaSet, change: (indicator: Indicator) => Indicator): CriteriaSet {
  return withCriteria(set, (criterion) => ({ ...criterion, indicators: criterion.indicators.map(change) }));
}

/** With the fact of an id called by another one, wherever it is asked for. */
export function withFactId(set: CriteriaSet, from: string, to: string): CriteriaSet {
  const renamed = (id: string) => (id === from ? to : id);
  const asked = withIndicators(set, (one) =>
    one.kind === 'check'
      ? one
      : { ...one, numerator: renamed(one.numerator), denominator: renamed(one.denominator) },
  );
  return { ...asked, facts: set.facts.map((fact) => ({ ...fact, id: renamed(fact.id) })) };
}

function factsOf(indicators: readonly Indicator[]): ReadonlySet<string> {
  return new Set(indicators.flatMap((one) => (one.kind === 'ratio' ? [one.numerator, one.denominator] : [])));
}
