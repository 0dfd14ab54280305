/** One open assessment: its working copy, its autosave and what can be done with it. Free of React. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Assessment } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { CallApi, Reply } from '../../electron/api.ts';
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

export interface SessionState {
  /** As last loaded, finalised or reopened. Its answers lag behind those of the copy. */
  readonly assessment: Assessment;
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
  /** Whether closing the window now would lose something. */
  holdsUnsaved(): boolean;
  /** Gives up what is not saved and shows the saved version. */
  loadSaved(): Promise<Reply<Assessment>>;
  finalise(): Promise<Reply<Assessment>>;
  reopen(reason: string): Promise<Reply<Assessment>>;
  stop(): void;
}

export function createAssessmentSession(
  assessment: Assessment,
  set: CriteriaSet,
  call: CallApi,
  timers: Timers,
): AssessmentSession {
  const { id } = assessment;
  const store = createStore<SessionState>(() => fresh(assessment));
  let autosave = autosaveFrom(assessment);

  function fresh(version: Assessment): SessionState {
    return {
      assessment: version,
      copy: workingCopy(set, version),
      save: { kind: 'saved', at: version.updatedAt },
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
  function adopt(reply: Reply<Assessment>): Reply<Assessment> {
    if (reply.ok) {
      autosave.stop();
      autosave = autosaveFrom(reply.value);
      store.setState(fresh(reply.value));
    }
    return reply;
  }

  function apply(edit: (copy: WorkingCopy) => Edit): void {
    const state = store.getState();
    if (state.assessment.status === 'final') return;
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
    holdsUnsaved: () => autosave.hasUnsaved() || holdsRefused(store.getState().copy),
    loadSaved: async () => adopt(await call('assessments.open', { id })),
    finalise: async () => adopt(await call('assessments.finalise', { id, basedOn: autosave.basedOn() })),
    reopen: async (reason) =>
      adopt(await call('assessments.reopen', { id, basedOn: autosave.basedOn(), reason })),
    stop: () => autosave.stop(),
  };
}
