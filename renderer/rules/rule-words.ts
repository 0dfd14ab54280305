/** What the rules of a set are called, and what a place in it is, in the language of the interface. */
import type { TFunction } from 'i18next';
import { ruleOfKey } from '../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { dateText } from '../frame/time.ts';
import { localised } from '../wording.ts';
import { placeOf } from './place.ts';

/** "Chỉ tiêu 8.1. Tỷ lệ trẻ em…"; the key itself for a rule that the set does not have. */
export function ruleName(t: TFunction, set: CriteriaSet, key: string): string {
  const { kind, id } = ruleOfKey(key);
  switch (kind) {
    case 'recognition':
      return t('correcting.rule.recognition');
    case 'calendar':
      return t('correcting.rule.calendar');
    case 'authority':
      return t('correcting.rule.authority', { date: dateText(id) });
    case 'target':
      return t('correcting.rule.target', { year: id });
    case 'criterion': {
      const found = set.criteria.find((one) => one.id === id);
      return found === undefined ? key : t('correcting.rule.criterion', { id, name: localised(found.name) });
    }
    case 'indicator': {
      const found = set.criteria.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
      return found === undefined ? key : t('correcting.rule.indicator', { id, name: localised(found.text) });
    }
    case 'unit_class': {
      const found = set.unitClasses.find((one) => one.id === id);
      return found === undefined ? key : t('correcting.rule.unitClass', { name: localised(found.label) });
    }
    case 'unit_type': {
      const found = set.unitTypes.find((one) => one.id === id);
      return found === undefined ? key : t('correcting.rule.unitType', { name: localised(found.label) });
    }
  }
}

/** What a class of units is called; its id where the set does not know it. */
export function className(set: CriteriaSet, id: string): string {
  const found = set.unitClasses.find((one) => one.id === id);
  return found === undefined ? id : localised(found.label);
}

/** The place within its rule: "bảng riêng của Xã miền núi, mức 2, điểm"; empty for the rule as a whole. */
function withinRule(t: TFunction, set: CriteriaSet, path: string): string {
  const { unitClass, band, fact, part } = placeOf(set, path);
  const found = set.facts.find(({ id }) => id === fact);
  return [
    ...(unitClass === null ? [] : [t('correcting.place.ownTable', { unitClass: className(set, unitClass) })]),
    ...(band === null
      ? []
      : [band === 'otherwise' ? t('correcting.place.otherwise') : t('correcting.place.band', { n: band })]),
    ...(found === undefined ? [] : [t('correcting.place.fact', { label: localised(found.label) })]),
    ...(part === null ? [] : [t(`correcting.part.${part}`)]),
  ].join(', ');
}

/** The whole place: rule and place within it. */
export function placeText(t: TFunction, set: CriteriaSet, path: string): string {
  const { rule } = placeOf(set, path);
  const name = rule === null ? t('correcting.rule.whole') : ruleName(t, set, rule);
  const within = withinRule(t, set, path);
  return within === '' ? name : t('correcting.place.within', { rule: name, place: within });
}
