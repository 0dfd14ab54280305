/** Two versions of the same thing, line by line. Pure. */
import type { Line } from './rule-lines.ts';

export interface ChangedLine {
  readonly key: string;
  readonly name: string;
  /** Null where there is no such line. */
  readonly before: string | null;
  readonly after: string | null;
}

/** All lines of both in the order of the second, each that is gone behind the one that it followed. */
export function besideEachOther(before: readonly Line[], after: readonly Line[]): readonly ChangedLine[] {
  const [was, is] = [byKey(before), byKey(after)];
  const keys = [...is.keys()];
  for (const [place, { key }] of before.entries())
    if (!is.has(key)) keys.splice(keys.indexOf(before[place - 1]?.key ?? '') + 1, 0, key);
  return keys.map((key) => ({
    key,
    name: is.get(key)?.name ?? was.get(key)?.name ?? key,
    before: was.get(key)?.text ?? null,
    after: is.get(key)?.text ?? null,
  }));
}

/** Those of them that differ. */
export function differing<L extends ChangedLine>(lines: readonly L[]): readonly L[] {
  return lines.filter(({ before, after }) => before !== after);
}

function byKey(lines: readonly Line[]): ReadonlyMap<string, Line> {
  return new Map(lines.map((line) => [line.key, line]));
}
