import { expect, test } from 'vitest';
import type { Improvement } from '../../criteria/improvements.ts';
import type { RatioIndicator } from '../../criteria/schema.ts';
import { currentSet as set } from '../../tests/example-assessment.ts';
import { stepsOf } from './steps.ts';

const indicators = set.criteria.flatMap((criterion) => criterion.indicators);
const ratio = (better: RatioIndicator['better']) => {
  const found = indicators.find((one) => one.kind === 'ratio' && one.better === better);
  if (found?.kind !== 'ratio') throw new Error(`no rate that should be ${better}`);
  return found;
};
const step = (indicator: string, target: number | true, change: number) => {
  const improvement: Improvement = { criterion: '', indicator, from: 0, to: 10, gain: 10, change, target };
  return stepsOf(set, 'other', {}, [improvement])[0];
};

test('where more is better, it is said how many more', () => {
  const { id, numerator } = ratio('higher');
  expect(step(id, 112, 12)).toMatchObject({
    answer: numerator,
    aim: { kind: 'more', change: 12, target: 112 },
  });
});

test('where less is better, nobody is told by how much to lower a count', () => {
  const { id, numerator } = ratio('lower');
  const found = step(id, 2, 3);
  expect(found?.answer).toBe(numerator);
  expect(found?.aim).toEqual({
    kind: 'at_most',
    target: 2,
    fact: set.facts.find((fact) => fact.id === numerator),
  });
});

test('a check has to become a yes', () => {
  const check = indicators.find(({ kind }) => kind === 'check');
  if (check === undefined) throw new Error('the set asks nothing');
  expect(step(check.id, true, 0)).toMatchObject({ answer: check.id, aim: { kind: 'yes' } });
});
