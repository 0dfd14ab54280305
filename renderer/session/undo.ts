/**
 * What can be undone and redone. A step is what a person does in one go; typing in one field is one step, from taking
 * the focus to leaving it, or in a note until a pause. Pure.
 */
import { answerFaults } from '../../criteria/answers.ts';
import { type Change, reversed, type Step, stepLimit, type Undo } from '../../criteria/change.ts';
import { isSame } from './changes.ts';
import { changed } from './settling.ts';
import { isRefused, presentOf, type Typed, type WorkingCopy } from './working-copy.ts';

/** In bytes of JSON, in both directions together. It goes with every save, and what a closing page sends is limited. */
const undoSize = 30_000;
/** In changes; one that is longer is not remembered, nor what was done before it. */
const longestStep = 200;
/** In milliseconds; after it, more typing in a note is another step. */
const longestPause = 2_000;

/** Typing in one field that becomes one step, the latest thing that was done. */
export interface Typing extends Typed {
  /** When the latest key was pressed, in milliseconds. */
  readonly at: number;
  /** Until a figure's field loses the focus. */
  readonly open: boolean;
  /** What could be undone before it. */
  readonly before: Undo;
  readonly step: Step;
}

/** The typing after another key press in a field at `now`, and what can be undone then. */
export function typedOn(
  typing: Typing | null,
  undo: Undo,
  field: Typed,
  changes: readonly Change[],
  now: number,
): { readonly typing: Typing; readonly undo: Undo } {
  const current =
    typing !== null && goesOn(typing, field, now) ? typing : { ...field, before: undo, step: [] as Step };
  const step = joined(current.step, changes);
  return {
    typing: { ...current, at: now, open: true, step },
    undo: step.length === 0 ? current.before : withStep(current.before, step),
  };
}

/** With one more step done; what was undone before cannot be redone any more. */
export function withStep({ done }: Undo, step: Step): Undo {
  return limited({ done: [...done, step], undone: [] });
}

export interface Undoing {
  readonly copy: WorkingCopy;
  /** All that it changed. */
  readonly changes: readonly Change[];
  readonly undo: Undo;
  /** What to tell the person; from and to are the same where only a refused text went out of its field. */
  readonly step: Step;
}

/**
 * Takes the latest step back; null when there is none, or none that can be taken back. A refused text that was typed
 * in the same go goes with its step. Any other one is the latest thing done to its field, and goes alone, before.
 */
export function undone(
  copy: WorkingCopy,
  undo: Undo,
  typing: Typing | null,
  focused: Typed | null,
): Undoing | null {
  const latest = undo.done.at(-1);
  const typed = [typing, focused].filter((field) => field !== null).find((field) => isRefused(copy, field));
  const ofStep = typing !== null && typed === typing && typing.step === latest;
  const refused = typed === undefined ? refusedIn(copy, latest ?? []) : [typed];
  const alone = refused.length > 0 && !ofStep;
  if (!alone && latest === undefined) return null;
  const step = alone || latest === undefined ? [] : latest;
  const back = step.map(reversed);
  if (!canBeMade(copy, back)) return null;

  const edit = changed(copy, back, refused);
  // NOTE: a text that waited for this is accepted with it; that is a step of its own to undo, and goes with the redo.
  const accepted = edit.changes.slice(back.length);
  const again = [...step, ...accepted.map(reversed)];
  return {
    copy: edit.copy,
    changes: edit.changes,
    undo: limited({
      done: [...(alone ? undo.done : undo.done.slice(0, -1)), ...someStep(accepted)],
      undone: [...undo.undone, ...someStep(again)],
    }),
    step: [...(alone ? refused.map((field) => unchanged(edit.copy, field)) : []), ...edit.changes],
  };
}

/** Does the step again that was undone last; null when there is none, or it does not fit any more. */
export function redone(copy: WorkingCopy, undo: Undo): Undoing | null {
  const step = undo.undone.at(-1);
  if (step === undefined || !canBeMade(copy, step)) return null;
  const edit = changed(copy, step);
  return {
    copy: edit.copy,
    changes: edit.changes,
    undo: fitting(edit.copy, {
      done: [...undo.done, step, ...someStep(edit.changes.slice(step.length))],
      undone: undo.undone.slice(0, -1),
    }),
    step: [...edit.changes],
  };
}

/** Without the steps that cannot be taken from the present state, and all that lie behind those. */
export function fitting(copy: WorkingCopy, { done, undone }: Undo): Undo {
  return limited({
    done: reachable(
      copy,
      done.map((step) => step.map(reversed)),
    ).map((step) => step.map(reversed)),
    undone: reachable(copy, undone),
  });
}

/** The steps, the last first, that can be made one after the other. */
function reachable(copy: WorkingCopy, steps: readonly Step[]): Step[] {
  const values = new Map<string, Change['from']>();
  const unreachable = steps.findLastIndex((step) => {
    for (const change of step)
      if (!values.has(nameOf(change))) values.set(nameOf(change), presentOf(copy, change));
    const fits = step.every((change) => isSame(values.get(nameOf(change)) ?? null, change.from));
    for (const change of step) values.set(nameOf(change), change.to);
    return !fits;
  });
  return steps.slice(unreachable + 1);
}

function goesOn(typing: Typing, { kind, of }: Typed, now: number): boolean {
  if (typing.kind !== kind || typing.of !== of) return false;
  return kind === 'answer' ? typing.open : now - typing.at <= longestPause;
}

/** Changes one after the other as one step; what came back to where it began is not in it. */
export function joined(step: readonly Change[], changes: readonly Change[]): Step {
  const all = new Map(step.map((change) => [nameOf(change), change]));
  for (const change of changes) {
    const name = nameOf(change);
    const from = (all.get(name) ?? change).from;
    if (isSame(from, change.to)) all.delete(name);
    else all.set(name, { ...change, from } as Change);
  }
  return [...all.values()];
}

function canBeMade(copy: WorkingCopy, step: readonly Change[]): boolean {
  const answers = step.flatMap(({ kind, of, to }) => (kind === 'answer' ? [[of, to] as const] : []));
  return (
    step.every((change) => isSame(presentOf(copy, change), change.from)) &&
    answerFaults(copy.set, { ...copy.answers, ...Object.fromEntries(answers) }).length === 0
  );
}

function refusedIn(copy: WorkingCopy, step: Step): readonly Typed[] {
  return step.flatMap(({ kind, of }) => {
    const field = kind === 'answer' || kind === 'note' ? [{ kind, of }] : [];
    return field.filter((typed) => isRefused(copy, typed));
  });
}

function unchanged(copy: WorkingCopy, { kind, of }: Typed): Change {
  const value = presentOf(copy, { kind, of });
  return { kind, of, from: value, to: value } as Change;
}

function someStep(changes: readonly Change[]): readonly Step[] {
  return changes.length === 0 ? [] : [[...changes]];
}

function nameOf({ kind, of }: Pick<Change, 'kind' | 'of'>): string {
  return `${kind} ${of}`;
}

/** Without the oldest steps that are too many or too large. */
function limited({ done, undone }: Undo): Undo {
  const latest = (steps: readonly Step[]) =>
    steps.slice(steps.findLastIndex(({ length }) => length > longestStep) + 1).slice(-stepLimit);
  const kept = { done: latest(done), undone: latest(undone) };
  let size = [...kept.done, ...kept.undone].reduce((sum, step) => sum + sizeOf(step), 0);
  while (size > undoSize) {
    const oldest = kept.done.shift() ?? kept.undone.shift();
    if (oldest === undefined) break;
    size -= sizeOf(oldest);
  }
  return kept;
}

const encoder = new TextEncoder();
const sizes = new WeakMap<Step, number>();

function sizeOf(step: Step): number {
  let size = sizes.get(step);
  if (size === undefined) {
    size = encoder.encode(JSON.stringify(step)).length + 1;
    sizes.set(step, size);
  }
  return size;
}
