/** What a rule says, as lines that can be read beside those of the same rule in another version. */
import type { TFunction } from 'i18next';
import { type RuleKind, ruleOfKey } from '../../../criteria/rules/rules.ts';
import type { CriteriaSet, Indicator, Localised, RatioIndicator } from '../../../criteria/schema.ts';
import type { BandTable } from '../../../criteria/score.ts';
import { dateText } from '../../frame/time.ts';
import { bandText, localised, numberText, ruleLines } from '../../wording.ts';
import { className } from './rule-words.ts';

export interface RuleRow {
  readonly title: string;
  /** Null where a rule has no such line. */
  readonly before: string | null;
  readonly after: string | null;
}

type Rows = ReadonlyMap<string, string>;

/** All lines of a rule as it was and as it will be. */
export function ruleRows(
  t: TFunction,
  before: CriteriaSet,
  after: CriteriaSet,
  key: string,
): readonly RuleRow[] {
  const [was, is] = [rowsOf(t, before, key), rowsOf(t, after, key)];
  return inOrder([...was.keys()], [...is.keys()]).map((title) => ({
    title,
    before: was.get(title) ?? null,
    after: is.get(title) ?? null,
  }));
}

/** Those of them that differ. */
export function changedRows(rows: readonly RuleRow[]): readonly RuleRow[] {
  return rows.filter(({ before, after }) => before !== after);
}

/** The titles of both, each of the second behind the one that it follows. */
function inOrder(before: readonly string[], after: readonly string[]): readonly string[] {
  const titles = [...after];
  for (const [place, title] of before.entries()) {
    if (titles.includes(title)) continue;
    const previous = titles.indexOf(before[place - 1] ?? '');
    titles.splice(previous + 1, 0, title);
  }
  return titles;
}

function rowsOf(t: TFunction, set: CriteriaSet, key: string): Rows {
  const { kind, id } = ruleOfKey(key);
  return new Map(kind === 'indicator' ? indicatorRows(t, set, id) : otherRows(t, set, kind, id));
}

type Row = readonly [string, string];

function both(vi: string, en: string, text: Localised): Row[] {
  return [
    [vi, text.vi],
    [en, text.en],
  ];
}

function indicatorRows(t: TFunction, set: CriteriaSet, id: string): Row[] {
  const found = set.criteria.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
  if (found === undefined) return [];
  return [
    ...both(t('correcting.row.textVi'), t('correcting.row.textEn'), found.text),
    [t('correcting.row.points'), pointsText(t, found.points)],
    ...(found.kind === 'ratio' ? ratioRows(t, set, found) : checkRows(t, found)),
  ];
}

function checkRows(t: TFunction, { points }: Indicator): Row[] {
  return [[t('correcting.row.check'), t('correcting.row.checkSays', { points: pointsText(t, points) })]];
}

function ratioRows(t: TFunction, set: CriteriaSet, indicator: RatioIndicator): Row[] {
  const { numerator, denominator, base, better, zeroDenominator, classBands } = indicator;
  const label = (id: string) => {
    const fact = set.facts.find((one) => one.id === id);
    return fact === undefined ? id : localised(fact.label);
  };
  return [
    [t('correcting.row.numerator'), label(numerator)],
    [t('correcting.row.denominator'), label(denominator)],
    [t('correcting.row.base'), numberText(base)],
    [t('correcting.row.better'), t(`correcting.better.${better}`)],
    [
      t('correcting.row.zeroDenominator'),
      bandText(indicator, { kind: 'zero_denominator', ...zeroDenominator }),
    ],
    ...tableRows(t, indicator, indicator, null),
    ...classBands.flatMap((table) => tableRows(t, indicator, table, className(set, table.unitClass))),
    ...[numerator, denominator].flatMap((id) => factRows(t, set, id, label(id))),
  ];
}

function tableRows(
  t: TFunction,
  indicator: RatioIndicator,
  table: BandTable,
  unitClass: string | null,
): Row[] {
  const lines = ruleLines(indicator, table);
  return lines.map(({ condition, points }, at) => {
    const level =
      at === lines.length - 1 ? t('correcting.row.otherwise') : t('correcting.row.band', { n: at + 1 });
    const title = unitClass === null ? level : t('correcting.row.ofClass', { level, unitClass });
    const says = pointsText(t, points);
    return [title, at === lines.length - 1 ? says : t('correcting.row.line', { condition, points: says })];
  });
}

/** What a figure is counted in, and what it is called in the other language. */
function factRows(t: TFunction, set: CriteriaSet, id: string, label: string): Row[] {
  const fact = set.facts.find((one) => one.id === id);
  if (fact === undefined) return [];
  const other = localised(fact.label) === fact.label.vi ? fact.label.en : fact.label.vi;
  return [
    [t('correcting.row.otherLabel', { label }), other],
    [t('correcting.row.noun', { label }), `${fact.noun.vi} / ${fact.noun.en}`],
  ];
}

function otherRows(t: TFunction, set: CriteriaSet, kind: Exclude<RuleKind, 'indicator'>, id: string): Row[] {
  const named = (text: Localised) => both(t('correcting.row.nameVi'), t('correcting.row.nameEn'), text);
  const dates = ({ from, to }: { from?: string | undefined; to?: string | null | undefined }): Row[] => [
    ...(from === undefined ? [] : ([[t('correcting.row.from'), dateText(from)]] as const)),
    ...(to == null ? [] : ([[t('correcting.row.to'), dateText(to)]] as const)),
  ];
  switch (kind) {
    case 'recognition':
      return [
        [
          t('correcting.row.recognition'),
          t(`correcting.recognition.${set.recognition.everyCriterionAboveZero ? 'aboveZero' : 'any'}`),
        ],
      ];
    case 'calendar':
      return [
        [t('correcting.row.month'), String(set.calendar.month)],
        [t('correcting.row.years'), set.calendar.years.join(', ')],
      ];
    case 'criterion': {
      const found = set.criteria.find((one) => one.id === id);
      if (found === undefined) return [];
      return [
        ...named(found.name),
        [t('correcting.row.max'), pointsText(t, found.max)],
        ...both(t('correcting.row.sectorVi'), t('correcting.row.sectorEn'), found.sector),
        [t('correcting.row.indicators'), found.indicators.map((one) => one.id).join(', ')],
      ];
    }
    case 'unit_class': {
      const found = set.unitClasses.find((one) => one.id === id);
      if (found === undefined) return [];
      const types = set.unitTypes.filter((one) => found.unitTypes.includes(one.id));
      return [
        ...named(found.label),
        ...both(t('correcting.row.wordingVi'), t('correcting.row.wordingEn'), found.wording),
        [t('correcting.row.unitTypes'), types.map(({ label }) => localised(label)).join(', ')],
        [t('correcting.row.threshold'), pointsText(t, found.threshold)],
        ...dates(found),
      ];
    }
    case 'unit_type': {
      const found = set.unitTypes.find((one) => one.id === id);
      return found === undefined ? [] : [...named(found.label), ...dates(found)];
    }
    case 'authority': {
      const found = set.authorities.find((one) => one.from === id);
      return found === undefined ? [] : [...named(found.title), ...dates(found)];
    }
    case 'target': {
      const found = set.nationalTargets.find((one) => String(one.byYear) === id);
      return found === undefined ? [] : [[t('correcting.row.percent'), `${numberText(found.percent)} %`]];
    }
  }
}

function pointsText(t: TFunction, points: number): string {
  return t('correcting.points', { n: numberText(points) });
}
