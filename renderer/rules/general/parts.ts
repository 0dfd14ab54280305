/** The parts of the general data, each with its own address. Pure. */

export const partNames = [
  'names',
  'types',
  'classes',
  'authorities',
  'calendar',
  'targets',
  'recognition',
  'structure',
  'facts',
] as const;
export type PartName = (typeof partNames)[number];

/** As in the address. */
export const partAddresses = {
  names: 'ten-goi',
  types: 'loai-hinh',
  classes: 'loai-don-vi',
  authorities: 'tham-quyen',
  calendar: 'lich',
  targets: 'muc-tieu',
  recognition: 'cong-nhan',
  structure: 'cau-truc',
  facts: 'so-lieu',
} as const satisfies Record<PartName, string>;

/** Of what in the set a part is; the first word of a fault's place. */
const places: Readonly<Record<PartName, RegExp>> = {
  names: /^(title|legalBasis|recognisedAs|validFrom|max|sources|fictional)\b/,
  types: /^unitTypes\b/,
  classes: /^unitClasses\b/,
  authorities: /^authorities\b/,
  calendar: /^calendar\b/,
  targets: /^nationalTargets\b/,
  recognition: /^recognition\b/,
  structure: /^criteria\b/,
  facts: /^facts\b/,
};

/** The part of an address; the first one where nothing is said, undefined for an address that there is not. */
export function partOfAddress(address: string | undefined): PartName | undefined {
  return address === undefined ? 'names' : partNames.find((name) => partAddresses[name] === address);
}

/** The part in which what stands at a place of the set is changed. */
export function partOfPlace(path: string): PartName {
  return partNames.find((name) => places[name].test(path)) ?? 'names';
}
