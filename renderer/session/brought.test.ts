import { beforeEach, expect, test } from 'vitest';
import { draftAssessment } from '../../tests/example-assessment.ts';
import { type ExampleHost, exampleHost } from '../../tests/example-session.ts';
import type { AssessmentSession } from './assessment-session.ts';

const answers = {
  children: 1290,
  under1: 70,
  under1_immunised: 69,
  cases: 5,
  cases_planned: 5,
  '1.1': false,
};
const brought = (value: number | boolean) => ({ value, year: 2025 });

let host: ExampleHost;
let session: AssessmentSession;
const copy = () => session.store.getState().copy;

beforeEach(() => {
  host = exampleHost(draftAssessment({ children: 1300, cases_planned: 4 }), {
    year: 2025,
    status: 'final',
    answers: { ...answers, of_another_set: 3, '1.2': 7 },
  });
  session = host.open();
});

test('what is not answered and asked for comes over, for one criterion or for all', () => {
  expect(session.bringOver('7')).toBe(2);
  expect(copy().unconfirmed).toEqual({ under1: brought(70), under1_immunised: brought(69) });
  session.typeFigure('cases', '5x');
  expect(session.bringOver(null)).toBe(1);
  expect(copy().unconfirmed).toHaveProperty('1.1', brought(false));
  expect(session.bringOver(null)).toBe(0);
});

test('nothing comes over where there is no earlier year', () => {
  session = exampleHost(draftAssessment({})).open();
  expect(session.bringOver(null)).toBe(0);
});

test('it counts for nothing until it is confirmed, which is saved', async () => {
  const { scorecard } = copy();
  session.bringOver(null);
  expect(copy().scorecard).toEqual(scorecard);
  await session.flush();
  expect(host.assessment.answers).not.toHaveProperty('under1');
  expect(host.assessment.unconfirmed).toHaveProperty('under1');
  expect(session.confirm(['under1', 'under1_immunised', 'children'])).toEqual([]);
  expect(copy().scorecard.total).toBeGreaterThan(scorecard.total);
  await session.flush();
  expect(host.assessment.answers).toMatchObject({ under1: { value: 70 }, under1_immunised: { value: 69 } });
  expect(Object.keys(host.assessment.unconfirmed).sort()).toEqual(['1.1', 'cases']);
  expect(session.store.getState().history).toEqual(host.assessment.history);
});

test('what contradicts a figure of this year, or is being mended in its field, stays to be confirmed', () => {
  session.bringOver(null);
  session.typeFigure('under1', '60');
  session.typeFigure('cases', '5x');
  expect(session.confirm(['under1_immunised', 'cases', '1.1'])).toEqual(['under1_immunised', 'cases']);
  expect(copy().answers).toMatchObject({ under1: 60, '1.1': false });
  expect(Object.keys(copy().unconfirmed).sort()).toEqual(['cases', 'under1_immunised']);
  expect(copy().texts).toEqual({ under1: '60', cases: '5x' });
});

test('taken away again, it is gone, and what it was about is unanswered', async () => {
  session.bringOver(null);
  session.dismiss(Object.keys(copy().unconfirmed));
  await session.flush();
  expect(host.assessment.unconfirmed).toEqual({});
  expect(session.undo()).toHaveLength(4);
  await session.flush();
  expect(Object.keys(host.assessment.unconfirmed)).toHaveLength(4);
});

test('what was replaced by typing and then emptied does not come back by itself, but by undoing', async () => {
  session.bringOver('7');
  session.enterFigure('under1');
  session.typeFigure('under1', '7');
  session.typeFigure('under1', '');
  session.leaveFigure('under1');
  await session.flush();
  expect(host.assessment.unconfirmed).not.toHaveProperty('under1');
  session.undo();
  await session.flush();
  expect(host.assessment.unconfirmed.under1?.brought).toEqual(brought(70));
});
