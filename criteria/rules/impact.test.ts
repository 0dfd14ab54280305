import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAnswers, arbitraryCriteriaSet } from '../../tests/arbitrary-criteria-set.ts';
import type { Answers } from '../answers.ts';
import type { CriteriaSet } from '../schema.ts';
import { score } from '../score.ts';
import { builtInSets } from '../sets/built-in.ts';
import { impactOf, type Scorable } from './impact.ts';
import { answersKept, unknownToSet } from './moving.ts';

const cases = arbitraryCriteriaSet.chain((set) =>
  fc.tuple(fc.constant(set), arbitraryAnswers(set, { complete: false }), arbitraryCriteriaSet),
);

function scorable(set: CriteriaSet, answers: Answers): Scorable {
  const unit = {
    code: '1',
    name: 'Xã Mẫu',
    type: set.unitClasses[0]?.unitTypes[0] ?? '',
    class: set.unitClasses[0]?.id ?? '',
    province: 'Tỉnh Mẫu',
  } as Scorable['unit'];
  return { id: '2026-1', unit, year: 2026, status: 'draft', answers };
}

describe('what other rules make of an assessment', () => {
  test('is what they score, and tells who gains, loses or has another verdict', () => {
    fc.assert(
      fc.property(cases, ([set, answers, other]) => {
        const line = impactOf(set, other, scorable(set, answers));
        const { total, verdict } = score(set, scorable(set, answers).unit.class, answers);
        expect(line.before).toMatchObject({ total, verdict });
        const { after } = line;
        if (after === null) {
          expect(line.effect).toBe('impossible');
          expect(unknownToSet(other, scorable(set, answers).unit)).not.toBeNull();
          return;
        }
        const expected =
          after.verdict !== verdict
            ? 'flips'
            : after.total > total
              ? 'gains'
              : after.total < total
                ? 'loses'
                : 'same';
        expect(line.effect).toBe(expected);
        expect(line.notAsked.filter((id) => line.newlyAsked.includes(id) && !(id in answers))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('is nothing where the rules say the same', () => {
    fc.assert(
      fc.property(cases, ([set, answers]) => {
        const line = impactOf(set, { ...set, version: 2 }, scorable(set, answers));
        expect(line).toMatchObject({ effect: 'same', notAsked: [], newlyAsked: [] });
        expect(line.after).toEqual(line.before);
      }),
      { numRuns: 10 },
    );
  });

  test('leaves out the figures that do not go together by them, as moving does', () => {
    const [set] = [...builtInSets.values()] as [CriteriaSet];
    const ratios = set.criteria.flatMap(({ indicators }) => indicators).filter((one) => one.kind === 'ratio');
    const [ratio] = ratios as [Extract<(typeof ratios)[number], { kind: 'ratio' }>];
    const turned: CriteriaSet = {
      ...set,
      version: set.version + 1,
      criteria: set.criteria.map((criterion) => ({
        ...criterion,
        indicators: criterion.indicators.map((one) =>
          one.id === ratio.id && one.kind === 'ratio'
            ? { ...one, numerator: one.denominator, denominator: one.numerator }
            : one,
        ),
      })),
    };
    const answers = { [ratio.numerator]: 1, [ratio.denominator]: 2 };
    const line = impactOf(set, turned, scorable(set, answers));
    const kept = answersKept(set, turned, answers);
    expect(Object.keys(kept)).toHaveLength(1);
    expect(line.notAsked).toEqual(Object.keys(answers).filter((id) => !(id in kept)));
    expect(line.after).toMatchObject({ total: score(turned, scorable(set, {}).unit.class, kept).total });
  });

  test('is impossible where its class is not for its type by them', () => {
    const [set] = [...builtInSets.values()] as [CriteriaSet];
    const { unit } = scorable(set, {});
    const other = {
      ...set,
      unitClasses: set.unitClasses.map((one) =>
        one.id === unit.class ? { ...one, unitTypes: one.unitTypes.filter((id) => id !== unit.type) } : one,
      ),
    };
    expect(unknownToSet(set, unit)).toBeNull();
    expect(unknownToSet(other, unit)).toBe('class');
    expect(impactOf(set, other, scorable(set, {}))).toMatchObject({ effect: 'impossible', after: null });
  });

  test('is impossible where they do not know its class', () => {
    const [set] = fc.sample(arbitraryCriteriaSet, { seed: 1, numRuns: 1 }) as [CriteriaSet];
    const other = { ...set, unitClasses: set.unitClasses.map((one) => ({ ...one, id: `${one.id}-moi` })) };
    expect(impactOf(set, other, scorable(set, {}))).toMatchObject({ effect: 'impossible', after: null });
  });
});
