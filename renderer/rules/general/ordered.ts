/** Lists in which the place of a thing can be changed. Pure. */

/** With the thing at one place put to another; both are places of the list. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from];
  if (item === undefined) throw new RangeError(`no place ${from} in a list of ${items.length}`);
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

export function replaced<T>(items: readonly T[], place: number, item: T): T[] {
  return items.map((one, index) => (index === place ? item : one));
}

export function without<T>(items: readonly T[], place: number): T[] {
  return items.filter((_, index) => index !== place);
}
