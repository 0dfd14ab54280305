import { expect, test } from 'vitest';
import { pastedPath } from './pasted-path.ts';

test.each([
  ['"E:\\Sao lưu"', 'E:\\Sao lưu'],
  ['  E:\\Sao lưu ', 'E:\\Sao lưu'],
  ['"E:\\Sao lưu', '"E:\\Sao lưu'],
  ['""', ''],
])('%s means %s', (text, path) => {
  expect(pastedPath(text)).toBe(path);
});
