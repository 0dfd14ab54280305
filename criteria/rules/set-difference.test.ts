import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCriteriaSet } from '../../tests/arbitrary-criteria-set.ts';
import type { CriteriaSet } from '../schema.ts';
import { builtInSets, currentSetId } from '../sets/built-in.ts';
import { setDifferences } from './set-difference.ts';

const found = builtInSets.get(currentSetId);
if (found === undefined) throw new Error('no current set');
const set: CriteriaSet = found;
const [first, second] = set.criteria as [CriteriaSet['criteria'][number], CriteriaSet['criteria'][number]];

describe('what differs between two sets', () => {
  test('is nothing for the same one, whatever its number', () => {
    fc.assert(
      fc.property(arbitraryCriteriaSet, (one) => {
        expect(setDifferences(one, { ...structuredClone(one), version: 7 })).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  test('is told by the rule and the place where it stands', () => {
    const [indicator] = first.indicators as [CriteriaSet['criteria'][number]['indicators'][number]];
    const changed: CriteriaSet = {
      ...set,
      max: set.max + 1,
      recognition: { ...set.recognition, everyCriterionAboveZero: !set.recognition.everyCriterionAboveZero },
      criteria: [
        {
          ...first,
          indicators: [{ ...indicator, points: indicator.points + 1 }, ...first.indicators.slice(1)],
        },
        ...set.criteria.slice(1),
      ],
    };
    expect(setDifferences(set, changed)).toEqual(
      expect.arrayContaining([
        { rule: null, path: 'max', before: String(set.max), after: String(set.max + 1) },
        {
          rule: `indicator/${indicator.id}`,
          path: 'criteria[0].indicators[0].points',
          before: String(indicator.points),
          after: String(indicator.points + 1),
        },
        {
          rule: 'recognition',
          path: 'recognition.everyCriterionAboveZero',
          before: String(set.recognition.everyCriterionAboveZero),
          after: String(!set.recognition.everyCriterionAboveZero),
        },
      ]),
    );
    expect(setDifferences(set, changed)).toHaveLength(3);
  });

  test('is one criterion that came or went, not all those that moved up behind it', () => {
    const without = { ...set, criteria: set.criteria.slice(1) };
    const [gone, ...others] = setDifferences(set, without);
    expect(gone).toEqual({
      rule: `criterion/${first.id}`,
      path: 'criteria[0]',
      before: JSON.stringify(first),
      after: null,
    });
    expect(others).toEqual([]);
    expect(setDifferences(without, set)).toEqual([
      { rule: `criterion/${first.id}`, path: 'criteria[0]', before: null, after: JSON.stringify(first) },
    ]);
  });

  test('is told where only the order has changed', () => {
    const turned = { ...set, criteria: [second, first, ...set.criteria.slice(2)] };
    const ids = set.criteria.map(({ id }) => id);
    expect(setDifferences(set, turned)).toEqual([
      {
        rule: null,
        path: 'criteria',
        before: JSON.stringify(ids),
        after: JSON.stringify([second.id, first.id, ...ids.slice(2)]),
      },
    ]);
  });

  test('is told the same number of times from either side', () => {
    fc.assert(
      fc.property(arbitraryCriteriaSet, arbitraryCriteriaSet, (a, b) => {
        const [there, back] = [setDifferences(a, b), setDifferences(b, a)];
        expect(there).toHaveLength(back.length);
        expect(there.every(({ before, after }) => before !== after)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });
});
