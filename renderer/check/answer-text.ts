import type { Answer } from '../../criteria/answers.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { checkText, localised, lowerFirst, numberText } from '../wording.ts';

/** What is asked: a figure by its label, a check by its number and text. */
export function questionText(set: CriteriaSet, answer: string): string {
  const fact = set.facts.find(({ id }) => id === answer);
  if (fact !== undefined) return localised(fact.label);
  const check = set.criteria.flatMap(({ indicators }) => indicators).find(({ id }) => id === answer);
  return check === undefined ? answer : `${check.id}. ${localised(check.text)}`;
}

/** An answer in the middle of a sentence. */
export function answerText(answer: Answer): string {
  return typeof answer === 'boolean' ? lowerFirst(checkText(answer)) : numberText(answer);
}
