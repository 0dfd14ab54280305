/** Ids that name nothing, things that nothing names, and thresholds beyond the total. */
import type { SetFault } from '../set-faults.ts';
import { allKnown, indicatorsOf, type ReadableIndicator, type ReadableSet } from './readable.ts';

export function referenceFaults(set: ReadableSet): SetFault[] {
  return [
    ...indicatorsOf(set).flatMap(({ path, indicator }) =>
      indicator.kind === 'ratio' ? ratioFaults(set, indicator, path) : [],
    ),
    ...unusedFacts(set),
    ...classFaults(set),
    ...unusedTypes(set),
  ];
}

type Ids = ReadonlySet<string> | undefined;

/** The ids of a list, if all of them are known. */
function idsOf(items: readonly ({ readonly id?: string | undefined } | undefined)[] | undefined): Ids {
  const ids = allKnown(items?.map((item) => item?.id));
  return ids && new Set(ids);
}

/** Whether nothing has this id for certain. */
function isDangling(id: string | undefined, ids: Ids): id is string {
  return id !== undefined && ids !== undefined && !ids.has(id);
}

type ReadableRatio = Extract<ReadableIndicator, { kind?: 'ratio' | undefined }>;

function ratioFaults(set: ReadableSet, indicator: ReadableRatio, path: string): SetFault[] {
  const faults: SetFault[] = [];
  const fault = (place: string, message: string) => faults.push({ path: `${path}.${place}`, message });
  const facts = idsOf(set.facts);
  for (const part of ['numerator', 'denominator'] as const) {
    if (isDangling(indicator[part], facts))
      fault(part, `Không có số liệu "${indicator[part]}" trong danh sách facts`);
  }
  if (indicator.numerator !== undefined && indicator.numerator === indicator.denominator)
    fault('denominator', 'Tử số và mẫu số không được là cùng một số liệu');
  if (indicator.zeroNeedsNote === true && indicator.better === 'higher')
    fault('zeroNeedsNote', 'Chỉ nhắc ghi chú cho số 0 ở chỉ tiêu mà tỷ lệ càng thấp càng tốt');
  const classes = idsOf(set.unitClasses);
  const seen = new Set<string>();
  for (const [b, table] of (indicator.classBands ?? []).entries()) {
    const unitClass = table?.unitClass;
    if (unitClass === undefined) continue;
    const place = `classBands[${b}].unitClass`;
    if (isDangling(unitClass, classes))
      fault(place, `Không có loại đơn vị "${unitClass}" trong danh sách unitClasses`);
    if (seen.has(unitClass)) fault(place, `Loại đơn vị "${unitClass}" có hai bảng mức điểm`);
    seen.add(unitClass);
  }
  return faults;
}

function unusedFacts(set: ReadableSet): SetFault[] {
  const used = usedFacts(set);
  return (set.facts ?? []).flatMap((fact, f) =>
    isDangling(fact?.id, used)
      ? [{ path: `facts[${f}]`, message: `Không chỉ tiêu nào dùng số liệu "${fact?.id}"` }]
      : [],
  );
}

/** Every fact that an indicator counts with, if that is known of all indicators. */
function usedFacts(set: ReadableSet): Ids {
  const indicators = allKnown(allKnown(set.criteria?.map((one) => allKnown(one?.indicators)))?.flat());
  const used = indicators?.flatMap((one) => (one.kind === 'ratio' ? [one.numerator, one.denominator] : []));
  const known = allKnown(used);
  return known && new Set(known);
}

function classFaults(set: ReadableSet): SetFault[] {
  const types = idsOf(set.unitTypes);
  return (set.unitClasses ?? []).flatMap((unitClass, c) => {
    const path = `unitClasses[${c}]`;
    const { threshold } = unitClass ?? {};
    return [
      ...(unitClass?.unitTypes ?? []).flatMap((type, t) =>
        isDangling(type, types)
          ? [
              {
                path: `${path}.unitTypes[${t}]`,
                message: `Không có loại hình "${type}" trong danh sách unitTypes`,
              },
            ]
          : [],
      ),
      ...(threshold !== undefined && set.max !== undefined && threshold > set.max
        ? [{ path: `${path}.threshold`, message: `Ngưỡng ${threshold} vượt tổng điểm ${set.max}` }]
        : []),
    ];
  });
}

/** A unit of such a type could not be assessed, as no class would take it. */
function unusedTypes(set: ReadableSet): SetFault[] {
  const lists = allKnown(set.unitClasses?.map((one) => allKnown(one?.unitTypes)));
  const used = lists && new Set(lists.flat());
  return (set.unitTypes ?? []).flatMap((type, t) =>
    isDangling(type?.id, used)
      ? [{ path: `unitTypes[${t}]`, message: `Không loại đơn vị nào nhận loại hình "${type?.id}"` }]
      : [],
  );
}
