import { expect, test } from 'vitest';
import { currentSet } from '../../tests/example-assessment.ts';
import { inForceIn } from './in-force.ts';

const [found, ...rest] = currentSet.unitTypes;
if (found === undefined) throw new Error('the set has no unit type');
const first = found;
const month = String(currentSet.calendar.month).padStart(2, '0');

function typesIn(year: string, dates: { readonly from?: string; readonly to?: string }): readonly string[] {
  const set = { ...currentSet, unitTypes: [{ ...first, ...dates }, ...rest] };
  return inForceIn(set, year).types.map(({ id }) => id);
}

test('what has no dates is in force in every year', () => {
  const { types, classes, others } = inForceIn(currentSet, '2026');
  expect(types.length + classes.length).toBe(currentSet.unitTypes.length + currentSet.unitClasses.length);
  expect(others).toEqual([]);
});

test('what ends or begins within the month of assessment is still, or already, in force', () => {
  expect(typesIn('2026', { to: `2026-${month}-01` })).toContain(first.id);
  expect(typesIn('2026', { from: `2026-${month}-28` })).toContain(first.id);
});

test('what ended before that month, or begins after it, is not offered and is named apart', () => {
  expect(typesIn('2026', { to: '2025-06-30' })).not.toContain(first.id);
  expect(typesIn('2026', { from: '2027-01-01' })).not.toContain(first.id);
  const ended = { ...currentSet, unitTypes: [{ ...first, to: '2025-06-30' }, ...rest] };
  expect(inForceIn(ended, '2026').others.map(({ id }) => id)).toEqual([first.id]);
});

test('while the year is being typed everything is offered', () => {
  expect(typesIn('20', { to: '2025-06-30' })).toContain(first.id);
});
