/** What must hold between the parts of a criteria set, and where it does not. */
import type { z } from 'zod';
import { compareRate, parseThreshold } from './rate.ts';
import { type Band, type CriteriaSet, criteriaSetSchema, type RatioIndicator } from './schema.ts';
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

/** `['criteria', 2, 'max']` as `criteria[2].max`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key),
    '',
  );
}

/** Faults of a well-shaped set: duplicate ids, dangling references, sums, and bands out of order or with gaps. */
function setFaults(set: CriteriaSet): SetFault[] {
  return [
    ...duplicateIds(set),
    ...danglingReferences(set),
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
  return [...faults, ...unknownSources(set)];
}

/** Every `provenance` in the set, wherever it stands, must name sources that the set describes. */
function unknownSources(set: CriteriaSet): SetFault[] {
  const faults: SetFault[] = [];
  const visit = (value: unknown, path: readonly PropertyKey[]) => {
    if (typeof value !== 'object' || value === null) return;
    if ('status' in value && 'sources' in value && Array.isArray(value.sources)) {
      for (const [s, source] of value.sources.entries()) {
        if (!Object.hasOwn(set.sources, source))
          faults.push({
            path: pathText([...path, 'sources', s]),
            message: `Không có nguồn "${source}" trong danh sách sources`,
          });
      }
      return;
    }
    for (const [key, child] of Object.entries(value))
      visit(child, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(set, []);
  return faults;
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

function bandFaults(indicator: RatioIndicator, path: string): SetFault[] {
  const tables = [
    { bands: indicator.bands, otherwise: indicator.otherwise, path },
    ...indicator.classBands.map((table, t) => ({ ...table, path: `${path}.classBands[${t}]` })),
  ];
  return tables.flatMap((table) => [
    ...tableFaults(indicator, table.bands, table.path),
    ...(table.otherwise.points >= (table.bands.at(-1)?.points ?? 0)
      ? [
          {
            path: `${table.path}.otherwise.points`,
            message: 'Mức còn lại phải ít điểm hơn mức cuối cùng của bảng',
          },
        ]
      : []),
  ]);
}

function tableFaults(indicator: RatioIndicator, bands: readonly Band[], path: string): SetFault[] {
  const faults: SetFault[] = [];
  const { better, base } = indicator;
  const best = better === 'higher' ? base : 0;
  const direction = better === 'higher' ? '>=' : '<=';
  for (const [b, band] of bands.entries()) {
    const place = `${path}.bands[${b}]`;
    const threshold = parseThreshold(band.rate);
    // A threshold read as the rate "units / scale of one base" lets compareRate order two thresholds.
    const againstBase = compareRate(threshold.units, threshold.scale, 1, { units: base, scale: 1 });
    if (againstBase > 0)
      faults.push({ path: `${place}.rate`, message: `Mức ${band.rate} vượt cơ số ${base}` });
    if (band.op === '=' && compareRate(threshold.units, threshold.scale, 1, { units: best, scale: 1 }) !== 0)
      faults.push({
        path: `${place}.op`,
        message: `Dấu "=" chỉ dùng cho mức tốt nhất (${best}), nếu không sẽ hở khoảng giữa các mức`,
      });
    if (band.op !== '=' && band.op !== direction)
      faults.push({ path: `${place}.op`, message: `Dấu phải là "${direction}" theo chiều tốt của chỉ tiêu` });
    const previous = bands[b - 1];
    if (previous === undefined) {
      if (band.points !== indicator.points)
        faults.push({
          path: `${place}.points`,
          message: `Mức đầu phải bằng điểm tối đa ${indicator.points} của chỉ tiêu, đang là ${band.points}`,
        });
      continue;
    }
    const order = compareRate(threshold.units, threshold.scale, 1, parseThreshold(previous.rate));
    if (better === 'higher' ? order >= 0 : order <= 0)
      faults.push({
        path: `${place}.rate`,
        message: `Mức ${band.rate} không theo thứ tự sau mức ${previous.rate}`,
      });
    if (band.points >= previous.points)
      faults.push({
        path: `${place}.points`,
        message: `Điểm ${band.points} không thấp hơn mức trên (${previous.points})`,
      });
  }
  return faults;
}
