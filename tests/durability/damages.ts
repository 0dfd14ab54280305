/** Ways in which a file of an assessment goes bad, as disks, other programs and people do it. */
import { isDeepStrictEqual } from 'node:util';

export interface Damage {
  readonly how: string;
  readonly bytes: Uint8Array;
}

export interface DamagedFrom {
  readonly good: Uint8Array;
  /** The file of another assessment. */
  readonly other: Uint8Array;
}

/** A number from 0 up to, not including, `limit`. */
export type Chance = (limit: number) => number;

/** The same numbers for the same seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit) | 0;
  };
}

/** Every second one is a flipped bit, since of those there are most. */
export function damageOf({ good, other }: DamagedFrom, chance: Chance, index: number): Damage {
  if (index % 2 === 0) return flipped(good, chance);
  const make = kinds[((index - 1) / 2) % kinds.length];
  if (make === undefined) throw new Error('no kind');
  return make({ good, other }, chance);
}

function flipped(good: Uint8Array, chance: Chance): Damage {
  const bytes = good.slice();
  const at = chance(bytes.length);
  const bit = chance(8);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return { how: `bit ${bit} of byte ${at} flipped`, bytes };
}

const kinds: readonly ((from: DamagedFrom, chance: Chance) => Damage)[] = [
  ({ good }, chance) => {
    const length = chance(good.length);
    return { how: `cut off at byte ${length}`, bytes: good.slice(0, length) };
  },
  () => ({ how: 'emptied', bytes: new Uint8Array() }),
  ({ good }) => ({ how: 'filled with NULs', bytes: new Uint8Array(good.length) }),
  ({ good }, chance) => {
    const from = chance(good.length);
    const bytes = good.slice();
    bytes.fill(0, from, from + 512);
    return { how: `NULs for a sector from byte ${from}`, bytes };
  },
  ({ good }, chance) => {
    const at = chance(good.length);
    const bytes = good.slice();
    bytes[at] = chance(256);
    return { how: `byte ${at} overwritten with ${bytes[at]}`, bytes };
  },
  ({ good }, chance) => {
    const at = chance(good.length);
    return { how: `written over itself from byte ${at}`, bytes: joined(good.slice(0, at), good) };
  },
  ({ other }) => ({ how: 'the file of another assessment', bytes: other }),
  (_, chance) => {
    const value = wrongShapes[chance(wrongShapes.length)];
    return { how: `the JSON ${JSON.stringify(value)}`, bytes: textBytes(JSON.stringify(value)) };
  },
  ({ good }, chance) => {
    const envelope = JSON.parse(new TextDecoder().decode(good));
    const keys = Object.keys(envelope.data);
    const key = keys[chance(keys.length)] ?? '';
    envelope.data[key] = wrongShapes[chance(wrongShapes.length)];
    return { how: `${key} replaced in the data`, bytes: textBytes(JSON.stringify(envelope)) };
  },
  ({ good }, chance) => {
    const envelope = JSON.parse(new TextDecoder().decode(good));
    const keys = Object.keys(envelope);
    const key = keys[chance(keys.length)] ?? '';
    delete envelope[key];
    return { how: `an envelope without ${key}`, bytes: textBytes(JSON.stringify(envelope)) };
  },
  (_, chance) => {
    const depth = 1_000 + chance(50_000);
    const open = ['[', '{"a":'][chance(2)] ?? '[';
    const shut = open === '[' ? ']' : '}';
    return {
      how: `${open} nested ${depth} deep`,
      bytes: textBytes(`${open.repeat(depth)}${open === '[' ? '' : '1'}${shut.repeat(depth)}`),
    };
  },
  (_, chance) => {
    const bytes = Uint8Array.from({ length: 1 + chance(5_000) }, () => chance(256));
    return { how: `${bytes.length} bytes of noise`, bytes };
  },
];

const wrongShapes: readonly unknown[] = [
  null,
  true,
  0,
  'phiếu',
  [],
  {},
  { children: 5 },
  [[], {}],
  { format: 'child-friendly-communes/assessment', version: 2, checksum: 'sha256:', data: null },
  { format: 'child-friendly-communes/assessment', version: 1, checksum: '', data: {} },
  { format: 'child-friendly-communes/assessment', version: 1e300, checksum: '', data: { __proto__: null } },
];

/** Far larger than anything the program writes, and read as JSON one nesting inside another. */
export function hugeDamages(size: number): readonly Damage[] {
  const nesting = new Uint8Array(size).fill('['.charCodeAt(0), 0, size / 2).fill(']'.charCodeAt(0), size / 2);
  return [
    { how: `${size} bytes of nothing`, bytes: new Uint8Array(size).fill(32) },
    { how: `${size} bytes of nesting`, bytes: nesting },
  ];
}

/** Whether the bytes still say the same: then nothing is damaged. */
export function sameMeaning(bytes: Uint8Array, good: Uint8Array): boolean {
  if (bytes.length > 2 * good.length) return false;
  try {
    return isDeepStrictEqual(meaning(bytes), meaning(good));
  } catch {
    return false;
  }
}

function meaning(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
