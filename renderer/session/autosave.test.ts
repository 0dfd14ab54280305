import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import type { ApiError, Args, ErrorCode, Reply, Value } from '../../electron/api.ts';
import { type Autosave, type Changes, createAutosave, type SaveState } from './autosave.ts';

type SaveArgs = Args<'assessments.save'>;
type SaveReply = Reply<Value<'assessments.save'>>;

const savedAt = '2026-11-02T07:00:00.000Z';
const answer = (answers: Changes['answers']): Changes => ({ answers, notes: {} });
const refusal = (code: ErrorCode): { ok: false; error: ApiError } => ({
  ok: false,
  error: { code, message: 'không được' },
});

/** A host whose answers the test gives one by one. */
class Host {
  readonly calls: SaveArgs[] = [];
  readonly #pending: ((reply: SaveReply) => void)[] = [];
  opened: Reply<Assessment> = refusal('not_found');

  save = (args: SaveArgs): Promise<SaveReply> => {
    this.calls.push(args);
    return new Promise((resolve) => this.#pending.push(resolve));
  };

  open = async () => this.opened;

  async answer(reply?: SaveReply): Promise<void> {
    const last = this.calls.at(-1);
    this.#pending.shift()?.(reply ?? { ok: true, value: { saves: (last?.basedOn ?? 0) + 1, savedAt } });
    await vi.advanceTimersByTimeAsync(0);
  }
}

describe('autosave', () => {
  let host: Host;
  let states: SaveState['kind'][];
  let autosave: Autosave;

  beforeEach(() => {
    vi.useFakeTimers();
    host = new Host();
    states = [];
    autosave = createAutosave({
      id: '2026-00001',
      saves: 4,
      save: host.save,
      open: host.open,
      timers: {
        now: () => Date.now(),
        setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
        clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
      },
      onState: ({ kind }) => states.push(kind),
    });
  });
  afterEach(() => {
    autosave.stop();
    vi.useRealTimers();
  });

  test('saves once the typing has paused for 600 ms, all changes in one call', async () => {
    autosave.change(answer({ children: 2 }));
    await vi.advanceTimersByTimeAsync(300);
    autosave.change(answer({ children: 21, special: 3 }));
    autosave.change({ answers: {}, notes: { '2.1': 'theo sổ' } });
    await vi.advanceTimersByTimeAsync(599);
    expect(host.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(host.calls).toEqual([
      { id: '2026-00001', basedOn: 4, answers: { children: 21, special: 3 }, notes: { '2.1': 'theo sổ' } },
    ]);
    await host.answer();
    expect(states).toEqual(['waiting', 'waiting', 'waiting', 'saving', 'saved']);
    expect(autosave.hasUnsaved()).toBe(false);
  });

  test('saves after 2 s at the latest while the typing goes on', async () => {
    for (let typed = 0; typed < 5; typed += 1) {
      autosave.change(answer({ children: typed }));
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(host.calls).toHaveLength(1);
    expect(host.calls[0]?.answers).toEqual({ children: 4 });
  });

  test('saves one at a time, in order, each based on the one before', async () => {
    autosave.change(answer({ children: 1 }));
    await vi.advanceTimersByTimeAsync(600);
    autosave.change(answer({ children: 2 }));
    await vi.advanceTimersByTimeAsync(5_000);
    autosave.change(answer({ special: null }));
    expect(host.calls).toHaveLength(1);
    await host.answer();
    await vi.advanceTimersByTimeAsync(600);
    expect(host.calls[1]).toMatchObject({ basedOn: 5, answers: { children: 2, special: null } });
    await host.answer();
    expect(autosave.basedOn()).toBe(6);
    expect(autosave.hasUnsaved()).toBe(false);
  });

  test('keeps what a failed save held, under what was typed since, and tries again ever less often', async () => {
    autosave.change(answer({ children: 1, special: 1 }));
    await vi.advanceTimersByTimeAsync(600);
    autosave.change(answer({ children: 2 }));
    await host.answer(refusal('storage_failed'));
    expect(states.at(-1)).toBe('failed');
    expect(autosave.hasUnsaved()).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(host.calls[1]).toMatchObject({ basedOn: 4, answers: { children: 2, special: 1 } });
    await host.answer(refusal('storage_failed'));
    await vi.advanceTimersByTimeAsync(1_999);
    expect(host.calls).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(host.calls).toHaveLength(3);
    await host.answer();
    expect(states.at(-1)).toBe('saved');
  });

  test('a flush sends at once, including what arrived during the save under way', async () => {
    autosave.change(answer({ children: 1 }));
    const flushed = autosave.flush();
    autosave.change(answer({ children: 2 }));
    expect(host.calls).toHaveLength(1);
    await host.answer();
    expect(host.calls).toHaveLength(2);
    await host.answer();
    await flushed;
    expect(autosave.hasUnsaved()).toBe(false);
  });

  test('a flush ends when its save fails, and nothing is lost', async () => {
    autosave.change(answer({ children: 1 }));
    const flushed = autosave.flush();
    await host.answer(refusal('unreachable'));
    await flushed;
    expect(autosave.hasUnsaved()).toBe(true);
  });

  test('after a conflict nothing is sent any more and everything is kept', async () => {
    autosave.change(answer({ children: 1 }));
    await vi.advanceTimersByTimeAsync(600);
    await host.answer(refusal('conflict'));
    expect(states.at(-1)).toBe('conflict');
    autosave.change(answer({ children: 2 }));
    await autosave.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(host.calls).toHaveLength(1);
    expect(autosave.hasUnsaved()).toBe(true);
  });

  test.each(['unreachable', 'storage_failed'] as const)(
    'its own save that was answered with %s but reached the disk is no conflict',
    async (code) => {
      autosave.change(answer({ children: 1 }));
      await vi.advanceTimersByTimeAsync(600);
      await host.answer(refusal(code));
      autosave.change(answer({ special: 7 }));
      await vi.advanceTimersByTimeAsync(1_000);
      host.opened = {
        ok: true,
        value: {
          status: 'draft',
          saves: 5,
          answers: { children: { value: 1, at: savedAt } },
          notes: {},
        } as Partial<Assessment> as Assessment,
      };
      await host.answer(refusal('conflict'));
      expect(host.calls.at(-1)).toMatchObject({ basedOn: 5, answers: { children: 1, special: 7 } });
      await host.answer();
      expect(states.at(-1)).toBe('saved');
      expect(states).not.toContain('conflict');
    },
  );

  test('its own note is recognised as it was stored, without what cannot be seen', async () => {
    autosave.change({ answers: {}, notes: { '2.1': 'đã rà soát\u202e ' } });
    await vi.advanceTimersByTimeAsync(600);
    await host.answer(refusal('unreachable'));
    await vi.advanceTimersByTimeAsync(1_000);
    host.opened = {
      ok: true,
      value: {
        status: 'draft',
        saves: 5,
        answers: {},
        notes: { '2.1': { text: 'đã rà soát', at: savedAt } },
      } as Partial<Assessment> as Assessment,
    };
    await host.answer(refusal('conflict'));
    expect(states).not.toContain('conflict');
  });

  test('a stopped autosave says and sends nothing more', async () => {
    autosave.change(answer({ children: 1 }));
    autosave.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(host.calls).toEqual([]);
  });
});
