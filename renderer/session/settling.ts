/**
 * Decides which figures of the screen can stand beside each other: the ones that are accepted, and the texts that are
 * refused until they are mended. Pure.
 */
import { type Above, type Answer, answerFaults } from '../../criteria/answers.ts';
import type { Change } from '../../criteria/change.ts';
import { score } from '../../criteria/score.ts';
import { parseFigure } from './parse-figure.ts';
import type { Edit, Refusal, Typed, WorkingCopy } from './working-copy.ts';

type Candidates = Readonly<Record<string, Answer | null>>;

/** The copy with these texts in its fields: what can be accepted of them is. */
export function settled(copy: WorkingCopy, texts: WorkingCopy['texts']): Edit {
  const refused: Record<string, Refusal> = {};
  const partners: Record<string, Refusal> = {};
  const candidates: Record<string, Answer | null> = {};
  for (const [fact, text] of Object.entries(texts)) {
    const parsed = parseFigure(text);
    if (parsed.kind === 'refused') refused[fact] = { kind: 'text', fault: parsed.fault };
    else candidates[fact] = parsed.kind === 'figure' ? parsed.value : null;
  }
  const { acceptable, contradictions } = sifted(copy, candidates);
  for (const { pair, changed, above } of contradictions) {
    for (const fact of pair) partners[fact] ??= { kind: 'pair', above };
    refused[changed] ??= { kind: 'pair', above };
  }
  const changes = Object.entries(acceptable).flatMap(([id, value]) => answering(copy, id, value));
  const next = changes.reduce(put, copy);
  return {
    copy: rescored({ ...next, texts, refused, marked: { ...partners, ...refused } }),
    changes,
  };
}

/**
 * The copy after changes, whose fields then show what is accepted, as do those in `cleared`. Texts that waited for this
 * are accepted with it, and their changes come behind the given ones.
 */
export function changed(copy: WorkingCopy, changes: readonly Change[], cleared: readonly Typed[] = []): Edit {
  const next = cleared.reduce(withoutLongNote, changes.reduce(put, copy));
  const facts = new Set([...changes, ...cleared].filter(({ kind }) => kind === 'answer').map(({ of }) => of));
  if (facts.size === 0) return { copy: next, changes };
  const texts = Object.fromEntries(Object.entries(copy.texts).filter(([fact]) => !facts.has(fact)));
  const edit = settled(next, texts);
  return { copy: edit.copy, changes: [...changes, ...edit.changes] };
}

/** What answering is: the answer itself, and nothing left of it to be confirmed. Nothing where it is answered so. */
export function answering(copy: WorkingCopy, id: string, to: Answer | null): readonly Change[] {
  const from = copy.answers[id] ?? null;
  if (from === to) return [];
  const brought = copy.unconfirmed[id];
  const answer: Change = { kind: 'answer', of: id, from, to };
  if (brought === undefined || to === null) return [answer];
  return [answer, { kind: 'unconfirmed', of: id, from: brought, to: null }];
}

/** The candidates that contradict neither each other nor what is accepted, and what the others contradict. */
export function sifted(
  copy: WorkingCopy,
  candidates: Candidates,
): { readonly acceptable: Candidates; readonly contradictions: readonly Contradiction[] } {
  const acceptable = { ...candidates };
  const contradictions: Contradiction[] = [];
  // NOTE: refusing a figure brings its saved value back into the comparison, which can refuse another; so until quiet.
  for (;;) {
    const found = contradictionsIn(copy, acceptable);
    if (found.length === 0) return { acceptable, contradictions };
    contradictions.push(...found);
    for (const { changed } of found) delete acceptable[changed];
  }
}

interface Contradiction {
  readonly pair: readonly string[];
  /** The changed figure to refuse: the part before the whole, on which other figures may rest. */
  readonly changed: string;
  readonly above: Above;
}

function contradictionsIn(copy: WorkingCopy, candidates: Candidates): readonly Contradiction[] {
  return answerFaults(copy.set, { ...copy.answers, ...candidates }).flatMap(({ above }) => {
    // NOTE: a candidate is a figure of its own right, so that nothing else can be wrong with it.
    if (above === undefined) return [];
    const pair = [above.numerator.id, above.denominator.id];
    const changed = pair.find(
      (fact) => fact in candidates && candidates[fact] !== (copy.answers[fact] ?? null),
    );
    return changed === undefined ? [] : [{ pair, changed, above }];
  });
}

function put(copy: WorkingCopy, change: Change): WorkingCopy {
  const { of } = change;
  switch (change.kind) {
    case 'answer':
      return { ...copy, answers: { ...copy.answers, [of]: change.to } };
    case 'note':
      return {
        ...copy,
        notes: { ...copy.notes, [of]: change.to },
        keptNotes: { ...copy.keptNotes, [of]: change.to },
      };
    case 'evidence': {
      const { [of]: _before, ...evidence } = copy.evidence;
      return { ...copy, evidence: change.to.length === 0 ? evidence : { ...evidence, [of]: change.to } };
    }
    case 'unconfirmed': {
      const { [of]: _before, ...unconfirmed } = copy.unconfirmed;
      return {
        ...copy,
        unconfirmed: change.to === null ? unconfirmed : { ...unconfirmed, [of]: change.to },
      };
    }
  }
}

function withoutLongNote(copy: WorkingCopy, { kind, of }: Typed): WorkingCopy {
  if (kind === 'answer') return copy;
  return { ...copy, notes: { ...copy.notes, [of]: copy.keptNotes[of] ?? '' } };
}

function rescored(copy: WorkingCopy): WorkingCopy {
  const scored = { ...copy.answers };
  for (const fact of Object.keys(copy.refused)) scored[fact] = null;
  return { ...copy, scorecard: score(copy.set, copy.unitClass, scored) };
}
