/** What a draft becomes when it is moved to another version of the rules, or to other rules. Pure. */
import { answerFaults, answerKinds } from '../answers.ts';
import { type Assessment, answersOf, type Made } from '../assessment.ts';
import { nothingToUndo } from '../change.ts';
import { withHistory } from '../history.ts';
import { hasIndicator } from '../lookup.ts';
import type { CriteriaSet } from '../schema.ts';
import type { Unit } from '../unit.ts';

/** What keeps a unit from being scored by a set: its class or its type is none of it. */
export function unknownToSet(set: CriteriaSet, unit: Pick<Unit, 'class' | 'type'>): 'class' | 'type' | null {
  if (!set.unitClasses.some(({ id }) => id === unit.class)) return 'class';
  return set.unitTypes.some(({ id }) => id === unit.type) ? null : 'type';
}

/**
 * The draft pinned to `to`, whose unit that set knows. What it does not ask for, or asks in another kind, and figures that do
 * not go together by it, leave the draft and stay in its history.
 */
export function moved(from: CriteriaSet, to: CriteriaSet, draft: Assessment, made: Made): Assessment {
  const [asked, toAsk] = [answerKinds(from), answerKinds(to)];
  const stays = (id: string) => toAsk.has(id) && toAsk.get(id) === (asked.get(id) ?? toAsk.get(id));
  const after: Assessment = {
    ...draft,
    criteriaSet: { id: to.id, version: to.version },
    answers: withoutClashes(to, kept(draft.answers, stays)),
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

function kept<T>(items: Readonly<Record<string, T>>, stays: (id: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(items).filter(([id]) => stays(id)));
}

/** NOTE: a part greater than its whole could not be saved again, so that the draft could not be changed at all. */
function withoutClashes(set: CriteriaSet, answers: Assessment['answers']): Assessment['answers'] {
  let left = answers;
  for (;;) {
    const clash = answerFaults(set, answersOf({ answers: left }))[0];
    if (clash === undefined) return left;
    left = kept(left, (id) => id !== clash.answer);
  }
}
