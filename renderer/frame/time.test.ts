import { afterEach, beforeAll, expect, test } from 'vitest';
import { speak, startTranslation } from '../i18n.ts';
import { dateText, dateTimeText, spanText } from './time.ts';

beforeAll(() => startTranslation());
afterEach(() => speak('vi'));

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

test('in English too the day stands before the month', async () => {
  const instant = new Date(2026, 10, 3, 8, 12).toISOString();
  expect(dateTimeText(instant)).toBe('08:12 ngày 03/11/2026');
  await speak('en');
  expect(dateTimeText(instant)).toBe('08:12 on 03/11/2026');
  expect(spanText('2026-11-03T08:12:00.000Z', '2026-11-03T11:32:00.000Z')).toBe('3 h 20 min');
  expect(spanText('2026-11-03T08:12:00.000Z', '2026-11-04T11:32:00.000Z')).toBe('1 day');
});
