/** As much of a broken criteria set as can be read, so that what is whole is still checked. Pure. */
import type { z } from 'zod';
import type { CriteriaSet } from '../schema.ts';

/**
 * Any part may be undefined, which means that nothing is known about it: a check claims a fault only from what it knows,
 * so that one broken place never makes a second fault elsewhere.
 */
export type Readable<T> = T extends readonly (infer Item)[]
  ? readonly (Readable<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Readable<T[Key]> | undefined }
    : T;

export type ReadableSet = Readable<CriteriaSet>;
export type ReadableIndicator = NonNullable<
  NonNullable<NonNullable<ReadableSet['criteria']>[number]>['indicators']
>[number];

type Group = Record<PropertyKey, unknown>;

/** What is left of the JSON of a set without the places at which its shape is wrong; undefined when that is all of it. */
export function readablePart(json: unknown, issues: readonly z.core.$ZodIssue[]): ReadableSet | undefined {
  const root: Group = { set: json };
  const copies = new Set<object>([root]);
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      const owner = ownCopy(root, ['set', ...issue.path], copies);
      for (const key of issue.keys) delete owner?.[key];
      continue;
    }
    // NOTE: of a part whose kind cannot be told nothing else was looked at, so all of it is unknown.
    const place = 'discriminator' in issue ? issue.path.slice(0, -1) : issue.path;
    const path = ['set', ...place];
    const last = path.at(-1) as PropertyKey;
    const owner = ownCopy(root, path.slice(0, -1), copies);
    if (owner === undefined) continue;
    owner[last] = undefined;
    // NOTE: without one part of a confirmation nothing can be said about the others, nor about the status they prove.
    if (confirmation.has(last)) for (const key of ['status', ...confirmation]) owner[key] = undefined;
  }
  return root.set as ReadableSet | undefined;
}

const confirmation = new Set<PropertyKey>(['confirmedBy', 'confirmedOn', 'confirmedIn']);

/** The group at a place, copied with all above it the first time that it is asked for; undefined when it is gone already. */
function ownCopy(root: Group, path: readonly PropertyKey[], copies: Set<object>): Group | undefined {
  let owner = root;
  for (const key of path) {
    const child = owner[key];
    if (typeof child !== 'object' || child === null) return undefined;
    const own = copies.has(child) ? child : Array.isArray(child) ? [...child] : { ...child };
    copies.add(own);
    owner[key] = own;
    owner = own as Group;
  }
  return owner;
}

/** The items of which all are known, or undefined. */
export function allKnown<T>(items: readonly (T | undefined)[] | undefined): readonly T[] | undefined {
  return items?.every((item) => item !== undefined) ? (items as readonly T[]) : undefined;
}

export interface PlacedIndicator {
  /** As in `criteria[2].indicators[0]`. */
  readonly path: string;
  readonly indicator: NonNullable<ReadableIndicator>;
}

/** Every indicator that can be read, with its place. */
export function indicatorsOf(set: ReadableSet): readonly PlacedIndicator[] {
  return (set.criteria ?? []).flatMap((criterion, c) =>
    (criterion?.indicators ?? []).flatMap((indicator, i) =>
      indicator === undefined ? [] : [{ path: `criteria[${c}].indicators[${i}]`, indicator }],
    ),
  );
}

/** Every group within a value with its place, outermost first. */
export function eachGroup(
  value: unknown,
  look: (group: Readonly<Record<string, unknown>>, path: string) => void,
  path = '',
): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) eachGroup(item, look, `${path}[${index}]`);
    return;
  }
  const group = value as Readonly<Record<string, unknown>>;
  look(group, path);
  for (const [key, part] of Object.entries(group))
    eachGroup(part, look, path === '' ? key : `${path}.${key}`);
}
