import { expect, test } from 'vitest';
import { idFrom, isId, nextNumber } from './new-id.ts';

test.each([
  ['Số hộ nghèo', 'so_ho_ngheo'],
  ['Tỷ lệ trẻ em được tiêm chủng đầy đủ (%)', 'ty_le_tre_em_duoc_tiem_chung_day_du'],
  ['M’Đrắk', 'mdrak'],
  ['…', 'moi'],
  ['', 'moi'],
])('“%s” is suggested to be called %s', (name, id) => {
  expect(idFrom(name, new Set())).toBe(id);
  expect(isId(id)).toBe(true);
});

test('a suggested id is never taken, and fits however long the name is', () => {
  const name = 'Số trẻ em '.repeat(20);
  const first = idFrom(name, new Set());
  const second = idFrom(name, new Set([first]));
  const third = idFrom(name, new Set([first, second]));
  expect(new Set([first, second, third]).size).toBe(3);
  expect([first, second, third].every(isId)).toBe(true);
});

test('the next number is behind the highest, also where one is missing', () => {
  expect(nextNumber('', new Set(['1', '2', '4', 'a']))).toBe('5');
  expect(nextNumber('4.', new Set(['4.1', '4.9', '4.10', '4.1.7', '14.30', 'children']))).toBe('4.11');
  expect(nextNumber('5.', new Set(['4.1']))).toBe('5.1');
});
