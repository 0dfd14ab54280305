import { beforeEach, describe, expect, test } from 'vitest';
import { nothingToUndo } from '../../criteria/change.ts';
import { evidenceLimit } from '../../criteria/evidence.ts';
import { currentSet, draftAssessment, savedAt } from '../../tests/example-assessment.ts';
import { changesToSave } from './changes.ts';
import {
  answerCheck,
  type Edit,
  enterFigure,
  holdsRefused,
  leaveFigure,
  noteLength,
  setEvidence,
  typeFigure,
  type WorkingCopy,
  workingCopy,
  writeNote,
} from './working-copy.ts';

const set = currentSet;
const assessment = (answers: Record<string, number | boolean> = {}) => draftAssessment(answers);

const toSave = ({ changes }: Edit) => changesToSave(changes, nothingToUndo);
const pointsOf = (copy: WorkingCopy, criterion: string) =>
  copy.scorecard.criteria.find(({ id }) => id === criterion)?.points;

describe('the working copy', () => {
  let copy: WorkingCopy;
  beforeEach(() => {
    copy = workingCopy(set, assessment({ children: 100, children_registered: 98 }));
  });

  test('scores what is typed and says what to save', () => {
    const edit = typeFigure(copy, 'children_registered', '90');
    expect(edit.changes).toEqual([{ kind: 'answer', of: 'children_registered', from: 98, to: 90 }]);
    expect(pointsOf(edit.copy, '2')).toBe(25);
  });

  test('a figure can be added to at its end: separators are gone while the field has the focus', () => {
    const large = workingCopy(set, assessment({ children: 1234 }));
    const entered = enterFigure(large, 'children');
    expect(entered.texts.children).toBe('1234');
    expect(toSave(typeFigure(entered, 'children', '12345')).answers).toEqual({ children: 12345 });
    expect(leaveFigure(entered, 'children').texts).toEqual({});
  });

  test('entering a field that is empty or refused changes nothing', () => {
    expect(enterFigure(copy, 'children_checked')).toBe(copy);
    const refused = typeFigure(copy, 'children', '1,2').copy;
    expect(enterFigure(refused, 'children')).toBe(refused);
  });

  test('an empty field is unanswered, not zero', () => {
    const edit = typeFigure(copy, 'children_registered', '');
    expect(toSave(edit).answers).toEqual({ children_registered: null });
    expect(pointsOf(edit.copy, '2')).toBeNull();
  });

  test('typing the same figure again saves nothing', () => {
    expect(toSave(typeFigure(copy, 'children', '1 00')).answers).toEqual({});
    expect(toSave(typeFigure(copy, 'children', '100')).answers).toEqual({});
  });

  test('a text that is no figure stays, is not saved and not scored', () => {
    const edit = typeFigure(copy, 'children_registered', '98x');
    expect(toSave(edit).answers).toEqual({});
    expect(edit.copy.texts).toEqual({ children_registered: '98x' });
    expect(edit.copy.refused.children_registered).toEqual({ kind: 'text', fault: 'not_a_number' });
    expect(edit.copy.answers.children_registered).toBe(98);
    expect(pointsOf(edit.copy, '2')).toBeNull();
    expect(holdsRefused(edit.copy)).toBe(true);
  });

  test('a figure above its denominator is refused and marks both fields', () => {
    const edit = typeFigure(copy, 'children_registered', '101');
    expect(toSave(edit).answers).toEqual({});
    expect(Object.keys(edit.copy.refused)).toEqual(['children_registered']);
    expect(Object.keys(edit.copy.marked).sort()).toEqual(['children', 'children_registered']);
  });

  test('a denominator below its numerator is refused where it was typed', () => {
    const edit = typeFigure(copy, 'children', '97');
    expect(toSave(edit).answers).toEqual({});
    expect(Object.keys(edit.copy.refused)).toEqual(['children']);
  });

  test('mending one figure accepts the other that waited for it', () => {
    const waiting = typeFigure(copy, 'children', '50').copy;
    const mended = typeFigure(waiting, 'children_registered', '49');
    expect(toSave(mended).answers).toEqual({ children: 50, children_registered: 49 });
    expect(mended.copy.refused).toEqual({});
    expect(pointsOf(mended.copy, '2')).toBe(50);
  });

  test('a whole that fits what is saved is taken although the part typed with it is refused', () => {
    const waiting = typeFigure(copy, 'children_registered', '150').copy;
    const edit = typeFigure(waiting, 'children', '120');
    expect(toSave(edit).answers).toEqual({ children: 120 });
    expect(Object.keys(edit.copy.refused)).toEqual(['children_registered']);
    const both = typeFigure(waiting, 'children', '50');
    expect(toSave(both).answers).toEqual({});
    expect(Object.keys(both.copy.refused).sort()).toEqual(['children', 'children_registered']);
  });

  test('while one figure is refused, everything else is saved and scored', () => {
    const waiting = typeFigure(copy, 'children_registered', '101').copy;
    const other = typeFigure(waiting, 'children_abused', '0');
    expect(toSave(other).answers).toEqual({ children_abused: 0 });
    expect(pointsOf(other.copy, '3')).toBe(100);
    const check = set.criteria[0]?.indicators[0]?.id ?? '';
    const checked = answerCheck(other.copy, check, true);
    expect(toSave(checked).answers).toEqual({ [check]: true });
    expect(Object.keys(checked.copy.refused)).toEqual(['children_registered']);
  });

  test('leaving a field drops an accepted text and keeps a refused one', () => {
    const accepted = typeFigure(copy, 'children', '1.000').copy;
    expect(leaveFigure(accepted, 'children').texts).toEqual({});
    const refused = typeFigure(accepted, 'children', '1,000').copy;
    expect(leaveFigure(refused, 'children').texts).toEqual({ children: '1,000' });
  });

  test('a check goes back to unanswered', () => {
    const check = set.criteria[0]?.indicators[0]?.id ?? '';
    const no = answerCheck(copy, check, false).copy;
    expect(pointsOf(no, '1')).toBe(0);
    const cleared = answerCheck(no, check, null);
    expect(toSave(cleared).answers).toEqual({ [check]: null });
    expect(pointsOf(cleared.copy, '1')).toBeNull();
  });

  test('answering a check as it is answered already changes nothing', () => {
    const check = set.criteria[0]?.indicators[0]?.id ?? '';
    const yes = answerCheck(copy, check, true);
    expect(yes.changes).toHaveLength(1);
    expect(answerCheck(yes.copy, check, true).changes).toEqual([]);
  });

  test('a note is saved as it is stored, and not again for what is left out then', () => {
    const typed = writeNote(copy, '2.1', ' theo sổ ');
    expect(typed.copy.notes['2.1']).toBe(' theo sổ ');
    expect(typed.changes).toEqual([{ kind: 'note', of: '2.1', from: '', to: 'theo sổ' }]);
    expect(writeNote(typed.copy, '2.1', 'theo sổ\n').changes).toEqual([]);
  });

  test('evidence is kept in its order, cleaned, and what is named twice once', () => {
    const paper = (text: string) => ({ kind: 'paper', text }) as const;
    const edit = setEvidence(copy, '2.1', [paper(' Sổ  hộ tịch '), paper('Công văn 3'), paper('Sổ hộ tịch')]);
    const kept = [paper('Sổ hộ tịch'), paper('Công văn 3')];
    expect(edit.copy.evidence['2.1']).toEqual(kept);
    expect(edit.changes).toEqual([{ kind: 'evidence', of: '2.1', from: [], to: kept }]);
    expect(setEvidence(edit.copy, '2.1', kept).changes).toEqual([]);
    expect(setEvidence(edit.copy, '2.1', []).copy.evidence).toEqual({});
    const many = Array.from({ length: evidenceLimit + 1 }, (_, n) => paper(`Công văn ${n}`));
    expect(() => setEvidence(copy, '2.1', many)).toThrow();
  });

  test('what is answered or typed takes the place of what was to be confirmed', () => {
    const check = set.criteria[0]?.indicators[0]?.id ?? '';
    const made = { at: savedAt, by: null };
    const unconfirmed = {
      children_checked: { brought: { value: 40, year: 2025 }, ...made },
      [check]: { brought: { value: true, year: 2025 }, ...made },
    };
    const brought = workingCopy(set, draftAssessment({ children: 100 }, { unconfirmed }));
    expect(brought.scorecard).toEqual(workingCopy(set, assessment({ children: 100 })).scorecard);
    const typed = typeFigure(brought, 'children_checked', '4');
    expect(toSave(typed)).toMatchObject({
      answers: { children_checked: 4 },
      unconfirmed: { children_checked: null },
    });
    const answered = answerCheck(typed.copy, check, false);
    expect(answered.copy.unconfirmed).toEqual({});
    expect(typeFigure(brought, 'children_checked', '4x').copy.unconfirmed).toEqual(brought.unconfirmed);
  });

  test('a note that is too long stays on the screen and is not saved', () => {
    const fits = writeNote(copy, '2.1', 'a'.repeat(2000));
    expect(toSave(fits).notes['2.1']).toHaveLength(2000);
    const long = writeNote(copy, '2.1', 'a'.repeat(2001));
    expect(toSave(long).notes).toEqual({});
    expect(long.copy.notes['2.1']).toHaveLength(2001);
    expect(holdsRefused(long.copy)).toBe(true);
  });
});

test('a note is measured as it is stored, without what cannot be seen', () => {
  expect(noteLength(`  ${'ệ'.normalize('NFD')}\u202e\u0007\r\nb `)).toBe(3);
});
