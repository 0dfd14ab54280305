/** The steps to undo as they are kept with the draft, and as the page goes through them. Pure. */
import {
  type Change,
  type KeptChange,
  type KeptStep,
  reversed,
  type Step,
  type Undo,
} from '../../criteria/change.ts';
import { type EvidenceItem, evidenceKey } from '../../criteria/evidence.ts';
import { isSame } from './changes.ts';
import { presentOf, type WorkingCopy } from './working-copy.ts';

/** What can be undone and redone, the latest last, each change from all that was to all that is. */
export interface UndoStack {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

type NoteChange = Extract<Change, { kind: 'note' }>;
type EvidenceChange = Extract<Change, { kind: 'evidence' }>;
type Places = NonNullable<Extract<KeptChange, { kind: 'evidence' }>['places']>;

export function kept({ done, undone }: UndoStack): Undo {
  return { done: done.map(keptStep), undone: undone.map(keptStep) };
}

const keptSteps = new WeakMap<Step, KeptStep>();

export function keptStep(step: Step): KeptStep {
  let short = keptSteps.get(step);
  if (short === undefined) {
    short = step.map(keptChange);
    keptSteps.set(step, short);
  }
  return short;
}

/** Without the steps that cannot be taken from the present state, and all that lie behind those. */
export function unkept(copy: WorkingCopy, { done, undone }: Undo): UndoStack {
  return {
    done: reachable(
      copy,
      done.map((step) => step.map(keptReversed)),
    ).map((step) => step.map(reversed)),
    undone: reachable(copy, undone),
  };
}

/** The steps, the last first, that can be made one after the other. */
function reachable(copy: WorkingCopy, steps: readonly KeptStep[]): Step[] {
  const values = new Map<string, Change['from']>();
  const whole: Step[] = [];
  for (const step of steps.toReversed()) {
    const made = step.map((change) => {
      const name = `${change.kind} ${change.of}`;
      const from = values.has(name) ? (values.get(name) ?? null) : presentOf(copy, change);
      return { name, change: wholeChange(change, from) };
    });
    const fitting = made.flatMap(({ change }) => change ?? []);
    if (fitting.length < step.length) break;
    for (const { name, change } of made) values.set(name, change?.to ?? null);
    whole.unshift(fitting);
  }
  return whole;
}

function keptChange(change: Change): KeptChange {
  if (change.kind === 'note') return notePiece(change);
  return change.kind === 'evidence' ? evidencePieces(change) : change;
}

function keptReversed(change: KeptChange): KeptChange {
  const back = reversed(change as Change) as KeptChange;
  if (back.kind !== 'evidence' || back.places === undefined) return back;
  return { ...back, places: { from: back.places.to, to: back.places.from } };
}

/** The change that it is of what is there; null when it is none of that. */
function wholeChange(change: KeptChange, present: Change['from']): Change | null {
  const { kind, of } = change;
  if (kind === 'note') {
    const to = typeof present === 'string' ? spliced(present, change) : null;
    return to === null ? null : { kind, of, from: present as string, to };
  }
  if (kind === 'evidence') {
    const from = present as EvidenceItem[];
    const to = rearranged(from, change);
    return to === null ? null : { kind, of, from, to };
  }
  return isSame(present, change.from) ? change : null;
}

function notePiece({ of, from, to }: NoteChange): KeptChange {
  const shorter = Math.min(from.length, to.length);
  let before = 0;
  while (before < shorter && from[before] === to[before]) before += 1;
  // NOTE: half of a character beyond the usual planes is no text.
  if (isHigh(from.charCodeAt(before - 1))) before -= 1;
  let behind = 0;
  while (behind < shorter - before && from.at(-1 - behind) === to.at(-1 - behind)) behind += 1;
  if (isLow(from.charCodeAt(from.length - behind))) behind -= 1;
  const piece = (text: string) => text.slice(before, text.length - behind);
  return {
    kind: 'note',
    of,
    from: piece(from),
    to: piece(to),
    ...(before + behind > 0 && { amid: [before, behind] }),
  };
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

function spliced(
  text: string,
  { from, to, amid: [before, behind] = [0, 0] }: Extract<KeptChange, { kind: 'note' }>,
): string | null {
  if (text.length !== before + from.length + behind || !text.startsWith(from, before)) return null;
  return `${text.slice(0, before)}${to}${text.slice(text.length - behind)}`;
}

function evidencePieces(change: EvidenceChange): KeptChange {
  const { from, to } = change;
  const gone = without(from, to);
  const come = without(to, from);
  // What stayed in another order cannot be told by what went and what came.
  if (!isSame(without(from, gone), without(to, come)))
    return places(change, { from: [...from.keys()], to: [...to.keys()] });
  return places(
    { ...change, from: gone, to: come },
    { from: gone.map((item) => from.indexOf(item)), to: come.map((item) => to.indexOf(item)) },
  );

  function places(pieces: EvidenceChange, at: Places): KeptChange {
    const areLast = isEnd(at.from, from.length) && isEnd(at.to, to.length);
    return areLast ? pieces : { ...pieces, places: at };
  }
}

function isEnd(places: readonly number[], length: number): boolean {
  return places.every((place, index) => place === length - places.length + index);
}

function rearranged(
  items: readonly EvidenceItem[],
  { from, to, places }: Extract<KeptChange, { kind: 'evidence' }>,
): EvidenceItem[] | null {
  const going = places?.from ?? last(from.length, items.length);
  if (going.length !== from.length) return null;
  const arePresent = from.every((item, index) => {
    const present = items[going[index] ?? -1];
    return present !== undefined && evidenceKey(present) === evidenceKey(item);
  });
  if (!arePresent) return null;
  const staying = items.filter((_, index) => !going.includes(index));
  const length = staying.length + to.length;
  const coming = places?.to ?? last(to.length, length);
  const after = Array.from({ length }, (_, index) => {
    const which = coming.indexOf(index);
    return which === -1 ? staying.shift() : to[which];
  }).filter((item) => item !== undefined);
  return after.length === length ? after : null;
}

function last(count: number, length: number): number[] {
  return Array.from({ length: count }, (_, index) => length - count + index);
}

function without(items: readonly EvidenceItem[], others: readonly EvidenceItem[]): EvidenceItem[] {
  const keys = new Set(others.map(evidenceKey));
  return items.filter((item) => !keys.has(evidenceKey(item)));
}
