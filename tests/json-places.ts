/** Places in a JSON value, and copies of it in which one of them is another. */

export type Place = readonly (string | number)[];
type Owner = Record<string | number, unknown>;

/** `criteria[2].max` as `['criteria', 2, 'max']`; for keys without dots. */
export function placeOf(path: string): Place {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) =>
    index === undefined ? key : Number(index),
  );
}

/** Every place in a value, outermost first; the first is the value itself. */
export function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  const children = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [place, ...children.flatMap(([key, child]) => placesIn(child, [...place, key]))];
}

export function at(value: unknown, place: Place): unknown {
  return place.reduce<unknown>((owner, key) => (owner as Owner)[key], value);
}

/** A copy with another value at a place, which need not be there yet. */
export function withValue(value: unknown, place: Place, other: unknown): unknown {
  const copy = structuredClone(value);
  (at(copy, place.slice(0, -1)) as Owner)[place.at(-1) as string] = other;
  return copy;
}

/** A copy without a place; the later items of a list move up. */
export function without(value: unknown, place: Place): unknown {
  const copy = structuredClone(value);
  const owner = at(copy, place.slice(0, -1));
  const key = place.at(-1) as string | number;
  if (Array.isArray(owner)) owner.splice(Number(key), 1);
  else delete (owner as Owner)[key];
  return copy;
}
