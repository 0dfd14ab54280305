import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCriteriaSet } from '../tests/arbitrary-criteria-set.ts';
import {
  anyCase,
  criterionIn,
  indicatorIn,
  law,
  perfectAnswers,
  scoredRatios,
} from '../tests/scoring-cases.ts';
import { compareRate, parseThreshold } from './rate.ts';
import type { CriteriaSet, Provenance } from './schema.ts';
import { bandsFor, score, scoreIndicator } from './score.ts';

describe('the explanation of a ratio', () => {
  test('names the first band that the rate reaches', () => {
    fc.assert(
      fc.property(anyCase({ complete: true }), (given) => {
        for (const { indicator, scored, explanation, table } of scoredRatios(given)) {
          const { numerator, denominator, band } = explanation;
          if (denominator === 0) {
            const { gives } = indicator.zeroDenominator;
            expect(band).toEqual({ kind: 'zero_denominator', gives });
            expect(scored.points).toBe(gives === 'full' ? indicator.points : 0);
            continue;
          }
          const reached = table.bands.find(({ op, rate }) => {
            const order = compareRate(numerator, denominator, indicator.base, parseThreshold(rate));
            return op === '>=' ? order >= 0 : op === '<=' ? order <= 0 : order === 0;
          });
          expect(band).toEqual(
            reached ? { kind: 'band', op: reached.op, rate: reached.rate } : { kind: 'otherwise' },
          );
          expect(scored.points).toBe((reached ?? table.otherwise).points);
        }
      }),
    );
  });

  test('shows a rate that never looks as if it had reached a band that it has not', () => {
    fc.assert(
      fc.property(anyCase({ complete: true }), (given) => {
        for (const { indicator, scored, explanation, table } of scoredRatios(given)) {
          const { shownHundredths } = explanation;
          expect(shownHundredths === null).toBe(explanation.denominator === 0);
          if (shownHundredths === null) continue;
          for (const band of table.bands.filter(({ points }) => points > scored.points)) {
            const { units, scale } = parseThreshold(band.rate);
            const above = shownHundredths * scale - units * 100;
            if (indicator.better === 'higher') expect(above).toBeLessThan(0);
            else expect(above).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  test('says truly what the next band needs: that change gives those points, one child less gives fewer', () => {
    fc.assert(
      fc.property(anyCase({ complete: true }), (given) => {
        for (const { indicator, scored, explanation, table } of scoredRatios(given)) {
          const { numerator, denominator, next } = explanation;
          if (next === null) {
            if (denominator > 0) expect(scored.points).toBe(table.bands[0]?.points);
            continue;
          }
          const pointsAfter = (change: number) => {
            const changed = indicator.better === 'higher' ? numerator + change : numerator - change;
            expect(changed).toBeGreaterThanOrEqual(0);
            expect(changed).toBeLessThanOrEqual(denominator);
            const answers = { ...given.answers, [indicator.numerator]: changed };
            return scoreIndicator(indicator, given.unitClass, answers).points;
          };
          expect(next.points).toBeGreaterThan(scored.points);
          expect(next.change).toBeGreaterThanOrEqual(1);
          expect(pointsAfter(next.change)).toBe(next.points);
          expect(pointsAfter(next.change - 1)).toBe(scored.points);
        }
      }),
    );
  });

  test('counts the children short of the next band', () => {
    const short = score(law, 'other', { children: 2_150, children_registered: 2_100 });
    expect(indicatorIn(short, '2.1')).toMatchObject({
      points: 40,
      explanation: {
        shownHundredths: 9_767,
        band: { kind: 'band', op: '>=', rate: '95' },
        next: { points: 50, change: 7 },
      },
    });
    const over = score(law, 'other', { children: 100_000, children_injured: 551 });
    expect(indicatorIn(over, '5.1')).toMatchObject({
      points: 25,
      explanation: { shownHundredths: 55_100, next: { points: 40, change: 1 } },
    });
  });

  test('gives the points of the change itself where one child spans several bands', () => {
    const card = score(law, 'other', { hamlets: 2, hamlets_playground: 0 });
    expect(indicatorIn(card, '12.2')).toMatchObject({
      points: 0,
      explanation: { next: { points: 30, change: 1 } },
    });
  });

  test('has no next band at a zero denominator', () => {
    const card = score(law, 'other', { children: 0, children_registered: 0 });
    expect(indicatorIn(card, '2.1')).toMatchObject({
      points: 0,
      explanation: { next: null, shownHundredths: null },
    });
  });

  test('uses the bands of the class where the set gives some', () => {
    const answers = { under5: 100, under5_underweight: 12 };
    expect(indicatorIn(score(law, 'other', answers), '8.1').points).toBe(10);
    expect(indicatorIn(score(law, 'mountain_island_special', answers), '8.1').points).toBe(25);
  });
});

describe('the explanation of a check', () => {
  test('says what a yes would give', () => {
    const card = score(law, 'other', { '1.1': true, '1.2': false });
    expect(indicatorIn(card, '1.1')).toMatchObject({
      points: 50,
      explanation: { kind: 'check', value: true, next: null },
    });
    expect(indicatorIn(card, '1.2')).toMatchObject({
      points: 0,
      explanation: { kind: 'check', value: false, next: { points: 15 } },
    });
  });
});

describe('the provisional mark', () => {
  const rated = (numerator: number | null, denominator: number) => ({
    under1: denominator,
    under1_immunised: numerator,
  });

  test('is absent where a confirmed top band alone decides', () => {
    const card = score(law, 'other', rated(98, 100));
    expect(indicatorIn(card, '7.1').provisional).toBe(false);
    expect(criterionIn(card, '7').provisional).toBe(false);
  });

  test.each([
    ['a provisional band below it', 97, 100],
    ['the rest of the table', 0, 100],
    ['the rule for a zero denominator', 0, 0],
    ['no answer yet', null, 100],
  ])('is there where the points rest on %s', (_, numerator, denominator) => {
    const card = score(law, 'other', rated(numerator, denominator));
    expect(indicatorIn(card, '7.1').provisional).toBe(true);
    expect(criterionIn(card, '7').provisional).toBe(true);
    expect(card.provisional).toBe(true);
  });

  test('of a check is that of its rule', () => {
    const card = score(law, 'other', { '1.1': true, '1.4': true });
    expect(indicatorIn(card, '1.1').provisional).toBe(false);
    expect(indicatorIn(card, '1.4').provisional).toBe(true);
    expect(criterionIn(card, '1').provisional).toBe(true);
  });

  test('of a ratio follows every rule on the way to its points', () => {
    const isProvisional = ({ status }: Provenance) => status === 'provisional';
    fc.assert(
      fc.property(anyCase({ complete: true }), (given) => {
        for (const { indicator, scored, explanation, table } of scoredRatios(given)) {
          const reached = table.bands.findIndex(({ points }) => points === scored.points);
          const rules =
            explanation.denominator === 0
              ? [indicator.zeroDenominator]
              : explanation.band.kind === 'otherwise'
                ? [...table.bands, table.otherwise]
                : table.bands.slice(0, reached + 1);
          const way = [indicator.provenance, ...rules.map(({ provenance }) => provenance)];
          expect(scored.provisional).toBe(way.some(isProvisional));
        }
      }),
    );
  });

  test('of an unanswered indicator is there when any of its rules is provisional', () => {
    fc.assert(
      fc.property(arbitraryCriteriaSet, (set) => {
        for (const { id: unitClass } of set.unitClasses) {
          for (const { indicators } of set.criteria) {
            for (const indicator of indicators) {
              const rules = [indicator.provenance];
              if (indicator.kind === 'ratio') {
                const { bands, otherwise } = bandsFor(indicator, unitClass);
                rules.push(indicator.zeroDenominator.provenance, otherwise.provenance);
                rules.push(...bands.map(({ provenance }) => provenance));
              }
              expect(scoreIndicator(indicator, unitClass, {}).provisional).toBe(
                rules.some(({ status }) => status === 'provisional'),
              );
            }
          }
        }
      }),
    );
  });

  test('rises from indicators and maxima to criteria, and with the rules of the class to the total', () => {
    fc.assert(
      fc.property(anyCase({ complete: false }), ({ set, unitClass, answers }) => {
        const card = score(set, unitClass, answers);
        const marked = ({ status }: Provenance) => status === 'provisional';
        for (const criterion of set.criteria) {
          const scored = criterionIn(card, criterion.id);
          expect(scored.provisional).toBe(
            marked(criterion.provenance) ||
              marked(criterion.maxProvenance) ||
              scored.indicators.some(({ provisional }) => provisional),
          );
        }
        const klass = set.unitClasses.find(({ id }) => id === unitClass);
        expect(card.provisional).toBe(
          (klass !== undefined && marked(klass.provenance)) ||
            marked(set.recognition.provenance) ||
            card.criteria.some(({ provisional }) => provisional),
        );
      }),
    );
  });

  test('is nowhere once an office has confirmed every rule', () => {
    const confirmed = JSON.parse(
      JSON.stringify(law).replaceAll('"provisional"', '"confirmed"'),
    ) as CriteriaSet;
    const card = score(confirmed, 'other', perfectAnswers());
    expect(JSON.stringify(card)).not.toContain('"provisional":true');
  });
});
