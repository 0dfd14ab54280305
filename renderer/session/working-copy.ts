/**
 * The assessment as it stands on the screen: accepted answers, texts still in their fields, and the texts that are
 * refused. Pure; every edit gives a new copy and says what there is to save.
 */
import { type Answer, type Answers, answerFaults } from '../../criteria/answers.ts';
import { type Assessment, answersOf, noteLimit, notesOf } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { type Scorecard, score } from '../../criteria/score.ts';
import { keptText } from '../../criteria/unit.ts';
import type { Changes } from './autosave.ts';
import { type FigureFault, parseFigure } from './parse-figure.ts';

/** Why a field cannot be saved as it is. */
export type Refusal =
  | { readonly kind: 'text'; readonly fault: FigureFault }
  /** The figure and its denominator contradict each other; the message names both. */
  | { readonly kind: 'pair'; readonly message: string };

export interface WorkingCopy {
  readonly set: CriteriaSet;
  readonly unitClass: string;
  /** What is saved or on its way to be; free of faults. */
  readonly answers: Answers;
  /** By indicator id, as typed. */
  readonly notes: Readonly<Record<string, string>>;
  /** By fact id: what stands in a field that is being typed in, or whose text is refused. */
  readonly texts: Readonly<Record<string, string>>;
  /** By fact id: texts that are neither saved nor scored until they are mended. */
  readonly refused: Readonly<Record<string, Refusal>>;
  /** By fact id: fields to mark, which are the refused ones and the partners that they contradict. */
  readonly marked: Readonly<Record<string, Refusal>>;
  /** Scored without the refused figures. */
  readonly scorecard: Scorecard;
}

export interface Edit {
  readonly copy: WorkingCopy;
  readonly changes: Changes;
}

export function workingCopy(set: CriteriaSet, assessment: Assessment): WorkingCopy {
  const answers = answersOf(assessment);
  const unitClass = assessment.unit.class;
  return {
    set,
    unitClass,
    answers,
    notes: notesOf(assessment),
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
  const answers = { ...copy.answers, [check]: value };
  return {
    copy: { ...copy, answers, scorecard: scoredWithout(copy, answers, copy.refused) },
    changes: { answers: { [check]: value }, notes: {} },
  };
}

/** A note longer than the limit stays on the screen and is not saved. */
export function writeNote(copy: WorkingCopy, indicator: string, text: string): Edit {
  const next = { ...copy, notes: { ...copy.notes, [indicator]: text } };
  return {
    copy: next,
    changes: { answers: {}, notes: noteExcess(text) > 0 ? {} : { [indicator]: text } },
  };
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

/** Ids of the indicators whose notes are too long to be saved. */
export function longNotes({ notes }: WorkingCopy): readonly string[] {
  return Object.keys(notes).filter((id) => noteExcess(notes[id] ?? '') > 0);
}

function settled(copy: WorkingCopy, texts: WorkingCopy['texts']): Edit {
  const refused: Record<string, Refusal> = {};
  const partners: Record<string, Refusal> = {};
  const candidates: Record<string, Answer | null> = {};
  for (const [fact, text] of Object.entries(texts)) {
    const parsed = parseFigure(text);
    if (parsed.kind === 'refused') refused[fact] = { kind: 'text', fault: parsed.fault };
    else candidates[fact] = parsed.kind === 'figure' ? parsed.value : null;
  }
  // NOTE: refusing a figure brings its saved value back into the comparison, which can refuse another; so until quiet.
  for (;;) {
    const contradictions = contradictionsIn(copy, candidates);
    if (contradictions.length === 0) break;
    for (const { pair, changed, message } of contradictions) {
      for (const fact of pair) partners[fact] ??= { kind: 'pair', message };
      refused[changed] ??= { kind: 'pair', message };
      delete candidates[changed];
    }
  }
  const accepted = Object.fromEntries(
    Object.entries(candidates).filter(([fact, value]) => value !== (copy.answers[fact] ?? null)),
  );
  const answers = { ...copy.answers, ...accepted };
  return {
    copy: {
      ...copy,
      answers,
      texts,
      refused,
      marked: { ...partners, ...refused },
      scorecard: scoredWithout(copy, answers, refused),
    },
    changes: { answers: accepted, notes: {} },
  };
}

interface Contradiction {
  readonly pair: readonly string[];
  /** The changed figure to refuse: the part before the whole, on which other figures may rest. */
  readonly changed: string;
  readonly message: string;
}

function contradictionsIn(
  copy: WorkingCopy,
  candidates: Readonly<Record<string, Answer | null>>,
): readonly Contradiction[] {
  return answerFaults(copy.set, { ...copy.answers, ...candidates }).flatMap(
    ({ answer, denominator, message }) => {
      const pair = denominator === undefined ? [answer] : [answer, denominator];
      const changed = pair.find(
        (fact) => fact in candidates && candidates[fact] !== (copy.answers[fact] ?? null),
      );
      return changed === undefined ? [] : [{ pair, changed, message }];
    },
  );
}

function scoredWithout(copy: WorkingCopy, answers: Answers, refused: WorkingCopy['refused']): Scorecard {
  const scored = { ...answers };
  for (const fact of Object.keys(refused)) scored[fact] = null;
  return score(copy.set, copy.unitClass, scored);
}
