import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { startTranslation } from '../i18n.ts';
import { momentText } from './moment-text.ts';

beforeAll(() => startTranslation());

const now = new Date(2026, 10, 1, 0, 30);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

test.each([
  [at(2026, 10, 1, 0, 10), 'hôm nay 00:10'],
  [at(2026, 9, 31, 16, 40), 'hôm qua 16:40'],
  [at(2026, 9, 30, 16, 40), '16:40 ngày 30/10/2026'],
])('%s is said by the day, and not by the hours that passed', (instant, words) => {
  expect(momentText(i18next.t, instant, now)).toBe(words);
});
