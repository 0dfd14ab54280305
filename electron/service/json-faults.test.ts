import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFaults } from './json-faults.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('a text that should be JSON', () => {
  test.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['[1,]', 1, 4],
    ['{"a":1,}', 1, 8],
    ['{\n  "a": tru\n}', 2, 8],
    ['{"a" 1}', 1, 6],
    ['{"a":1}\nx', 2, 1],
    ['["\\q"]', 1, 3],
    ['["a\nb"]', 1, 4],
    ['["a', 1, 4],
    ['{\n "a": [1,\n 2,,3]}', 3, 4],
    ['{a: 1}', 1, 2],
    ['[01]', 1, 3],
    ['}', 1, 1],
  ])('%j is told to be wrong in line %i, column %i', (text, line, column) => {
    expect(isJson(text)).toBe(false);
    expect(jsonFaults(text)).toEqual([
      { path: '', message: `Tệp không phải là JSON đúng dạng: sai ở dòng ${line}, cột ${column}` },
    ]);
  });

  test('is right wherever the system reads it, and wrong wherever it does not', () => {
    const damaged = fc
      .tuple(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', ':', '\\', '\u0007', '\u0090', '1'),
      )
      .map(([text, place, sign]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + sign + text.slice(at + (place % 2));
      });
    fc.assert(
      fc.property(damaged, (text) => {
        expect(jsonFaults(text).some(({ path }) => path === '')).toBe(!isJson(text));
      }),
      { numRuns: 500 },
    );
  });

  test('tells every name that is written twice in one group, by its place', () => {
    const text = '{"a":{"b":1,"c":2,"b":3},"d":[{"e":1},{"e":1,"\\u0065":2}],"a":0}';
    expect(jsonFaults(text).map(({ path }) => path)).toEqual(['a.b', 'd[1].e', 'a']);
  });

  test('is no JSON for us where it is nested without end', () => {
    expect(jsonFaults('['.repeat(100_000))).toHaveLength(1);
    expect(jsonFaults(`${'['.repeat(60)}${']'.repeat(60)}`)).toEqual([]);
  });
});
