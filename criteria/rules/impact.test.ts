import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAnswers, arbitraryCriteriaSet } from '../../tests/arbitrary-criteria-set.ts';
import type { Answers } from '../answers.ts';
import type { CriteriaSet } from '../schema.ts';
import { score } from '../score.ts';
import { impactOf, type Scorable } from './impact.ts';
import { unknownToSet } from './moving.ts';

const cases = arbitraryCriteriaSet.chain((set) =>
  fc.tuple(fc.constant(set), arbitraryAnswers(set, { complete: false }), arbitraryCriteriaSet),
);

function scorable(set: CriteriaSet, answers: Answers): Scorable {
  const unit = {
    code: '1',
    name: 'Xã Mẫu',
    type: set.unitTypes[0]?.id ?? '',
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

  test('is impossible where they do not know its class', () => {
    const [set] = fc.sample(arbitraryCriteriaSet, { seed: 1, numRuns: 1 }) as [CriteriaSet];
    const other = { ...set, unitClasses: set.unitClasses.map((one) => ({ ...one, id: `${one.id}-moi` })) };
    expect(impactOf(set, other, scorable(set, {}))).toMatchObject({ effect: 'impossible', after: null });
  });
});
