import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law, perfectAnswers, ratiosOf } from '../tests/scoring-cases.ts';
import type { Answers } from './answers.ts';
import { type Doubt, doubtsOf, isExplained } from './plausibility.ts';

/** Perfect but for what raises a doubt: some children were abused, injured and killed, and some were not checked. */
const ordinary = {
  ...perfectAnswers(),
  children_abused: 1,
  children_injured: 5,
  children_injury_deaths: 1,
  children_checked: 1_999,
};

const doubtsWith = (answers: Answers, lastYear: Answers | null = null) =>
  doubtsOf(
    law,
    { ...ordinary, ...answers },
    lastYear && { year: 2025, answers: { ...ordinary, ...lastYear } },
  );

describe('a zero that the law rewards', () => {
  test.each([
    ['3.1', 'children_abused'],
    ['5.1', 'children_injured'],
    ['5.2', 'children_injury_deaths'],
  ])('is doubted in %s', (indicator, fact) => {
    expect(doubtsWith({ [fact]: 0 })).toEqual([{ code: 'rewarded_zero', indicator, fact }]);
  });

  test('is not doubted where it is common', () => {
    expect(doubtsWith({ children_drugs: 0, children_offending: 0 })).toEqual([]);
  });

  test('is not doubted where there are no children, or where their number is not known', () => {
    expect(doubtsWith({ children_abused: 0, children: 0, children_checked: 0 })).toEqual([]);
    expect(doubtsWith({ children_abused: 0, children: null })).toEqual([]);
  });
});

describe('a figure beside that of the earlier year', () => {
  test.each([
    [200, 299, false],
    [200, 300, false],
    [200, 301, true],
    [200, 100, false],
    [200, 99, true],
    [201, 302, true],
    [0, 1, true],
    [0, 0, false],
    [Number.MAX_SAFE_INTEGER, (Number.MAX_SAFE_INTEGER - 1) / 2, true],
    [Number.MAX_SAFE_INTEGER, (Number.MAX_SAFE_INTEGER + 1) / 2, false],
  ])('of %i then and %i now is doubted: %s', (then, now, isDoubted) => {
    expect(doubtsWith({ special: now }, { special: then })).toEqual(
      isDoubted ? [{ code: 'jump', indicator: '6.1', fact: 'special', now, then, year: 2025 }] : [],
    );
  });

  test('is doubted once, at the first indicator that asks for it', () => {
    const doubts = doubtsWith({ children: 5_000 }, { children: 2_000 });
    expect(doubts.map((doubt) => doubt.code === 'jump' && [doubt.indicator, doubt.fact])).toEqual([
      ['2.1', 'children'],
    ]);
  });

  test('is not doubted where one of the two is unanswered', () => {
    expect(doubtsWith({ special: null }, { special: 10 })).toEqual([]);
    expect(doubtsWith({ special: 10 }, { special: null })).toEqual([]);
  });
});

describe('rates that are all 100 %', () => {
  const high = ratiosOf(law).filter(({ better }) => better === 'higher');
  const all = { children_checked: 2_000 };

  test('are doubted together', () => {
    expect(doubtsWith(all)).toEqual([{ code: 'all_hundred', indicators: high.map(({ id }) => id) }]);
  });

  test('are not doubted when one of them is one child below, or not known yet', () => {
    for (const { numerator } of high) {
      expect(doubtsWith({ ...all, [numerator]: 1_999 })).toEqual([]);
      expect(doubtsWith({ ...all, [numerator]: null })).toEqual([]);
    }
  });

  test('are doubted from three on; none of none is no rate', () => {
    const none = high.slice(2).flatMap(({ numerator, denominator }) => [numerator, denominator]);
    const two = Object.fromEntries(none.filter((fact) => fact !== 'children').map((fact) => [fact, 0]));
    // 9.1 counts with the children, as 2.1 does.
    const rated = (doubts: readonly Doubt[]) => doubts.map((d) => d.code === 'all_hundred' && d.indicators);
    expect(rated(doubtsWith({ ...two, children_checked: 2_000 }))).toEqual([['2.1', '6.1', '9.1']]);
    expect(rated(doubtsWith({ ...two, children_checked: 2_000, special: 0, special_assisted: 0 }))).toEqual(
      [],
    );
  });
});

test('a note with words explains a doubt about its indicator, or about one of its indicators', () => {
  const zero: Doubt = { code: 'rewarded_zero', indicator: '3.1', fact: 'children_abused' };
  expect(isExplained(zero, {})).toBe(false);
  expect(isExplained(zero, { '3.1': ' \n ', '5.1': 'Theo báo cáo của Trạm Y tế' })).toBe(false);
  expect(isExplained(zero, { '3.1': 'Theo báo cáo của Công an xã' })).toBe(true);
  const all: Doubt = { code: 'all_hundred', indicators: ['2.1', '6.1', '9.1'] };
  expect(isExplained(all, { '3.1': 'Theo báo cáo của Công an xã' })).toBe(false);
  expect(isExplained(all, { '9.1': 'Đã đối chiếu sổ khám' })).toBe(true);
});

test('answers with any fault are read without failing, and no doubt carries a figure that is none', () => {
  const anything = fc.oneof(
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined, -1, 0.5),
    fc.nat({ max: 9 }),
  );
  const some = fc.dictionary(fc.constantFrom(...law.facts.map(({ id }) => id)), anything);
  fc.assert(
    fc.property(some, some, (answers, then) => {
      for (const doubt of doubtsOf(law, answers, { year: 2025, answers: then }))
        if (doubt.code === 'jump')
          for (const figure of [doubt.now, doubt.then])
            expect(Number.isSafeInteger(figure) && figure >= 0).toBe(true);
    }),
  );
});
