/** Ids that name two things at once, and things that are named twice in one list. */
import type { SetFault } from '../set-faults.ts';
import { indicatorsOf, type ReadableSet } from './readable.ts';

interface PlacedId {
  readonly path: string;
  readonly id: string | undefined;
}

export function idFaults(set: ReadableSet): SetFault[] {
  return [
    ...repeated(listed('criteria', set.criteria)),
    ...repeated(listed('unitTypes', set.unitTypes)),
    ...repeated(listed('unitClasses', set.unitClasses)),
    // NOTE: answers are keyed by fact id or check id, so the two share one name space.
    ...repeated([
      ...listed('facts', set.facts),
      ...indicatorsOf(set).map(({ path, indicator }) => ({ path: `${path}.id`, id: indicator.id })),
    ]),
    ...(set.unitClasses ?? []).flatMap((unitClass, c) =>
      repeated(
        (unitClass?.unitTypes ?? []).map((id, t) => ({ path: `unitClasses[${c}].unitTypes[${t}]`, id })),
      ),
    ),
  ];
}

function listed(
  list: string,
  items: readonly ({ readonly id?: string | undefined } | undefined)[] | undefined,
): PlacedId[] {
  return (items ?? []).map((item, index) => ({ path: `${list}[${index}].id`, id: item?.id }));
}

function repeated(items: readonly PlacedId[]): SetFault[] {
  const faults: SetFault[] = [];
  const seen = new Map<string, string>();
  for (const { path, id } of items) {
    if (id === undefined) continue;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, path);
    else faults.push({ path, message: `Mã "${id}" đã dùng ở ${first}` });
  }
  return faults;
}
