import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CriteriaSet, Indicator, RatioIndicator } from '../../../criteria/schema.ts';
import { criteriaSetSchema } from '../../../criteria/schema.ts';
import { setFaults } from '../../../criteria/set-faults.ts';
import { builtInSets, currentSetId } from '../../../criteria/sets/built-in.ts';
import { arbitraryCriteriaSet } from '../../../tests/arbitrary-criteria-set.ts';
import { rebalanced } from './balance.ts';
import { moved } from './ordered.ts';
import {
  indicatorsAsking,
  newCheck,
  newProvenance,
  newRatio,
  unsharedFacts,
  withCriterion,
  withFactId,
  withIndicator,
  withIndicators,
  withoutCriterion,
  withoutIndicator,
  withPoints,
} from './structure.ts';

const set = builtInSets.get(currentSetId) as CriteriaSet;
const text = (words: string) => ({ vi: words, en: words });
const faultsOf = (given: CriteriaSet) => [
  ...(criteriaSetSchema.safeParse(given).success ? [] : ['shape']),
  ...setFaults(given),
];
const indicatorsOf = ({ criteria }: CriteriaSet) => criteria.flatMap(({ indicators }) => indicators);
const thresholdsAside = (given: CriteriaSet): CriteriaSet => ({
  ...given,
  unitClasses: given.unitClasses.map((one) => ({ ...one, threshold: 0 })),
});

/** A set, and one of its indicators that is not the only one of its criterion. */
const setWithSpare = arbitraryCriteriaSet
  .filter(({ criteria }) => criteria.some(({ indicators }) => indicators.length > 1))
  .chain((given) =>
    fc.record({
      given: fc.constant(given),
      spare: fc.constantFrom(
        ...given.criteria.flatMap(({ indicators }) => (indicators.length > 1 ? indicators : [])),
      ),
    }),
  );

describe('a set without one of its indicators', () => {
  test('has no faults but of sums', () => {
    fc.assert(
      fc.property(setWithSpare, ({ given, spare }) => {
        const left = withoutIndicator(thresholdsAside(given), spare);
        expect(indicatorsOf(left)).toHaveLength(indicatorsOf(given).length - 1);
        expect(setFaults(left).every(({ path }) => path === 'max' || path.endsWith('.max'))).toBe(true);
        expect(faultsOf(rebalanced(left))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('keeps the facts that others ask for', () => {
    const ratios = indicatorsOf(set).filter((one): one is RatioIndicator => one.kind === 'ratio');
    const uses = (id: string) => ratios.filter((one) => [one.numerator, one.denominator].includes(id)).length;
    const spare = ratios.find((one) => uses(one.denominator) > 1 && uses(one.numerator) === 1);
    if (spare === undefined) throw new Error('no indicator shares one of its facts');
    expect(unsharedFacts(set, [spare]).map(({ id }) => id)).toEqual([spare.numerator]);
    const ids = withoutIndicator(set, spare).facts.map(({ id }) => id);
    expect(ids).toContain(spare.denominator);
    expect(ids).not.toContain(spare.numerator);
  });
});

test('a set without one of its criteria has no faults but of sums', () => {
  fc.assert(
    fc.property(
      arbitraryCriteriaSet.filter(({ criteria }) => criteria.length > 1),
      fc.nat(),
      (given, n) => {
        const gone = given.criteria[n % given.criteria.length];
        if (gone === undefined) return;
        expect(faultsOf(rebalanced(withoutCriterion(thresholdsAside(given), gone)))).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

test('criteria in another order make no faults', () => {
  const last = set.criteria.length - 1;
  const turned = { ...set, criteria: moved(set.criteria, last, 0) };
  expect(turned.criteria.map(({ id }) => id)).toEqual([
    set.criteria[last]?.id,
    ...set.criteria.slice(0, last).map(({ id }) => id),
  ]);
  expect(faultsOf(turned)).toEqual([]);
});

describe('what is new', () => {
  const provenance = newProvenance(set);
  const given = { id: 'new.1', text: text('Mới'), points: 30 };

  test('rests on a stand-in until it is read', () => {
    expect(provenance.status).toBe('provisional');
    expect(set.sources[provenance.sources[0] as string]?.kind).toBe('stand_in');
  });

  test.each(['higher', 'lower'] as const)('is a ratio without faults where %s is better', (better) => {
    const facts = ['new_a', 'new_b'].map((id) => ({ id, label: text(id), noun: text('hộ') }));
    const ratio = newRatio(
      { ...given, numerator: 'new_a', denominator: 'new_b', base: 10_000, better },
      provenance,
    );
    const first = set.criteria[0]?.id as string;
    expect(faultsOf(rebalanced(withIndicator(set, first, ratio, facts)))).toEqual([]);
  });

  test('is a criterion whose maximum is that of its only indicator', () => {
    const criterion = {
      id: 'new',
      name: text('Mới'),
      sector: text('Y tế'),
      max: given.points,
      provenance,
      maxProvenance: provenance,
      indicators: [newCheck(given, provenance)],
    };
    const added = withCriterion(set, criterion, []);
    expect(setFaults(added).map(({ path }) => path)).toEqual(['max']);
    expect(rebalanced(added).max).toBe(set.max + given.points);
  });
});

test('other points for an indicator go to the top of its tables, so that only sums are wrong', () => {
  fc.assert(
    fc.property(arbitraryCriteriaSet, fc.integer({ min: 1, max: 9 }), (given, more) => {
      const raised = withIndicators(given, (one: Indicator) => withPoints(one, one.points + more));
      expect(faultsOf(rebalanced(raised))).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('a fact is called by its new id wherever it is asked for', () => {
  const [fact] = set.facts;
  const renamed = withFactId(set, fact?.id as string, 'another_name');
  expect(indicatorsAsking(renamed, 'another_name')).toHaveLength(
    indicatorsAsking(set, fact?.id as string).length,
  );
  expect(faultsOf(renamed)).toEqual([]);
});
