/** One draft of a criteria set that is open in this window: what it says now, and its way to the disk. Free of React. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { pathText } from '../../../criteria/path-text.ts';
import type { Attestation } from '../../../criteria/rules/register.ts';
import { changedRules, type SetDraft } from '../../../criteria/rules/set-draft.ts';
import { type CriteriaSet, criteriaSetSchema } from '../../../criteria/schema.ts';
import { type SetFault, setFaults } from '../../../criteria/set-faults.ts';
import { vietnamese } from '../../../criteria/vietnamese-issues.ts';
import type {
  ApiError,
  CallApi,
  CriteriaOverview,
  OpenedSet,
  Reply,
  SavedDraft,
} from '../../../electron/api.ts';
import type { SaveState, Timers } from '../../session/autosave.ts';
import { mayHaveSaved } from '../../session/may-have-saved.ts';

/** A text that the set cannot hold, as it stands in its field, and why: a sentence without its full stop. */
export interface RefusedText {
  readonly text: string;
  readonly message: string;
}

/** By the place in the set that the text is meant for, as in `criteria[2].indicators[0].points`. */
export type RefusedTexts = Readonly<Record<string, RefusedText>>;

export interface ReadyDraft {
  readonly state: 'ready';
  readonly draft: SetDraft;
  /** What it is corrected or copied from. */
  readonly base: OpenedSet;
  /** Of the set as it is now; it cannot be published while there are any. */
  readonly faults: readonly SetFault[];
  /** The keys of the rules that say something else than in the base, or are new. */
  readonly changed: readonly string[];
  readonly saveState: SaveState;
  readonly refused: RefusedTexts;
}

export type DraftState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ApiError }
  | ReadyDraft;

export interface DraftSession {
  readonly store: StoreApi<DraftState>;
  /** Reads the draft, or a newer state of it; what is not saved stays. */
  load(): Promise<void>;
  /** Gives up what is not saved and shows what is on the disk. */
  loadSaved(): Promise<void>;
  /** The whole set as it is from now on. Nothing happens when it has not the shape of a set: the fault that it has then. */
  change(next: CriteriaSet): SetFault | null;
  /** Where a corrected rule was read; null takes that back. */
  setReadIn(rule: string, attestation: Attestation | null): void;
  /** Keeps a text that the set cannot hold in its field; null once the field holds something else. */
  refuse(path: string, text: RefusedText | null): void;
  /** All refused texts at once, as after a part of the set has moved. */
  refuseAll(texts: RefusedTexts): void;
  flush(): Promise<void>;
  accept(by: string | null, use: boolean): Promise<Reply<OpenedSet>>;
  discard(): Promise<Reply<CriteriaOverview>>;
  /** Whether closing the window now would lose something. */
  holdsUnsaved(): boolean;
  stop(): void;
}

const idleDelay = 1_000;
const firstRetry = 1_000;
const longestRetry = 30_000;

export function createDraftSession(id: string, call: CallApi, timers: Timers): DraftSession {
  const store = createStore<DraftState>(() => ({ state: 'loading' }));
  let unsaved = false;
  let sending: Promise<void> | null = null;
  /** Drafts that may be on the disk although the page was told that they are not. */
  let uncertain: readonly SetDraft[] = [];
  let failures = 0;
  let stopped = false;
  let timer: unknown = null;

  function ready(): ReadyDraft | null {
    const state = store.getState();
    return state.state === 'ready' ? state : null;
  }

  function show(draft: SetDraft, base: OpenedSet, rest: Partial<ReadyDraft>): void {
    store.setState({
      state: 'ready',
      draft,
      base,
      faults: setFaults(draft.set),
      changed: changedRules(draft, base.set),
      saveState: { kind: 'saved', at: draft.updatedAt },
      refused: {},
      ...rest,
    });
  }

  function say(saveState: SaveState): void {
    if (ready() !== null) store.setState({ saveState });
  }

  async function read(keeping: boolean): Promise<void> {
    const before = ready()?.draft;
    const opened = await call('setDrafts.open', { id });
    const base = opened.ok
      ? await call('criteria.open', { id: opened.value.basedOn.id, version: opened.value.basedOn.version })
      : opened;
    const now = ready();
    if (now !== null && keeping && (unsaved || sending !== null || now.draft !== before)) return;
    if (!opened.ok || !base.ok) {
      const { error } = opened.ok ? (base as Extract<typeof base, { ok: false }>) : opened;
      if (now === null || !keeping) store.setState({ state: 'failed', error }, true);
      return;
    }
    unsaved = false;
    uncertain = [];
    failures = 0;
    show(opened.value, base.value, keeping && now !== null ? { refused: now.refused } : {});
  }

  function changed(draft: SetDraft, rest: Partial<ReadyDraft>): void {
    const state = ready();
    if (state === null) return;
    const { base, saveState, refused } = state;
    unsaved = true;
    const conflict = saveState.kind === 'conflict';
    show(draft, base, { refused, saveState: conflict ? saveState : { kind: 'waiting' }, ...rest });
    if (!conflict) plan(idleDelay);
  }

  function plan(delay: number): void {
    timers.clearTimeout(timer);
    timer = timers.setTimeout(() => void flush(), delay);
  }

  function flush(): Promise<void> {
    timers.clearTimeout(timer);
    if (sending !== null) return sending;
    const state = ready();
    if (!unsaved || stopped || state === null || state.saveState.kind === 'conflict')
      return Promise.resolve();
    sending = sendAll().finally(() => {
      sending = null;
    });
    return sending;
  }

  /** One save at a time, until what is shown is on the disk or one has failed. */
  async function sendAll(): Promise<void> {
    for (let state = ready(); unsaved && state !== null; state = ready()) {
      const { draft } = state;
      unsaved = false;
      say({ kind: 'saving' });
      const { set, readIn } = draft;
      const reply = await call('setDrafts.save', { id, basedOn: draft.saves, set, readIn });
      if (reply.ok) saved(reply.value);
      else {
        unsaved = true;
        if (mayHaveSaved.has(reply.error.code)) uncertain = [...uncertain, draft];
        if (reply.error.code !== 'conflict') return failed(reply.error);
        if (!(await isOurs())) return say({ kind: 'conflict', message: reply.error.message });
      }
    }
  }

  function saved({ saves, updatedAt }: SavedDraft): void {
    failures = 0;
    uncertain = [];
    const state = ready();
    if (state === null) return;
    store.setState({ draft: { ...state.draft, saves, updatedAt } });
    if (!unsaved) say({ kind: 'saved', at: updatedAt });
  }

  function failed(error: ApiError): void {
    say({ kind: 'failed', error });
    if (!stopped) plan(Math.min(firstRetry * 2 ** failures, longestRetry));
    failures += 1;
  }

  /** Whether what is on the disk is a save of this window whose answer got lost; it is then gone on from. */
  async function isOurs(): Promise<boolean> {
    if (uncertain.length === 0) return false;
    const opened = await call('setDrafts.open', { id });
    if (!opened.ok || !uncertain.some((draft) => saysTheSame(draft, opened.value))) return false;
    const { saves, updatedAt } = opened.value;
    uncertain = [];
    const state = ready();
    if (state !== null) store.setState({ draft: { ...state.draft, saves, updatedAt } });
    return true;
  }

  /** Makes a call that ends the draft, once all of it is on the disk. */
  async function end<T>(make: (basedOn: number) => Promise<Reply<T>>): Promise<Reply<T>> {
    await flush();
    const state = ready();
    if (state === null) throw new Error('a draft was ended before it was loaded');
    if (unsaved && state.saveState.kind === 'failed') return { ok: false, error: state.saveState.error };
    const reply = await make(state.draft.saves);
    if (reply.ok) stop();
    else if (reply.error.code === 'conflict') say({ kind: 'conflict', message: reply.error.message });
    return reply;
  }

  function stop(): void {
    stopped = true;
    unsaved = false;
    timers.clearTimeout(timer);
  }

  return {
    store,
    load: () => read(true),
    loadSaved: () => read(false),
    change(next) {
      const state = ready();
      if (state === null) return null;
      const shape = criteriaSetSchema.safeParse(next, vietnamese);
      if (!shape.success) {
        const [issue] = shape.error.issues;
        return { path: pathText(issue?.path ?? []), message: issue?.message ?? '' };
      }
      changed({ ...state.draft, set: next }, {});
      return null;
    },
    setReadIn(rule, attestation) {
      const state = ready();
      if (state === null) return;
      const { [rule]: _, ...others } = state.draft.readIn;
      changed(
        { ...state.draft, readIn: attestation === null ? others : { ...others, [rule]: attestation } },
        {},
      );
    },
    refuse(path, text) {
      const state = ready();
      if (state === null || (text === null && state.refused[path] === undefined)) return;
      const { [path]: _, ...others } = state.refused;
      store.setState({ refused: text === null ? others : { ...others, [path]: text } });
    },
    refuseAll(refused) {
      if (ready() !== null) store.setState({ refused });
    },
    flush,
    accept: (by, use) => end((basedOn) => call('setDrafts.accept', { id, basedOn, by, use })),
    discard: () => end((basedOn) => call('setDrafts.discard', { id, basedOn })),
    holdsUnsaved() {
      const state = ready();
      return (
        !stopped && state !== null && (unsaved || sending !== null || Object.keys(state.refused).length > 0)
      );
    },
    stop,
  };
}

function saysTheSame(a: SetDraft, b: SetDraft): boolean {
  return sortedText([a.set, a.readIn]) === sortedText([b.set, b.readIn]);
}

/** The host gives the keys of objects in an order of its own. */
function sortedText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
