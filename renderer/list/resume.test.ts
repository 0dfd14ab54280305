import { expect, test } from 'vitest';
import type { AssessmentSummary } from '../../electron/api.ts';
import { exampleLine } from '../../tests/example-line.ts';
import { lastDraft } from './resume.ts';

function summary(id: string, day: number, part: Partial<AssessmentSummary> = {}): AssessmentSummary {
  return exampleLine({ id, updatedAt: `2026-11-${String(day).padStart(2, '0')}T07:00:00.000Z`, ...part });
}

test('work goes on with the draft that was changed last, not with a final assessment changed since', () => {
  const final = summary('d', 9, { status: 'final' });
  expect(lastDraft([summary('a', 2), summary('b', 8), final, summary('c', 3)])?.id).toBe('b');
});

test('a draft of the sample district gives way to any of somebody’s own, and stands where there is none', () => {
  const sample = summary('s', 20, { sample: true });
  expect(lastDraft([sample, summary('a', 2), summary('t', 21, { sample: true })])?.id).toBe('a');
  expect(lastDraft([summary('r', 3, { sample: true }), sample])?.id).toBe('s');
});

test('where every assessment is final there is nothing to go on with', () => {
  expect(lastDraft([summary('a', 2, { status: 'final' })])).toBeUndefined();
  expect(lastDraft([])).toBeUndefined();
});
