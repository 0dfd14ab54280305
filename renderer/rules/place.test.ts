import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { rulesOf } from '../../criteria/rules/rules.ts';
import type { RatioIndicator } from '../../criteria/schema.ts';
import { currentSet as set } from '../../tests/example-assessment.ts';
import { startTranslation } from '../i18n.ts';
import { faultsBeside, placeOf } from './place.ts';
import { placeText, ruleName } from './rule-words.ts';

beforeAll(() => startTranslation());

/** Where the first indicator with a table for some class stands. */
function ownTable(): {
  readonly path: string;
  readonly indicator: RatioIndicator;
  readonly criterion: string;
} {
  for (const [c, criterion] of set.criteria.entries())
    for (const [i, indicator] of criterion.indicators.entries())
      if (indicator.kind === 'ratio' && indicator.classBands.length > 0)
        return { path: `criteria[${c}].indicators[${i}]`, indicator, criterion: `criteria[${c}]` };
  throw new Error('no class has a table of its own');
}

test('a place in the set is named by its rule and the part of it', () => {
  const { path, indicator } = ownTable();
  const unitClass = indicator.classBands[0]?.unitClass ?? '';
  const label = set.unitClasses.find(({ id }) => id === unitClass)?.label.vi;
  const place = `${path}.classBands[0].bands[1].points`;
  expect(placeOf(set, place)).toEqual({
    rule: `indicator/${indicator.id}`,
    unitClass,
    band: 2,
    fact: null,
    part: 'points',
  });
  expect(placeText(i18next.t, set, place)).toBe(
    `Chỉ tiêu ${indicator.id}. ${indicator.text.vi} (bảng riêng của ${label}, mức 2, điểm)`,
  );
  expect(placeText(i18next.t, set, `${path}.otherwise.points`)).toContain('(mức còn lại, điểm)');
});

test('the words of a fact belong to an indicator that counts with it', () => {
  const { indicator } = ownTable();
  const fact = set.facts.findIndex(({ id }) => id === indicator.numerator);
  expect(placeOf(set, `facts[${fact}].label.vi`)).toMatchObject({
    rule: `indicator/${indicator.id}`,
    fact: indicator.numerator,
    part: 'label',
  });
});

test.each(['max', 'title.vi', 'sources'])('%s belongs to the set as a whole', (path) => {
  expect(placeOf(set, path).rule).toBeNull();
  expect(placeText(i18next.t, set, path)).toContain('Cả bộ tiêu chí');
});

test('every rule has a name of its own', () => {
  const keys = rulesOf(set).map(({ key }) => key);
  const names = keys.map((key) => ruleName(i18next.t, set, key));
  expect(new Set(names).size).toBe(keys.length);
  expect(names.filter((name) => keys.includes(name))).toEqual([]);
});

test('beside the fields of a rule stands what does not add up, and no fault that stands at a field', () => {
  const { path, indicator, criterion } = ownTable();
  const fault = (place: string) => ({ path: place, message: '' });
  const faults = [
    `${path}.bands[0].points`,
    `${criterion}.max`,
    'max',
    `${path}.denominator`,
    'criteria[0].max',
  ];
  const shown = faultsBeside(set, faults.map(fault), `indicator/${indicator.id}`);
  expect(shown.map((one) => one.path)).toEqual([`${criterion}.max`, 'max', `${path}.denominator`]);
});
