import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { noteLimit } from '../../criteria/assessment.ts';
import { type Change, type Step, stepLimit, undoSchema } from '../../criteria/change.ts';
import { draftAssessment } from '../../tests/example-assessment.ts';
import { type ExampleHost, exampleHost } from '../../tests/example-session.ts';
import type { AssessmentSession } from './assessment-session.ts';
import { kept } from './kept-undo.ts';

const paper = (text: string) => ({ kind: 'paper', text }) as const;
const figure = (of: string, from: number | null, to: number | null): Change => ({
  kind: 'answer',
  of,
  from,
  to,
});

let host: ExampleHost;
let session: AssessmentSession;
const copy = () => session.store.getState().copy;
const stack = () => session.store.getState().undo;

/** Types as a person does: into the field, a key at a time, and out of it. */
function type(fact: string, text: string): void {
  session.enterFigure(fact);
  for (let length = 1; length <= text.length; length += 1) session.typeFigure(fact, text.slice(0, length));
  session.leaveFigure(fact);
}

beforeEach(() => {
  host = exampleHost(draftAssessment({ children: 1300, children_registered: 1204 }), {
    year: 2025,
    status: 'final',
    answers: { children: 1290, under1: 70, under1_immunised: 69, '1.1': true },
  });
  session = host.open();
});

describe('a step is what is done in one go', () => {
  test('typing in the field of a figure, from taking the focus to leaving it', () => {
    type('children_registered', '1240');
    type('children_registered', '1241');
    expect(stack().done).toEqual([
      [figure('children_registered', 1204, 1240)],
      [figure('children_registered', 1240, 1241)],
    ]);
    expect(session.undo()).toEqual([figure('children_registered', 1241, 1240)]);
    expect(copy().answers.children_registered).toBe(1240);
    expect(session.redo()).toEqual([figure('children_registered', 1240, 1241)]);
    expect(session.redo()).toBeNull();
  });

  test('typing that ends where it began is none, and what was undone can still be redone', () => {
    type('under1', '70');
    session.undo();
    type('children', '1300');
    expect(stack().done).toEqual([]);
    expect(session.redo()).toEqual([figure('under1', null, 70)]);
  });

  test('typing in a note until a pause of more than 2 s', () => {
    for (const text of ['t', 'th', 'the']) {
      session.writeNote('2.1', text);
      host.now += 2_000;
    }
    host.now += 1;
    session.writeNote('2.1', 'theo');
    session.writeNote('3.1', 'đã rà');
    session.writeNote('2.1', 'theo sổ');
    const texts = stack().done.map((step) => step.map(({ of, to }) => [of, to]));
    expect(texts).toEqual([[['2.1', 'the']], [['2.1', 'theo']], [['3.1', 'đã rà']], [['2.1', 'theo sổ']]]);
  });

  test('a check, a list of evidence, and each thing done with figures of an earlier year', () => {
    session.answerCheck('1.2', true);
    session.setEvidence('2.1', [paper('Sổ hộ tịch')]);
    expect(session.bringOver(null)).toBe(3);
    session.confirm(['under1', 'under1_immunised']);
    session.dismiss(['1.1']);
    expect(stack().done.map((step) => step.length)).toEqual([1, 1, 3, 4, 1]);
    for (let undone = 0; undone < 5; undone += 1) expect(session.undo()).not.toBeNull();
    expect(session.undo()).toBeNull();
    expect(copy()).toMatchObject({ evidence: {}, unconfirmed: {}, answers: { under1: null, '1.2': null } });
  });

  test('another step makes what was undone impossible to redo', () => {
    type('under1', '70');
    session.undo();
    session.answerCheck('1.2', true);
    expect(session.redo()).toBeNull();
  });
});

describe('in a field that is being typed in', () => {
  beforeEach(() => session.enterFigure('children_registered'));

  test('the value takes the place of the text, and typing goes on as another step', () => {
    session.typeFigure('children_registered', '12');
    session.undo();
    expect(copy().texts).toEqual({ children_registered: '1204' });
    session.typeFigure('children_registered', '120');
    expect(stack().done).toEqual([[figure('children_registered', 1204, 120)]]);
  });

  test('a text that was refused in the end goes together with all that was typed before it', () => {
    for (const text of ['1', '15', '150', '1500']) session.typeFigure('children_registered', text);
    expect(Object.keys(copy().refused)).toEqual(['children_registered']);
    expect(session.undo()).toEqual([figure('children_registered', 150, 1204)]);
    expect(copy()).toMatchObject({ refused: {}, texts: { children_registered: '1204' } });
  });

  test('a text of which nothing was accepted goes alone, and the figure stays', () => {
    session.typeFigure('children_registered', '12x');
    session.leaveFigure('children_registered');
    expect(session.undo()).toEqual([figure('children_registered', 1204, 1204)]);
    expect(copy()).toMatchObject({ refused: {}, texts: {}, answers: { children_registered: 1204 } });
    expect(session.undo()).toBeNull();
  });
});

test('a refused text that came after a step goes before that step is taken back', () => {
  type('under1', '70');
  type('under1', 'x');
  session.answerCheck('1.2', true);
  expect(session.undo()).toHaveLength(1);
  expect(session.undo()).toEqual([figure('under1', 70, 70)]);
  expect(session.undo()).toEqual([figure('under1', 70, null)]);
});

test('a note that has become too long goes back to what it was', () => {
  session.writeNote('2.1', 'theo sổ');
  host.now += 60_000;
  session.writeNote('2.1', 'a'.repeat(noteLimit + 1));
  expect(session.undo()).toEqual([{ kind: 'note', of: '2.1', from: 'theo sổ', to: 'theo sổ' }]);
  expect(copy().notes['2.1']).toBe('theo sổ');
  session.undo();
  expect(copy().notes['2.1']).toBe('');
});

test('a figure that waited for another is accepted when that comes back, as a step of its own', () => {
  type('children', '1250');
  session.enterFigure('children_registered');
  session.typeFigure('children_registered', '1280');
  session.leaveFigure('children_registered');
  session.enterFigure('cases');
  session.typeFigure('cases', '5');
  expect(copy().answers).toMatchObject({ children: 1250, children_registered: 1204 });
  session.undo();
  expect(session.undo()).toEqual([figure('children', 1250, 1300), figure('children_registered', 1204, 1280)]);
  expect(session.undo()).toEqual([figure('children_registered', 1280, 1204)]);
  expect(session.undo()).toBeNull();
  session.redo();
  session.redo();
  session.redo();
  expect(copy().answers).toMatchObject({ children: 1250, children_registered: 1204, cases: 5 });
});

test('only so many steps are remembered, and only so much of them, the oldest are forgotten', () => {
  for (let n = 0; n <= stepLimit; n += 1) type('under1', String(n + 1));
  expect(stack().done).toHaveLength(stepLimit);
  expect(stack().done[0]).toEqual([figure('under1', 1, 2)]);
  for (let n = 0; n < 20; n += 1) {
    host.now += 60_000;
    session.writeNote('2.1', `${n}${(n % 2 === 0 ? 'ệ' : 'ề').repeat(noteLimit - 2)}`);
  }
  const sent = kept(stack());
  expect(new TextEncoder().encode(JSON.stringify(sent)).length).toBeLessThan(44_100);
  expect(undoSchema.safeParse(sent).success).toBe(true);
  expect(session.undo()?.[0]).toMatchObject({ kind: 'note', to: expect.stringMatching(/^18ệ/) });
});

describe('a day of work', () => {
  const sentence = 'Đoàn đã đối chiếu sổ khám của trạm y tế với danh sách trẻ em. ';
  const photo = (n: number) =>
    ({
      kind: 'file',
      sha256: String(n).padStart(64, '0'),
      name: `Ảnh chụp biên bản họp thôn ${n}.jpg`,
      size: 3_000_000 + n,
      type: 'image/jpeg',
    }) as const;

  test('a hundred figures, long notes and fifty photos can all be undone, even after a new start', async () => {
    for (let n = 0; n < 100; n += 1) type(n % 2 === 0 ? 'under1' : 'cases', String(n + 1));
    const notes = ['2.1', '3.1', '4.1', '5.1'];
    for (const of of notes) {
      session.writeNote(of, sentence.repeat(31));
      for (const word of [' thêm', ' thêm nữa', ' đã xong']) {
        host.now += 60_000;
        session.writeNote(of, `${copy().keptNotes[of]}${word}`);
      }
    }
    for (let n = 1; n <= 50; n += 1)
      session.setEvidence('2.1', [...(copy().evidence['2.1'] ?? []), photo(n)]);
    const end = copy();
    expect(stack().done).toHaveLength(100 + 4 * notes.length + 50);
    await session.flush();
    session = host.open();
    while (session.undo() !== null);
    expect(copy()).toMatchObject({ evidence: {}, answers: { under1: null, cases: null } });
    expect(notes.map((of) => copy().keptNotes[of])).toEqual(notes.map(() => ''));
    await session.flush();
    session = host.open();
    while (session.redo() !== null);
    expect(copy().keptNotes).toEqual(end.keptNotes);
    expect(copy().evidence).toEqual(end.evidence);
  });

  test('where a note was gone on with for too long, its pauses are forgotten before anything else is', () => {
    type('under1', '70');
    for (let n = 0; n < 2 * stepLimit; n += 1) {
      host.now += 60_000;
      session.writeNote('2.1', 'a'.repeat(n + 1));
    }
    expect(session.undo()).toMatchObject([{ kind: 'note', to: 'a'.repeat(2 * stepLimit - 1) }]);
    let latest: Step | null = null;
    for (let step = session.undo(); step !== null; step = session.undo()) latest = step;
    expect(latest).toEqual([figure('under1', 70, null)]);
    expect(copy().keptNotes['2.1']).toBe('');
  });

  test('photos taken from the middle of a list come back to where they were', async () => {
    const all = [1, 2, 3, 4, 5].map(photo);
    session.setEvidence('2.1', all);
    session.setEvidence(
      '2.1',
      [all[0], all[3]].flatMap((item) => item ?? []),
    );
    session.setEvidence(
      '2.1',
      [all[3], all[1], all[0]].flatMap((item) => item ?? []),
    );
    await session.flush();
    session = host.open();
    session.undo();
    session.undo();
    expect(copy().evidence['2.1']).toEqual(all);
    session.redo();
    session.redo();
    expect(copy().evidence['2.1']).toEqual([all[3], all[1], all[0]]);
  });
});

describe('after a new start of the page', () => {
  test('it goes on, and the history says so too', async () => {
    type('children_registered', '1240');
    type('under1', '70');
    session.undo();
    await session.flush();
    session = host.open();
    expect(session.undo()).toEqual([figure('children_registered', 1240, 1204)]);
    await session.flush();
    expect(session.redo()).not.toBeNull();
    expect(session.redo()).toEqual([figure('under1', null, 70)]);
    await session.flush();
    expect(host.assessment.answers).toMatchObject({
      children_registered: { value: 1240 },
      under1: { value: 70 },
    });
    expect(session.store.getState().history).toEqual(host.assessment.history);
  });

  test.each<[string, Step[], number]>([
    ['the latest step', [[figure('under1', null, 70)], [figure('children', 1290, 1301)]], 0],
    ['an earlier step', [[figure('under1', null, 70)], [figure('children', 1290, 1300)]], 1],
    ['a step that the later one does not follow', [[figure('cases', 1, 2)], [figure('cases', 3, null)]], 1],
  ])('where %s does not fit what is there, it and those before are forgotten', (_, done, left) => {
    host = exampleHost(draftAssessment({ children: 1300 }, { undo: { done, undone: [] } }));
    expect(host.open().store.getState().undo.done).toEqual(left === 0 ? [] : done.slice(-left));
  });

  test('a step back that would contradict another figure is not made', () => {
    const undo = { done: [[figure('children_registered', 1301, 1204)]], undone: [] };
    host = exampleHost(draftAssessment({ children: 1300, children_registered: 1204 }, { undo }));
    session = host.open();
    const before = session.store.getState();
    expect(session.undo()).toBeNull();
    expect(session.store.getState()).toBe(before);
  });
});

test('a final assessment has nothing to undo', () => {
  const undo = { done: [[figure('children', 1200, 1300)]], undone: [] };
  host = exampleHost(draftAssessment({ children: 1300 }, { undo, status: 'final' }));
  session = host.open();
  expect(session.undo()).toBeNull();
  expect(session.redo()).toBeNull();
});

describe('whatever was done', () => {
  const facts = ['children', 'children_registered', 'under1', 'under1_immunised'];
  const doing = fc.oneof(
    fc
      .record({
        fact: fc.constantFrom(...facts),
        text: fc.constantFrom('1', '12', '120', '1300', '1400', '', '1x'),
        leave: fc.boolean(),
      })
      .map(({ fact, text, leave }) => () => {
        session.enterFigure(fact);
        session.typeFigure(fact, text);
        if (leave) session.leaveFigure(fact);
      }),
    fc.constantFrom(true, false, null).map((value) => () => session.answerCheck('1.1', value)),
    fc
      .record({ text: fc.constantFrom('', 'a', 'ab ', 'a'.repeat(noteLimit + 1)), pause: fc.nat(4_000) })
      .map(({ text, pause }) => () => {
        host.now += pause;
        session.writeNote('2.1', text);
      }),
    fc.subarray(['Sổ', 'Công văn', 'Ảnh']).map((texts) => () => session.setEvidence('2.1', texts.map(paper))),
    fc.constantFrom('1', '7', null).map((criterion) => () => session.bringOver(criterion)),
    fc.subarray([...facts, '1.1']).map((ids) => () => session.confirm(ids)),
    fc.subarray([...facts, '1.1']).map((ids) => () => session.dismiss(ids)),
    fc.constant(() => session.undo()),
    fc.constant(() => session.redo()),
  );

  /** What is saved, without what is nothing. */
  function content(): unknown {
    const { answers, keptNotes, evidence, unconfirmed } = copy();
    const some = (all: object) =>
      Object.entries(all)
        .filter(([, value]) => value !== null && value !== '')
        .sort();
    return [answers, keptNotes, evidence, unconfirmed].map(some);
  }

  test('undoing all of it gives back what was there, and redoing all of it what came of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { maxLength: 30 }), async (deeds) => {
        host.assessment = draftAssessment({ children: 1300, children_registered: 1204 });
        session = host.open();
        const start = content();
        for (const deed of deeds) deed();
        while (session.redo() !== null);
        const end = content();
        while (session.undo() !== null);
        expect(content()).toEqual(start);
        expect(stack().done).toEqual([]);
        while (session.redo() !== null);
        expect(content()).toEqual(end);
        await session.flush();
        session = host.open();
        expect(content()).toEqual(end);
        while (session.undo() !== null);
        expect(content()).toEqual(start);
      }),
    );
  });
});
