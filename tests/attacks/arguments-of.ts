/** Random arguments of a call, made from its schema: what it allows, with names that are known, and what is off it. */
import fc, { type Arbitrary } from 'fast-check';
import type { z } from 'zod';
import { hostileValues } from './hostile-values.ts';

/** Values that lead a call to something that is there, by the name of the argument, or of the record whose keys they are. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

type Schema = z.core.$ZodTypes;
const asSchema = (schema: z.core.$ZodType) => schema as Schema;

interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
}

/** What the schema allows, or nearly: refinements of its own and what two arguments must be together are not seen. */
export function allowed(type: z.core.$ZodType, known: Known, name = ''): Arbitrary<unknown> {
  const made = byKind(asSchema(type), known, name);
  const there = known[name];
  if (there === undefined || holdsOthers(type)) return made;
  return fc.oneof({ weight: 4, arbitrary: oneOf(there) }, { weight: 1, arbitrary: made });
}

/** NOTE: asked anew each time, since more is known with every call. */
function oneOf<T>(there: readonly T[]): Arbitrary<T> {
  return fc.nat().map((number) => there[number % there.length] as T);
}

function byKind(schema: Schema, known: Known, name: string): Arbitrary<unknown> {
  const { def } = schema._zod;
  const within = (inner: z.core.$ZodType) => allowed(inner, known, name);
  switch (def.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(def.shape).map(([key, value]) => [key, allowed(value, known, key)]),
        ),
        { requiredKeys: requiredIn(def.shape), noNullPrototype: true },
      );
    case 'record':
      return fc.dictionary(recordKey(known[name]), allowed(def.valueType, known, `${name}.value`), {
        maxKeys: 6,
        noNullPrototype: true,
      });
    case 'array': {
      const { min = 0, max = 5 } = limitsOf(def.checks);
      return fc.array(allowed(def.element, known, name), {
        minLength: min,
        maxLength: Math.min(max, min + 5),
      });
    }
    case 'tuple':
      return fc.tuple(...def.items.map(within));
    case 'union':
      return fc.oneof(...def.options.map(within));
    case 'nullable':
      return fc.oneof(fc.constant(null), within(def.innerType));
    case 'optional':
      return fc.oneof(fc.constant(undefined), within(def.innerType));
    case 'pipe':
      return asSchema(def.in)._zod.def.type === 'transform'
        ? within(def.out)
        : textLike(asSchema(def.in), asSchema(def.out), known, name);
    case 'string':
      return text({ ...limitsOf(def.checks), ...formatOf(def) });
    case 'number':
      return number(limitsOf(def.checks));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    default:
      throw new Error(`no arguments are made for the schema ${def.type}`);
  }
}

/** Text that is first brought to its kept form: what the end allows is given to the beginning. */
function textLike(from: Schema, to: Schema, known: Known, name: string): Arbitrary<unknown> {
  const end = to._zod.def;
  return end.type === 'transform' ? byKind(from, known, name) : byKind(to, known, name);
}

/** Lists and objects are made of what is known, and are not known themselves. */
function holdsOthers(type: z.core.$ZodType): boolean {
  const { def } = asSchema(type)._zod;
  if (def.type === 'nullable' || def.type === 'optional') return holdsOthers(def.innerType);
  return ['object', 'record', 'array', 'tuple'].includes(def.type);
}

function requiredIn(shape: Readonly<Record<string, z.core.$ZodType>>): string[] {
  return Object.keys(shape).filter((key) => asSchema(shape[key] as Schema)._zod.def.type !== 'optional');
}

function recordKey(there: readonly unknown[] | undefined): Arbitrary<string> {
  const other = fc.string({ maxLength: 8 });
  if (there === undefined) return other;
  return fc.oneof({ weight: 9, arbitrary: oneOf(there).map(String) }, { weight: 1, arbitrary: other });
}

function limitsOf(checks: readonly z.core.$ZodCheck[] = []): Limits {
  const limits = checks.map((check): Limits => {
    const def = (check as z.core.$ZodChecks)._zod.def;
    switch (def.check) {
      case 'min_length':
        return { min: def.minimum };
      case 'max_length':
        return { max: def.maximum };
      case 'greater_than':
        return { min: Number(def.value) };
      case 'less_than':
        return { max: Number(def.value) };
      case 'string_format':
        return formatOf(def);
      default:
        return {};
    }
  });
  return Object.assign({}, ...limits);
}

function formatOf(def: object): Limits {
  return 'pattern' in def && def.pattern instanceof RegExp ? { pattern: def.pattern } : {};
}

function text({ min = 0, max = 40, pattern }: Limits): Arbitrary<string> {
  if (pattern?.source.includes('[0-9a-zA-Z+/]'))
    return fc.base64String({ minLength: Math.max(min, 4), maxLength: Math.max(min, 400) });
  const atTheLimit = max > 10_000 ? [] : [fc.constant('ạ'.repeat(max)), fc.constant('x'.repeat(max))];
  const free = fc.string({ unit: 'grapheme', minLength: min, maxLength: Math.min(max, min + 40) });
  if (pattern === undefined) return fc.oneof({ weight: 8, arbitrary: free }, ...weighed(atTheLimit));
  return isGenerable(pattern) ? fc.stringMatching(pattern) : free;
}

function weighed<T>(arbitraries: readonly Arbitrary<T>[]) {
  return arbitraries.map((arbitrary) => ({ weight: 1, arbitrary }));
}

/** The properties of letters in `\p{…}`, and what looks ahead or behind, cannot be turned into text. */
function isGenerable({ source }: RegExp): boolean {
  return !/\\p|\(\?<?[=!]/.test(source);
}

function number({ min = -1_000, max = Number.MAX_SAFE_INTEGER }: Limits): Arbitrary<number> {
  return fc.oneof(
    fc.integer({ min, max: Math.min(max, min + 200) }),
    fc.constantFrom(min, max, Math.min(max, min + 1)),
  );
}

/** The same with something hostile in one or more places, or hostile as a whole. */
export function spoiled(whole: Arbitrary<unknown>): Arbitrary<unknown> {
  const strike = fc.tuple(fc.nat(), fc.constantFrom('value', 'value', 'missing', 'extra'), hostileValues);
  const struck = fc
    .tuple(whole, fc.array(strike, { minLength: 1, maxLength: 3 }))
    .map(([value, strikes]) => struckBy(structuredClone(value), strikes));
  return fc.oneof({ weight: 9, arbitrary: struck }, { weight: 1, arbitrary: hostileValues });
}

/** NOTE: defined, not assigned, so that `__proto__` becomes a key as in parsed JSON. */
function put(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function struckBy(value: unknown, strikes: readonly [number, string, unknown][]): unknown {
  const places = placesIn(value);
  for (const [where, how, hostile] of strikes) {
    const [holder, key] = places[where % places.length] ?? [value, hostileKey(where)];
    if (typeof holder !== 'object' || holder === null) return hostile;
    if (how === 'missing' && places.length > 0) Reflect.deleteProperty(holder, key);
    else put(holder, how !== 'value' ? hostileKey(where) : key, hostile);
  }
  return value;
}

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  '',
  '../../x',
  '\0',
];

function hostileKey(where: number): string {
  return keys[where % keys.length] ?? '';
}

/** Every holder in a value with one of its keys, the outermost first. */
function placesIn(value: unknown): [object, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    [value, key] as [object, string],
    ...placesIn((value as Record<string, unknown>)[key]),
  ]);
}
