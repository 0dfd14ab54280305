import { expect, test } from 'vitest';
import { sizeText } from './size.ts';

test.each([
  [0, '0 byte'],
  [99, '99 byte'],
  [100, '0,1 kB'],
  [12_345, '12,3 kB'],
  [104_857_600, '104.857,6 kB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
