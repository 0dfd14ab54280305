import { expect, test } from 'vitest';
import type { Answers } from '../../criteria/answers.ts';
import { score } from '../../criteria/score.ts';
import { currentSet as set } from '../../tests/example-assessment.ts';
import { missingIndicators } from './missing.ts';

const missing = (answers: Answers, unconfirmed: Readonly<Record<string, unknown>> = {}) =>
  missingIndicators(set, score(set, 'other', answers), unconfirmed);
const ratio = set.criteria
  .flatMap(({ indicators }) => indicators)
  .find((indicator) => indicator.kind === 'ratio');
if (ratio?.kind !== 'ratio') throw new Error('the set has no rate');
const { id, numerator, denominator } = ratio;

test('a rate lacks the figures that are not answered', () => {
  const found = missing({ [denominator]: 100 }).find(({ indicator }) => indicator === id);
  expect(found?.facts.map((fact) => fact.id)).toEqual([numerator]);
});

test('a figure that waits to be confirmed is told elsewhere', () => {
  const found = missing({ [denominator]: 100 }, { [numerator]: true });
  expect(found.map(({ indicator }) => indicator)).not.toContain(id);
});
