/** How many rules of a criteria set have been read in the decision, and how many stand in for it. Pure. */
import type { CriteriaSet, Criterion, Provenance } from '../../criteria/schema.ts';

export interface RuleCount {
  readonly confirmed: number;
  readonly total: number;
}

export interface RuleCounts extends RuleCount {
  /** Unit types and classes, recognition, authorities, national targets and calendar. */
  readonly general: RuleCount;
  readonly criteria: readonly (RuleCount & { readonly criterion: Criterion })[];
}

export function countRules(set: CriteriaSet): RuleCounts {
  const general = count([
    ...set.unitTypes.map((type) => type.provenance),
    ...set.unitClasses.map((unitClass) => unitClass.provenance),
    ...set.authorities.map((authority) => authority.provenance),
    ...set.nationalTargets.map((target) => target.provenance),
    set.recognition.provenance,
    set.calendar.provenance,
  ]);
  const criteria = set.criteria.map((criterion) => ({ criterion, ...count(rulesOf(criterion)) }));
  const all = [general, ...criteria];
  return {
    confirmed: all.reduce((sum, part) => sum + part.confirmed, 0),
    total: all.reduce((sum, part) => sum + part.total, 0),
    general,
    criteria,
  };
}

function rulesOf(criterion: Criterion): Provenance[] {
  return [
    criterion.provenance,
    criterion.maxProvenance,
    ...criterion.indicators.flatMap((indicator) =>
      indicator.kind === 'check'
        ? [indicator.provenance]
        : [
            indicator.provenance,
            indicator.zeroDenominator.provenance,
            ...[indicator, ...indicator.classBands].flatMap(({ bands, otherwise }) => [
              ...bands.map((band) => band.provenance),
              otherwise.provenance,
            ]),
          ],
    ),
  ];
}

function count(rules: readonly Provenance[]): RuleCount {
  return {
    confirmed: rules.filter(({ status }) => status === 'confirmed').length,
    total: rules.length,
  };
}
