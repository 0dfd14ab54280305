import { describe, expect, test } from 'vitest';
import type { CriteriaSet } from './schema.ts';
import { parseScoringInput } from './scoring-input.ts';
import { builtInSets, currentSetId } from './sets/built-in.ts';

const good = {
  criteriaSet: currentSetId,
  unit: { code: '24769', name: 'Xã Đạ Tẻh', type: 'xa', class: 'other', province: 'Lâm Đồng' },
  year: 2026,
  answers: { children: 2_150, '1.1': true, hamlets: null },
};

const parse = (json: unknown) => parseScoringInput(json, builtInSets);

/** Code and path of the fault of a line, and nothing for a good one. */
function faultOf(json: unknown): readonly [code: string, path: string] | undefined {
  const parsed = parse(json);
  if (parsed.ok) return undefined;
  expect(parsed.fault.message).not.toBe('');
  return [parsed.fault.code, parsed.fault.path];
}

const withUnit = (part: object) => ({ ...good, unit: { ...good.unit, ...part } });

function without(json: object, ...path: readonly string[]): unknown {
  const copy = structuredClone(json) as Record<string, unknown>;
  const owner = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
  delete owner[path.at(-1) ?? ''];
  return copy;
}

describe('a good line', () => {
  test('gives the set, the unit, the year and the answers', () => {
    const parsed = parse(good);
    expect(parsed).toEqual({
      ok: true,
      input: {
        set: builtInSets.get(currentSetId) as CriteriaSet,
        unit: good.unit,
        year: 2026,
        answers: good.answers,
        notes: {},
        evidence: {},
      },
    });
  });

  test('may hold keys that the program does not know, a district and notes', () => {
    const parsed = parse({
      ...withUnit({ district: 'Huyện Đạ Huoai', area: 12 }),
      comment: 'bỏ qua',
      notes: { '1.1': '  Có quyết định phân công  ' },
      evidence: { '1.1': ['  Quyết định\n12/QĐ-UBND '] },
    });
    expect(parsed).toMatchObject({
      ok: true,
      input: {
        unit: { ...good.unit, district: 'Huyện Đạ Huoai' },
        notes: { '1.1': 'Có quyết định phân công' },
        evidence: { '1.1': ['Quyết định 12/QĐ-UBND'] },
      },
    });
    expect(parsed.ok && 'comment' in parsed.input).toBe(false);
  });

  test('has its names in NFC, trimmed', () => {
    const parsed = parse(
      withUnit({ name: ` ${'Xã Hòa Bình (ví dụ)'.normalize('NFD')} `, province: 'Đắk Lắk'.normalize('NFD') }),
    );
    expect(parsed).toMatchObject({
      ok: true,
      input: { unit: { name: 'Xã Hòa Bình (ví dụ)', province: 'Đắk Lắk' } },
    });
  });

  test.each(['xa', 'phuong', 'thi_tran', 'dac_khu'])('may be about a unit of type %s', (type) => {
    expect(faultOf(withUnit({ type }))).toBeUndefined();
  });
});

describe('a line is invalid input', () => {
  test.each([
    ['nothing', null],
    ['a number', 5],
    ['a text', 'x'],
    ['a list', []],
  ])('when it is %s, as a whole', (_, json) => {
    expect(faultOf(json)).toEqual(['invalid_input', '']);
  });

  test.each([
    ['criteriaSet'],
    ['unit'],
    ['year'],
    ['answers'],
    ['unit.code'],
    ['unit.name'],
    ['unit.type'],
    ['unit.class'],
    ['unit.province'],
  ])('without %s', (path) => {
    expect(faultOf(without(good, ...path.split('.')))).toEqual(['invalid_input', path]);
  });

  test.each([
    ['unit.code', withUnit({ code: '../etc' })],
    ['unit.code', withUnit({ code: 24_769 })],
    ['unit.name', withUnit({ name: '   ' })],
    ['unit.name', withUnit({ name: 'x'.repeat(201) })],
    ['unit.type', withUnit({ type: 'tinh' })],
    ['unit.class', withUnit({ class: 'city' })],
    ['unit.class', withUnit({ class: 'constructor' })],
    ['unit.province', withUnit({ province: '' })],
    ['year', { ...good, year: '2026' }],
    ['year', { ...good, year: 2026.5 }],
    ['year', { ...good, year: 1999 }],
    ['criteriaSet', { ...good, criteriaSet: 6 }],
    ['answers', { ...good, answers: [] }],
    ['answers', { ...good, answers: null }],
    ['answers', { ...good, answers: 'x' }],
    ['answers.children', { ...good, answers: { children: -1 } }],
    ['answers.children', { ...good, answers: { children: 1.5 } }],
    ['answers.children', { ...good, answers: { children: '2150' } }],
    ['answers.children', { ...good, answers: { children: true } }],
    ['answers.children', JSON.parse(JSON.stringify(good).replace('2150', '1e400'))],
    ['answers.1.1', { ...good, answers: { '1.1': 1 } }],
    ['notes', { ...good, notes: 'x' }],
    ['notes.1.1', { ...good, notes: { '1.1': 5 } }],
    ['notes.1.1', { ...good, notes: { '1.1': 'x'.repeat(2_001) } }],
    ['notes.9.9', { ...good, notes: { '9.9': 'x' } }],
    ['notes.children', { ...good, notes: { children: 'x' } }],
    ['evidence', { ...good, evidence: 'x' }],
    ['evidence.1.1', { ...good, evidence: { '1.1': 'x' } }],
    ['evidence.1.1[0]', { ...good, evidence: { '1.1': ['x'.repeat(201)] } }],
    ['evidence.9.9', { ...good, evidence: { '9.9': [] } }],
    ['notes.toString', { ...good, notes: { toString: 'x' } }],
  ])('at %s, %#', (path, json) => {
    expect(faultOf(json)).toEqual(['invalid_input', path]);
  });

  test('of an unknown class names those that there are', () => {
    const parsed = parse(withUnit({ class: 'city' }));
    expect(!parsed.ok && parsed.fault.message).toBe(
      'Không có loại đơn vị "city"; chỉ có: ward_central_city, mountain_island_special, other',
    );
  });
});

describe('a line is refused', () => {
  test.each(['qd-99-2099', '', 'constructor', '__proto__'])(
    'for the unknown criteria set %j',
    (criteriaSet) => {
      expect(faultOf({ ...good, criteriaSet })).toEqual(['unknown_criteria_set', 'criteriaSet']);
    },
  );

  test.each(['no_such_fact', '2.1', 'constructor', 'toString', '__proto__'])(
    'for the unknown answer %j, by its own key',
    (id) => {
      const json = JSON.parse(`{"answers":{${JSON.stringify(id)}:1}}`);
      expect(faultOf({ ...good, ...json })).toEqual(['unknown_answer', `answers.${id}`]);
    },
  );

  test('for a numerator above its denominator, at the numerator', () => {
    expect(faultOf({ ...good, answers: { children: 10, children_drugs: 11 } })).toEqual([
      'numerator_above_denominator',
      'answers.children_drugs',
    ]);
  });
});

describe('of several faults the first wins', () => {
  test('shape before set, set before class, class before answers, answers before notes', () => {
    const notes = { '9.9': 'x' };
    const answers = { no_such_fact: 1, children: 1, children_drugs: 2 };
    const all = { ...withUnit({ class: 'city' }), criteriaSet: 'x', year: 'x', answers, notes };
    expect(faultOf(all)).toEqual(['invalid_input', 'year']);
    expect(faultOf({ ...all, year: 2026 })).toEqual(['unknown_criteria_set', 'criteriaSet']);
    expect(faultOf({ ...withUnit({ class: 'city' }), answers, notes })).toEqual([
      'invalid_input',
      'unit.class',
    ]);
    expect(faultOf({ ...good, answers, notes })).toEqual(['unknown_answer', 'answers.no_such_fact']);
    expect(faultOf({ ...good, answers: { children: 1, children_drugs: 2 }, notes })).toEqual([
      'numerator_above_denominator',
      'answers.children_drugs',
    ]);
    expect(faultOf({ ...good, notes })).toEqual(['invalid_input', 'notes.9.9']);
  });

  test('among answers, in the order in which they are given', () => {
    expect(faultOf({ ...good, answers: { children: -1, x: 1 } })).toEqual([
      'invalid_input',
      'answers.children',
    ]);
    expect(faultOf({ ...good, answers: { x: 1, children: -1 } })).toEqual(['unknown_answer', 'answers.x']);
  });
});
