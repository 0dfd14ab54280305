/** What differs between two criteria sets, place by place. Pure. */
import type { CriteriaSet } from '../schema.ts';
import { ruleKey } from './rules.ts';

/** One thing that differs between two sets. */
export interface SetDifference {
  /** The rule it belongs to; null for what belongs to the set as a whole (title, maximum, sources). */
  readonly rule: string | null;
  /** The place in the later set, or in the earlier one for what is gone, as in `criteria[2].indicators[0].points`. */
  readonly path: string;
  /** As JSON text; null where there is nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What names an item of a list, by the path of the list without its places; other lists are matched by place. */
const namedBy: Readonly<Record<string, string>> = {
  unitTypes: 'id',
  unitClasses: 'id',
  facts: 'id',
  criteria: 'id',
  'criteria.indicators': 'id',
  'criteria.indicators.classBands': 'unitClass',
  authorities: 'from',
  nationalTargets: 'byYear',
};

type Item = Readonly<Record<string, unknown>>;

/**
 * In the order of the later set; of a list in another order, the names of what is in both. Provenance counts: who confirmed what is part of a set. Version and id are what tells two
 * sets apart and no difference.
 */
export function setDifferences(before: CriteriaSet, after: CriteriaSet): readonly SetDifference[] {
  const { id: _id, version: _version, ...earlier } = before;
  const { id: _laterId, version: _laterVersion, ...later } = after;
  return compared({ before: earlier, after: later, path: '', list: '', rule: null });
}

interface Place {
  readonly before: unknown;
  readonly after: unknown;
  readonly path: string;
  /** The path without the places in lists. */
  readonly list: string;
  readonly rule: string | null;
}

function compared(place: Place): readonly SetDifference[] {
  const { before, after, path, rule } = place;
  if (isList(before) && isList(after)) return comparedLists(place, before, after);
  if (isItem(before) && isItem(after)) {
    const keys = [...Object.keys(after), ...Object.keys(before).filter((key) => !(key in after))];
    return keys.flatMap((key) =>
      compared({
        before: before[key],
        after: after[key],
        path: path === '' ? key : `${path}.${key}`,
        list: place.list === '' ? key : `${place.list}.${key}`,
        rule: rule ?? (key === 'recognition' || key === 'calendar' ? ruleKey(key) : null),
      }),
    );
  }
  const [was, is] = [textOf(before), textOf(after)];
  return was === is ? [] : [{ rule, path, before: was, after: is }];
}

function comparedLists(
  { path, list, rule }: Place,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly SetDifference[] {
  const name = namedBy[list];
  const keyOf = (item: unknown, place: number) =>
    name !== undefined && isItem(item) ? String(item[name]) : String(place);
  const earlier = new Map(before.map((item, place) => [keyOf(item, place), { item, place }]));
  const later = new Set(after.map(keyOf));
  const at = (item: unknown, place: number) => ({
    path: `${path}[${place}]`,
    list,
    rule: ruleOf(list, item) ?? rule,
  });
  const left = [...earlier.keys()].filter((key) => later.has(key));
  const stayed = [...later].filter((key) => earlier.has(key));
  const turned = left.some((key, place) => key !== stayed[place]);
  return [
    ...(turned ? [{ rule, path, before: JSON.stringify(left), after: JSON.stringify(stayed) }] : []),
    ...after.flatMap((item, place) =>
      compared({ ...at(item, place), before: earlier.get(keyOf(item, place))?.item, after: item }),
    ),
    ...[...earlier]
      .filter(([key]) => !later.has(key))
      .flatMap(([, { item, place }]) => compared({ ...at(item, place), before: item, after: undefined })),
  ];
}

function ruleOf(list: string, item: unknown): string | null {
  if (!isItem(item)) return null;
  switch (list) {
    case 'unitTypes':
      return ruleKey('unit_type', String(item.id));
    case 'unitClasses':
      return ruleKey('unit_class', String(item.id));
    case 'criteria':
      return ruleKey('criterion', String(item.id));
    case 'criteria.indicators':
      return ruleKey('indicator', String(item.id));
    case 'authorities':
      return ruleKey('authority', String(item.from));
    case 'nationalTargets':
      return ruleKey('target', String(item.byYear));
    default:
      return null;
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
