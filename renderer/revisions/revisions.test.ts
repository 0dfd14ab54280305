import { expect, test } from 'vitest';
import type { Assessment, Finalised } from '../../criteria/assessment.ts';
import { score } from '../../criteria/score.ts';
import { draftAssessment, savedAt, currentSet as set } from '../../tests/example-assessment.ts';
import { revisionsOf } from './revisions.ts';

const at = savedAt;

function state(revision: number): Finalised {
  return {
    at,
    by: 'Lan',
    revision,
    answers: {},
    notes: {},
    evidence: {},
    scorecard: score(set, 'other', {}) as Finalised['scorecard'],
    rules: null,
    sha256: String(revision).repeat(64),
  };
}

const reopened = (revision: number, reason: string): Assessment['log'][number] => ({
  at,
  by: null,
  event: 'reopened',
  revision,
  reason,
});

test('what was never finalised has nothing to be compared', () => {
  expect(revisionsOf(draftAssessment({}))).toEqual({ draft: null, finalised: [] });
});

test('each finalised state stands beside the one before it and the reason why that was reopened, latest first', () => {
  const { draft, finalised } = revisionsOf(
    draftAssessment(
      {},
      {
        status: 'final',
        revision: 2,
        finalised: [state(1), state(2)],
        log: [reopened(2, 'nhầm số trẻ')],
      },
    ),
  );
  expect(draft).toBeNull();
  expect(
    finalised.map(({ state, before, reopened }) => [state.revision, before?.revision, reopened?.reason]),
  ).toEqual([
    [2, 1, 'nhầm số trẻ'],
    [1, undefined, undefined],
  ]);
});

test('the draft of a reopened assessment stands beside the latest finalised state', () => {
  const { draft } = revisionsOf(
    draftAssessment(
      {},
      { revision: 3, finalised: [state(1), state(2)], log: [reopened(2, 'nhầm'), reopened(3, 'có sổ mới')] },
    ),
  );
  expect(draft?.before.revision).toBe(2);
  expect(draft?.reopened?.reason).toBe('có sổ mới');
});
