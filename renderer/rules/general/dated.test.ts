import { expect, test } from 'vitest';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { setFaults } from '../../../criteria/set-faults.ts';
import { builtInSets, currentSetId } from '../../../criteria/sets/built-in.ts';
import { type Authority, dayBefore, dayFrom, withAuthority, withoutAuthority, yearsFrom } from './dated.ts';

const set = builtInSets.get(currentSetId) as CriteriaSet;

test.each([
  ['01/07/2025', '2025-07-01'],
  ['1/7/2025', '2025-07-01'],
  [' 1-7-2025 ', '2025-07-01'],
  ['1.7.2025', '2025-07-01'],
  ['2025-07-01', '2025-07-01'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2025', null],
  ['31/04/2025', null],
  ['07/13/2025', null],
  ['1/7/25', null],
  ['', null],
  ['hôm nay', null],
])('“%s” is the day %s', (typed, day) => {
  expect(dayFrom(typed)).toBe(day);
});

test('the day before the first of a month is the last of the month before, leap years included', () => {
  expect(dayBefore('2024-03-01')).toBe('2024-02-29');
  expect(dayBefore('2025-01-01')).toBe('2024-12-31');
});

test.each([
  ['2022, 2024', [2022, 2024]],
  ['2024;2022 2024', [2022, 2024]],
  ['', []],
  ['1999', null],
  ['2101', null],
  ['năm 2024', null],
])('“%s” are the years %j', (typed, years) => {
  expect(yearsFrom(typed)).toEqual(years);
});

const added = (from: string): Authority => ({
  ...(set.authorities[0] as Authority),
  from,
  to: null,
  title: { vi: 'Chủ tịch', en: 'Chair' },
});

test('an authority at the end closes the one before on the day before, so that no day has two or none', () => {
  const next = withAuthority(set.authorities, added('2028-03-01'), true);
  expect(next.at(-2)?.to).toBe('2028-02-29');
  expect(setFaults({ ...set, authorities: next })).toEqual([]);
});

test('where the one before is not to be closed, the gap is a fault', () => {
  const next = withAuthority(set.authorities, added('2028-03-01'), false);
  expect(setFaults({ ...set, authorities: next }).map(({ path }) => path)).toEqual([
    `authorities[${set.authorities.length - 1}].to`,
  ]);
});

test('any authority but the only one can go, and no day is left without one', () => {
  const three = withAuthority(set.authorities, added('2028-03-01'), true);
  for (const place of three.keys()) {
    const left = withoutAuthority(three, place);
    expect(left).toHaveLength(three.length - 1);
    expect(left.at(-1)?.to).toBeNull();
    expect(setFaults({ ...set, authorities: left })).toEqual([]);
  }
});
