import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { builtInSets } from '../criteria/sets/built-in.ts';
import { at, placesIn, without, withValue } from '../tests/json-places.ts';
import { criteriaSetJsonSchema } from './criteria-set-schema.ts';

const file = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../docs/criteria-set.schema.json'), 'utf8'),
) as object;

// NOTE: `format` is told by a pattern as well, which is what is checked here.
const takes = new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(file);

describe('the JSON Schema of a criteria set', () => {
  test('is that of the schema that the program checks with; `npm run schema` writes it again', () => {
    expect(file).toEqual(JSON.parse(JSON.stringify(criteriaSetJsonSchema())));
  });

  test.each([...builtInSets.values()])('takes $id, with and without the name of the schema', (set) => {
    expect([takes(set), takes.errors]).toEqual([true, null]);
    expect(takes({ $schema: './criteria-set.schema.json', ...set })).toBe(true);
  });

  test.each([...builtInSets.values()])(
    'refuses $id wherever an entry is of the wrong type or missing',
    (set) => {
      const optional = /^(zeroNeedsNote|fictional|from|to|confirmed(By|On|In))$/;
      for (const place of placesIn(set)) {
        const key = place.at(-1);
        if (key === undefined) continue;
        const wrong = typeof at(set, place) === 'string' ? 5 : 'Một đoạn chữ.';
        expect(takes(withValue(set, place, wrong)), place.join(' ')).toBe(false);
        if (typeof key === 'number' || place[0] === 'sources' || optional.test(key)) continue;
        expect(takes(without(set, place)), place.join(' ')).toBe(false);
      }
    },
  );

  test('refuses an entry too many, an id and a rate in the wrong form, and a base that there is not', () => {
    const set = builtInSets.values().next().value as object;
    expect(takes({ ...set, extra: 1 })).toBe(false);
    expect(takes({ ...set, id: 'Có dấu' })).toBe(false);
    const ratio = ['criteria', 1, 'indicators', 0];
    expect(takes(withValue(set, [...ratio, 'base'], 10))).toBe(false);
    expect(takes(withValue(set, [...ratio, 'bands', 0, 'rate'], '9,5'))).toBe(false);
    expect(takes(withValue(set, ['criteria', 0, 'name', 'vi'], 'ấ'.repeat(301)))).toBe(false);
  });

  test('tells in both languages what a field is for', () => {
    const described = JSON.stringify(file).match(/"description":"[^"]*(\\"[^"]*)*\/ /g) ?? [];
    expect(described.length).toBeGreaterThan(60);
  });
});
