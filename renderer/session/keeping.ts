/** Enters what one window had not saved again on top of the version that was saved instead. Pure. */
import { answerKinds } from '../../criteria/answers.ts';
import type { Change } from '../../criteria/change.ts';
import { evidenceKey, evidenceLimit } from '../../criteria/evidence.ts';
import { keptText } from '../../criteria/unit.ts';
import { type Changes, isSame } from './changes.ts';
import { answering, changed, settled } from './settling.ts';
import { joined } from './undo.ts';
import { type Edit, leaveFigure, longNotes, presentOf, type WorkingCopy } from './working-copy.ts';

/**
 * The saved version with the unsaved changes of a window that showed `mine`. Figures that contradict what was saved
 * stand in their fields, refused, and so does what was refused before.
 */
export function withMine(saved: WorkingCopy, mine: WorkingCopy, unsaved: Changes): Edit {
  const { figures, checks } = byKind(saved, unsaved);
  const checked = changed(
    saved,
    checks.flatMap(([id, value]) => answering(saved, id, value)),
  );
  const entered = settled(checked.copy, figures);
  const rest = changed(entered.copy, otherChanges(entered.copy, unsaved));
  const left = Object.keys(figures).reduce(leaveFigure, rest.copy);
  const refused = Object.keys(mine.refused).map((fact) => [fact, mine.texts[fact] ?? '']);
  const again = settled(left, { ...left.texts, ...Object.fromEntries(refused) });
  const notes = longNotes(mine).map((id) => [id, mine.notes[id] ?? '']);
  return {
    copy: { ...again.copy, notes: { ...again.copy.notes, ...Object.fromEntries(notes) } },
    changes: joined(checked.changes, [...entered.changes, ...rest.changes, ...again.changes]),
  };
}

/** Those of the changes that put something else in the place of an answer or a note. */
export function replacing(changes: readonly Change[]): readonly Change[] {
  return joined([], changes).filter(
    ({ kind, from }) => (kind === 'answer' && from !== null) || (kind === 'note' && from !== ''),
  );
}

function byKind({ set }: WorkingCopy, { answers }: Changes) {
  const kinds = answerKinds(set);
  const entries = Object.entries(answers);
  const figures = entries.filter(([id]) => kinds.get(id) === 'fact');
  return {
    figures: Object.fromEntries(figures.map(([id, value]) => [id, String(value ?? '')])),
    checks: entries.filter(([id]) => kinds.get(id) === 'check'),
  };
}

function otherChanges(copy: WorkingCopy, { notes, evidence, unconfirmed }: Changes): Change[] {
  return [
    ...Object.entries(notes).map(([of, text]) => toward(copy, { kind: 'note', of, to: keptText(text) })),
    ...Object.entries(evidence).map(([of, items]) => {
      // NOTE: what both windows attached stays; evidence is taken away by hand, where it can be seen.
      const all = new Map([...(copy.evidence[of] ?? []), ...items].map((item) => [evidenceKey(item), item]));
      return toward(copy, { kind: 'evidence', of, to: [...all.values()].slice(0, evidenceLimit) });
    }),
    ...Object.entries(unconfirmed)
      .filter(([of, brought]) => brought === null || (copy.answers[of] ?? null) === null)
      .map(([of, to]) => toward(copy, { kind: 'unconfirmed', of, to })),
  ].filter(({ from, to }) => !isSame(from, to));
}

/** The change from what is there. */
function toward(copy: WorkingCopy, aim: Pick<Change, 'kind' | 'of' | 'to'>): Change {
  return { ...aim, from: presentOf(copy, aim) } as Change;
}
