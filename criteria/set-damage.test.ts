/** Each place of a criteria set damaged in each possible way: told at the place, and nowhere else by mistake. */
import { describe, expect, test } from 'vitest';
import { at, type Place, placesIn, without, withValue } from '../tests/json-places.ts';
import { pathText } from './path-text.ts';
import { parseCriteriaSet } from './set-faults.ts';
import law from './sets/qd-06-2019.json' with { type: 'json' };
import example from './sets/vi-du.json' with { type: 'json' };

const sets = [
  ['the law', law],
  ['the example', example],
] as const;

const placesBelow = (set: unknown) => placesIn(set).filter((place) => place.length > 0);

function faultsOf(json: unknown): string[] {
  const parsed = parseCriteriaSet(json);
  return parsed.ok ? [] : [...new Set(parsed.faults.map(({ path }) => path))];
}

/** What a place is, whichever item of a list it is in: `criteria[].indicators[].points`. */
const kindOf = (place: Place) => pathText(place).replaceAll(/\[\d+\]/g, '[]');
const isIn = (path: string, whole: string) =>
  path === whole || path.startsWith(`${whole}.`) || path.startsWith(`${whole}[`);

/** What a set may go without. Of a confirmation, no part may be missing but the article. */
const optional = /\.(zeroNeedsNote|from|to|confirmedIn)$|^fictional$/;
/** Lists that may be empty or shorter, where no other part of the set names what they hold. */
const mayBeEmpty = new Set(['calendar.years', 'nationalTargets', 'criteria[].indicators[].classBands']);

describe.each(sets)('%s with one place damaged', (_, set) => {
  const places = placesBelow(set);
  const groups = [[], ...places].filter((place) => {
    const value = at(set, place);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  });

  test('says what is missing, and nothing else', () => {
    for (const place of places) {
      const path = pathText(place);
      if (typeof place.at(-1) === 'number' || place[0] === 'sources') continue;
      if (!optional.test(path) || path.startsWith('authorities'))
        expect(faultsOf(without(set, place)), path).toEqual([path]);
    }
  });

  test('says what has the wrong type, and nothing else', () => {
    const values = [null, 5, 'Một đoạn chữ.', true, [], {}];
    for (const [index, place] of places.entries()) {
      const own = at(set, place);
      const path = pathText(place);
      const kind = (value: unknown) =>
        Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
      const wrong = values.filter((value) => kind(value) !== kind(own));
      // Each type at each place of the example; of the law, one by turns, which is as much for each kind of place.
      for (const value of set === law ? [wrong[index % wrong.length]] : wrong) {
        if (kindOf(place) === 'authorities[].to' && (value === null || own === null)) continue;
        const faults = faultsOf(withValue(set, place, value));
        expect(faults, `${path} = ${JSON.stringify(value)}`).not.toEqual([]);
        for (const fault of faults) expect(isIn(fault, path), `${path}: ${fault}`).toBe(true);
      }
    }
  });

  test('says which text or list is empty', () => {
    for (const place of places) {
      const own = at(set, place);
      const path = pathText(place);
      if (typeof own === 'string') expect(faultsOf(withValue(set, place, '')), path).toEqual([path]);
      if (!Array.isArray(own) || path === 'facts') continue;
      expect(faultsOf(withValue(set, place, [])), path).toEqual(mayBeEmpty.has(kindOf(place)) ? [] : [path]);
    }
  });

  test('says what is too much in a group', () => {
    for (const place of groups) {
      const extra = [...place, 'extra'];
      if (place[0] === 'sources' && place.length === 1) continue;
      const path = pathText(extra);
      expect(faultsOf(withValue(set, extra, 1)), path).toEqual([path]);
    }
  });

  test('says which id names nothing', () => {
    const references = places.filter((place) =>
      /\.(numerator|denominator|unitClass)$|\.(unitTypes|sources)\[\d+\]$/.test(pathText(place)),
    );
    expect(references.length).toBeGreaterThan(set === law ? 100 : 50);
    for (const place of references) {
      const path = pathText(place);
      const faults = faultsOf(withValue(set, place, 'khong-co'));
      // What it named before can be named by nothing now.
      const others = faults.filter((fault) => fault !== path && !/^(facts|unitTypes)\[\d+\]$/.test(fault));
      expect([faults.includes(path), others], path).toEqual([true, []]);
    }
  });

  test('says which id is used twice', () => {
    for (const place of places.filter((one) => one.at(-1) === 'id' && one.length > 1)) {
      const list = at(set, place.slice(0, -2)) as readonly { readonly id: string }[];
      const index = place.at(-2) as number;
      const other = list[index === 0 ? 1 : index - 1]?.id;
      if (other === undefined) continue;
      const twice = pathText([...place.slice(0, -2), Math.max(index, 1), 'id']);
      expect(faultsOf(withValue(set, place, other)), pathText(place)).toContain(twice);
    }
  });

  test('says which bands are out of order', () => {
    for (const place of places.filter((one) => one.at(-2) === 'bands' && one.at(-1) !== 0)) {
      const list = place.slice(0, -1);
      const bands = [...(at(set, list) as unknown[])];
      const index = place.at(-1) as number;
      bands.splice(index - 1, 2, bands[index], bands[index - 1]);
      const faults = faultsOf(withValue(set, list, bands));
      expect(faults, pathText(place)).not.toEqual([]);
      for (const fault of faults) {
        const table = pathText(list.slice(0, -1));
        expect(isIn(fault, pathText(list)) || fault === `${table}.otherwise.points`, fault).toBe(true);
      }
    }
  });

  test('says which sign points the wrong way, unless it says the same of the best rate', () => {
    for (const place of places.filter((one) => one.at(-1) === 'op')) {
      const { op, rate } = at(set, place.slice(0, -1)) as { op: string; rate: string };
      const indicator = at(set, place.slice(0, 4)) as { better: string; base: number };
      const best = Number(rate) === (indicator.better === 'higher' ? indicator.base : 0);
      const right = indicator.better === 'higher' ? '>=' : '<=';
      for (const other of ['>=', '<=', '='].filter((one) => one !== op)) {
        const same = best && (other === right || other === '=');
        expect(faultsOf(withValue(set, place, other)), `${pathText(place)} ${other}`).toEqual(
          same ? [] : [pathText(place)],
        );
      }
    }
    for (const place of places.filter((one) => one.at(-1) === 'better')) {
      const indicator = pathText(place.slice(0, -1));
      const other = at(set, place) === 'higher' ? 'lower' : 'higher';
      const faults = faultsOf(withValue(set, place, other));
      expect(faults, indicator).toContain(`${indicator}.bands[0].op`);
      for (const fault of faults) expect(isIn(fault, indicator), fault).toBe(true);
    }
  });

  test('says which points or years are one off, or is another set that is as valid', () => {
    for (const place of places) {
      const own = at(set, place);
      if (typeof own !== 'number') continue;
      for (const value of [own + 1, own - 1]) {
        const changed = withValue(set, place, value);
        const faults = faultsOf(changed);
        const path = `${pathText(place)} = ${value}`;
        const told = oneOff[kindOf(place)];
        expect(told, path).toBeDefined();
        if (told === 'valid') expect(faults, path).toEqual([]);
        else expect(faults.sort(), path).toEqual([...(told?.(place, changed) ?? [])].sort());
      }
    }
  });

  test('says which threshold or rate is beyond what there is', () => {
    for (const place of places) {
      const path = pathText(place);
      if (place.at(-1) === 'threshold') expect(faultsOf(withValue(set, place, set.max + 1))).toEqual([path]);
      if (place.at(-1) !== 'rate') continue;
      const { base } = at(set, place.slice(0, 4)) as { base: number };
      expect(faultsOf(withValue(set, place, `${base}.5`)), path).toContain(path);
    }
  });
});

type Told = (place: Place, changed: unknown) => readonly string[];
const indicatorPoints: Told = ([, c, , i], changed) => {
  const indicator = at(changed, ['criteria', c as number, 'indicators', i as number]) as {
    readonly bands?: unknown;
    readonly classBands?: readonly unknown[];
  };
  const path = `criteria[${c}].indicators[${i}]`;
  const own = (indicator.classBands ?? []).map((_, t) => `${path}.classBands[${t}].bands[0].points`);
  return [
    `criteria[${c}].max`,
    ...(indicator.bands === undefined ? [] : [`${path}.bands[0].points`, ...own]),
  ];
};

/** Points of a band: the first has to give all; below, any that lie between their neighbours make another set. */
const bandPoints: Told = (place, changed) => {
  const list = at(changed, place.slice(0, -2)) as readonly { readonly points: number }[];
  const table = place.slice(0, -3);
  const index = place.at(-2) as number;
  const { otherwise } = at(changed, table) as { otherwise: { points: number } };
  const [above, own, below] = [list[index - 1], list[index], list[index + 1]];
  const points = own?.points as number;
  const path = pathText(place);
  const next = [...place.slice(0, -2), index + 1, 'points'];
  return [
    ...(above === undefined || points >= above.points ? [path] : []),
    ...(below === undefined
      ? otherwise.points >= points
        ? [pathText([...table, 'otherwise', 'points'])]
        : []
      : below.points >= points
        ? [pathText(next)]
        : []),
  ];
};

const otherwisePoints: Told = (place, changed) => {
  const { points } = at(changed, place.slice(0, -1)) as { points: number };
  const bands = at(changed, [...place.slice(0, -2), 'bands']) as readonly { readonly points: number }[];
  return points < 0 || points >= (bands.at(-1)?.points ?? 0) ? [pathText(place)] : [];
};

/** What a number one off breaks, by the kind of its place; `valid` where any neighbour makes another set. */
const oneOff: Readonly<Record<string, 'valid' | Told>> = {
  version: (_, changed) => ((changed as { version: number }).version < 1 ? ['version'] : []),
  max: () => ['max'],
  'unitClasses[].threshold': 'valid',
  'calendar.month': 'valid',
  'calendar.years[]': 'valid',
  'nationalTargets[].byYear': 'valid',
  'nationalTargets[].percent': 'valid',
  'criteria[].max': ([, c]) => [`criteria[${c}].max`, 'max'],
  'criteria[].indicators[].points': indicatorPoints,
  'criteria[].indicators[].base': (place) => [pathText(place)],
  'criteria[].indicators[].bands[].points': bandPoints,
  'criteria[].indicators[].otherwise.points': otherwisePoints,
  'criteria[].indicators[].classBands[].bands[].points': bandPoints,
  'criteria[].indicators[].classBands[].otherwise.points': otherwisePoints,
};

describe('a set that is broken in several places', () => {
  test('is told both, whatever has not the shape of a set', () => {
    const order = 'criteria[12].indicators[1].bands[1].rate';
    const twoFaults = withValue(law, ['criteria', 12, 'indicators', 1, 'bands', 1, 'rate'], '99');
    expect(faultsOf(twoFaults)).toEqual([order]);
    for (const [index, place] of placesBelow(law).entries()) {
      const path = pathText(place);
      // Above and around the second fault it cannot be seen; and a ninth of the others tells as much as all of them.
      if (isIn(order, path) || path.startsWith('criteria[12].indicators[1].') || index % 9 > 0) continue;
      const faults = faultsOf(withValue(twoFaults, place, undefined));
      expect(faults.toSorted(), path).toEqual([path, order].toSorted());
    }
  });

  test('is told faults of three kinds in one go', () => {
    const typed = withValue(example, ['criteria', 0, 'max'], 'bốn mươi');
    const dangling = withValue(typed, ['criteria', 1, 'indicators', 0, 'numerator'], 'khong-co');
    const unordered = withValue(dangling, ['criteria', 1, 'indicators', 1, 'bands', 1, 'rate'], '75.0');
    const parsed = parseCriteriaSet(unordered);
    expect(parsed.ok ? [] : parsed.faults).toEqual([
      { path: 'criteria[0].max', message: 'Cần số' },
      {
        path: 'criteria[1].indicators[0].numerator',
        message: 'Không có số liệu "khong-co" trong danh sách facts',
      },
      {
        path: 'criteria[1].indicators[1].bands[1].rate',
        message: 'Mức 75.0 không theo thứ tự sau mức 75',
      },
    ]);
  });
});
