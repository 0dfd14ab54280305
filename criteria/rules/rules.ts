/**
 * The rules of a criteria set: what an office reads in the decision in one go, and confirms or corrects as one. A rule has
 * one provenance or several (an indicator: its wording, its bands, what a zero denominator gives). Pure.
 */
import type { CriteriaSet, Criterion, Indicator, Provenance, RatioIndicator } from '../schema.ts';

export const ruleKinds = [
  'recognition',
  'unit_class',
  'criterion',
  'indicator',
  'unit_type',
  'authority',
  'calendar',
  'target',
] as const;
export type RuleKind = (typeof ruleKinds)[number];

export interface Rule {
  /** Names the rule within its set: `indicator/3.1`, `unit_class/other`, `authority/2019-01-03`, `recognition`. */
  readonly key: string;
  readonly kind: RuleKind;
  /** The part of the key behind the kind; empty for what a set has only one of. */
  readonly id: string;
  readonly provenances: readonly Provenance[];
  /** Whether every part of it is confirmed. */
  readonly confirmed: boolean;
}

export function ruleKey(kind: RuleKind, id = ''): string {
  return id === '' ? kind : `${kind}/${id}`;
}

/** What a rule's key names. */
export function ruleOfKey(key: string): { readonly kind: RuleKind; readonly id: string } {
  const slash = key.indexOf('/');
  return slash < 0
    ? { kind: key as RuleKind, id: '' }
    : { kind: key.slice(0, slash) as RuleKind, id: key.slice(slash + 1) };
}

/** All rules in the order in which a set is read: how units are recognised, the criteria, then all that is dated. */
export function rulesOf(set: CriteriaSet): readonly Rule[] {
  const found = new Map<string, Provenance[]>();
  withProvenances(set, (key, provenance) => {
    const known = found.get(key);
    if (known === undefined) found.set(key, [provenance]);
    else known.push(provenance);
    return provenance;
  });
  return [...found].map(([key, provenances]) => ({
    key,
    ...ruleOfKey(key),
    provenances,
    confirmed: provenances.every(({ status }) => status === 'confirmed'),
  }));
}

export interface RuleCount {
  readonly confirmed: number;
  readonly total: number;
}

export function countRules(rules: readonly Rule[]): RuleCount {
  return { confirmed: rules.filter(({ confirmed }) => confirmed).length, total: rules.length };
}

/** The set with every provenance as `change` gives it, in the order in which a set is read. */
export function withProvenances(
  set: CriteriaSet,
  change: (key: string, given: Provenance) => Provenance,
): CriteriaSet {
  const of =
    (key: string) =>
    <T extends { readonly provenance: Provenance }>(part: T): T => ({
      ...part,
      provenance: change(key, part.provenance),
    });
  const recognition = of(ruleKey('recognition'))(set.recognition);
  const unitClasses = set.unitClasses.map((one) => of(ruleKey('unit_class', one.id))(one));
  const criteria = set.criteria.map((criterion): Criterion => {
    const key = ruleKey('criterion', criterion.id);
    return {
      ...criterion,
      provenance: change(key, criterion.provenance),
      maxProvenance: change(key, criterion.maxProvenance),
      indicators: criterion.indicators.map((one) => indicatorWith(one, of(ruleKey('indicator', one.id)))),
    };
  });
  return {
    ...set,
    recognition,
    unitClasses,
    criteria,
    unitTypes: set.unitTypes.map((one) => of(ruleKey('unit_type', one.id))(one)),
    authorities: set.authorities.map((one) => of(ruleKey('authority', one.from))(one)),
    calendar: of(ruleKey('calendar'))(set.calendar),
    nationalTargets: set.nationalTargets.map((one) => of(ruleKey('target', String(one.byYear)))(one)),
  };
}

type Mapped = <T extends { readonly provenance: Provenance }>(part: T) => T;

function indicatorWith(indicator: Indicator, mapped: Mapped): Indicator {
  if (indicator.kind === 'check') return mapped(indicator);
  const table = <T extends Pick<RatioIndicator, 'bands' | 'otherwise'>>(given: T): T => ({
    ...given,
    bands: given.bands.map((band) => mapped(band)),
    otherwise: mapped(given.otherwise),
  });
  return {
    ...table(mapped(indicator)),
    zeroDenominator: mapped(indicator.zeroDenominator),
    classBands: indicator.classBands.map((one) => table(one)),
  };
}

/** What a rule says, without where it comes from, as plain data; undefined when the set has no such rule. */
function ruleContent(set: CriteriaSet, key: string): unknown {
  const { kind, id } = ruleOfKey(key);
  switch (kind) {
    case 'recognition':
      return bare(set.recognition);
    case 'calendar':
      return bare(set.calendar);
    case 'unit_class':
      return bare(set.unitClasses.find((one) => one.id === id));
    case 'unit_type':
      return bare(set.unitTypes.find((one) => one.id === id));
    case 'authority':
      return bare(set.authorities.find((one) => one.from === id));
    case 'target':
      return bare(set.nationalTargets.find((one) => String(one.byYear) === id));
    case 'criterion': {
      const found = set.criteria.find((one) => one.id === id);
      if (found === undefined) return undefined;
      // NOTE: which indicators belong to it is part of what a criterion says; what they say is not.
      return bare({ ...found, indicators: found.indicators.map((indicator) => indicator.id) });
    }
    case 'indicator': {
      const found = set.criteria.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
      if (found === undefined || found.kind === 'check') return bare(found);
      const facts = set.facts.filter((fact) => fact.id === found.numerator || fact.id === found.denominator);
      return bare({ ...found, facts });
    }
  }
}

const provenanceKeys = new Set(['provenance', 'maxProvenance']);

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !provenanceKeys.has(key))
      .map(([key, part]) => [key, bare(part)]),
  );
}

/** Whether a rule says the same in both sets, whatever its provenance. */
export function saysTheSame(a: CriteriaSet, b: CriteriaSet, key: string): boolean {
  return sortedText(ruleContent(a, key)) === sortedText(ruleContent(b, key));
}

/** The keys of objects count in no order; those of lists do. */
function sortedText(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
