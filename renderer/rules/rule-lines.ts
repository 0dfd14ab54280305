/** A rule of a criteria set in words, line by line, so that two sets can be put beside each other. Pure but for the texts. */
import type { TFunction } from 'i18next';
import { type Rule, rulesOf } from '../../criteria/rules/rules.ts';
import type { CriteriaSet, Indicator, Localised, RatioIndicator } from '../../criteria/schema.ts';
import type { BandTable } from '../../criteria/score.ts';
import { dateText } from '../frame/time.ts';
import { localised, numberText, ruleLines } from '../wording.ts';
import { className } from './rule-words.ts';

/** One thing that a rule says. `key` names it within its rule, whatever it is called. */
export interface Line {
  readonly key: string;
  readonly name: string;
  /** May have several lines. */
  readonly text: string;
}

/** All that a rule says; nothing where the set does not have it. */
export function linesOfRule(t: TFunction, set: CriteriaSet, key: string): readonly Line[] {
  const rule = rulesOf(set).find((one) => one.key === key);
  return rule === undefined ? [] : contentLines(t, set, rule);
}

/** How far a rule is confirmed, and by whom; nothing where the set does not have it. */
export function standingLines(t: TFunction, set: CriteriaSet, key: string): readonly Line[] {
  const rule = rulesOf(set).find((one) => one.key === key);
  return rule === undefined
    ? []
    : [{ key: 'standing', name: t('setFiles.rule.standing'), text: standingText(t, rule) }];
}

/** What belongs to the set as a whole, but for its id and version, which are said apart. */
export function linesOfSet(t: TFunction, set: CriteriaSet): readonly Line[] {
  const line = (key: 'validFrom' | 'max' | 'fictional', text: string): Line => ({
    key,
    name: t(`setFiles.set.${key}`),
    text,
  });
  return [
    ...both(t, 'title', t('setFiles.set.name'), set.title),
    ...both(t, 'legalBasis', t('setFiles.set.legalBasis'), set.legalBasis),
    ...both(t, 'recognisedAs', t('setFiles.set.recognisedAs'), set.recognisedAs),
    line('validFrom', dateText(set.validFrom)),
    line('max', numberText(set.max)),
    line('fictional', t(set.fictional === true ? 'setFiles.rule.yes' : 'setFiles.rule.no')),
    ...Object.entries(set.sources).flatMap(([id, source]) =>
      both(t, `sources.${id}`, t('setFiles.set.source', { id }), source),
    ),
    ...set.facts.flatMap(({ id, label, noun }) =>
      both(t, `facts.${id}`, t('setFiles.set.fact', { id }), {
        vi: t('setFiles.set.factLine', { label: label.vi, noun: noun.vi }),
        en: t('setFiles.set.factLine', { label: label.en, noun: noun.en }),
      }),
    ),
  ];
}

function contentLines(t: TFunction, set: CriteriaSet, { kind, id }: Rule): readonly Line[] {
  switch (kind) {
    case 'recognition': {
      const text = set.recognition.everyCriterionAboveZero ? 'zeroForbidden' : 'zeroAllowed';
      return [plain(t, 'zero', t(`setFiles.rule.${text}`))];
    }
    case 'calendar':
      return [
        plain(t, 'month', String(set.calendar.month)),
        plain(t, 'years', set.calendar.years.join(', ')),
      ];
    case 'target':
      return set.nationalTargets
        .filter(({ byYear }) => String(byYear) === id)
        .map(({ percent }) => plain(t, 'percent', t('setFiles.rule.percentLine', { n: percent })));
    case 'authority':
      return set.authorities
        .filter(({ from }) => from === id)
        .flatMap(({ from, to, title }) => [
          ...both(t, 'title', t('setFiles.rule.title'), title),
          plain(t, 'inForce', inForceText(t, { from, to: to ?? undefined })),
        ]);
    case 'unit_type':
      return set.unitTypes
        .filter((one) => one.id === id)
        .flatMap((one) => [
          ...both(t, 'name', t('setFiles.rule.name'), one.label),
          plain(t, 'inForce', inForceText(t, one)),
        ]);
    case 'unit_class':
      return set.unitClasses
        .filter((one) => one.id === id)
        .flatMap((one) => [
          ...both(t, 'name', t('setFiles.rule.name'), one.label),
          ...both(t, 'wording', t('setFiles.rule.wording'), one.wording),
          plain(t, 'types', one.unitTypes.map((type) => labelOf(set.unitTypes, type)).join(', ')),
          plain(t, 'threshold', numberText(one.threshold)),
          plain(t, 'inForce', inForceText(t, one)),
        ]);
    case 'criterion':
      return set.criteria
        .filter((one) => one.id === id)
        .flatMap((one) => [
          ...both(t, 'name', t('setFiles.rule.name'), one.name),
          plain(t, 'max', numberText(one.max)),
          ...both(t, 'sector', t('setFiles.rule.sector'), one.sector),
          plain(t, 'indicators', one.indicators.map((indicator) => indicator.id).join(', ')),
        ]);
    case 'indicator': {
      const found = indicatorOf(set, id);
      return found === undefined ? [] : indicatorLines(t, set, found);
    }
  }
}

function indicatorLines(t: TFunction, set: CriteriaSet, indicator: Indicator): readonly Line[] {
  const wording = both(t, 'wording', t('setFiles.rule.wording'), indicator.text);
  const kind = plain(t, 'kind', t(`setFiles.rule.${indicator.kind}`));
  const points = plain(t, 'points', numberText(indicator.points));
  if (indicator.kind === 'check') return [...wording, kind, points];
  return [
    ...wording,
    kind,
    ...both(t, 'numerator', t('setFiles.rule.numerator'), factText(t, set, indicator.numerator)),
    ...both(t, 'denominator', t('setFiles.rule.denominator'), factText(t, set, indicator.denominator)),
    plain(t, 'base', numberText(indicator.base)),
    plain(t, 'better', t(`setFiles.rule.${indicator.better}`)),
    points,
    ...bandLines(t, set, indicator, indicator, null),
    ...indicator.classBands.flatMap((table) => bandLines(t, set, indicator, table, table.unitClass)),
    plain(
      t,
      'zeroDenominator',
      t(indicator.zeroDenominator.gives === 'full' ? 'setFiles.rule.full' : 'setFiles.rule.none'),
    ),
    plain(t, 'zeroNote', t(indicator.zeroNeedsNote === true ? 'setFiles.rule.yes' : 'setFiles.rule.no')),
  ];
}

type PlainKey =
  | 'zero'
  | 'month'
  | 'years'
  | 'percent'
  | 'inForce'
  | 'types'
  | 'threshold'
  | 'max'
  | 'indicators'
  | 'kind'
  | 'points'
  | 'base'
  | 'better'
  | 'zeroDenominator'
  | 'zeroNote';

function plain(t: TFunction, key: PlainKey, text: string): Line {
  return { key, name: t(`setFiles.rule.${key}`), text };
}

/** The text of record, and its English on a line of its own, because each can differ alone. */
function both(t: TFunction, key: string, name: string, text: Localised): readonly Line[] {
  return [
    { key, name, text: text.vi },
    { key: `${key}.en`, name: t('setFiles.set.english', { name }), text: text.en },
  ];
}

/** A line for each level, so that two versions can be put beside each other level by level. */
function bandLines(
  t: TFunction,
  set: CriteriaSet,
  indicator: RatioIndicator,
  table: BandTable,
  unitClass: string | null,
): readonly Line[] {
  const lines = ruleLines(indicator, table);
  return lines.map(({ condition, points }, at) => {
    const isRest = at === lines.length - 1;
    const level = isRest ? t('setFiles.rule.otherwise') : t('setFiles.rule.level', { n: at + 1 });
    const says = t('setFiles.rule.pointsLine', { n: numberText(points) });
    return {
      key: `${unitClass ?? 'bands'}.${isRest ? 'otherwise' : at}`,
      name:
        unitClass === null
          ? level
          : t('setFiles.rule.levelOfClass', { level, name: className(set, unitClass) }),
      text: isRest ? says : t('setFiles.rule.bandLine', { condition, points: says }),
    };
  });
}

/** "từ 01/07/2025 đến hết 31/12/2030". */
function inForceText(
  t: TFunction,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): string {
  const days = { from: dateText(from ?? ''), to: dateText(to ?? '') };
  if (from === undefined) return to === undefined ? t('setFiles.rule.always') : t('setFiles.rule.to', days);
  return to === undefined ? t('setFiles.rule.from', days) : t('setFiles.rule.fromTo', days);
}

function standingText(t: TFunction, { confirmed, provenances }: Rule): string {
  if (!confirmed) {
    const some = provenances.some(({ status }) => status === 'confirmed');
    return t(some ? 'setFiles.rule.partly' : 'setFiles.rule.provisional');
  }
  const readings = provenances.flatMap(({ confirmedBy: by, confirmedOn: on, confirmedIn }) =>
    by === undefined || on === undefined
      ? []
      : [t('setFiles.rule.confirmedBy', { by, on: dateText(on), place: confirmedIn ?? '–' })],
  );
  return readings.length === 0 ? t('setFiles.rule.confirmed') : [...new Set(readings)].join('\n');
}

function labelOf(list: readonly { readonly id: string; readonly label: Localised }[], id: string): string {
  const found = list.find((one) => one.id === id);
  return found === undefined ? id : localised(found.label);
}

function factText(t: TFunction, set: CriteriaSet, id: string): Localised {
  const fact = set.facts.find((one) => one.id === id);
  if (fact === undefined) return { vi: id, en: id };
  const { label, noun } = fact;
  return {
    vi: t('setFiles.rule.factLine', { id, label: label.vi, noun: noun.vi }),
    en: t('setFiles.rule.factLine', { id, label: label.en, noun: noun.en }),
  };
}

function indicatorOf(set: CriteriaSet, id: string): Indicator | undefined {
  return set.criteria.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
}
