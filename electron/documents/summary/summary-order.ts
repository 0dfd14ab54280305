/** The order in which a list names its units: by place, and within a place by name as in Vietnamese. */
import { placeText, type Unit } from '../../../criteria/unit.ts';
import type { SummaryUnit } from '../document-input.ts';

export interface Place {
  readonly name: string;
  readonly units: readonly SummaryUnit[];
}

export const vietnamese = new Intl.Collator('vi', { numeric: true });

export function unitsByPlace(units: readonly SummaryUnit[]): readonly Place[] {
  const sorted = units.toSorted(
    ({ unit: a }, { unit: b }) =>
      vietnamese.compare(a.province, b.province) ||
      vietnamese.compare(a.district ?? '', b.district ?? '') ||
      vietnamese.compare(a.name, b.name) ||
      vietnamese.compare(a.code, b.code),
  );
  const places = new Map<string, SummaryUnit[]>();
  for (const listed of sorted) {
    const name = placeText(listed.unit);
    const known = places.get(name);
    if (known === undefined) places.set(name, [listed]);
    else known.push(listed);
  }
  return [...places].map(([name, inPlace]) => ({ name, units: inPlace }));
}

/** What each unit is called on a list: by its code as well where another one has the same name. */
export function nameOnList(units: readonly SummaryUnit[]): (unit: Unit) => string {
  const seen = new Map<string, number>();
  for (const { unit } of units) seen.set(sameName(unit), (seen.get(sameName(unit)) ?? 0) + 1);
  return (unit) => ((seen.get(sameName(unit)) ?? 0) > 1 ? `${unit.name} (mã ${unit.code})` : unit.name);
}

function sameName({ name }: Unit): string {
  return name.toLocaleLowerCase('vi');
}
