/**
 * What can be undone and redone. A step is what a person does in one go; typing in one field is one step, from taking
 * the focus to leaving it, or in a note until a pause. Pure.
 */
import { answerFaults } from '../../criteria/answers.ts';
import { type Change, reversed, type Step, stepLimit } from '../../criteria/change.ts';
import { isSame } from './changes.ts';
import { kept, keptStep, type UndoStack, unkept } from './kept-undo.ts';
import { changed } from './settling.ts';
import { isRefused, presentOf, type Typed, type WorkingCopy } from './working-copy.ts';

/** In bytes of JSON, in both directions together. It goes with every save, and what a closing page sends is limited. */
const undoSize = 44_000;
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
  readonly before: UndoStack;
  readonly step: Step;
}

/** The typing after another key press in a field at `now`, and what can be undone then. */
export function typedOn(
  typing: Typing | null,
  undo: UndoStack,
  field: Typed,
  changes: readonly Change[],
  now: number,
): { readonly typing: Typing; readonly undo: UndoStack } {
  const current =
    typing !== null && goesOn(typing, field, now) ? typing : { ...field, before: undo, step: [] as Step };
  const step = joined(current.step, changes);
  return {
    typing: { ...current, at: now, open: true, step },
    undo: step.length === 0 ? current.before : withStep(current.before, step),
  };
}

/** With one more step done; what was undone before cannot be redone any more. */
export function withStep({ done }: UndoStack, step: Step): UndoStack {
  return limited({ done: [...done, step], undone: [] });
}

export interface Undoing {
  readonly copy: WorkingCopy;
  /** All that it changed. */
  readonly changes: readonly Change[];
  readonly undo: UndoStack;
  /** What to tell the person; from and to are the same where only a refused text went out of its field. */
  readonly step: Step;
}

/**
 * Takes the latest step back; null when there is none, or none that can be taken back. A refused text that was typed
 * in the same go goes with its step. Any other one is the latest thing done to its field, and goes alone, before.
 */
export function undone(
  copy: WorkingCopy,
  undo: UndoStack,
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
export function redone(copy: WorkingCopy, undo: UndoStack): Undoing | null {
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
function fitting(copy: WorkingCopy, stack: UndoStack): UndoStack {
  return limited(unkept(copy, kept(stack)));
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

/**
 * Without what is too much: typing in a note that went on after a pause becomes one step, the oldest first, before any
 * step is forgotten.
 */
function limited({ done, undone }: UndoStack): UndoStack {
  const latest = (steps: readonly Step[]) =>
    steps.slice(steps.findLastIndex(({ length }) => length > longestStep) + 1);
  const stack = { done: latest(done), undone: latest(undone).slice(-stepLimit) };
  let size = [...stack.done, ...stack.undone].reduce((sum, step) => sum + sizeOf(step), 0);
  while (stack.done.length > stepLimit || size > undoSize) {
    const saved = mergeNotes(stack.done);
    if (saved !== null) {
      size -= saved;
      continue;
    }
    const oldest = stack.done.shift() ?? stack.undone.shift();
    if (oldest === undefined) break;
    size -= sizeOf(oldest);
  }
  return stack;
}

/** Makes one of the oldest two steps in a row that are of the same note, never of the latest step. The bytes saved. */
function mergeNotes(steps: Step[]): number | null {
  for (let index = 0; index < steps.length - 2; index += 1) {
    const [earlier = [], later = []] = steps.slice(index, index + 2);
    if (!isOfOneNote([...earlier, ...later])) continue;
    const one = joined(earlier, later);
    const saved = sizeOf(earlier) + sizeOf(later) - (one.length === 0 ? 0 : sizeOf(one));
    // NOTE: changes at both ends of a long note are smaller apart.
    if (saved < 0) continue;
    steps.splice(index, 2, ...someStep(one));
    return saved;
  }
  return null;
}

function isOfOneNote(changes: readonly Change[]): boolean {
  return changes.every(({ kind, of }) => kind === 'note' && of === changes[0]?.of);
}

const encoder = new TextEncoder();
const sizes = new WeakMap<Step, number>();

function sizeOf(step: Step): number {
  let size = sizes.get(step);
  if (size === undefined) {
    size = encoder.encode(JSON.stringify(keptStep(step))).length + 1;
    sizes.set(step, size);
  }
  return size;
}
