import { beforeEach, expect, test } from 'vitest';
import { noteLimit } from '../../criteria/assessment.ts';
import { draftAssessment } from '../../tests/example-assessment.ts';
import { type ExampleHost, exampleHost } from '../../tests/example-session.ts';
import type { AssessmentSession } from './assessment-session.ts';

const paper = (text: string) => ({ kind: 'paper', text }) as const;

let host: ExampleHost;
let mine: AssessmentSession;
let other: AssessmentSession;
const copy = () => mine.store.getState().copy;

beforeEach(() => {
  host = exampleHost(draftAssessment({ children: 1300, children_registered: 1204 }), {
    year: 2025,
    status: 'final',
    answers: { under1: 70, cases: 5 },
  });
  mine = host.open();
  other = host.open();
});

/** The other window saves, and this one finds that out. */
async function conflict(): Promise<void> {
  await other.flush();
  await mine.flush();
  expect(mine.store.getState().save.kind).toBe('conflict');
}

test('what is not saved is entered again on top of the saved version, as one step, and saved', async () => {
  mine.typeFigure('children_abused', '2');
  mine.answerCheck('1.1', true);
  mine.answerCheck('1.2', false);
  mine.writeNote('2.1', 'theo sổ');
  mine.setEvidence('2.1', [paper('Sổ hộ tịch')]);
  mine.bringOver(null);
  other.typeFigure('children_registered', '1210');
  other.typeFigure('under1', '71');
  other.answerCheck('1.2', false);
  other.setEvidence('2.1', [paper('Công văn 3')]);
  await conflict();
  const reply = await mine.loadSaved(true);
  expect(reply.ok).toBe(true);
  expect(mine.store.getState().undo.done.at(-1)).toHaveLength(5);
  await mine.flush();
  expect(mine.holdsUnsaved()).toBe(false);
  expect(host.assessment).toMatchObject({
    answers: {
      children_registered: { value: 1210 },
      children_abused: { value: 2 },
      under1: { value: 71 },
      '1.1': { value: true },
    },
    notes: { '2.1': { text: 'theo sổ' } },
  });
  expect(host.assessment.evidence['2.1']?.map(({ item }) => item)).toEqual([
    paper('Công văn 3'),
    paper('Sổ hộ tịch'),
  ]);
  expect(Object.keys(host.assessment.unconfirmed)).toEqual(['cases']);
  mine.undo();
  expect(copy().answers).toMatchObject({ children_registered: 1210, children_abused: null, '1.1': null });
});

test('a figure that contradicts the saved version stays in its field, refused', async () => {
  mine.typeFigure('children_registered', '1250');
  mine.leaveFigure('children_registered');
  other.typeFigure('children', '1220');
  await conflict();
  await mine.loadSaved(true);
  expect(copy()).toMatchObject({
    answers: { children: 1220, children_registered: 1204 },
    texts: { children_registered: '1250' },
  });
  expect(Object.keys(copy().refused)).toEqual(['children_registered']);
  expect(mine.holdsUnsaved()).toBe(true);
});

test('what was refused before still stands, over what had been accepted in that field', async () => {
  mine.typeFigure('children_registered', '1210');
  mine.typeFigure('children_registered', '1210x');
  mine.writeNote('2.1', 'a'.repeat(noteLimit + 1));
  mine.typeFigure('children', '');
  other.answerCheck('1.1', true);
  await conflict();
  await mine.loadSaved(true);
  expect(copy().answers).toMatchObject({ children: null, children_registered: 1210, '1.1': true });
  expect(copy().texts).toEqual({ children_registered: '1210x' });
  expect(copy().notes['2.1']).toHaveLength(noteLimit + 1);
});

test('what is the same in both is no step', async () => {
  mine.typeFigure('under1', '70');
  other.typeFigure('under1', '70');
  await conflict();
  await mine.loadSaved(true);
  expect(mine.holdsUnsaved()).toBe(false);
  expect(mine.store.getState().undo).toEqual(host.assessment.undo);
});

test('without being kept, it is given up', async () => {
  mine.typeFigure('under1', '70');
  other.typeFigure('under1', '71');
  await conflict();
  await mine.loadSaved(false);
  expect(copy().answers.under1).toBe(71);
  expect(mine.holdsUnsaved()).toBe(false);
});

test('nothing is given up for a version that was closed meanwhile, as long as it is to be kept', async () => {
  mine.typeFigure('under1', '70');
  host.assessment = { ...host.assessment, status: 'final' };
  const reply = await mine.loadSaved(true);
  expect(reply).toMatchObject({ ok: false, error: { code: 'final' } });
  expect(copy().answers.under1).toBe(70);
  expect(mine.holdsUnsaved()).toBe(true);
});

test('what it replaced of the saved version is told: answers and notes, not what was empty there', async () => {
  mine.typeFigure('children_registered', '1250');
  mine.typeFigure('under1', '70');
  mine.writeNote('2.1', 'của tôi');
  other.typeFigure('children_registered', '1210');
  other.writeNote('2.1', 'của bạn');
  await conflict();
  expect(await mine.loadSaved(true)).toEqual({
    ok: true,
    value: [
      { kind: 'answer', of: 'children_registered', from: 1210, to: 1250 },
      { kind: 'note', of: '2.1', from: 'của bạn', to: 'của tôi' },
    ],
  });
});

test('what two people had not saved is entered again under the name of each', async () => {
  mine.typeFigure('under1', '70');
  host.working = 'Bình';
  mine.writeNote('2.1', 'theo sổ');
  mine.typeFigure('under1', 'x');
  other.answerCheck('1.1', true);
  await conflict();
  host.working = 'Chi';
  await mine.loadSaved(true);
  expect(copy().texts).toEqual({ under1: 'x' });
  await mine.flush();
  const made = host.assessment.history.map(({ by, change }) => [by, change.of, change.to]);
  expect(made).toContainEqual(['Lan', 'under1', 70]);
  expect(made).toContainEqual(['Bình', '2.1', 'theo sổ']);
});
