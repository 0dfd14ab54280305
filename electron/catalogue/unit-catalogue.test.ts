import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fold } from '../../criteria/fold.ts';
import type { CatalogueUnit } from '../api.ts';
import { packagedUnits } from './packaged-units.ts';
import { type CatalogueEntry, loadUnitCatalogue, UnitCatalogue } from './unit-catalogue.ts';

let catalogue: UnitCatalogue;
let units: readonly CatalogueUnit[];
beforeAll(() => {
  catalogue = loadUnitCatalogue();
  units = packagedUnits();
});

const names = (found: readonly CatalogueUnit[]) => found.map(({ name }) => name);

/** A small catalogue in which an order can be read off. */
function catalogueOf(...named: readonly (string | Partial<CatalogueEntry>)[]): UnitCatalogue {
  return new UnitCatalogue(
    named.map((unit, index) => ({
      code: String(10_001 + index),
      name: '',
      type: 'xa',
      province: 'Tỉnh Ví Dụ',
      ...(typeof unit === 'string' ? { name: unit } : unit),
    })),
  );
}

describe('searching the units in force', () => {
  test('finds Hà Đông without marks', () => {
    expect(catalogue.search('ha dong', 5)[0]).toEqual({
      code: '09556',
      name: 'Phường Hà Đông',
      type: 'phuong',
      province: 'Thành phố Hà Nội',
    });
  });

  test('finds hòa by either placement of the tone', () => {
    expect(catalogue.search('yên hoà', 20)).toEqual(catalogue.search('yên hòa', 20));
    expect(names(catalogue.search('yên hoà', 20))).toContain('Phường Yên Hòa');
  });

  test('finds units by the start of a code, in the order of the codes', () => {
    const codes = catalogue.search('268', 100).map(({ code }) => code);
    expect(codes).toEqual(
      units
        .map(({ code }) => code)
        .filter((code) => code.startsWith('268'))
        .sort(),
    );
  });

  test('narrows by the province of today or by the one before the merger', () => {
    for (const query of ['kim long ba ria', 'ba ria kim long', 'kim long hồ chí minh'])
      expect(catalogue.search(query, 5)).toMatchObject([
        { name: 'Xã Kim Long', province: 'Thành phố Hồ Chí Minh' },
      ]);
  });

  test.each(["m'drak", 'M’Drắk', 'mdrak', 'm drak'])('finds M\'Drắk as "%s"', (query) => {
    expect(names(catalogue.search(query, 1))).toEqual(["Xã M'Drắk"]);
  });

  test('an empty query gives nothing', () => {
    for (const query of ['', '   ', '-', '\u0301']) expect(catalogue.search(query, 10)).toEqual([]);
  });

  test('a word that starts none gives nothing', () => {
    expect(catalogue.search('hà đôngx', 10)).toEqual([]);
  });
});

describe('the order of results', () => {
  test('is exact name, start of the name, start of a word, then province', () => {
    const found = catalogueOf(
      { name: 'Xã Suối', province: 'Tỉnh An Ví Dụ' },
      'Xã Bình An',
      'Xã An Bình',
      'Phường An',
    ).search('an', 10);
    expect(names(found)).toEqual(['Phường An', 'Xã An Bình', 'Xã Bình An', 'Xã Suối']);
  });

  test('counts the type as part of the name once the name itself is begun', () => {
    const found = catalogueOf('Xã Đông Hà', 'Xã Hà Đông', 'Phường Hà Đông').search('xã hà', 10);
    expect(names(found)).toEqual(['Xã Hà Đông', 'Xã Đông Hà']);
  });

  test('puts a name that begins like a type before every unit of that type', () => {
    expect(names(catalogueOf('Xã An', 'Xã Xá Ví').search('xa', 10))).toEqual(['Xã Xá Ví', 'Xã An']);
  });

  test.each([
    ['hồng', ['Xã Hồng', 'Xã Hông', 'Xã Hòng', 'Xã Hong']],
    ['hông', ['Xã Hông', 'Xã Hồng', 'Xã Hong', 'Xã Hòng']],
    ['hong', ['Xã Hong', 'Xã Hòng', 'Xã Hông', 'Xã Hồng']],
  ])('among equals, "%s" prefers the marks that were typed', (query, expected) => {
    expect(names(catalogueOf('Xã Hòng', 'Xã Hồng', 'Xã Hong', 'Xã Hông').search(query, 10))).toEqual(
      expected,
    );
  });

  test('is otherwise that of the Vietnamese alphabet', () => {
    const found = catalogueOf('Xã Tân Đô', 'Xã Tân Dũ', 'Xã Tân Ân', 'Xã Tân An', 'Xã Tân Ăn').search(
      'tan',
      10,
    );
    expect(names(found)).toEqual(['Xã Tân An', 'Xã Tân Ăn', 'Xã Tân Ân', 'Xã Tân Dũ', 'Xã Tân Đô']);
  });
});

describe('any unit in force', () => {
  const anyUnit = fc.nat().map((n): CatalogueUnit => {
    const { code, name, type, province } = units[n % units.length] as CatalogueUnit;
    return { code, name, type, province };
  });
  const expectFound = (query: string, unit: CatalogueUnit) => {
    expect(catalogue.search(query, units.length)).toContainEqual(unit);
  };

  test('is found by its full name, folded, decomposed or in capitals', () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        const { name } = unit;
        for (const query of [name, fold(name), name.normalize('NFD'), name.toLocaleUpperCase('vi')])
          expectFound(query, unit);
      }),
    );
  });

  test('is found by its words and those of its province in any order', () => {
    const shuffled = anyUnit.chain((unit) => {
      const words = fold(`${unit.name} ${unit.province}`).split(' ');
      return fc.tuple(fc.constant(unit), fc.shuffledSubarray(words, { minLength: words.length }));
    });
    fc.assert(
      fc.property(shuffled, ([unit, words]) => {
        expectFound(words.join(' '), unit);
      }),
    );
  });

  test('is all that its code finds', () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        expect(catalogue.search(unit.code, 10)).toEqual([unit]);
      }),
    );
  });

  test('is found by every beginning of its code', () => {
    fc.assert(
      fc.property(anyUnit, fc.integer({ min: 1, max: 5 }), (unit, length) => {
        expectFound(unit.code.slice(0, length), unit);
      }),
    );
  });

  test('never comes in more company than the limit allows', () => {
    fc.assert(
      fc.property(anyUnit, fc.nat({ max: 12 }), fc.nat({ max: 100 }), (unit, length, limit) => {
        expect(catalogue.search(unit.name.slice(0, length), limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
