import { expect, test } from 'vitest';
import { beginDraft, type SetDraft } from '../../../criteria/rules/set-draft.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { ApiError, Args, CallApi, Method, Reply } from '../../../electron/api.ts';
import { currentSet as set } from '../../../tests/example-assessment.ts';
import { createDraftSession, type ReadyDraft } from './draft-session.ts';

const at = '2026-11-22T03:00:00.000Z';
const base = { published: {}, set, hash: '', builtIn: true, entries: 0 };

/** A host that keeps one draft; each save waits until it is answered, or is answered at once by `refuse`. */
function host() {
  let kept: SetDraft = beginDraft(set, 'a'.repeat(64), { id: set.id, version: 2 }, { at, by: 'Lan' });
  let planned: (() => void) | null = null;
  const sent: Args<'setDrafts.save'>[] = [];
  const refusals: (ApiError & { readonly savedAllTheSame?: boolean })[] = [];
  const keep = ({ set, readIn }: Pick<SetDraft, 'set' | 'readIn'>) => {
    kept = { ...kept, set, readIn, saves: kept.saves + 1, updatedAt: at };
  };
  const call = (async (method: Method, args: Args<Method>): Promise<Reply<unknown>> => {
    if (method === 'setDrafts.open') return { ok: true, value: structuredClone(kept) };
    if (method === 'criteria.open') return { ok: true, value: base };
    if (method !== 'setDrafts.save') return { ok: true, value: { set: kept.set } };
    const save = args as Args<'setDrafts.save'>;
    sent.push(save);
    const refusal = refusals.shift();
    if (refusal === undefined && save.basedOn !== kept.saves)
      return { ok: false, error: { code: 'conflict', message: 'Đã đổi ở nơi khác' } };
    if (refusal === undefined || refusal.savedAllTheSame) keep(save);
    if (refusal !== undefined) return { ok: false, error: refusal };
    return { ok: true, value: { saves: kept.saves, updatedAt: at } };
  }) as CallApi;
  const session = createDraftSession(set.id, call, {
    now: () => 0,
    setTimeout: (run) => {
      planned = run;
      return 1;
    },
    clearTimeout: () => {
      planned = null;
    },
  });
  return {
    session,
    sent,
    refusals,
    /** Saves as another window does. */
    elsewhere: keep,
    kept: () => kept,
    /** Whether something is to be sent later. */
    plans: () => planned !== null,
    async open() {
      await session.load();
      return session;
    },
    shown: () => session.store.getState() as ReadyDraft,
  };
}

const renamed = (name: string): CriteriaSet => ({ ...set, version: 2, title: { vi: name, en: name } });
const broken = (max: number): CriteriaSet => ({ ...set, version: 2, max });

test('what changes is saved, one save after the other, with the last state at the end', async () => {
  const { open, sent, shown, kept, plans } = host();
  const session = await open();
  session.change(renamed('một'));
  expect(shown().saveState.kind).toBe('waiting');
  expect(plans()).toBe(true);
  const first = session.flush();
  session.change(renamed('hai'));
  session.change(renamed('ba'));
  await first;
  expect(sent.map((one) => [one.basedOn, one.set.title.vi])).toEqual([
    [0, 'một'],
    [1, 'ba'],
  ]);
  expect(kept().set.title.vi).toBe('ba');
  expect(shown().saveState.kind).toBe('saved');
  expect(session.holdsUnsaved()).toBe(false);
});

test('a set with faults is kept and its faults are known at once', async () => {
  const { open, shown, kept } = host();
  const session = await open();
  session.change(broken(set.max - 1));
  expect(shown().faults.map(({ path }) => path)).toContain('max');
  await session.flush();
  expect(kept().set.max).toBe(set.max - 1);
});

test('what has not the shape of a set changes nothing and is told by place', async () => {
  const { open, shown } = host();
  const session = await open();
  expect(session.change(broken(-1))?.path).toBe('max');
  expect(shown().draft.set.max).toBe(set.max);
  expect(session.holdsUnsaved()).toBe(false);
});

test('a refused text stays and holds the window open until it is mended', async () => {
  const { open, shown } = host();
  const session = await open();
  session.refuse('max', { text: '9x', message: 'Chỉ nhập chữ số' });
  session.change(renamed('một'));
  await session.flush();
  expect(shown().refused.max?.text).toBe('9x');
  expect(session.holdsUnsaved()).toBe(true);
  session.refuse('max', null);
  expect(session.holdsUnsaved()).toBe(false);
});

test('another window is never written over; its state is loaded when asked for', async () => {
  const { open, shown, kept, elsewhere } = host();
  const session = await open();
  elsewhere({ set: renamed('của cửa sổ kia'), readIn: {} });
  session.change(renamed('của tôi'));
  await session.flush();
  expect(shown().saveState.kind).toBe('conflict');
  expect(shown().draft.set.title.vi).toBe('của tôi');
  session.change(renamed('của tôi nữa'));
  await session.flush();
  expect(shown().saveState.kind).toBe('conflict');
  expect(session.holdsUnsaved()).toBe(true);
  expect(kept().set.title.vi).toBe('của cửa sổ kia');
  await session.loadSaved();
  expect(shown().draft.set.title.vi).toBe('của cửa sổ kia');
  expect(session.holdsUnsaved()).toBe(false);
});

test('a save that fails is said and tried again with what is there by then', async () => {
  const { open, shown, kept, refusals, plans } = host();
  const session = await open();
  refusals.push({ code: 'storage_failed', message: 'Ổ đĩa đầy' });
  session.change(renamed('một'));
  await session.flush();
  expect(shown().saveState).toMatchObject({ kind: 'failed' });
  expect(plans()).toBe(true);
  session.change(renamed('hai'));
  await session.flush();
  expect(kept().set.title.vi).toBe('hai');
  expect(shown().saveState.kind).toBe('saved');
});

test('a save whose answer got lost is recognised as its own', async () => {
  const { open, shown, kept, refusals } = host();
  const session = await open();
  refusals.push({ code: 'unreachable', message: 'Mất liên lạc', savedAllTheSame: true });
  session.change(renamed('một'));
  await session.flush();
  session.change(renamed('hai'));
  await session.flush();
  expect(shown().saveState.kind).toBe('saved');
  expect(kept()).toMatchObject({ saves: 2, set: { title: { vi: 'hai' } } });
});

test('reading it again takes in what is newer, and leaves what is not saved', async () => {
  const { open, shown, elsewhere, session } = host();
  await open();
  elsewhere({ set: renamed('mới hơn'), readIn: {} });
  await session.load();
  expect(shown().draft.set.title.vi).toBe('mới hơn');
  session.change(renamed('đang sửa'));
  await session.load();
  expect(shown().draft.set.title.vi).toBe('đang sửa');
});

test('publishing saves first, and is not asked for while that fails', async () => {
  const { open, refusals, kept } = host();
  const session = await open();
  refusals.push({ code: 'storage_failed', message: 'Ổ đĩa đầy' });
  session.setReadIn('recognition', { by: 'Lan', on: '2026-11-22', in: 'Điều 3' });
  expect(await session.accept('Lan', true)).toMatchObject({ ok: false, error: { code: 'storage_failed' } });
  expect((await session.accept('Lan', true)).ok).toBe(true);
  expect(kept().readIn).toEqual({ recognition: { by: 'Lan', on: '2026-11-22', in: 'Điều 3' } });
});
