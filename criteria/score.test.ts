import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyCase,
  criterionIn,
  indicatorIn,
  indicatorsOf,
  law,
  perfectAnswers,
  ratiosOf,
} from '../tests/scoring-cases.ts';
import { answerFaults } from './answers.ts';
import type { CriteriaSet, RatioIndicator } from './schema.ts';
import { score, scoreIndicator } from './score.ts';

const sum = (numbers: readonly (number | null)[]) =>
  numbers.reduce<number>((total, n) => total + (n ?? 0), 0);
function withThreshold(set: CriteriaSet, unitClass: string, threshold: number): CriteriaSet {
  return {
    ...set,
    unitClasses: set.unitClasses.map((klass) => (klass.id === unitClass ? { ...klass, threshold } : klass)),
  };
}

describe('a scorecard', () => {
  test('has as its total the sum of its criteria, and those of their indicators; null counts as nothing', () => {
    fc.assert(
      fc.property(anyCase({ complete: false }), ({ set, unitClass, answers }) => {
        const card = score(set, unitClass, answers);
        expect(card.total).toBe(sum(card.criteria.map(({ points }) => points)));
        expect(card.total).toBe(sum(indicatorsOf(card).map(({ points }) => points)));
        for (const criterion of card.criteria)
          expect(criterion.points ?? 0).toBe(sum(criterion.indicators.map(({ points }) => points)));
        expect(card.max).toBe(sum(indicatorsOf(card).map(({ max }) => max)));
      }),
    );
  });

  test('keeps every part within zero and its maximum', () => {
    fc.assert(
      fc.property(anyCase({ complete: false }), ({ set, unitClass, answers }) => {
        const card = score(set, unitClass, answers);
        for (const part of [...card.criteria, ...indicatorsOf(card)]) {
          expect(part.points ?? 0).toBeGreaterThanOrEqual(0);
          expect(part.points ?? 0).toBeLessThanOrEqual(part.max);
        }
        expect(card.total).toBeLessThanOrEqual(card.max);
      }),
    );
  });

  test('does not depend on the order of the answers', () => {
    const shuffled = anyCase({ complete: false }).chain((given) =>
      fc.record({
        given: fc.constant(given),
        entries: fc.shuffledSubarray(Object.entries(given.answers), {
          minLength: Object.keys(given.answers).length,
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given: { set, unitClass, answers }, entries }) => {
        expect(score(set, unitClass, Object.fromEntries(entries))).toEqual(score(set, unitClass, answers));
      }),
    );
  });

  test('is the same after its answers, and it, went through JSON', () => {
    fc.assert(
      fc.property(anyCase({ complete: false }), ({ set, unitClass, answers }) => {
        const card = score(set, unitClass, answers);
        expect(score(set, unitClass, JSON.parse(JSON.stringify(answers)))).toEqual(card);
        expect(JSON.parse(JSON.stringify(card))).toEqual(card);
      }),
    );
  });

  test('takes the "-0" of a JSON file for zero', () => {
    const card = score(law, 'other', JSON.parse('{"children":-0,"children_registered":-0}'));
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });

  test('leaves set and answers as they were', () => {
    fc.assert(
      fc.property(anyCase({ complete: false }), ({ set, unitClass, answers }) => {
        const before = structuredClone({ set, answers });
        score(set, unitClass, answers);
        expect({ set, answers }).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  test('cannot be made for a unit class that the set does not know', () => {
    expect(() => score(law, 'no_such_class', {})).toThrow(RangeError);
  });
});

describe('recognition', () => {
  test('a perfect commune of every class is eligible with the full total', () => {
    for (const { id } of law.unitClasses) {
      const card = score(law, id, perfectAnswers());
      expect(card).toMatchObject({
        total: 1_000,
        max: 1_000,
        complete: true,
        verdict: 'eligible',
        reasons: [],
      });
    }
  });

  test('is blocked by one criterion at zero whatever the total', () => {
    for (const criterion of law.criteria) {
      const answers = perfectAnswers();
      for (const indicator of criterion.indicators) {
        if (indicator.kind === 'check') answers[indicator.id] = false;
        else answers[indicator.numerator] = indicator.better === 'higher' ? 0 : 2_000;
      }
      const others = law.criteria.filter((other) => other !== criterion);
      for (const { id } of law.unitClasses) {
        const card = score(law, id, answers);
        expect(card.verdict, criterion.id).toBe('ineligible');
        expect(card.reasons).toContainEqual({ code: 'criterion_at_zero', criterion: criterion.id });
        expect(card.total).toBe(sum(others.map(({ max }) => max)));
      }
    }
  });

  test('is blocked by a criterion at zero in any set that says so, and only there', () => {
    fc.assert(
      fc.property(anyCase({ complete: true }), ({ set, unitClass, answers }) => {
        const lenient = withThreshold(set, unitClass, 0);
        const card = score(lenient, unitClass, answers);
        const zeros = card.criteria.filter(({ points }) => points === 0).map(({ id }) => id);
        const blocking = set.recognition.everyCriterionAboveZero ? zeros : [];
        expect(card.verdict).toBe(blocking.length > 0 ? 'ineligible' : 'eligible');
        expect(card.reasons).toEqual(blocking.map((criterion) => ({ code: 'criterion_at_zero', criterion })));
      }),
    );
  });

  test('is reached exactly at the threshold and not one point below it', () => {
    fc.assert(
      fc.property(anyCase({ complete: true }), ({ set, unitClass, answers }) => {
        const { total, reasons } = score(withThreshold(set, unitClass, 0), unitClass, answers);
        const at = score(withThreshold(set, unitClass, total), unitClass, answers);
        expect(at.verdict).toBe(reasons.length === 0 ? 'eligible' : 'ineligible');
        const below = score(withThreshold(set, unitClass, total + 1), unitClass, answers);
        expect(below.verdict).toBe('ineligible');
        expect(below.reasons.at(-1)).toEqual({
          code: 'below_threshold',
          total,
          threshold: total + 1,
          short: 1,
        });
      }),
    );
  });

  const exactlyAt = [
    // 1,000 less 40 (12.1), 30 (11.2), 10 (9.1 one band down) and 10 each for 13.1 and 13.2
    {
      unitClass: 'ward_central_city',
      threshold: 900,
      lost: { '12.1': false, '11.2': false, children_checked: 1_599 },
      surveyed: 1_400,
    },
    // 1,000 less 40 (12.1), 30 (12.3), 40 (11.1), 30 (11.2), 10 (9.1), 10 (2.1), 20 (4.1) and 10 each for 13.1 and 13.2
    {
      unitClass: 'mountain_island_special',
      threshold: 800,
      lost: {
        '12.1': false,
        '12.3': false,
        '11.1': false,
        '11.2': false,
        children_checked: 1_400,
        children_registered: 1_900,
        children_offending: 2,
      },
      surveyed: 1_400,
    },
    // 1,000 less 40 (12.1), 40 (11.1), 30 (11.2), 10 (9.1), 10 (2.1) and 10 each for 13.1 and 13.2
    {
      unitClass: 'other',
      threshold: 850,
      lost: {
        '12.1': false,
        '11.1': false,
        '11.2': false,
        children_checked: 1_400,
        children_registered: 1_900,
      },
      surveyed: 1_400,
    },
  ];

  test.each(exactlyAt)(
    'of $unitClass passes with $threshold points and fails one band below',
    ({ unitClass, threshold, lost, surveyed }) => {
      const answers = {
        ...perfectAnswers(),
        ...lost,
        surveyed_children_satisfied: surveyed,
        surveyed_adults_satisfied: surveyed,
      };
      expect(score(law, unitClass, answers)).toMatchObject({
        total: threshold,
        verdict: 'eligible',
        reasons: [],
      });
      const oneChildFewer = { ...answers, surveyed_children_satisfied: surveyed - 1 };
      expect(score(law, unitClass, oneChildFewer)).toMatchObject({
        total: threshold - 5,
        verdict: 'ineligible',
        reasons: [{ code: 'below_threshold', total: threshold - 5, threshold, short: 5 }],
      });
    },
  );
});

describe('better figures', () => {
  const improved = anyCase({ complete: true }).chain((given) => {
    const ratios = ratiosOf(given.set);
    const steps = ratios.map(({ denominator }) => fc.nat({ max: Number(given.answers[denominator]) }));
    return fc.record({ given: fc.constant(given), figures: fc.tuple(...steps) });
  });

  test('never lower the points of the indicator nor the total', () => {
    fc.assert(
      fc.property(improved, ({ given: { set, unitClass, answers }, figures }) => {
        const before = score(set, unitClass, answers);
        for (const [index, indicator] of ratiosOf(set).entries()) {
          const now = Number(answers[indicator.numerator]);
          const other = figures[index] as number;
          const better = indicator.better === 'higher' ? Math.max(now, other) : Math.min(now, other);
          const after = score(set, unitClass, { ...answers, [indicator.numerator]: better });
          expect(indicatorIn(after, indicator.id).points).toBeGreaterThanOrEqual(
            indicatorIn(before, indicator.id).points ?? 0,
          );
          expect(after.total).toBeGreaterThanOrEqual(before.total);
        }
      }),
    );
  });
});

describe('an unanswered question', () => {
  test('is never zero: no points, no verdict, and the total is the sum so far', () => {
    fc.assert(
      fc.property(anyCase({ complete: false }), ({ set, unitClass, answers }) => {
        const card = score(set, unitClass, answers);
        const lacks = (id: string) => answers[id] === undefined || answers[id] === null;
        const missing = (indicator: CriteriaSet['criteria'][number]['indicators'][number]) =>
          (indicator.kind === 'check' ? [indicator.id] : [indicator.numerator, indicator.denominator]).filter(
            lacks,
          );
        const unanswered: string[] = [];
        for (const criterion of set.criteria) {
          for (const indicator of criterion.indicators) {
            const scored = indicatorIn(card, indicator.id);
            const lacking = missing(indicator);
            expect(scored.state).toBe(lacking.length > 0 ? 'unanswered' : 'scored');
            expect(scored.points === null).toBe(lacking.length > 0);
            if (scored.state === 'unanswered') expect(scored.missing).toEqual(lacking);
            if (lacking.length > 0) unanswered.push(indicator.id);
          }
          const scoredCriterion = criterionIn(card, criterion.id);
          const open = criterion.indicators.filter(({ id }) => unanswered.includes(id));
          expect(scoredCriterion.complete).toBe(open.length === 0);
          expect(scoredCriterion.points === null).toBe(open.length === criterion.indicators.length);
        }
        expect(card.complete).toBe(unanswered.length === 0);
        expect(card.verdict === 'incomplete').toBe(unanswered.length > 0);
        expect(card.reasons.filter(({ code }) => code === 'unanswered')).toEqual(
          unanswered.length > 0 ? [{ code: 'unanswered', indicators: unanswered }] : [],
        );
        if (unanswered.length > 0)
          expect(card.reasons.some(({ code }) => code === 'below_threshold')).toBe(false);
      }),
    );
  });

  test('is the same whether absent or null', () => {
    fc.assert(
      fc.property(anyCase({ complete: false }), ({ set, unitClass, answers }) => {
        const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));
        expect(score(set, unitClass, given)).toEqual(score(set, unitClass, answers));
      }),
    );
  });

  test('leaves a scorecard without any answer at zero so far, with every criterion open', () => {
    const card = score(law, 'other', {});
    expect(card).toMatchObject({ total: 0, complete: false, verdict: 'incomplete' });
    expect(card.criteria.every(({ points }) => points === null)).toBe(true);
    expect(card.reasons).toHaveLength(1);
  });

  test('does not hide a criterion that is complete and at zero', () => {
    const card = score(law, 'other', { children: 2_000, children_abused: 100 });
    expect(card.verdict).toBe('incomplete');
    expect(card.reasons.map(({ code }) => code)).toEqual(['unanswered', 'criterion_at_zero']);
  });

  test('holds back its criterion from counting as zero', () => {
    const card = score(law, 'other', { '11.1': false, '11.2': false });
    expect(criterionIn(card, '11')).toMatchObject({ points: 0, complete: false });
    expect(card.reasons.map(({ code }) => code)).toEqual(['unanswered']);
  });

  test('is not answered by what every object inherits', () => {
    const [ratio] = ratiosOf(law);
    const inherited = { ...ratio, numerator: 'constructor', denominator: 'toString' } as RatioIndicator;
    expect(scoreIndicator(inherited, 'other', {}).state).toBe('unanswered');
  });
});

test('the random answers of these properties are themselves without fault', () => {
  fc.assert(
    fc.property(anyCase({ complete: false }), ({ set, answers }) => {
      expect(answerFaults(set, answers)).toEqual([]);
    }),
  );
});
