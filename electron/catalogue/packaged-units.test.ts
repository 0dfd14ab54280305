import { beforeAll, describe, expect, test } from 'vitest';
import { entriesOf, type PackagedTables, packagedUnits } from './packaged-units.ts';
import type { CatalogueEntry } from './unit-catalogue.ts';

let units: readonly CatalogueEntry[];
beforeAll(() => {
  units = packagedUnits();
});

const unitNamed = (name: string, province: string) =>
  units.find((unit) => unit.name === name && unit.province === province);

describe('the packaged units', () => {
  test('are the 3,321 units in 34 provinces that the reform of 2025 made', () => {
    expect(units).toHaveLength(3_321);
    expect(new Set(units.map(({ province }) => province)).size).toBe(34);
    const count = (type: string) => units.filter((unit) => unit.type === type).length;
    expect([count('xa'), count('phuong'), count('dac_khu'), count('thi_tran')]).toEqual([2_621, 687, 13, 0]);
  });

  test('have each a code of its own', () => {
    expect(new Set(units.map(({ code }) => code)).size).toBe(units.length);
    expect(units.filter(({ code }) => !/^\d{5}$/.test(code))).toEqual([]);
  });

  test('have each a name of its own within the province', () => {
    expect(new Set(units.map(({ name, province }) => `${name}, ${province}`)).size).toBe(units.length);
  });

  test('have names in NFC, without stray spaces and with one kind of apostrophe', () => {
    const texts = units.flatMap(({ name, province, formerProvinces = [] }) => [
      name,
      province,
      ...formerProvinces,
    ]);
    expect(texts.filter((text) => text !== text.normalize('NFC'))).toEqual([]);
    expect(texts.filter((text) => !/^[\p{L}\p{N}'-]+( [\p{L}\p{N}'-]+)*$/u.test(text))).toEqual([]);
  });

  test('name each province in full', () => {
    expect(units.filter(({ province }) => !/^(Tỉnh|Thành phố) /.test(province))).toEqual([]);
  });

  test('know the provinces that were merged, and only those', () => {
    expect(unitNamed('Xã Kim Long', 'Thành phố Hồ Chí Minh')?.formerProvinces).toEqual([
      'Tỉnh Bà Rịa - Vũng Tàu',
    ]);
    expect(unitNamed('Phường Hà Đông', 'Thành phố Hà Nội')?.formerProvinces).toEqual([]);
  });

  test('give Ia Mơ the code that it kept', () => {
    expect(unitNamed('Xã Ia Mơ', 'Tỉnh Gia Lai')?.code).toBe('23938');
    expect(units.filter(({ code }) => code === '23737')).toEqual([]);
  });
});

describe('a package that is not what it was', () => {
  const province = { province_code: '01', name: 'Cao Bằng', place_type: 'Tỉnh' as const };
  const unit = { ward_code: '00001', name: 'Xã Ví Dụ', province_code: '01' };
  const tables = (changes: Partial<PackagedTables>): PackagedTables => ({
    provinces: [province],
    units: [unit],
    mergers: [],
    ...changes,
  });

  test('is refused when a name begins with no known type', () => {
    const units = [{ ...unit, name: 'Làng Ví Dụ' }];
    expect(() => entriesOf(tables({ units }))).toThrow('unit 00001: "Làng Ví Dụ" begins with no known type');
  });

  test('is refused when a province is missing', () => {
    expect(() => entriesOf(tables({ provinces: [] }))).toThrow('unit 00001: no province 01');
  });

  test('is refused when a code occurs twice', () => {
    expect(() => entriesOf(tables({ units: [unit, unit] }))).toThrow('unit 00001 occurs twice');
  });
});
