import { describe, expect, test } from 'vitest';
import { factOf } from '../lookup.ts';
import type { CriteriaSet, RatioIndicator } from '../schema.ts';
import { scoreIndicator } from '../score.ts';
import { builtInSets, currentSetId } from '../sets/built-in.ts';
import { vietnamese } from '../wording.ts';
import { english } from './english.ts';

const set = builtInSets.get(currentSetId) as CriteriaSet;

function ratio(id: string): RatioIndicator {
  const found = set.criteria.flatMap(({ indicators }) => indicators).find((indicator) => indicator.id === id);
  if (found?.kind !== 'ratio') throw new Error(`no ratio ${id}`);
  return found;
}

test('there is an English sentence for each Vietnamese one', () => {
  expect(Object.keys(english).toSorted()).toEqual(Object.keys(vietnamese).toSorted());
});

test('the rule of a ratio has the same points and marks in either language', () => {
  const facts = (language: typeof english) =>
    language.ruleLines(ratio('7.1'), ratio('7.1')).map(({ points, provisional }) => [points, provisional]);
  expect(facts(english)).toEqual(facts(vietnamese));
  expect(english.ruleLines(ratio('7.1'), ratio('7.1'))[0]?.condition).toBe('98 % or more');
});

test('numbers are written as in Vietnam', () => {
  const indicator = ratio('5.1');
  const answers = { [indicator.numerator]: 12, [indicator.denominator]: 2_178 };
  const scored = scoreIndicator(indicator, 'other', answers);
  if (scored.state !== 'scored' || scored.explanation.kind !== 'ratio') throw new Error('not scored');
  expect(english.calculationText(indicator, scored.explanation)).toBe(
    '12 / 2.178 = 550,97 per 100.000, at most 600 per 100.000',
  );
  expect(english.passText(set, { total: 1_000, threshold: 850 })).toBe(
    '1.000 points reached, the minimum is 850; no criterion has 0 points',
  );
});

describe('the next band', () => {
  test('is said without putting a number before a plural', () => {
    const checked = factOf(set, 'children_checked');
    expect(english.nextBandText(ratio('9.1'), { points: 50, change: 1 }, checked, 1_736)).toBe(
      'Children: 1 more needed for 50 points',
    );
  });

  test('names what may remain, where lower is better', () => {
    const injured = factOf(set, 'children_injured');
    expect(english.nextBandText(ratio('5.1'), { points: 40, change: 1_204 }, injured, 2_000)).toBe(
      'Children: at most 796 for 40 points, now 1.204 more',
    );
  });
});

test('a reason counts one as one', () => {
  expect(english.reasonText(set, { code: 'unanswered', indicators: ['1.1'] })).toBe(
    '1 indicator still lacks figures: 1.1',
  );
  expect(english.reasonText(set, { code: 'criterion_at_zero', criterion: '3' })).toBe(
    'Criterion 3 (Child abuse) has 0 points',
  );
  expect(english.reasonText(set, { code: 'below_threshold', total: 840, threshold: 850, short: 10 })).toBe(
    '840 points reached, 10 short of the minimum of 850',
  );
});

test('a part above its whole is told with both figures', () => {
  const facts = ['children_checked', 'children'].map((id) => factOf(set, id));
  const [numerator, denominator] = facts;
  if (numerator === undefined || denominator === undefined) throw new Error('no such facts');
  expect(english.aboveText({ numerator, denominator, figures: [2_200, 2_150] })).toBe(
    'Children with a health check at least once a year (2.200) exceeds children under 16 (2.150)',
  );
});
