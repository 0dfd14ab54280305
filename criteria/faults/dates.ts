/** What is dated: who is in force when, and years that follow one another. */
import type { SetFault } from '../set-faults.ts';
import type { ReadableSet } from './readable.ts';

export function dateFaults(set: ReadableSet): SetFault[] {
  return [
    ...(set.unitTypes ?? []).flatMap((type, t) => periodFaults(type, `unitTypes[${t}]`)),
    ...(set.unitClasses ?? []).flatMap((one, c) => periodFaults(one, `unitClasses[${c}]`)),
    ...typesOutOfForce(set),
    ...authorityFaults(set),
    ...risingYears(set.calendar?.years ?? [], (y) => `calendar.years[${y}]`),
    ...risingYears(
      (set.nationalTargets ?? []).map((target) => target?.byYear),
      (t) => `nationalTargets[${t}].byYear`,
    ),
  ];
}

/** Both days included; open where nothing is said. */
interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function periodFaults(period: Period | undefined, path: string): SetFault[] {
  const { from, to } = period ?? {};
  return from !== undefined && to !== undefined && to < from
    ? [{ path: `${path}.to`, message: `Ngày kết thúc ${to} trước ngày bắt đầu` }]
    : [];
}

function neverTogether(one: Period, other: Period): boolean {
  const ends = (a: Period, b: Period) => a.to !== undefined && b.from !== undefined && a.to < b.from;
  return ends(one, other) || ends(other, one);
}

/** A class can only take units of a type that is in force on some day on which the class is. */
function typesOutOfForce(set: ReadableSet): SetFault[] {
  return (set.unitClasses ?? []).flatMap((unitClass, c) =>
    (unitClass?.unitTypes ?? []).flatMap((id, t) => {
      if (unitClass === undefined || id === undefined) return [];
      const type = set.unitTypes?.find((one) => one?.id === id);
      return type !== undefined && neverTogether(unitClass, type)
        ? [
            {
              path: `unitClasses[${c}].unitTypes[${t}]`,
              message: `Loại hình "${id}" không có ngày nào cùng hiệu lực với loại đơn vị này`,
            },
          ]
        : [];
    }),
  );
}

/** Authorities follow one another without gap or overlap, so that one and only one is in force on a day. */
function authorityFaults({ authorities = [] }: ReadableSet): SetFault[] {
  const faults: SetFault[] = [];
  for (const [a, authority] of authorities.entries()) {
    const { from, to } = authority ?? {};
    const path = `authorities[${a}].to`;
    faults.push(...periodFaults({ from, to: to ?? undefined }, `authorities[${a}]`));
    const next = authorities[a + 1]?.from;
    if (next !== undefined && to !== undefined && (to === null || next !== dayAfter(to)))
      faults.push({ path, message: `Không liền với thẩm quyền tiếp theo (từ ${next})` });
  }
  return faults;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** Each year is later than the one before it, so that one and only one counts. */
function risingYears(years: readonly (number | undefined)[], place: (index: number) => string): SetFault[] {
  return years.flatMap((year, index) => {
    const before = years[index - 1];
    return year === undefined || before === undefined || before < year
      ? []
      : [{ path: place(index), message: `Năm ${year} không sau năm ${before} đứng trước` }];
  });
}
