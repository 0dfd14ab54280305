import { expect, test } from 'vitest';
import { saidName } from './said.ts';

test('a name is said whole, or where it is long by the words that it begins with', () => {
  expect(saidName('Biên bản.pdf')).toBe('Biên bản.pdf');
  expect(saidName(`${'Biên bản '.repeat(7)}.pdf`)).toBe(`${'Biên bản '.repeat(6)}Biên…`);
  expect(saidName('x'.repeat(70))).toBe(`${'x'.repeat(60)}…`);
});
