/** One open assessment: its working copy, its autosave and what can be done with it. Free of React. */
import i18next from 'i18next';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Assessment, HistoryEntry } from '../../criteria/assessment.ts';
import type { Change, Step } from '../../criteria/change.ts';
import type { EvidenceItem } from '../../criteria/evidence.ts';
import { extended } from '../../criteria/history.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { CallApi, OpenedAssessment, Reply } from '../../electron/api.ts';
import { type Autosave, createAutosave, type SaveState, type Timers } from './autosave.ts';
import { bringOver, confirm, dismiss } from './brought.ts';
import { changesToSave, none } from './changes.ts';
import { replacing, withMine } from './keeping.ts';
import { kept, type UndoStack, unkept } from './kept-undo.ts';
import { joined, redone, type Typing, typedOn, type Undoing, undone, withStep } from './undo.ts';
import {
  answerCheck,
  type Edit,
  enterFigure,
  holdsRefused,
  leaveFigure,
  setEvidence,
  type Typed,
  typeFigure,
  type WorkingCopy,
  workingCopy,
  writeNote,
} from './working-copy.ts';

/** The latest earlier assessment of the same unit. */
type EarlierAnswers = NonNullable<OpenedAssessment['earlier']>;

export interface SessionState {
  /** As last loaded, finalised or reopened. Its answers lag behind those of the copy. */
  readonly assessment: Assessment;
  /** Why it can only be looked at, as a sentence; null when it can be changed. */
  readonly readOnly: string | null;
  /** What was answered in an earlier year, to be shown beside; null when there is none. */
  readonly earlier: EarlierAnswers | null;
  readonly copy: WorkingCopy;
  readonly save: SaveState;
  /** With the changes of this window in it, oldest first. */
  readonly history: readonly HistoryEntry[];
  readonly undo: UndoStack;
}

export interface AssessmentSession {
  readonly store: StoreApi<SessionState>;
  typeFigure(fact: string, text: string): void;
  enterFigure(fact: string): void;
  leaveFigure(fact: string): void;
  answerCheck(check: string, value: boolean | null): void;
  writeNote(indicator: string, text: string): void;
  /** All the evidence that an indicator has from now on; files must have been added before. */
  setEvidence(indicator: string, items: readonly EvidenceItem[]): void;
  /**
   * Brings answers of the earlier year over as unconfirmed, where nothing is answered yet: of one criterion, or of all
   * (null). One step to undo. The number of answers that came.
   */
  bringOver(criterion: string | null): number;
  /** Makes unconfirmed figures answers; those that contradict others stay, by the ids that are given back. */
  confirm(answers: readonly string[]): readonly string[];
  /** Takes unconfirmed figures away again. */
  dismiss(answers: readonly string[]): void;
  /** Takes the latest step back, and says what that changed; null when there is none. */
  undo(): Step | null;
  redo(): Step | null;
  flush(): Promise<void>;
  /** The page may be gone at once: everything that waits is sent without waiting for any answer. */
  leave(): void;
  /** Whether closing the window now would lose something. */
  holdsUnsaved(): boolean;
  /** The version that the next call would be based on. */
  basedOn(): number;
  /**
   * Shows the saved version; what is not saved is given up, or (`keepMine`) entered again on top of it, as one step of
   * each person who changed it. The saved answers and notes that it replaced by that.
   */
  loadSaved(keepMine: boolean): Promise<Reply<readonly Change[]>>;
  finalise(): Promise<Reply<Assessment>>;
  reopen(reason: string): Promise<Reply<Assessment>>;
  stop(): void;
}

/** Whether its answers and notes can only be looked at. */
export function isLocked({ assessment, readOnly }: SessionState): boolean {
  return assessment.status === 'final' || readOnly !== null;
}

export function createAssessmentSession(
  opened: OpenedAssessment,
  set: CriteriaSet,
  call: CallApi,
  timers: Timers,
  by: () => string | null,
): AssessmentSession {
  const { id } = opened.assessment;
  const store = createStore<SessionState>(() => fresh(opened));
  let autosave = autosaveFrom(opened.assessment);
  /** The latest thing that was done, where that was typing. */
  let typing: Typing | null = null;
  /** The figure whose field has the focus. */
  let focused: Typed | null = null;

  function fresh({ assessment, readOnly, earlier }: OpenedAssessment): SessionState {
    const copy = workingCopy(set, assessment);
    return {
      assessment,
      readOnly: readOnly ?? null,
      earlier: earlier ?? null,
      copy,
      save: { kind: 'saved', at: assessment.updatedAt },
      history: assessment.history,
      undo: unkept(copy, assessment.undo),
    };
  }

  function autosaveFrom(version: Assessment): Autosave {
    return createAutosave({
      id,
      saves: version.saves,
      save: (args) => call('assessments.save', args),
      open: () => call('assessments.open', { id }),
      timers,
      onState: (save) => {
        // NOTE: every key press says so again, and each change of the store asks every part of the screen.
        if (save.kind !== 'waiting' || store.getState().save.kind !== 'waiting') store.setState({ save });
      },
    });
  }

  /** Goes on from a version that the host gave. */
  function adopt(version: OpenedAssessment): void {
    autosave.stop();
    autosave = autosaveFrom(version.assessment);
    typing = null;
    store.setState(fresh(version));
  }

  async function changed(call: Promise<Reply<Assessment>>): Promise<Reply<Assessment>> {
    const reply = await call;
    if (reply.ok) {
      const { earlier } = store.getState();
      adopt({ assessment: reply.value, ...(earlier !== null && { earlier }) });
    }
    // What is on the screen is out of date, whichever call found that out.
    else if (reply.error.code === 'conflict')
      store.setState({ save: { kind: 'conflict', message: reply.error.message } });
    return reply;
  }

  /** The one way by which anything on the screen changes. */
  function show({ copy, changes }: Edit, undo: UndoStack, name = by()): void {
    const { history, assessment } = store.getState();
    const made = { at: new Date(timers.now()).toISOString(), by: name };
    store.setState({
      copy: focused === null ? copy : enterFigure(copy, focused.of),
      undo,
      history:
        changes.length === 0
          ? history
          : extended({ history, log: assessment.log }, forHistory(changes), made),
    });
    if (changes.length > 0) autosave.change({ by: name, changes: changesToSave(changes, kept(undo)) });
  }

  /** Makes an edit, which is one step, or goes on with the step of typing in that field. */
  function apply<E extends Edit>(
    edit: (copy: WorkingCopy) => E,
    field?: Typed,
    name?: string | null,
  ): E | null {
    const state = store.getState();
    if (isLocked(state)) return null;
    const made = edit(state.copy);
    let { undo } = state;
    if (field !== undefined) ({ typing, undo } = typedOn(typing, undo, field, made.changes, timers.now()));
    else if (made.changes.length > 0) {
      typing = null;
      undo = withStep(undo, joined([], made.changes));
    }
    show(made, undo, name);
    return made;
  }

  function take(undoing: (state: SessionState) => Undoing | null): Step | null {
    const state = store.getState();
    const done = isLocked(state) ? null : undoing(state);
    if (done === null) return null;
    typing = null;
    show(done, done.undo);
    return done.step;
  }

  async function loadSaved(keepMine: boolean): Promise<Reply<readonly Change[]>> {
    const reply = await call('assessments.open', { id });
    if (!reply.ok) return reply;
    const { copy } = store.getState();
    const unsaved = autosave.unsaved();
    const { assessment, readOnly } = reply.value;
    if (keepMine && (assessment.status === 'final' || readOnly !== undefined))
      return { ok: false, error: { code: 'final', message: readOnly ?? i18next.t('save.finalMeanwhile') } };
    adopt(reply.value);
    if (!keepMine) return { ok: true, value: [] };
    // NOTE: what was refused is entered again even where nothing else is unsaved.
    const mine = unsaved.length === 0 ? [{ by: by(), changes: none }] : unsaved;
    const entered = mine.flatMap(
      (batch) => apply((saved) => withMine(saved, copy, batch.changes), undefined, batch.by)?.changes ?? [],
    );
    return { ok: true, value: replacing(entered) };
  }

  return {
    store,
    typeFigure: (fact, text) =>
      void apply((copy) => typeFigure(copy, fact, text), { kind: 'answer', of: fact }),
    enterFigure: (fact) => {
      focused = { kind: 'answer', of: fact };
      store.setState(({ copy }) => ({ copy: enterFigure(copy, fact) }));
    },
    leaveFigure: (fact) => {
      if (focused?.of === fact) focused = null;
      if (typing?.kind === 'answer' && typing.of === fact) typing = { ...typing, open: false };
      store.setState(({ copy }) => ({ copy: leaveFigure(copy, fact) }));
    },
    answerCheck: (check, value) => void apply((copy) => answerCheck(copy, check, value)),
    writeNote: (indicator, text) =>
      void apply((copy) => writeNote(copy, indicator, text), { kind: 'note', of: indicator }),
    setEvidence: (indicator, items) => void apply((copy) => setEvidence(copy, indicator, items)),
    bringOver: (criterion) => {
      const { earlier } = store.getState();
      if (earlier === null) return 0;
      return apply((copy) => bringOver(copy, earlier, criterion))?.changes.length ?? 0;
    },
    confirm: (answers) => apply((copy) => confirm(copy, answers))?.left ?? [],
    dismiss: (answers) => void apply((copy) => dismiss(copy, answers)),
    undo: () => take(({ copy, undo }) => undone(copy, undo, typing, focused)),
    redo: () => take(({ copy, undo }) => redone(copy, undo)),
    flush: () => autosave.flush(),
    leave: () => autosave.leave(),
    holdsUnsaved: () => autosave.hasUnsaved() || holdsRefused(store.getState().copy),
    basedOn: () => autosave.basedOn(),
    loadSaved,
    finalise: () => changed(call('assessments.finalise', { id, basedOn: autosave.basedOn(), by: by() })),
    reopen: (reason) =>
      changed(call('assessments.reopen', { id, basedOn: autosave.basedOn(), by: by(), reason })),
    stop: () => autosave.stop(),
  };
}

/** Without what was confirmed or replaced by becoming an answer: the answer says that. */
function forHistory(changes: readonly Change[]): readonly Change[] {
  const answered = new Set(changes.filter(({ kind }) => kind === 'answer').map(({ of }) => of));
  return changes.filter(({ kind, of }) => kind !== 'unconfirmed' || !answered.has(of));
}
