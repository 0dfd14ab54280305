import { describe, expect, test } from 'vitest';
import { type Assessment, answersOf } from '../../criteria/assessment.ts';
import type { EvidenceItem } from '../../criteria/evidence.ts';
import { evidenceLine } from '../../criteria/evidence.ts';
import { score } from '../../criteria/score.ts';
import { currentSet, draftAssessment } from '../../tests/example-assessment.ts';
import { bestAnswers } from '../../tests/example-document-input.ts';
import { checkCode } from '../check-code.ts';
import type { AnswerChanges } from './assessments.ts';
import { evidenceLines, finalised, reopened, withChanges } from './assessments.ts';

const lan = { at: '2026-11-03T01:00:00.000Z', by: 'Chị Lan' };
const hung = { at: '2026-11-03T02:00:00.000Z', by: 'Anh Hùng' };
const paper: EvidenceItem = { kind: 'paper', text: 'Quyết định số 12' };
const photo: EvidenceItem = {
  kind: 'file',
  sha256: '3f2a9c1b'.repeat(8),
  name: 'ảnh.jpg',
  size: 411_200,
  type: 'image/jpeg',
};
const none: AnswerChanges = { answers: {}, notes: {} };
const changed = (assessment: Assessment, part: Partial<AnswerChanges>, made = lan) =>
  withChanges(currentSet, assessment, { ...none, ...part }, made);

describe('every change', () => {
  test('carries who and when, and what is not changed keeps its own', () => {
    const first = changed(draftAssessment({}), {
      answers: { children: 100 },
      notes: { '1.1': 'Đã xem' },
      evidence: { '1.1': [paper] },
      unconfirmed: { under1: { value: 9, year: 2025 } },
    });
    const both = changed(first, { answers: { '1.1': true }, evidence: { '1.1': [paper, photo] } }, hung);
    expect(both.answers).toEqual({ children: { value: 100, ...lan }, '1.1': { value: true, ...hung } });
    expect(both.notes['1.1']).toEqual({ text: 'Đã xem', ...lan });
    expect(both.evidence['1.1']).toEqual([
      { item: paper, ...lan },
      { item: photo, ...hung },
    ]);
    expect(both.unconfirmed.under1).toEqual({ brought: { value: 9, year: 2025 }, ...lan });
  });

  test('is in the history, with what stood there before', () => {
    const first = changed(draftAssessment({ children: 90 }), { answers: { children: 100 } });
    const second = changed(first, { evidence: { '1.1': [photo] } }, hung);
    expect(second.history).toEqual([
      { ...lan, change: { kind: 'answer', of: 'children', from: 90, to: 100 } },
      { ...hung, change: { kind: 'evidence', of: '1.1', from: [], to: [photo] } },
    ]);
  });

  test('leaves the steps to undo as they are unless it brings others', () => {
    const undo = {
      done: [[{ kind: 'answer', of: 'children', from: null, to: 1 } as const]],
      undone: [],
    };
    const first = changed(draftAssessment({}), { answers: { children: 1 }, undo });
    expect(changed(first, { answers: { children: 2 } }).undo).toEqual(undo);
  });

  test.each([
    ['evidence of an indicator that there is not', { evidence: { '99.9': [paper] } }, 'evidence.99.9'],
    [
      'a figure to be confirmed where yes or no is asked',
      { unconfirmed: { '1.1': { value: 1, year: 2025 } } },
      'unconfirmed.1.1',
    ],
    [
      'a figure to be confirmed that nobody asks for',
      { unconfirmed: { x: { value: 1, year: 2025 } } },
      'unconfirmed.x',
    ],
  ])('with %s is refused whole, naming the place', (_, part, path) => {
    expect(() => changed(draftAssessment({}), part)).toThrow(expect.objectContaining({ path }));
  });
});

describe('a figure of an earlier year', () => {
  const waiting = changed(draftAssessment({}), { unconfirmed: { children: { value: 100, year: 2025 } } });

  test('is not an answer and not scored until somebody confirms it', () => {
    expect(answersOf(waiting)).toEqual({});
    expect(score(currentSet, 'other', answersOf(waiting))).toEqual(score(currentSet, 'other', {}));
  });

  test.each([100, 105])('waits no longer once it is answered with %i', (children) => {
    const answered = changed(waiting, { answers: { children } });
    expect(answered.unconfirmed).toEqual({});
    expect(answered.answers.children?.value).toBe(children);
  });

  test('does not come to wait beside an answer', () => {
    const answered = changed(draftAssessment({ children: 7 }), {
      unconfirmed: { children: { value: 100, year: 2025 } },
    });
    expect(answered.unconfirmed).toEqual({});
  });

  test('can be dismissed', () => {
    expect(changed(waiting, { unconfirmed: { children: null } }).unconfirmed).toEqual({});
  });
});

describe('finalising', () => {
  const whole = changed(draftAssessment(bestAnswers(currentSet)), {
    evidence: { '1.1': [paper, photo] },
    undo: { done: [[{ kind: 'note', of: '1.1', from: '', to: 'x' }]], undone: [] },
  });
  const final = finalised(currentSet, whole, hung);

  test('ends what can be undone and what waits, and keeps the history', () => {
    expect(final.undo).toEqual({ done: [], undone: [] });
    expect(final.unconfirmed).toEqual({});
    expect(final.history).toEqual(whole.history);
    expect(final.log.at(-1)).toEqual({ ...hung, event: 'finalised', revision: 1 });
  });

  test('puts the evidence under the check code, as the lines that are printed', () => {
    const [state] = final.finalised;
    if (state === undefined) throw new Error('nothing is finalised');
    expect(state.evidence).toEqual({ '1.1': [paper, photo] });
    const codeWith = (evidence: Readonly<Record<string, readonly string[]>>) =>
      checkCode({ ...final, ...state, status: 'final', evidence });
    expect(state.sha256).toBe(codeWith(evidenceLines(state.evidence)));
    expect(state.sha256).not.toBe(codeWith({}));
    expect(evidenceLines(state.evidence)['1.1']?.[1]).toBe('ảnh.jpg (412 kB, SHA-256 3f2a9c1b)');
    expect(evidenceLine(paper)).toBe('Quyết định số 12');
  });

  test('is undone by whoever reopens it, named with the reason', () => {
    expect(reopened(final, 'Nhầm', lan).log.at(-1)).toEqual({
      ...lan,
      event: 'reopened',
      revision: 2,
      reason: 'Nhầm',
    });
  });
});
