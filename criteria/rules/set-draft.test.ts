import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCriteriaSet } from '../../tests/arbitrary-criteria-set.ts';
import type { CriteriaSet, Indicator } from '../schema.ts';
import { setFaults } from '../set-faults.ts';
import { asItStands, asPublished, withConfirmations } from './published-set.ts';
import type { Attestation } from './register.ts';
import { type Rule, rulesOf, saysTheSame } from './rules.ts';
import {
  accepted,
  beginDraft,
  changedRules,
  copiedSource,
  correctedSource,
  type SetDraft,
} from './set-draft.ts';

const attestation: Attestation = { by: 'Chị Lan', on: '2026-11-20', in: 'Phụ lục, mục 3' };
const made = { at: '2026-11-20T02:00:00.000Z', by: 'Chị Lan' };
const hash = 'a'.repeat(64);
const few = { numRuns: 25 };

const keysOf = (set: CriteriaSet) => rulesOf(set).map(({ key }) => key);

/** A set, some rules of it that the office confirmed, and some indicators to give another wording. */
const corrections = arbitraryCriteriaSet.chain((set) =>
  fc.record({
    set: fc.constant(set),
    confirmed: fc.subarray(keysOf(set)),
    reworded: fc.subarray(
      set.criteria.flatMap(({ indicators }) => indicators.map(({ id }) => id)),
      { minLength: 1 },
    ),
    isRead: fc.boolean(),
  }),
);

function withWording(set: CriteriaSet, ids: readonly string[]): CriteriaSet {
  const reworded = (one: Indicator): Indicator =>
    ids.includes(one.id)
      ? { ...one, text: { vi: `${one.text.vi} (sửa)`, en: `${one.text.en} (corrected)` } }
      : one;
  return {
    ...set,
    criteria: set.criteria.map((one) => ({ ...one, indicators: one.indicators.map(reworded) })),
  };
}

const byKey = (set: CriteriaSet): ReadonlyMap<string, Rule> =>
  new Map(rulesOf(set).map((rule) => [rule.key, rule]));

describe('a corrected set that is accepted', () => {
  test('has confirmed corrections where it is noted that they were read, and provisional ones elsewhere', () => {
    fc.assert(
      fc.property(corrections, ({ set, confirmed, reworded, isRead }) => {
        const base = withConfirmations(asPublished(set), confirmed, attestation, made.at);
        const begun = beginDraft(asItStands(base), hash, { id: set.id, version: 2 }, made);
        const keys = reworded.map((id) => `indicator/${id}`);
        const draft: SetDraft = {
          ...begun,
          set: withWording(begun.set, reworded),
          readIn: isRead ? Object.fromEntries(keys.map((key) => [key, attestation])) : {},
        };
        expect(new Set(changedRules(draft, base.set))).toEqual(new Set(keys));
        const next = accepted(draft, base, made);
        const rules = byKey(asItStands(next));
        for (const key of keys) {
          expect(rules.get(key)?.confirmed).toBe(isRead);
          expect(rules.get(key)?.provenances.flatMap(({ sources }) => sources)).toContain(correctedSource);
        }
        expect(setFaults(next.set)).toEqual([]);
        expect(setFaults(asItStands(next))).toEqual([]);
      }),
      few,
    );
  });

  test('keeps the provenance and the confirmations of every rule that says what it said', () => {
    fc.assert(
      fc.property(corrections, ({ set, confirmed, reworded }) => {
        const base = withConfirmations(asPublished(set), confirmed, attestation, made.at);
        const begun = beginDraft(asItStands(base), hash, { id: set.id, version: 2 }, made);
        const next = accepted({ ...begun, set: withWording(begun.set, reworded) }, base, made);
        const [published, standing] = [byKey(next.set), byKey(asItStands(next))];
        for (const key of keysOf(set).filter((one) => saysTheSame(set, next.set, one))) {
          expect(published.get(key)).toEqual(byKey(set).get(key));
          expect(standing.get(key)).toEqual(byKey(asItStands(base)).get(key));
        }
        expect(next.set).toMatchObject({ id: set.id, version: 2 });
        expect(next.basedOn).toEqual({ id: set.id, version: set.version, hash });
      }),
      few,
    );
  });

  test('keeps nothing of a note on where a rule was read that says again what it said', () => {
    fc.assert(
      fc.property(corrections, ({ set, reworded }) => {
        const begun = beginDraft(set, hash, { id: set.id, version: 2 }, made);
        const readIn = Object.fromEntries(keysOf(set).map((key) => [key, attestation]));
        const next = accepted(
          { ...begun, set: withWording(begun.set, reworded), readIn },
          asPublished(set),
          made,
        );
        expect(next.register.map(({ rule }) => rule).sort()).toEqual(
          reworded.map((id) => `indicator/${id}`).sort(),
        );
      }),
      few,
    );
  });
});

describe('a new set that was made from a copy', () => {
  test('has no confirmed rule but those whose place in its own text is noted', () => {
    fc.assert(
      fc.property(corrections, ({ set, confirmed, reworded }) => {
        const base = withConfirmations(asPublished(set), confirmed, attestation, made.at);
        const begun = beginDraft(asItStands(base), hash, { id: 'qd-moi', version: 1 }, made);
        const keys = reworded.map((id) => `indicator/${id}`);
        const readIn = Object.fromEntries(keys.map((key) => [key, attestation]));
        const next = accepted({ ...begun, readIn }, base, made);
        const rules = rulesOf(asItStands(next));
        expect(
          rules
            .filter((rule) => rule.confirmed)
            .map(({ key }) => key)
            .sort(),
        ).toEqual(keys.sort());
        expect(Object.keys(next.set.sources)).toEqual([copiedSource]);
        expect(setFaults(next.set)).toEqual([]);
      }),
      few,
    );
  });

  test('of a fictional one is not fictional', () => {
    fc.assert(
      fc.property(arbitraryCriteriaSet, (set) => {
        const fictional = { ...set, fictional: true };
        expect(beginDraft(fictional, hash, { id: 'qd-moi', version: 1 }, made).set.fictional).toBeUndefined();
        expect(beginDraft(fictional, hash, { id: set.id, version: 2 }, made).set.fictional).toBe(true);
      }),
      { numRuns: 2 },
    );
  });
});
