/** Values that no honest page sends: of wrong kinds, at the edges of numbers, texts that lead out of a folder. */
import fc, { type Arbitrary } from 'fast-check';

const numbers = [
  -1,
  -0,
  0.5,
  1e308,
  2 ** 53,
  -(2 ** 63),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

const texts = [
  '',
  ' ',
  '\0',
  'a\0b.json',
  '\ud800',
  'x\udfff',
  '\u202egpj.exe',
  '\u200b',
  'NaN',
  'null',
  '__proto__',
  'constructor',
  '2026-__proto__',
  '2026-../../x',
  '{"__proto__":{"polluted":true}}',
  '$where',
  '%2e%2e%2f',
  '\r\nSet-Cookie: a=b',
  '<script>alert(1)</script>',
];

/** Names and paths that lead elsewhere, on any system. */
export const leadingElsewhere = [
  '.',
  '..',
  '../x',
  '../../x',
  '../../../x',
  '../../beside/note.txt',
  '../../../../../../../../etc/passwd',
  '..\\..\\x',
  '/etc/passwd',
  '/proc/self/mem',
  '/dev/zero',
  '/tmp',
  '~',
  '~/.ssh',
  'C:\\Windows\\win.ini',
  'C:x',
  '\\\\server\\share',
  '\\\\.\\PhysicalDrive0',
  'file:///etc/passwd',
  'CON',
  'nul',
  'COM1.json',
  'lpt1',
  'settings.json::$DATA',
  'x.',
  'x ',
];

const huge = ['x'.repeat(300_000), '../'.repeat(20_000), '\u0301'.repeat(5_000), '9'.repeat(100_000)];

/** Lists or objects in one another, so many deep. */
function nested(depth: number, asList: boolean): unknown {
  let value: unknown = null;
  for (let level = 0; level < depth; level += 1) value = asList ? [value] : { a: value };
  return value;
}

/** As an argument that JSON brought: `__proto__` as a key of its own. */
const polluting = () =>
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');

const cyclic = () => {
  const self: Record<string, unknown> = {};
  self.self = self;
  return self;
};

/** NOTE: also what JSON has not and the desktop's calls can carry, such as a Map, a Date, a cycle. */
export const hostileValues: Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...numbers) },
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...texts) },
  { weight: 6, arbitrary: fc.constantFrom<unknown>(...leadingElsewhere) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...huge) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(null, undefined, true, false, 10n ** 30n) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(5, 2_000).chain((depth) => fc.boolean().map((list) => nested(depth, list))),
  },
  { weight: 2, arbitrary: fc.constant(null).map(polluting) },
  { weight: 1, arbitrary: fc.constant(null).map(cyclic) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        () => new Date(Number.NaN),
        () => new Map([['id', 1]]),
        () => new Set([1]),
        () => new Uint8Array(9),
      )
      .map((make) => make()),
  },
  { weight: 3, arbitrary: fc.anything({ withSparseArray: true, withMap: false, maxDepth: 3 }) },
);
