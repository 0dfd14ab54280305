import { describe, expect, test } from 'vitest';
import type { CriteriaSet, Fact, RatioIndicator } from './schema.ts';
import { score, scoreIndicator } from './score.ts';
import { builtInSets, currentSetId } from './sets/built-in.ts';
import {
  bandText,
  calculationText,
  checkText,
  nextBandText,
  nextCheckText,
  nextLevelText,
  nextLevelTextOfCheck,
  numberText,
  passText,
  pointsText,
  provisionalMeaning,
  rateText,
  reasonText,
  ruleLines,
  thresholdText,
  totalText,
} from './wording.ts';

const set = builtInSets.get(currentSetId) as CriteriaSet;

function ratio(id: string): RatioIndicator {
  const found = set.criteria.flatMap(({ indicators }) => indicators).find((indicator) => indicator.id === id);
  if (found?.kind !== 'ratio') throw new Error(`no ratio ${id}`);
  return found;
}

function fact(id: string): Fact {
  const found = set.facts.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no fact ${id}`);
  return found;
}

/** How the points of a ratio are explained. */
function calculation(id: string, numerator: number, denominator: number): string {
  const indicator = ratio(id);
  const answers = { [indicator.numerator]: numerator, [indicator.denominator]: denominator };
  const scored = scoreIndicator(indicator, 'other', answers);
  if (scored.state !== 'scored' || scored.explanation.kind !== 'ratio') throw new Error('not scored');
  return calculationText(indicator, scored.explanation);
}

test.each([
  [0, '0'],
  [850, '850'],
  [1_204, '1.204'],
  [1_234_567, '1.234.567'],
])('the number %i is written %s', (value, written) => {
  expect(numberText(value)).toBe(written);
});

test.each([
  [9_799, 100, '97,99 %'],
  [9_800, 100, '98 %'],
  [9_750, 100, '97,5 %'],
  [9_705, 100, '97,05 %'],
  [0, 100, '0 %'],
  [50, 1_000, '0,5 trên 1.000'],
  [5, 1_000, '0,05 trên 1.000'],
  [55_100, 100_000, '551 trên 100.000'],
  [120_450, 100_000, '1.204,5 trên 100.000'],
] as const)('the rate of %i hundredths with base %i is written "%s"', (hundredths, base, written) => {
  expect(rateText(hundredths, base)).toBe(written);
});

test.each([
  ['98', 100, '98 %'],
  ['0.5', 1_000, '0,5 trên 1.000'],
  ['1500', 100_000, '1.500 trên 100.000'],
] as const)('the threshold %s with base %i is written "%s"', (decimal, base, written) => {
  expect(thresholdText(decimal, base)).toBe(written);
});

describe('the band of an indicator', () => {
  test.each([
    ['2.1', { kind: 'band', op: '>=', rate: '98' }, 'từ 98 % trở lên'],
    ['3.1', { kind: 'band', op: '<=', rate: '0.5' }, 'không quá 0,5 trên 1.000'],
    ['3.1', { kind: 'band', op: '=', rate: '0' }, 'không có trường hợp nào'],
    ['6.2', { kind: 'band', op: '=', rate: '100' }, 'đạt 100 %'],
    ['2.1', { kind: 'otherwise' }, 'ngoài các mức được điểm'],
    ['6.1', { kind: 'zero_denominator', gives: 'full' }, 'mẫu số bằng 0, được điểm tối đa'],
    ['2.1', { kind: 'zero_denominator', gives: 'zero' }, 'mẫu số bằng 0, không được điểm'],
  ] as const)('of %s, %j, reads "%s"', (id, band, words) => {
    expect(bandText(ratio(id), band)).toBe(words);
  });

  test('stands in the whole rule with its points and its mark', () => {
    expect(ruleLines(ratio('7.1'), ratio('7.1'))).toEqual([
      { condition: 'từ 98 % trở lên', points: 50, provisional: false },
      { condition: 'từ 95 % trở lên', points: 40, provisional: true },
      { condition: 'từ 90 % trở lên', points: 25, provisional: true },
      { condition: 'còn lại', points: 0, provisional: true },
    ]);
  });
});

describe('the next band', () => {
  test('is what is still needed, where higher is better', () => {
    expect(nextBandText(ratio('9.1'), { points: 50, change: 12 }, fact('children_checked'), 1_725)).toBe(
      'Cần thêm 12 trẻ em để đạt 50 điểm',
    );
    expect(nextBandText(ratio('6.2'), { points: 75, change: 1 }, fact('cases_planned'), 0)).toBe(
      'Cần thêm 1 vụ việc để đạt 75 điểm',
    );
  });

  test('is a level and how far away it is, where lower is better', () => {
    expect(nextBandText(ratio('5.1'), { points: 40, change: 1_204 }, fact('children_injured'), 2_000)).toBe(
      'Mức 40 điểm: không quá 796 trẻ em (nay nhiều hơn 1.204)',
    );
    expect(nextBandText(ratio('3.1'), { points: 100, change: 3 }, fact('children_abused'), 3)).toBe(
      'Mức 100 điểm: không có trẻ em nào (nay có 3)',
    );
  });
});

describe('the calculation of a ratio', () => {
  test('shows figures, rate and band', () => {
    expect(calculation('2.1', 2_107, 2_150)).toBe('2.107 / 2.150 = 98 %, từ 98 % trở lên');
    expect(calculation('2.1', 2_106, 2_150)).toBe('2.106 / 2.150 = 97,95 %, từ 95 % trở lên');
    expect(calculation('3.1', 1, 1_999)).toBe('1 / 1.999 = 0,51 trên 1.000, không quá 1 trên 1.000');
  });

  test('shows no rate for a zero denominator', () => {
    expect(calculation('6.1', 0, 0)).toBe('0 / 0: mẫu số bằng 0, được điểm tối đa');
  });
});

test('points are written with their maximum, or as not known yet', () => {
  expect(pointsText({ points: 40, max: 50 })).toBe('40/50 điểm');
  expect(pointsText({ points: 0, max: 1_200 })).toBe('0/1.200 điểm');
  expect(pointsText({ points: null, max: 50 })).toBe('chưa có số liệu');
});

test('a check is answered yes or no, and a no says what a yes would give', () => {
  expect(checkText(true)).toBe('Có');
  expect(checkText(false)).toBe('Không');
  expect(nextCheckText({ points: 50 })).toBe('Nếu có thì đạt 50 điểm');
});

test('the meaning of the provisional mark names the decision that was not read in full', () => {
  expect(provisionalMeaning(set)).toContain(set.legalBasis.vi);
});

describe('a reason', () => {
  test('lists what is unanswered', () => {
    expect(reasonText(set, { code: 'unanswered', indicators: ['1.1', '13.2'] })).toBe(
      'Còn 2 chỉ tiêu chưa đủ số liệu: 1.1, 13.2',
    );
  });

  test('names the criterion at zero', () => {
    expect(reasonText(set, { code: 'criterion_at_zero', criterion: '3' })).toBe(
      'Tiêu chí 3 (Trẻ em bị xâm hại) được 0 điểm',
    );
  });

  test('says how many points are missing', () => {
    expect(reasonText(set, { code: 'below_threshold', total: 840, threshold: 850, short: 10 })).toBe(
      'Đạt 840 điểm, còn thiếu 10 điểm so với mức tối thiểu 850',
    );
    expect(reasonText(set, { code: 'below_threshold', total: 1_190, threshold: 1_200, short: 10 })).toBe(
      'Đạt 1.190 điểm, còn thiếu 10 điểm so với mức tối thiểu 1.200',
    );
  });
});

test('why a unit passes does not claim a rule that the set does not have', () => {
  const passing = { total: 955, threshold: 850 };
  expect(passText(set, passing)).toBe(
    'Đạt 955 điểm, mức tối thiểu là 850; không có tiêu chí nào được 0 điểm',
  );
  const lenient = { ...set, recognition: { ...set.recognition, everyCriterionAboveZero: false } };
  expect(passText(lenient, passing)).toBe('Đạt 955 điểm, mức tối thiểu là 850');
});

test('the next level on paper is the figure that it begins at, and never a call to lower a count', () => {
  const level = (id: string, next: { points: number; change: number }, current: number) =>
    nextLevelText(ratio(id), next, fact(ratio(id).numerator), current).replaceAll('\u00a0', ' ');
  expect(level('9.1', { points: 50, change: 12 }, 1_725)).toBe(
    `từ 1.737 ${fact('children_checked').noun.vi} trở lên (50 điểm), còn thiếu 12`,
  );
  expect(level('5.1', { points: 40, change: 1_204 }, 2_000)).toBe('không quá 796 trẻ em (40 điểm)');
  expect(level('5.1', { points: 75, change: 3 }, 3)).toBe('không có trẻ em nào (75 điểm)');
  expect(nextLevelTextOfCheck({ points: 50 }).replaceAll('\u00a0', ' ')).toBe('có (50 điểm)');
});

test('the total is a dash while nothing is answered, and a figure from the first answer on', () => {
  const total = (answers: Record<string, number | boolean>) => totalText(score(set, 'other', answers));
  expect(total({})).toBe('–/1.000');
  expect(total({ children: 2_000 })).toBe('–/1.000');
  expect(total({ '1.1': false })).toBe('0/1.000');
  expect(total({ '1.1': true })).toBe('50/1.000');
});
