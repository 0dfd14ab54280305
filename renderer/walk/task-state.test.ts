import { describe, expect, test } from 'vitest';
import { score } from '../../criteria/score.ts';
import { draftAssessment, currentSet as set } from '../../tests/example-assessment.ts';
import { type WorkingCopy, workingCopy } from '../session/working-copy.ts';
import { answersOfCriterion, criteriaUsing } from './set-lookup.ts';
import { nextOpen, taskStates } from './task-state.ts';

const copyOf = (
  answers: Readonly<Record<string, number | boolean>>,
  part: Partial<WorkingCopy> = {},
): WorkingCopy => ({ ...workingCopy(set, draftAssessment(answers)), ...part });

const [first, second, third] = set.criteria;
if (first === undefined || second === undefined || third === undefined) throw new Error('too few criteria');
/** A criterion with every answer at zero or no. */
const answered = (criterion: typeof first) =>
  Object.fromEntries(
    answersOfCriterion(criterion).map((id) => [id, set.facts.some((fact) => fact.id === id) ? 0 : false]),
  );

describe('how a criterion stands', () => {
  test('is complete by the scorer, and at zero only then', () => {
    const [state] = taskStates(copyOf(answered(first)), []);
    const scored = score(set, 'other', answered(first)).criteria[0];
    expect(scored?.complete).toBe(true);
    expect(state).toMatchObject({ points: scored?.points, complete: true, atZero: scored?.points === 0 });
    expect(taskStates(copyOf({}), [])[0]).toMatchObject({ points: null, complete: false, atZero: false });
  });

  test('a figure that waits to be confirmed is told in every criterion that counts with it', () => {
    const shared = set.facts.find(({ id }) => criteriaUsing(set, id).length > 1);
    if (shared === undefined) throw new Error('the set shares no figure');
    const states = taskStates(copyOf({}, { unconfirmed: { [shared.id]: { value: 5, year: 2025 } } }), []);
    expect(
      states.filter(({ unconfirmed }) => unconfirmed === 1).map(({ criterion }) => criterion.id),
    ).toEqual(criteriaUsing(set, shared.id));
  });

  test('a doubt is told where its indicator is', () => {
    const indicator = second.indicators[0]?.id ?? '';
    const doubt = { code: 'rewarded_zero', indicator, fact: '' } as const;
    expect(taskStates(copyOf({}), [doubt])[1]?.doubts).toBe(1);
    expect(taskStates(copyOf({}), [doubt])[0]?.doubts).toBe(0);
  });
});

describe('the criterion to go on with', () => {
  test('is the one where work stopped, while it is open', () => {
    expect(nextOpen(taskStates(copyOf({}), []), second.id)).toBe(second.id);
  });

  test('is the next open one after a complete one', () => {
    expect(nextOpen(taskStates(copyOf(answered(second)), []), second.id)).toBe(third.id);
  });

  test('is one that was passed over where none after it is open', () => {
    const all = Object.assign({}, ...set.criteria.slice(1).map(answered));
    const states = taskStates(copyOf(all), []);
    const open = states.find(({ complete }) => !complete)?.criterion.id;
    expect(open).toBeDefined();
    expect(nextOpen(states, set.criteria.at(-1)?.id ?? null)).toBe(open);
  });

  test('is none where all are complete', () => {
    const all = Object.assign({}, ...set.criteria.map(answered));
    expect(nextOpen(taskStates(copyOf(all), []), null)).toBeNull();
  });
});
