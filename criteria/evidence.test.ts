import { expect, test } from 'vitest';
import { evidenceLine, evidenceListSchema, sizeText } from './evidence.ts';

const file = {
  kind: 'file',
  sha256: '3f2a9c1b'.repeat(8),
  name: 'ảnh.jpg',
  size: 411_200,
  type: 'image/jpeg',
} as const;
const paper = (text: string) => ({ kind: 'paper', text }) as const;

test('evidence is printed as one line, a paper in its own words', () => {
  expect(evidenceLine(file)).toBe('ảnh.jpg (412 kB, SHA-256 3f2a9c1b)');
  expect(evidenceLine(paper('Quyết định số 12'))).toBe('Quyết định số 12');
});

test.each([
  ['the same file under another name', [file, { ...file, name: 'b.jpg' }]],
  ['the same paper twice', [paper('Sổ'), paper(' Sổ ')]],
  ['a paper without words', [paper('  ')]],
  ['more than a scorecard can hold', Array.from({ length: 51 }, (_, n) => paper(`Sổ ${n}`))],
])('a list of evidence is refused with %s', (_, items) => {
  expect(evidenceListSchema.safeParse(items).success).toBe(false);
  expect(evidenceListSchema.safeParse(items.slice(0, 1)).success).toBe(
    items[0]?.kind === 'file' || items.length > 1,
  );
});

test('a size is told rounded up, so that no file looks empty', () => {
  expect([1, 999_999, 1_000_001, 41_943_040].map(sizeText)).toEqual(['1 kB', '1.000 kB', '1,1 MB', '42 MB']);
});
