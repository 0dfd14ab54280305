import { expect, test } from 'vitest';
import { type Assessment, answersOf } from '../../../criteria/assessment.ts';
import { impactOf } from '../../../criteria/rules/impact.ts';
import { currentSet, draftAssessment } from '../../../tests/example-assessment.ts';
import { found, isMovable, movesTo, outlookOf } from './moves.ts';

const next = { ...currentSet, version: currentSet.version + 1 };
const draft = draftAssessment({ children: 100, children_registered: 99 });

function lineOf(assessment: Assessment, by = currentSet) {
  return impactOf(by, next, { ...assessment, answers: answersOf(assessment) });
}

test('drafts of the same set, drafts of others and final ones stand apart', () => {
  const other = lineOf(draft, { ...currentSet, id: 'qd-khac' });
  const final = lineOf({ ...draft, status: 'final' });
  const moves = movesTo(next, [lineOf(draft), other, final]);
  expect(moves).toEqual({ drafts: [lineOf(draft)], others: [other], finals: [final] });
});

test('a unit whose class the new rules do not know cannot be moved', () => {
  const without = { ...next, unitClasses: next.unitClasses.filter(({ id }) => id !== draft.unit.class) };
  expect(isMovable(impactOf(currentSet, without, { ...draft, answers: {} }))).toBe(false);
  expect(isMovable(lineOf(draft))).toBe(true);
});

test('a draft is found by the beginning of any word of its name, without marks, and by its year', () => {
  const lines = [lineOf(draft), lineOf({ ...draft, id: '2025-1', year: 2025 })];
  expect(found(lines, 'mau')).toHaveLength(2);
  expect(found(lines, '2025')).toHaveLength(1);
  expect(found(lines, 'khong co')).toEqual([]);
});

test('what moving several would do is counted before it is done', () => {
  const line = lineOf(draft);
  const losing = { ...line, effect: 'loses' as const, notAsked: ['children'] };
  const elsewhere = {
    ...line,
    effect: 'flips' as const,
    newlyAsked: ['x'],
    pinned: { id: 'khac', version: 1 },
  };
  expect(outlookOf([line, losing, elsewhere], next)).toEqual({
    effects: { flips: 1, gains: 0, loses: 1, same: 1, impossible: 0 },
    losingAnswers: 1,
    askedMore: 1,
    otherSet: 1,
  });
});
