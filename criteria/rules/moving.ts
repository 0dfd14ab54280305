/** What a draft becomes when it is moved to another version of the rules, or to other rules. Pure. */
import { type Answers, answerFaults, answerKinds } from '../answers.ts';
import { type Assessment, answersOf, type Made } from '../assessment.ts';
import { nothingToUndo } from '../change.ts';
import { withHistory } from '../history.ts';
import { hasIndicator } from '../lookup.ts';
import type { CriteriaSet } from '../schema.ts';
import type { Unit } from '../unit.ts';

/** What keeps a unit from being scored by a set: its class or its type is none of it, or that class is for other types. */
export function unknownToSet(set: CriteriaSet, unit: Pick<Unit, 'class' | 'type'>): 'class' | 'type' | null {
  const known = set.unitClasses.find(({ id }) => id === unit.class);
  if (known === undefined) return 'class';
  if (!set.unitTypes.some(({ id }) => id === unit.type)) return 'type';
  return known.unitTypes.includes(unit.type) ? null : 'class';
}

/**
 * The answers that a draft keeps when it is moved: not what `to` does not ask for, or asks in another kind, and no figures
 * that do not go together by it.
 */
export function answersKept(from: CriteriaSet, to: CriteriaSet, answers: Answers): Answers {
  let left: Answers = kept(answers, asksAlike(from, to));
  for (;;) {
    // NOTE: a part greater than its whole could not be saved again, so that the draft could not be changed at all.
    const clash = answerFaults(to, left)[0];
    if (clash === undefined) return left;
    left = kept(left, (id) => id !== clash.answer);
  }
}

/**
 * The draft pinned to `to`, whose unit that set knows. What it does not ask for, or asks in another kind, and figures that do
 * not go together by it, leave the draft and stay in its history.
 */
export function moved(from: CriteriaSet, to: CriteriaSet, draft: Assessment, made: Made): Assessment {
  const stays = asksAlike(from, to);
  const left = answersKept(from, to, answersOf(draft));
  const after: Assessment = {
    ...draft,
    criteriaSet: { id: to.id, version: to.version },
    answers: kept(draft.answers, (id) => id in left),
    unconfirmed: kept(draft.unconfirmed, stays),
    notes: kept(draft.notes, (id) => hasIndicator(to, id)),
    evidence: kept(draft.evidence, (id) => hasIndicator(to, id)),
    updatedAt: made.at,
    undo: nothingToUndo,
    log: [
      ...draft.log,
      { ...made, event: 'moved', from: draft.criteriaSet, to: { id: to.id, version: to.version } },
    ],
  };
  return withHistory(draft, after, made);
}

function asksAlike(from: CriteriaSet, to: CriteriaSet): (id: string) => boolean {
  const [asked, toAsk] = [answerKinds(from), answerKinds(to)];
  return (id) => toAsk.has(id) && toAsk.get(id) === (asked.get(id) ?? toAsk.get(id));
}

function kept<T>(items: Readonly<Record<string, T>>, stays: (id: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(items).filter(([id]) => stays(id)));
}
