import { expect, test } from 'vitest';
import { paged } from './paged.ts';

const all = Array.from({ length: 205 }, (_, index) => index);

test('every line is on exactly one page', () => {
  const pages = [1, 2, 3].map((page) => paged(all, page, 100));
  expect(pages.flatMap(({ items }) => items)).toEqual(all);
  expect(pages[2]).toMatchObject({ page: 3, pages: 3, from: 201, to: 205, total: 205 });
});

test('a page beyond the last is the last', () => {
  expect(paged(all, 9, 100).page).toBe(3);
  expect(paged([], 2, 100)).toMatchObject({ items: [], page: 1, pages: 1 });
});
