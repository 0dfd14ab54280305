/** The place of a fault, as in `criteria[2].indicators[0].bands[1].points`, as the rule and the part of it. Pure. */
import { ruleKey } from '../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { SetFault } from '../../criteria/set-faults.ts';

export const placedParts = [
  'points',
  'rate',
  'op',
  'max',
  'name',
  'sector',
  'text',
  'label',
  'noun',
  'wording',
  'id',
  'numerator',
  'denominator',
  'base',
  'better',
  'unitClass',
  'unitTypes',
  'threshold',
  'from',
  'to',
  'title',
  'percent',
  'byYear',
  'month',
  'years',
  'zeroNeedsNote',
] as const;
export type PlacedPart = (typeof placedParts)[number];

export interface Place {
  /** The key of the rule; null for what belongs to the set as a whole. */
  readonly rule: string | null;
  /** The class whose own table it stands in. */
  readonly unitClass: string | null;
  /** Which level of the table, from 1; `otherwise` for the rest of it. */
  readonly band: number | 'otherwise' | null;
  /** The fact whose words it is about. */
  readonly fact: string | null;
  /** Null for the rule as a whole. */
  readonly part: PlacedPart | null;
}

export function placeOf(set: CriteriaSet, path: string): Place {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const at = (name: string): number | null => {
    const index = steps.indexOf(name);
    return index < 0 ? null : Number(steps[index + 1]);
  };
  const fact = set.facts[at('facts') ?? -1]?.id ?? null;
  const band = at('bands');
  return {
    rule: ruleAt(set, steps, at, fact),
    unitClass: indicatorAt(set, at)?.unitClass ?? null,
    band: steps.includes('otherwise') ? 'otherwise' : band === null ? null : band + 1,
    fact,
    part: placedParts.find((part) => steps.findLast((step) => isPart(step)) === part) ?? null,
  };
}

function isPart(step: string): boolean {
  return (placedParts as readonly string[]).includes(step);
}

type At = (name: string) => number | null;

function indicatorAt(set: CriteriaSet, at: At) {
  const indicator = set.criteria[at('criteria') ?? -1]?.indicators[at('indicators') ?? -1];
  if (indicator === undefined) return null;
  const table = indicator.kind === 'ratio' ? indicator.classBands[at('classBands') ?? -1] : undefined;
  return { id: indicator.id, unitClass: table?.unitClass ?? null };
}

function ruleAt(set: CriteriaSet, [first]: readonly string[], at: At, fact: string | null): string | null {
  const of = (kind: Parameters<typeof ruleKey>[0], id: string | undefined) =>
    id === undefined ? null : ruleKey(kind, id);
  switch (first) {
    case 'criteria': {
      const indicator = indicatorAt(set, at);
      return indicator === null
        ? of('criterion', set.criteria[at('criteria') ?? -1]?.id)
        : of('indicator', indicator.id);
    }
    case 'facts':
      // What a fact is called belongs to the indicators that count with it.
      return of('indicator', fact === null ? undefined : firstUser(set, fact));
    case 'unitClasses':
      return of('unit_class', set.unitClasses[at('unitClasses') ?? -1]?.id);
    case 'unitTypes':
      return of('unit_type', set.unitTypes[at('unitTypes') ?? -1]?.id);
    case 'authorities':
      return of('authority', set.authorities[at('authorities') ?? -1]?.from);
    case 'nationalTargets': {
      const target = set.nationalTargets[at('nationalTargets') ?? -1];
      return of('target', target === undefined ? undefined : String(target.byYear));
    }
    case 'recognition':
    case 'calendar':
      return ruleKey(first);
    default:
      return null;
  }
}

function firstUser(set: CriteriaSet, fact: string): string | undefined {
  return set.criteria
    .flatMap(({ indicators }) => indicators)
    .find((one) => one.kind === 'ratio' && (one.numerator === fact || one.denominator === fact))?.id;
}

/** What has a field of its own in the editors of a criterion or an indicator. */
const inFields: ReadonlySet<PlacedPart | null> = new Set([
  'points',
  'rate',
  'op',
  'max',
  'name',
  'text',
  'sector',
]);

/**
 * The faults to show beside the fields of a rule: those of its own that stand at none of its fields, and what does not add
 * up in its criterion or in the whole set.
 */
export function faultsBeside(
  set: CriteriaSet,
  faults: readonly SetFault[],
  rule: string,
): readonly SetFault[] {
  const criterion = set.criteria.find(
    ({ id, indicators }) =>
      ruleKey('criterion', id) === rule || indicators.some((one) => ruleKey('indicator', one.id) === rule),
  );
  const sums =
    criterion === undefined ? ['max'] : ['max', `criteria[${set.criteria.indexOf(criterion)}].max`];
  return faults.filter(({ path }) => {
    const place = placeOf(set, path);
    if (place.rule !== rule) return sums.includes(path);
    return !inFields.has(place.part) || !/^(criterion|indicator)\//.test(rule);
  });
}
