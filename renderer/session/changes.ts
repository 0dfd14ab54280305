/** What there is to save of one assessment: by kind of thing, what each one is from now on. Pure. */
import type { Answer } from '../../criteria/answers.ts';
import type { Assessment } from '../../criteria/assessment.ts';
import type { Brought, Change, Undo } from '../../criteria/change.ts';
import { type EvidenceItem, evidenceKey } from '../../criteria/evidence.ts';
import { keptText } from '../../criteria/unit.ts';

interface ChangedThings {
  /** By fact or check id. */
  readonly answers: Readonly<Record<string, Answer | null>>;
  /** By indicator id. */
  readonly notes: Readonly<Record<string, string>>;
  /** By indicator id: all that it has. */
  readonly evidence: Readonly<Record<string, EvidenceItem[]>>;
  /** By fact or check id. */
  readonly unconfirmed: Readonly<Record<string, Brought | null>>;
}

export interface Changes extends ChangedThings {
  /** What can be undone after them; absent: as it was. */
  readonly undo?: Undo;
}

type Kind = keyof ChangedThings;
const kinds = ['answers', 'notes', 'evidence', 'unconfirmed'] as const satisfies readonly Kind[];

/** What one person changed. */
export interface Batch {
  readonly by: string | null;
  readonly changes: Changes;
}

export const none: Changes = { answers: {}, notes: {}, evidence: {}, unconfirmed: {} };

/** What to save after changes, and what can be undone then. */
export function changesToSave(changes: readonly Change[], undo: Undo): Changes {
  const toOf = <K extends Change['kind']>(kind: K) =>
    Object.fromEntries(
      changes
        .filter((change): change is Extract<Change, { kind: K }> => change.kind === kind)
        .map(({ of, to }) => [of, to as Extract<Change, { kind: K }>['to']]),
    );
  return {
    answers: toOf('answer'),
    notes: toOf('note'),
    evidence: toOf('evidence'),
    unconfirmed: toOf('unconfirmed'),
    undo,
  };
}

/** Both changes as one; where both say something, the later counts. */
export function merged(earlier: Changes, later: Changes): Changes {
  const undo = later.undo ?? earlier.undo;
  return {
    ...ofEachKind((kind) => ({ ...earlier[kind], ...later[kind] })),
    ...(undo !== undefined && { undo }),
  };
}

/** With one more batch at the end; what different people changed is never put together. */
export function withBatch(batches: readonly Batch[], { by, changes }: Batch): readonly Batch[] {
  const last = batches.at(-1);
  if (last === undefined || last.by !== by) return [...batches, { by, changes }];
  return [...batches.slice(0, -1), { by, changes: merged(last.changes, changes) }];
}

/** The earlier changes that the later ones say nothing about. */
export function without(earlier: Changes, later: Changes): Changes {
  return {
    ...ofEachKind((kind) => omit(earlier[kind], later[kind])),
    ...(later.undo === undefined && earlier.undo !== undefined && { undo: earlier.undo }),
  };
}

export function isEmpty(changes: Changes): boolean {
  return changes.undo === undefined && kinds.every((kind) => isNothing(changes[kind]));
}

/** Whether an assessment is what the changes made of it. */
export function holds(assessment: Assessment, changes: Changes): boolean {
  return kinds.every((kind) =>
    Object.entries(changes[kind]).every(([of, value]) =>
      isSame(kept(storedIn[kind](assessment, of)), kept(value)),
    ),
  );
}

/** The changes as the call takes them, without the kinds of which there is nothing. */
export function argumentsOf({ answers, notes, evidence, unconfirmed, undo }: Changes) {
  return {
    answers: { ...answers },
    notes: { ...notes },
    ...(!isNothing(evidence) && { evidence: { ...evidence } }),
    ...(!isNothing(unconfirmed) && { unconfirmed: { ...unconfirmed } }),
    ...(undo !== undefined && { undo }),
  };
}

type ChangeValue = Change['from'];

/** Whether two values of the same thing are the same: evidence by what it is, not by what it is called. */
export function isSame(a: ChangeValue, b: ChangeValue): boolean {
  return comparable(a) === comparable(b);
}

function comparable(value: ChangeValue): string | number | boolean | null {
  if (typeof value !== 'object' || value === null) return value;
  return 'year' in value ? `${value.value} ${value.year}` : value.map(evidenceKey).join('\n');
}

const storedIn: Readonly<Record<Kind, (assessment: Assessment, of: string) => ChangeValue>> = {
  answers: ({ answers }, of) => answers[of]?.value ?? null,
  notes: ({ notes }, of) => notes[of]?.text ?? '',
  evidence: ({ evidence }, of) => evidence[of]?.map(({ item }) => item) ?? [],
  unconfirmed: ({ unconfirmed }, of) => unconfirmed[of]?.brought ?? null,
};

function kept(value: ChangeValue): ChangeValue {
  return typeof value === 'string' ? keptText(value) : value;
}

function ofEachKind(make: <K extends Kind>(kind: K) => ChangedThings[K]): ChangedThings {
  return {
    answers: make('answers'),
    notes: make('notes'),
    evidence: make('evidence'),
    unconfirmed: make('unconfirmed'),
  };
}

function omit<R extends object>(from: R, keys: object): R {
  return Object.fromEntries(Object.entries(from).filter(([key]) => !(key in keys))) as R;
}

function isNothing(things: object): boolean {
  return Object.keys(things).length === 0;
}
