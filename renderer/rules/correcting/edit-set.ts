/** Changes to single parts of a set that is being corrected. Pure. */
import type {
  CriteriaSet,
  Criterion,
  Fact,
  Indicator,
  Provenance,
  RatioIndicator,
} from '../../../criteria/schema.ts';

/** Where a criterion stands, and where an indicator stands in it; null where the set has no such indicator. */
export function placeOfIndicator(
  set: CriteriaSet,
  id: string,
): { readonly criterion: number; readonly indicator: number } | null {
  for (const [criterion, { indicators }] of set.criteria.entries()) {
    const indicator = indicators.findIndex((one) => one.id === id);
    if (indicator >= 0) return { criterion, indicator };
  }
  return null;
}

export function withCriterion(set: CriteriaSet, id: string, part: Partial<Criterion>): CriteriaSet {
  return {
    ...set,
    criteria: set.criteria.map((criterion) => (criterion.id === id ? { ...criterion, ...part } : criterion)),
  };
}

export function withIndicator<T extends Indicator>(
  set: CriteriaSet,
  given: T,
  change: (indicator: T) => Indicator,
): CriteriaSet {
  return {
    ...set,
    criteria: set.criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.map((one) =>
        one.id === given.id && one.kind === given.kind ? change(one as T) : one,
      ),
    })),
  };
}

export function withFact(set: CriteriaSet, id: string, part: Partial<Omit<Fact, 'id'>>): CriteriaSet {
  return { ...set, facts: set.facts.map((fact) => (fact.id === id ? { ...fact, ...part } : fact)) };
}

/** The bands of all units, or those of a class with its own. */
export type TablePlace = { readonly unitClass: string | null };

type Table = Pick<RatioIndicator, 'bands' | 'otherwise'>;

export function withTable(
  indicator: RatioIndicator,
  { unitClass }: TablePlace,
  change: (table: Table) => Table,
): RatioIndicator {
  if (unitClass === null) return { ...indicator, ...change(indicatorTable(indicator)) };
  return {
    ...indicator,
    classBands: indicator.classBands.map((one) =>
      one.unitClass === unitClass ? { ...one, ...change(one) } : one,
    ),
  };
}

function indicatorTable({ bands, otherwise }: RatioIndicator): Table {
  return { bands, otherwise };
}

/** With a level below the one at `after`, which says the same until something else is typed. */
export function withBandAfter(table: Table, after: number): Table {
  const model = table.bands[after] ?? table.bands.at(-1);
  if (model === undefined) return table;
  return { ...table, bands: table.bands.toSpliced(after + 1, 0, { ...model }) };
}

/** Without one of its levels; the last one stays, because a table without levels is none. */
export function withoutBand(table: Table, at: number): Table {
  return table.bands.length < 2 ? table : { ...table, bands: table.bands.toSpliced(at, 1) };
}

const turned = { '>=': '<=', '<=': '>=', '=': '=' } as const;

/** With the other direction, in which all comparisons turn. */
export function turnedAround({ zeroNeedsNote, ...indicator }: RatioIndicator): RatioIndicator {
  const better = indicator.better === 'higher' ? 'lower' : 'higher';
  const turn = <T extends Table>(table: T): T => ({
    ...table,
    bands: table.bands.map((band) => ({ ...band, op: turned[band.op] })),
  });
  return {
    ...turn(indicator),
    better,
    // NOTE: only where lower is better can a zero be too good to be true.
    ...(better === 'lower' && zeroNeedsNote !== undefined && { zeroNeedsNote }),
    classBands: indicator.classBands.map(turn),
  };
}

/** With levels of its own for a class, which are those of all others until something else is typed. */
export function withClassTable(indicator: RatioIndicator, unitClass: string): RatioIndicator {
  const { bands, otherwise } = indicator;
  return { ...indicator, classBands: [...indicator.classBands, { unitClass, bands, otherwise }] };
}

export function withoutClassTable(indicator: RatioIndicator, unitClass: string): RatioIndicator {
  return { ...indicator, classBands: indicator.classBands.filter((one) => one.unitClass !== unitClass) };
}

/** The set with one rule as it is in `base`; unchanged where either has no such rule. */
export function restored(set: CriteriaSet, base: CriteriaSet, kind: string, id: string): CriteriaSet {
  const back = <T extends { readonly provenance: Provenance }>(
    now: readonly T[],
    before: readonly T[],
    name: (one: T) => string,
  ): T[] => now.map((one) => (name(one) === id ? (before.find((other) => name(other) === id) ?? one) : one));
  switch (kind) {
    case 'recognition':
      return { ...set, recognition: base.recognition };
    case 'calendar':
      return { ...set, calendar: base.calendar };
    case 'unit_class':
      return { ...set, unitClasses: back(set.unitClasses, base.unitClasses, (one) => one.id) };
    case 'unit_type':
      return { ...set, unitTypes: back(set.unitTypes, base.unitTypes, (one) => one.id) };
    case 'authority':
      return { ...set, authorities: back(set.authorities, base.authorities, (one) => one.from) };
    case 'target':
      return {
        ...set,
        nationalTargets: back(set.nationalTargets, base.nationalTargets, (one) => String(one.byYear)),
      };
    case 'criterion':
      return restoredCriterion(set, base, id);
    case 'indicator':
      return restoredIndicator(set, base, id);
    default:
      return set;
  }
}

/** NOTE: its indicators stay as they are: they are rules of their own. */
function restoredCriterion(set: CriteriaSet, base: CriteriaSet, id: string): CriteriaSet {
  const before = base.criteria.find((criterion) => criterion.id === id);
  if (before === undefined) return set;
  const { indicators: _, ...rest } = before;
  return withCriterion(set, id, rest);
}

function restoredIndicator(set: CriteriaSet, base: CriteriaSet, id: string): CriteriaSet {
  const before = base.criteria.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
  if (before === undefined) return set;
  const asked = before.kind === 'ratio' ? [before.numerator, before.denominator] : [];
  const facts = base.facts.filter((fact) => asked.includes(fact.id));
  return {
    ...set,
    facts: [
      ...set.facts.map((fact) => facts.find((other) => other.id === fact.id) ?? fact),
      ...facts.filter((fact) => !set.facts.some((other) => other.id === fact.id)),
    ],
    criteria: set.criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.map((one) => (one.id === id ? before : one)),
    })),
  };
}
