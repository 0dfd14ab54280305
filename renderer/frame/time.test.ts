import { expect, test } from 'vitest';
import { dateText, spanText } from './time.ts';

test.each([
  ['2026-11-03T08:12:00.000Z', '2026-11-03T08:12:59.999Z', 'chưa đến 1 phút'],
  ['2026-11-03T08:12:00.000Z', '2026-11-03T08:17:30.000Z', '5 phút'],
  ['2026-11-03T08:12:00.000Z', '2026-11-03T11:12:00.000Z', '3 giờ'],
  ['2026-11-03T08:12:00.000Z', '2026-11-03T11:32:00.000Z', '3 giờ 20 phút'],
  ['2026-11-03T08:12:00.000Z', '2026-11-05T09:12:00.000Z', '2 ngày'],
])('from %s to %s are %s', (from, to, text) => {
  expect(spanText(from, to)).toBe(text);
});

test('a clock that was set back gives no span', () => {
  expect(spanText('2026-11-03T08:12:00.000Z', '2026-11-03T08:11:00.000Z')).toBeNull();
});

test('the date of a document is written with the day first, whatever the time zone', () => {
  expect(dateText('2026-11-02')).toBe('02/11/2026');
});
