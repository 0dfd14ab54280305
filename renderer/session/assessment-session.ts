/** One open assessment: its working copy, its autosave and what can be done with it. Free of React. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Assessment } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { CallApi, OpenedAssessment, Reply } from '../../electron/api.ts';
import { type Autosave, createAutosave, type SaveState, type Timers } from './autosave.ts';
import {
  answerCheck,
  type Edit,
  enterFigure,
  holdsRefused,
  leaveFigure,
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
}

export interface AssessmentSession {
  readonly store: StoreApi<SessionState>;
  typeFigure(fact: string, text: string): void;
  enterFigure(fact: string): void;
  leaveFigure(fact: string): void;
  answerCheck(check: string, value: boolean | null): void;
  writeNote(indicator: string, text: string): void;
  flush(): Promise<void>;
  /** The page may be gone at once: everything that waits is sent without waiting for any answer. */
  leave(): void;
  /** Whether closing the window now would lose something. */
  holdsUnsaved(): boolean;
  /** Gives up what is not saved and shows the saved version. */
  loadSaved(): Promise<Reply<OpenedAssessment>>;
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
): AssessmentSession {
  const { id } = opened.assessment;
  const store = createStore<SessionState>(() => fresh(opened));
  let autosave = autosaveFrom(opened.assessment);

  function fresh({ assessment, readOnly, earlier }: OpenedAssessment): SessionState {
    return {
      assessment,
      readOnly: readOnly ?? null,
      earlier: earlier ?? null,
      copy: workingCopy(set, assessment),
      save: { kind: 'saved', at: assessment.updatedAt },
    };
  }

  function autosaveFrom(version: Assessment): Autosave {
    return createAutosave({
      id,
      saves: version.saves,
      save: (args) => call('assessments.save', args),
      open: () => call('assessments.open', { id }),
      timers,
      onState: (save) => store.setState({ save }),
    });
  }

  /** Goes on from a version that the host gave. */
  function adopt(version: OpenedAssessment): void {
    autosave.stop();
    autosave = autosaveFrom(version.assessment);
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

  function apply(edit: (copy: WorkingCopy) => Edit): void {
    const state = store.getState();
    if (isLocked(state)) return;
    const { copy, changes } = edit(state.copy);
    store.setState({ copy });
    if (Object.keys(changes.answers).length + Object.keys(changes.notes).length > 0) autosave.change(changes);
  }

  return {
    store,
    typeFigure: (fact, text) => apply((copy) => typeFigure(copy, fact, text)),
    enterFigure: (fact) => store.setState(({ copy }) => ({ copy: enterFigure(copy, fact) })),
    leaveFigure: (fact) => store.setState(({ copy }) => ({ copy: leaveFigure(copy, fact) })),
    answerCheck: (check, value) => apply((copy) => answerCheck(copy, check, value)),
    writeNote: (indicator, text) => apply((copy) => writeNote(copy, indicator, text)),
    flush: () => autosave.flush(),
    leave: () => autosave.leave(),
    holdsUnsaved: () => autosave.hasUnsaved() || holdsRefused(store.getState().copy),
    loadSaved: async () => {
      const reply = await call('assessments.open', { id });
      if (reply.ok) adopt(reply.value);
      return reply;
    },
    finalise: () => changed(call('assessments.finalise', { id, basedOn: autosave.basedOn() })),
    reopen: (reason) => changed(call('assessments.reopen', { id, basedOn: autosave.basedOn(), reason })),
    stop: () => autosave.stop(),
  };
}
