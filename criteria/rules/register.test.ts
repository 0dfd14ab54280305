import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAnswers, arbitraryCriteriaSet } from '../../tests/arbitrary-criteria-set.ts';
import type { CriteriaSet, Provenance } from '../schema.ts';
import { score } from '../score.ts';
import { asItStands, asPublished, withConfirmations, withWithdrawal } from './published-set.ts';
import { type Attestation, confirmersOf, withRegister } from './register.ts';
import { countRules, rulesOf } from './rules.ts';

const attestation: Attestation = { by: 'Chị Lan', on: '2026-11-20', in: 'Phụ lục, mục 3' };
const at = '2026-11-20T02:00:00.000Z';
const few = { numRuns: 25 };

const keysOf = (set: CriteriaSet) => rulesOf(set).map(({ key }) => key);
const classOf = (set: CriteriaSet) => set.unitClasses[0]?.id ?? '';
const rulesConfirmed = (set: CriteriaSet) =>
  rulesOf(set)
    .filter(({ confirmed }) => confirmed)
    .map(({ key }) => key);

/** The scorecard without its marks. */
function bare(scorecard: object): unknown {
  return JSON.parse(JSON.stringify(scorecard, (key, value) => (key === 'provisional' ? undefined : value)));
}

const setWithAnswers = arbitraryCriteriaSet.chain((set) =>
  fc.tuple(fc.constant(set), arbitraryAnswers(set, { complete: false }), fc.subarray(keysOf(set))),
);

describe('the confirmations of a set', () => {
  test('change no point, and no mark is left once every rule is confirmed', () => {
    fc.assert(
      fc.property(setWithAnswers, ([set, answers]) => {
        const confirmed = asItStands(withConfirmations(asPublished(set), keysOf(set), attestation, at));
        const [before, after] = [set, confirmed].map((one) => score(one, classOf(set), answers));
        expect(bare(after as object)).toEqual(bare(before as object));
        expect(JSON.stringify(after)).not.toContain('"provisional":true');
        const { confirmed: count, total } = countRules(rulesOf(confirmed));
        expect(count).toBe(total);
      }),
      few,
    );
  });

  test('touch the rules that they name and no others', () => {
    fc.assert(
      fc.property(setWithAnswers, ([set, , some]) => {
        const confirmed = asItStands(withConfirmations(asPublished(set), some, attestation, at));
        const expected = new Set([...rulesConfirmed(set), ...some]);
        expect(new Set(rulesConfirmed(confirmed))).toEqual(expected);
        const untouched = (one: CriteriaSet) => rulesOf(one).filter(({ key }) => !some.includes(key));
        expect(untouched(confirmed)).toEqual(untouched(set));
      }),
      few,
    );
  });

  test('leave the published set as it was when they are taken back', () => {
    fc.assert(
      fc.property(setWithAnswers, ([set, , some]) => {
        const confirmed = withConfirmations(asPublished(set), some, attestation, at);
        const withdrawn = some.reduce(
          (published, rule) =>
            withWithdrawal(published, { rule, at, by: null, reason: 'Đọc nhầm văn bản khác' }),
          confirmed,
        );
        expect(asItStands(withdrawn)).toEqual(set);
        expect(withdrawn.register).toHaveLength(2 * some.length);
        expect(withdrawn.set).toBe(set);
      }),
      few,
    );
  });

  test('say who confirmed how many rules, and from which day to which', () => {
    fc.assert(
      fc.property(arbitraryCriteriaSet, (set) => {
        const [first = '', second = '', ...others] = keysOf(set);
        const by = (name: string, on: string) => ({ ...attestation, by: name, on });
        const confirmed = withRegister(set, [
          ...[first, second].map((rule) => ({
            kind: 'confirmed' as const,
            rule,
            at,
            ...by('Anh Hùng', '2026-11-02'),
          })),
          ...others.map((rule) => ({ kind: 'confirmed' as const, rule, at, ...by('Chị Lan', '2026-11-03') })),
          { kind: 'confirmed', rule: first, at, ...by('Anh Hùng', '2026-11-09') },
        ]);
        expect(confirmersOf(confirmed).find((one) => one.by === 'Anh Hùng')).toEqual({
          by: 'Anh Hùng',
          rules: 2,
          from: '2026-11-02',
          to: '2026-11-09',
        });
        const counts = confirmersOf(confirmed).map(({ rules }) => rules);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(keysOf(set).length);
      }),
      few,
    );
  });
});

test('a rule counts for one person, who had the last word on it, and only once all of it is confirmed', () => {
  fc.assert(
    fc.property(arbitraryCriteriaSet, (set) => {
      const [first] = set.criteria;
      if (first === undefined) throw new Error('the set has no criterion');
      const word = (by: string, on: string) => ({
        ...first.provenance,
        status: 'confirmed' as const,
        confirmedBy: by,
        confirmedOn: on,
      });
      const read = (name: Provenance, maximum: Provenance) => {
        const criteria = set.criteria.map((one) =>
          one === first ? { ...one, provenance: name, maxProvenance: maximum } : one,
        );
        const named = ['Chị Lan', 'Anh Hùng'];
        return confirmersOf({ ...set, criteria }).filter(({ by }) => named.includes(by));
      };
      const later = word('Chị Lan', '2026-11-09');
      const earlier = word('Anh Hùng', '2026-11-02');
      const lan = [{ by: 'Chị Lan', rules: 1, from: '2026-11-09', to: '2026-11-09' }];
      expect(read(later, earlier)).toEqual(lan);
      expect(read(earlier, later)).toEqual(lan);
      expect(read(word('Anh Hùng', '2026-11-09'), later)).toEqual(lan);
      expect(read(later, { status: 'provisional', sources: first.provenance.sources })).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

test('a confirmation of a rule that the set does not have is refused', () => {
  fc.assert(
    fc.property(arbitraryCriteriaSet, (set) => {
      expect(() => withConfirmations(asPublished(set), ['indicator/99.9'], attestation, at)).toThrow(
        'indicator/99.9',
      );
    }),
    { numRuns: 2 },
  );
});
