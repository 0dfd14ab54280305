import { expect, test } from 'vitest';
import { builtInSets } from '../../criteria/sets/built-in.ts';
import { countRules } from './rule-count.ts';

test.each([...builtInSets.values()])('counts each provenance of set $id exactly once', (set) => {
  const text = JSON.stringify(set);
  const counts = countRules(set);
  expect(counts.total).toBe(text.match(/"status":/g)?.length);
  expect(counts.confirmed).toBe(text.match(/"status":"confirmed"/g)?.length);
});
