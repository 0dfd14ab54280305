/** What must hold between the parts of a criteria set, and where it does not. */
import type { z } from 'zod';
import { bandFaults } from './band-faults.ts';
import { pathText } from './path-text.ts';
import { provenanceFaults } from './provenance-faults.ts';
import { type CriteriaSet, criteriaSetSchema } from './schema.ts';
import { vietnamese } from './vietnamese-issues.ts';

/** One fault in a criteria set; `path` names the place as in `criteria[2].indicators[0].bands[1]`, empty for the whole. */
export interface SetFault {
  readonly path: string;
  readonly message: string;
}

export type ParsedSet =
  | { readonly ok: true; readonly set: CriteriaSet }
  | { readonly ok: false; readonly faults: readonly SetFault[] };

/** Reads a criteria set from outside. A set with any fault is refused whole; every fault is listed by place. */
export function parseCriteriaSet(json: unknown): ParsedSet {
  const shape = criteriaSetSchema.safeParse(json, vietnamese);
  if (!shape.success) return { ok: false, faults: shape.error.issues.flatMap(shapeFaults) };
  const faults = setFaults(shape.data);
  return faults.length === 0 ? { ok: true, set: shape.data } : { ok: false, faults };
}

function shapeFaults(issue: z.core.$ZodIssue): SetFault[] {
  const places =
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return places.map((place) => ({ path: pathText(place), message: issue.message }));
}

/** Faults of a well-shaped set: duplicate ids, dangling references, sums, and bands out of order or with gaps. */
function setFaults(set: CriteriaSet): SetFault[] {
  return [
    ...duplicateIds(set),
    ...danglingReferences(set),
    ...provenanceFaults(set),
    ...authorityFaults(set),
    ...targetFaults(set),
    ...wrongSums(set),
    ...set.criteria.flatMap((criterion, c) =>
      criterion.indicators.flatMap((indicator, i) =>
        indicator.kind === 'ratio' ? bandFaults(indicator, `criteria[${c}].indicators[${i}]`) : [],
      ),
    ),
  ];
}

function duplicateIds(set: CriteriaSet): SetFault[] {
  const faults: SetFault[] = [];
  const unique = (items: readonly { path: string; id: string }[]) => {
    const seen = new Map<string, string>();
    for (const { path, id } of items) {
      const first = seen.get(id);
      if (first === undefined) seen.set(id, path);
      else faults.push({ path, message: `Mã "${id}" đã dùng ở ${first}` });
    }
  };
  const listed = (list: string, items: readonly { id: string }[]) =>
    items.map((item, index) => ({ path: `${list}[${index}].id`, id: item.id }));
  unique(listed('criteria', set.criteria));
  unique(listed('unitTypes', set.unitTypes));
  unique(listed('unitClasses', set.unitClasses));
  // NOTE: answers are keyed by fact id or check id, so the two share one name space.
  unique([
    ...listed('facts', set.facts),
    ...set.criteria.flatMap((criterion, c) => listed(`criteria[${c}].indicators`, criterion.indicators)),
  ]);
  return faults;
}

function danglingReferences(set: CriteriaSet): SetFault[] {
  const faults: SetFault[] = [];
  const facts = new Set(set.facts.map((fact) => fact.id));
  const classes = new Set(set.unitClasses.map((unitClass) => unitClass.id));
  const types = new Set(set.unitTypes.map((type) => type.id));
  const used = new Set<string>();
  const needFact = (id: string, path: string) => {
    used.add(id);
    if (!facts.has(id)) faults.push({ path, message: `Không có số liệu "${id}" trong danh sách facts` });
  };
  const needClass = (id: string, path: string) => {
    if (!classes.has(id))
      faults.push({ path, message: `Không có loại đơn vị "${id}" trong danh sách unitClasses` });
  };
  for (const [c, criterion] of set.criteria.entries()) {
    for (const [i, indicator] of criterion.indicators.entries()) {
      if (indicator.kind === 'check') continue;
      const path = `criteria[${c}].indicators[${i}]`;
      needFact(indicator.numerator, `${path}.numerator`);
      needFact(indicator.denominator, `${path}.denominator`);
      if (indicator.numerator === indicator.denominator)
        faults.push({
          path: `${path}.denominator`,
          message: 'Tử số và mẫu số không được là cùng một số liệu',
        });
      if (indicator.zeroNeedsNote === true && indicator.better === 'higher')
        faults.push({
          path: `${path}.zeroNeedsNote`,
          message: 'Chỉ nhắc ghi chú cho số 0 ở chỉ tiêu mà tỷ lệ càng thấp càng tốt',
        });
      const seen = new Set<string>();
      for (const [b, { unitClass }] of indicator.classBands.entries()) {
        needClass(unitClass, `${path}.classBands[${b}].unitClass`);
        if (seen.has(unitClass))
          faults.push({
            path: `${path}.classBands[${b}].unitClass`,
            message: `Loại đơn vị "${unitClass}" có hai bảng mức điểm`,
          });
        seen.add(unitClass);
      }
    }
  }
  for (const [f, fact] of set.facts.entries()) {
    if (!used.has(fact.id))
      faults.push({ path: `facts[${f}]`, message: `Không chỉ tiêu nào dùng số liệu "${fact.id}"` });
  }
  for (const [c, unitClass] of set.unitClasses.entries()) {
    for (const [t, type] of unitClass.unitTypes.entries()) {
      if (!types.has(type))
        faults.push({
          path: `unitClasses[${c}].unitTypes[${t}]`,
          message: `Không có loại hình "${type}" trong danh sách unitTypes`,
        });
    }
    if (unitClass.threshold > set.max)
      faults.push({
        path: `unitClasses[${c}].threshold`,
        message: `Ngưỡng ${unitClass.threshold} vượt tổng điểm ${set.max}`,
      });
  }
  return faults;
}

/** Authorities follow one another without gap or overlap, so that one and only one is in force on a day. */
function authorityFaults(set: CriteriaSet): SetFault[] {
  const faults: SetFault[] = [];
  for (const [a, { from, to }] of set.authorities.entries()) {
    const path = `authorities[${a}]`;
    if (to !== null && to < from)
      faults.push({ path: `${path}.to`, message: `Ngày kết thúc ${to} trước ngày bắt đầu` });
    const next = set.authorities[a + 1];
    if (next !== undefined && (to === null || next.from !== dayAfter(to)))
      faults.push({ path: `${path}.to`, message: `Không liền với thẩm quyền tiếp theo (từ ${next.from})` });
  }
  return faults;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** Each target is for a later year than the one before it, so that one and only one counts for a year. */
function targetFaults({ nationalTargets }: CriteriaSet): SetFault[] {
  return nationalTargets.flatMap(({ byYear }, t) => {
    const before = nationalTargets[t - 1];
    return before === undefined || before.byYear < byYear
      ? []
      : [
          {
            path: `nationalTargets[${t}].byYear`,
            message: `Năm ${byYear} không sau năm ${before.byYear} của mục tiêu trước`,
          },
        ];
  });
}

function wrongSums(set: CriteriaSet): SetFault[] {
  const faults: SetFault[] = [];
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
  for (const [c, criterion] of set.criteria.entries()) {
    const total = sum(criterion.indicators.map((indicator) => indicator.points));
    if (total !== criterion.max)
      faults.push({
        path: `criteria[${c}].max`,
        message: `Điểm tối đa của tiêu chí là ${criterion.max} nhưng các chỉ tiêu cộng lại là ${total}`,
      });
  }
  const total = sum(set.criteria.map((criterion) => criterion.max));
  if (total !== set.max)
    faults.push({ path: 'max', message: `Tổng điểm là ${set.max} nhưng các tiêu chí cộng lại là ${total}` });
  return faults;
}
