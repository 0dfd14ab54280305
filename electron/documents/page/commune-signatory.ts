/** Who signs for the commune that was assessed. */
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { Unit } from '../../../criteria/unit.ts';
import { lowerFirst, vi } from '../../../criteria/wording.ts';

/** The capacity, a line each, by the type of the unit; at the level of communes where the unit is not known yet. */
export function communeCapacity(
  { unitTypes }: Pick<CriteriaSet, 'unitTypes'>,
  unit: Pick<Unit, 'type'> | null,
): string[] {
  const type = unitTypes.find(({ id }) => id === unit?.type);
  return ['Đại diện', `UBND ${type === undefined ? 'cấp xã' : lowerFirst(vi(type.label))}`];
}
