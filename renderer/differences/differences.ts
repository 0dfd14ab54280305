/** What differs between two states of one assessment. Pure. */
import type { Answer, Answers } from '../../criteria/answers.ts';
import { type Assessment, answersOf, evidenceOf, notesOf } from '../../criteria/assessment.ts';
import type { Brought } from '../../criteria/change.ts';
import { type EvidenceItem, evidenceKey } from '../../criteria/evidence.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';

/** What people entered, as it stood at one time. */
export interface Content {
  readonly answers: Answers;
  /** By indicator id. */
  readonly notes: Readonly<Record<string, string>>;
  /** By indicator id. */
  readonly evidence: Readonly<Record<string, readonly EvidenceItem[]>>;
  /** By fact or check id; absent where a state can have none, as a finalised one. */
  readonly unconfirmed?: Readonly<Record<string, Brought>>;
}

export function contentOf(assessment: Assessment): Content {
  return {
    answers: answersOf(assessment),
    notes: notesOf(assessment),
    evidence: evidenceOf(assessment),
    unconfirmed: Object.fromEntries(
      Object.entries(assessment.unconfirmed).map(([id, { brought }]) => [id, brought]),
    ),
  };
}

export type Subject =
  /** A raw figure of the criteria set. */
  | { readonly kind: 'fact'; readonly id: string }
  | { readonly kind: 'check'; readonly id: string }
  /** The note of an indicator. */
  | { readonly kind: 'note'; readonly id: string }
  /** The evidence of an indicator. */
  | { readonly kind: 'evidence'; readonly id: string }
  /** An answer that the criteria set does not ask for. */
  | { readonly kind: 'unknown'; readonly id: string };

/** An answer, a figure that waits to be confirmed, a note or evidence; null where there is none. */
export type Value = Answer | Brought | string | readonly EvidenceItem[] | null;

export interface Difference {
  readonly subject: Subject;
  readonly now: Value;
  readonly offered: Value;
}

/**
 * Everything entered that differs, in the order in which the criteria set asks for it; then what only `other` asks for, the
 * set that one of the two states is scored by where that is not the same.
 */
export function differences(
  set: CriteriaSet,
  now: Content,
  offered: Content,
  other?: CriteriaSet,
): readonly Difference[] {
  const own = subjectsOf(set);
  const keys = new Set(own.map(keyOf));
  const further = other === undefined ? [] : subjectsOf(other).filter((subject) => !keys.has(keyOf(subject)));
  const subjects = [...own, ...further];
  const known = new Set(
    subjects.filter(({ kind }) => kind === 'fact' || kind === 'check').map(({ id }) => id),
  );
  const unknown = Object.keys({ ...now.answers, ...offered.answers })
    .filter((id) => !known.has(id))
    .map((id): Subject => ({ kind: 'unknown', id }));
  return [...subjects, ...unknown]
    .map((subject) => ({ subject, now: valueIn(now, subject), offered: valueIn(offered, subject) }))
    .filter((difference) => valueKey(difference.now) !== valueKey(difference.offered));
}

/** NOTE: facts and checks share one name space, so that an id means one answer whatever asks for it. */
function keyOf({ kind, id }: Subject): string {
  return kind === 'note' || kind === 'evidence' ? `${kind} ${id}` : id;
}

function subjectsOf(set: CriteriaSet): readonly Subject[] {
  const facts = new Set<string>();
  return set.criteria.flatMap(({ indicators }) =>
    indicators.flatMap((indicator): Subject[] => {
      const { id } = indicator;
      const beside: Subject[] = [
        { kind: 'note', id },
        { kind: 'evidence', id },
      ];
      if (indicator.kind === 'check') return [{ kind: 'check', id }, ...beside];
      // A figure that several indicators need is compared once, where it is needed first.
      const asked = [indicator.denominator, indicator.numerator].filter((fact) => !facts.has(fact));
      for (const fact of asked) facts.add(fact);
      return [...asked.map((fact): Subject => ({ kind: 'fact', id: fact })), ...beside];
    }),
  );
}

function valueIn({ answers, notes, evidence, unconfirmed = {} }: Content, { kind, id }: Subject): Value {
  switch (kind) {
    case 'note':
      return notes[id] || null;
    case 'evidence': {
      const items = evidence[id] ?? [];
      return items.length === 0 ? null : items;
    }
    default:
      return answers[id] ?? unconfirmed[id] ?? null;
  }
}

/** Equal for values that are the same to a reader. */
function valueKey(value: Value): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return JSON.stringify('year' in value ? [value.value, value.year] : value.map(evidenceKey));
}
