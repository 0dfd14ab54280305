import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAnswers } from '../tests/arbitrary-criteria-set.ts';
import { type Answers, answerFaults, answerKinds } from './answers.ts';
import type { CriteriaSet } from './schema.ts';
import { builtInSets, currentSetId } from './sets/built-in.ts';

const set = builtInSets.get(currentSetId) as CriteriaSet;
const ratios = set.criteria.flatMap(({ indicators }) => indicators.filter((i) => i.kind === 'ratio'));

/** The faults of what a file or a request may hold, whatever its type. */
const faultsOf = (answers: unknown) => answerFaults(set, answers as Answers);
const codesOf = (answers: unknown) => faultsOf(answers).map(({ code, answer }) => [code, answer]);

describe('the answers that a set asks for', () => {
  test('are its facts and its checks', () => {
    const kinds = answerKinds(set);
    expect(kinds.get('children')).toBe('fact');
    expect(kinds.get('1.1')).toBe('check');
    expect(kinds.get('2.1'), 'a ratio is answered by its facts').toBeUndefined();
    expect(kinds.size).toBe(29 + 9);
  });
});

describe('answers without fault', () => {
  test('are none at all, nulls, zeros, and any figures whose numerators stay within their denominators', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ children: null, '1.1': null, hamlets: undefined })).toEqual([]);
    expect(faultsOf({ children: 0, children_registered: 0, '1.1': false })).toEqual([]);
    fc.assert(
      fc.property(arbitraryAnswers(set, { complete: false }), (answers) => {
        expect(answerFaults(set, answers)).toEqual([]);
      }),
    );
  });

  test('may be the largest exact whole number', () => {
    expect(faultsOf({ children: Number.MAX_SAFE_INTEGER })).toEqual([]);
  });

  test('may relate oddly where no ratio relates them', () => {
    expect(faultsOf({ under1: 500, under5: 100, children: 50, special: 60 })).toEqual([]);
  });
});

describe('a figure', () => {
  test.each([
    ['negative', -1, 'Số liệu không được âm'],
    ['minus infinity', Number.NEGATIVE_INFINITY, 'Số liệu không được âm'],
    ['fractional', 1.5, 'Số liệu phải là số nguyên, không có phần lẻ'],
    ['not a number', Number.NaN, 'Cần một số nguyên từ 0 trở lên'],
    ['infinite', Number.POSITIVE_INFINITY, 'Số liệu quá lớn'],
    ['beyond what is exact', Number.MAX_SAFE_INTEGER + 1, 'Số liệu quá lớn'],
    ['a text', '12', 'Cần một số nguyên từ 0 trở lên'],
    ['an empty text', '', 'Cần một số nguyên từ 0 trở lên'],
    ['a yes', true, 'Cần một số nguyên từ 0 trở lên'],
    ['a list', [1], 'Cần một số nguyên từ 0 trở lên'],
    ['an object', {}, 'Cần một số nguyên từ 0 trở lên'],
  ])('that is %s is refused at its fact', (_, value, message) => {
    for (const { id } of set.facts)
      expect(faultsOf({ [id]: value })).toEqual([{ code: 'invalid_input', answer: id, message }]);
  });
});

describe('a check', () => {
  test.each([0, 1, 'có', 'true', [], {}])('answered with %j is refused at its indicator', (value) => {
    for (const [id, kind] of answerKinds(set))
      if (kind === 'check') expect(codesOf({ [id]: value })).toEqual([['invalid_input', id]]);
  });
});

describe('an answer to no question of the set', () => {
  test.each([
    'no_such_fact',
    '2.1',
    '1',
    '',
    'Children',
    ' children',
    'constructor',
    'toString',
    '__proto__',
  ])('%j is refused even when null', (id) => {
    expect(codesOf(JSON.parse(`{${JSON.stringify(id)}: 1}`))).toEqual([['unknown_answer', id]]);
    expect(codesOf(JSON.parse(`{${JSON.stringify(id)}: null}`))).toEqual([['unknown_answer', id]]);
  });
});

describe('a numerator above its denominator', () => {
  test.each(ratios.map(({ id, base, numerator, denominator }) => ({ id, base, numerator, denominator })))(
    'is refused in $id, base $base, and names both',
    ({ numerator, denominator }) => {
      for (const size of [0, 1, 2_150, Number.MAX_SAFE_INTEGER - 1]) {
        expect(faultsOf({ [numerator]: size + 1, [denominator]: size })).toMatchObject([
          {
            code: 'numerator_above_denominator',
            answer: numerator,
            above: {
              numerator: { id: numerator },
              denominator: { id: denominator },
              figures: [size + 1, size],
            },
          },
        ]);
        expect(faultsOf({ [numerator]: size, [denominator]: size })).toEqual([]);
      }
    },
  );

  test('is no fault while either is unanswered', () => {
    for (const { numerator, denominator } of ratios) {
      expect(faultsOf({ [numerator]: 5 })).toEqual([]);
      expect(faultsOf({ [numerator]: 5, [denominator]: null })).toEqual([]);
      expect(faultsOf({ [numerator]: null, [denominator]: 0 })).toEqual([]);
    }
  });

  test('is told for every figure above a shared denominator, each once', () => {
    const sharing = ratios.filter(({ denominator }) => denominator === 'children');
    const answers = Object.fromEntries(sharing.map(({ numerator }) => [numerator, 11]));
    expect(codesOf({ children: 10, ...answers })).toEqual(
      sharing.map(({ numerator }) => ['numerator_above_denominator', numerator]),
    );
  });

  test('is told once where two indicators rest on the same two facts', () => {
    const doubled = { ...set, criteria: [...set.criteria, ...set.criteria] };
    expect(answerFaults(doubled, { children: 10, children_registered: 11 })).toHaveLength(1);
  });

  test('is told with the labels and figures of both facts', () => {
    expect(faultsOf({ children: 2_150, children_registered: 2_151 })[0]?.message).toBe(
      'Số trẻ em được đăng ký khai sinh đúng quy định (2.151) lớn hơn tổng số trẻ em dưới 16 tuổi (2.150)',
    );
  });

  test('is looked for only once every answer is what its question asks for', () => {
    expect(codesOf({ children: 1, children_registered: 2, '1.1': 1, x: 1 })).toEqual([
      ['invalid_input', '1.1'],
      ['unknown_answer', 'x'],
    ]);
  });
});
