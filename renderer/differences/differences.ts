/** What differs between two states of one assessment. Pure. */
import type { Answer } from '../../criteria/answers.ts';
import { type Assessment, answersOf, notesOf } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';

export type Subject =
  /** A raw figure of the criteria set. */
  | { readonly kind: 'fact'; readonly id: string }
  | { readonly kind: 'check'; readonly id: string }
  /** The note of an indicator. */
  | { readonly kind: 'note'; readonly id: string }
  /** An answer that the criteria set does not ask for. */
  | { readonly kind: 'unknown'; readonly id: string };

export interface Difference {
  readonly subject: Subject;
  /** Null: not answered, or no note. */
  readonly now: Answer | string | null;
  readonly offered: Answer | string | null;
}

/** Every answer and note that differs, in the order in which the criteria set asks for them. */
export function differences(set: CriteriaSet, now: Assessment, offered: Assessment): readonly Difference[] {
  const subjects = subjectsOf(set);
  const known = new Set(subjects.filter(({ kind }) => kind !== 'note').map(({ id }) => id));
  const unknown = Object.keys({ ...now.answers, ...offered.answers })
    .filter((id) => !known.has(id))
    .map((id): Subject => ({ kind: 'unknown', id }));
  const valuesNow = valuesOf(now);
  const valuesOffered = valuesOf(offered);
  return [...subjects, ...unknown]
    .map((subject) => ({ subject, now: valuesNow(subject), offered: valuesOffered(subject) }))
    .filter((difference) => difference.now !== difference.offered);
}

function subjectsOf(set: CriteriaSet): readonly Subject[] {
  const facts = new Set<string>();
  return set.criteria.flatMap(({ indicators }) =>
    indicators.flatMap((indicator): Subject[] => {
      const note: Subject = { kind: 'note', id: indicator.id };
      if (indicator.kind === 'check') return [{ kind: 'check', id: indicator.id }, note];
      // A figure that several indicators need is compared once, where it is needed first.
      const asked = [indicator.denominator, indicator.numerator].filter((id) => !facts.has(id));
      for (const id of asked) facts.add(id);
      return [...asked.map((id): Subject => ({ kind: 'fact', id })), note];
    }),
  );
}

function valuesOf(assessment: Assessment): (subject: Subject) => Answer | string | null {
  const answers = answersOf(assessment);
  const notes = notesOf(assessment);
  return ({ kind, id }) => (kind === 'note' ? notes[id] : answers[id]) ?? null;
}
