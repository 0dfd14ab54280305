/** Points that do not add up. */
import type { SetFault } from '../set-faults.ts';
import { allKnown, type ReadableSet } from './readable.ts';

export function sumFaults(set: ReadableSet): SetFault[] {
  const faults: SetFault[] = [];
  for (const [c, criterion] of (set.criteria ?? []).entries()) {
    const total = sum(criterion?.indicators?.map((indicator) => indicator?.points));
    const max = criterion?.max;
    if (total !== undefined && max !== undefined && total !== max)
      faults.push({
        path: `criteria[${c}].max`,
        message: `Điểm tối đa của tiêu chí là ${max} nhưng các chỉ tiêu cộng lại là ${total}`,
      });
  }
  const total = sum(set.criteria?.map((criterion) => criterion?.max));
  if (total !== undefined && set.max !== undefined && total !== set.max)
    faults.push({ path: 'max', message: `Tổng điểm là ${set.max} nhưng các tiêu chí cộng lại là ${total}` });
  return faults;
}

function sum(points: readonly (number | undefined)[] | undefined): number | undefined {
  return allKnown(points)?.reduce((total, n) => total + n, 0);
}
