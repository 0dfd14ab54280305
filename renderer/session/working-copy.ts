/**
 * The assessment as it stands on the screen: accepted answers, texts still in their fields, and the texts that are
 * refused. Pure; every edit gives a new copy and says what it changed.
 */
import type { Above, Answers } from '../../criteria/answers.ts';
import { type Assessment, answersOf, evidenceOf, noteLimit, notesOf } from '../../criteria/assessment.ts';
import type { Brought, Change } from '../../criteria/change.ts';
import {
  type EvidenceItem,
  evidenceItemSchema,
  evidenceKey,
  evidenceListSchema,
} from '../../criteria/evidence.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { type Scorecard, score } from '../../criteria/score.ts';
import { keptText } from '../../criteria/unit.ts';
import { isSame } from './changes.ts';
import type { FigureFault } from './parse-figure.ts';
import { answering, changed, settled } from './settling.ts';

/** Why a field cannot be saved as it is. */
export type Refusal =
  | { readonly kind: 'text'; readonly fault: FigureFault }
  /** The figure and its denominator contradict each other. */
  | { readonly kind: 'pair'; readonly above: Above };

export interface WorkingCopy {
  readonly set: CriteriaSet;
  readonly unitClass: string;
  /** What is saved or on its way to be; free of faults. */
  readonly answers: Answers;
  /** By indicator id, as typed. */
  readonly notes: Readonly<Record<string, string>>;
  /** By indicator id: the notes that are saved or on their way to be, as they are stored. */
  readonly keptNotes: Readonly<Record<string, string>>;
  /** By indicator id. */
  readonly evidence: Readonly<Record<string, readonly EvidenceItem[]>>;
  /** By fact or check id: figures of an earlier year that wait to be confirmed; nothing that is answered. */
  readonly unconfirmed: Readonly<Record<string, Brought>>;
  /** By fact id: what stands in a field that is being typed in, or whose text is refused. */
  readonly texts: Readonly<Record<string, string>>;
  /** By fact id: texts that are neither saved nor scored until they are mended. */
  readonly refused: Readonly<Record<string, Refusal>>;
  /** By fact id: fields to mark, which are the refused ones and the partners that they contradict. */
  readonly marked: Readonly<Record<string, Refusal>>;
  /** Scored without the refused figures. */
  readonly scorecard: Scorecard;
}

/** A field that takes typing: of a figure or of a note. */
export interface Typed {
  readonly kind: 'answer' | 'note';
  readonly of: string;
}

export interface Edit {
  readonly copy: WorkingCopy;
  readonly changes: readonly Change[];
}

export function workingCopy(set: CriteriaSet, assessment: Assessment): WorkingCopy {
  const answers = answersOf(assessment);
  const notes = notesOf(assessment);
  const unitClass = assessment.unit.class;
  return {
    set,
    unitClass,
    answers,
    notes,
    keptNotes: notes,
    evidence: evidenceOf(assessment),
    unconfirmed: Object.fromEntries(
      Object.entries(assessment.unconfirmed).map(([id, { brought }]) => [id, brought]),
    ),
    texts: {},
    refused: {},
    marked: {},
    scorecard: score(set, unitClass, answers),
  };
}

/** A key press in the field of a fact. Mending one figure can make others acceptable that waited for it. */
export function typeFigure(copy: WorkingCopy, fact: string, text: string): Edit {
  return settled(copy, { ...copy.texts, [fact]: text });
}

/** The field of a fact takes the focus: its figure stands without separators, so that digits can be added anywhere. */
export function enterFigure(copy: WorkingCopy, fact: string): WorkingCopy {
  const value = copy.answers[fact];
  if (fact in copy.texts || typeof value !== 'number') return copy;
  return { ...copy, texts: { ...copy.texts, [fact]: String(value) } };
}

/** The field of a fact loses the focus: an accepted text gives way to the figure, a refused one stays. */
export function leaveFigure(copy: WorkingCopy, fact: string): WorkingCopy {
  if (fact in copy.refused || !(fact in copy.texts)) return copy;
  const { [fact]: _accepted, ...texts } = copy.texts;
  return { ...copy, texts };
}

export function answerCheck(copy: WorkingCopy, check: string, value: boolean | null): Edit {
  return changed(copy, answering(copy, check, value));
}

/** A note longer than the limit stays on the screen and is not saved. */
export function writeNote(copy: WorkingCopy, indicator: string, text: string): Edit {
  const next = { ...copy, notes: { ...copy.notes, [indicator]: text } };
  const from = copy.keptNotes[indicator] ?? '';
  const to = keptText(text);
  if (to === from || noteExcess(text) > 0) return { copy: next, changes: [] };
  return {
    copy: { ...next, keptNotes: { ...copy.keptNotes, [indicator]: to } },
    changes: [{ kind: 'note', of: indicator, from, to }],
  };
}

/** All the evidence of an indicator from now on; what is named twice counts once. Throws when there is too much of it. */
export function setEvidence(copy: WorkingCopy, indicator: string, items: readonly EvidenceItem[]): Edit {
  const cleaned = items.map((item) => evidenceItemSchema.parse(item));
  const to = evidenceListSchema.parse([
    ...new Map(cleaned.map((item) => [evidenceKey(item), item] as const)).values(),
  ]);
  const from = [...(copy.evidence[indicator] ?? [])];
  return changed(copy, isSame(from, to) ? [] : [{ kind: 'evidence', of: indicator, from, to }]);
}

/** By how many characters a note is too long, counted as it is stored. */
export function noteExcess(text: string): number {
  return Math.max(0, noteLength(text) - noteLimit);
}

export function noteLength(text: string): number {
  return keptText(text).length;
}

/** Whether something on the screen is refused and would be lost with the window. */
export function holdsRefused(copy: WorkingCopy): boolean {
  return Object.keys(copy.refused).length > 0 || longNotes(copy).length > 0;
}

/** Whether what stands in a field is neither saved nor on its way to be. */
export function isRefused(copy: WorkingCopy, { kind, of }: Typed): boolean {
  return kind === 'answer' ? of in copy.refused : noteExcess(copy.notes[of] ?? '') > 0;
}

// The header asks after each key press, and counting the notes of a whole assessment takes its time.
const knownLong = new WeakMap<WorkingCopy['notes'], readonly string[]>();

/** Ids of the indicators whose notes are too long to be saved. */
export function longNotes({ notes }: WorkingCopy): readonly string[] {
  const known = knownLong.get(notes);
  if (known !== undefined) return known;
  const long = Object.keys(notes).filter((id) => noteExcess(notes[id] ?? '') > 0);
  knownLong.set(notes, long);
  return long;
}

/** What a thing is at present, as changes name it. */
export function presentOf(copy: WorkingCopy, { kind, of }: Pick<Change, 'kind' | 'of'>): Change['from'] {
  switch (kind) {
    case 'answer':
      return copy.answers[of] ?? null;
    case 'note':
      return copy.keptNotes[of] ?? '';
    case 'evidence':
      return [...(copy.evidence[of] ?? [])];
    case 'unconfirmed':
      return copy.unconfirmed[of] ?? null;
  }
}
