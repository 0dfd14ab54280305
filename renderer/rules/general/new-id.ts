/** Ids for what is new in a draft, suggested from its name. Pure. */
import { fold } from '../../../criteria/fold.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { setIdSchema } from '../../../criteria/schema.ts';

const longest = 64;

/** From a name: "Số hộ nghèo" gives `so_ho_ngheo`, or with a number behind it when that is taken. */
export function idFrom(name: string, taken: ReadonlySet<string>): string {
  const bare = fold(name)
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, longest - 4);
  const first = bare === '' ? 'moi' : bare;
  if (!taken.has(first)) return first;
  for (let n = 2; ; n++) if (!taken.has(`${first}_${n}`)) return `${first}_${n}`;
}

/** The number behind the highest one: of criteria `14`, of the indicators of `14` then `14.3`. */
export function nextNumber(prefix: string, taken: ReadonlySet<string>): string {
  const numbers = [...taken]
    .filter((id) => id.startsWith(prefix))
    .map((id) => id.slice(prefix.length))
    .filter((rest) => /^\d{1,6}$/.test(rest))
    .map(Number);
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

export function isId(text: string): boolean {
  return setIdSchema.safeParse(text).success;
}

/**
 * Ids that something new must not have, by kind. What a set was made from counts, too: answers are kept by id, so an id
 * that once meant something else would bring the answers of that along.
 */
export interface TakenIds {
  readonly criteria: ReadonlySet<string>;
  /** Facts and indicators, which share one name space. */
  readonly asked: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

export function takenIds(...sets: readonly CriteriaSet[]): TakenIds {
  const ids = (of: (set: CriteriaSet) => readonly { readonly id: string }[]) =>
    new Set(sets.flatMap((set) => of(set).map(({ id }) => id)));
  return {
    criteria: ids((set) => set.criteria),
    asked: ids((set) => [...set.facts, ...set.criteria.flatMap(({ indicators }) => indicators)]),
    classes: ids((set) => set.unitClasses),
    types: ids((set) => set.unitTypes),
  };
}
