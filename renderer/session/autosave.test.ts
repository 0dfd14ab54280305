import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import type { Undo } from '../../criteria/change.ts';
import type { ApiError, Args, ErrorCode, OpenedAssessment, Reply, Value } from '../../electron/api.ts';
import { draftAssessment, savedAt } from '../../tests/example-assessment.ts';
import { type Autosave, createAutosave, type SaveState } from './autosave.ts';
import { type Changes, none } from './changes.ts';

type SaveArgs = Args<'assessments.save'>;
type SaveReply = Reply<Value<'assessments.save'>>;

const answer = (answers: Changes['answers']): Changes => ({ ...none, answers });
const made = { at: savedAt, by: 'Lan' };
const paper = { kind: 'paper', text: 'Sổ hộ tịch' } as const;
const brought = { value: 40, year: 2025 };
/** What can be undone, so large in JSON. */
const undoOf = (size: number): Undo => ({
  done: [[{ kind: 'note', of: '2.1', from: '', to: 'a'.repeat(size - 80) }]],
  undone: [],
});
const refusal = (code: ErrorCode): { ok: false; error: ApiError } => ({
  ok: false,
  error: { code, message: 'không được' },
});

/** A host whose answers the test gives one by one. */
class Host {
  readonly calls: SaveArgs[] = [];
  readonly #pending: { readonly args: SaveArgs; readonly resolve: (reply: SaveReply) => void }[] = [];
  opened: Reply<OpenedAssessment> = refusal('not_found');

  save = (args: SaveArgs): Promise<SaveReply> => {
    this.calls.push(args);
    return new Promise((resolve) => this.#pending.push({ args, resolve }));
  };

  open = async () => this.opened;

  /** Answers the oldest call that waits, or another of those that wait. */
  async answer(reply?: SaveReply, which = 0): Promise<void> {
    const [call] = this.#pending.splice(which, 1);
    call?.resolve(reply ?? { ok: true, value: { saves: call.args.basedOn + 1, savedAt } });
    await vi.advanceTimersByTimeAsync(0);
  }

  /** What is on the disk, for whoever opens the assessment. */
  holds(saves: number, answers: Record<string, number>, part: Partial<Assessment> = {}): void {
    this.opened = { ok: true, value: { assessment: draftAssessment(answers, { saves, ...part }) } };
  }
}

describe('autosave', () => {
  let host: Host;
  let states: SaveState['kind'][];
  let state: SaveState;
  let autosave: Autosave;
  const change = (changes: Changes, by = 'Lan') => autosave.change({ by, changes });

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
      onState: (next) => {
        state = next;
        states.push(next.kind);
      },
    });
  });
  afterEach(() => {
    autosave.stop();
    vi.useRealTimers();
  });

  test('saves once the typing has paused for 600 ms, all changes in one call', async () => {
    change(answer({ children: 2 }));
    await vi.advanceTimersByTimeAsync(300);
    change(answer({ children: 21, special: 3 }));
    change({ ...none, notes: { '2.1': 'theo sổ' } });
    await vi.advanceTimersByTimeAsync(599);
    expect(host.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(host.calls).toEqual([
      {
        id: '2026-00001',
        basedOn: 4,
        by: 'Lan',
        answers: { children: 21, special: 3 },
        notes: { '2.1': 'theo sổ' },
      },
    ]);
    await host.answer();
    expect(states).toEqual(['waiting', 'waiting', 'waiting', 'saving', 'saved']);
    expect(autosave.hasUnsaved()).toBe(false);
  });

  test('saves after 2 s at the latest while the typing goes on', async () => {
    for (let typed = 0; typed < 5; typed += 1) {
      change(answer({ children: typed }));
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(host.calls).toHaveLength(1);
    expect(host.calls[0]?.answers).toEqual({ children: 4 });
  });

  test('saves one at a time, in order, each based on the one before', async () => {
    change(answer({ children: 1 }));
    await vi.advanceTimersByTimeAsync(600);
    change(answer({ children: 2 }));
    await vi.advanceTimersByTimeAsync(5_000);
    change(answer({ special: null }));
    expect(host.calls).toHaveLength(1);
    await host.answer();
    await vi.advanceTimersByTimeAsync(600);
    expect(host.calls[1]).toMatchObject({ basedOn: 5, answers: { children: 2, special: null } });
    await host.answer();
    expect(autosave.basedOn()).toBe(6);
    expect(autosave.hasUnsaved()).toBe(false);
  });

  test('keeps what a failed save held, under what was typed since, and tries again ever less often', async () => {
    change(answer({ children: 1, special: 1 }));
    await vi.advanceTimersByTimeAsync(600);
    change(answer({ children: 2 }));
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
    change(answer({ children: 1 }));
    const flushed = autosave.flush();
    change(answer({ children: 2 }));
    expect(host.calls).toHaveLength(1);
    await host.answer();
    expect(host.calls).toHaveLength(2);
    await host.answer();
    await flushed;
    expect(autosave.hasUnsaved()).toBe(false);
  });

  test('a flush ends when its save fails, and nothing is lost', async () => {
    change(answer({ children: 1 }));
    const flushed = autosave.flush();
    await host.answer(refusal('unreachable'));
    await flushed;
    expect(autosave.hasUnsaved()).toBe(true);
  });

  test('after a conflict nothing is sent any more, everything is kept, and the host’s reason is passed on', async () => {
    change(answer({ children: 1 }));
    await vi.advanceTimersByTimeAsync(600);
    const message = 'Phiếu này vừa được lấy lại từ bản dự phòng';
    await host.answer({ ok: false, error: { code: 'conflict', message } });
    expect(state).toEqual({ kind: 'conflict', message });
    change(answer({ children: 2 }));
    await autosave.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(host.calls).toHaveLength(1);
    expect(autosave.hasUnsaved()).toBe(true);
  });

  test.each(['unreachable', 'storage_failed'] as const)(
    'its own save that was answered with %s but reached the disk is no conflict',
    async (code) => {
      change(answer({ children: 1 }));
      await vi.advanceTimersByTimeAsync(600);
      await host.answer(refusal(code));
      change(answer({ special: 7 }));
      await vi.advanceTimersByTimeAsync(1_000);
      host.holds(5, { children: 1 });
      await host.answer(refusal('conflict'));
      expect(host.calls.at(-1)).toMatchObject({ basedOn: 5, answers: { children: 1, special: 7 } });
      await host.answer();
      expect(states.at(-1)).toBe('saved');
      expect(states).not.toContain('conflict');
    },
  );

  test('while it cannot be told whose version it conflicts with, it goes on trying', async () => {
    change(answer({ children: 1 }));
    await vi.advanceTimersByTimeAsync(600);
    await host.answer(refusal('unreachable'));
    await vi.advanceTimersByTimeAsync(1_000);
    host.opened = refusal('unreachable');
    await host.answer(refusal('conflict'));
    expect(states.at(-1)).toBe('failed');
    host.holds(5, { children: 1 });
    await vi.advanceTimersByTimeAsync(30_000);
    await host.answer(refusal('conflict'));
    await host.answer();
    expect(states.at(-1)).toBe('saved');
    expect(states).not.toContain('conflict');
  });

  test('its own note is recognised as it was stored, without what cannot be seen', async () => {
    change({ ...none, notes: { '2.1': 'đã rà soát\u202e ' } });
    await vi.advanceTimersByTimeAsync(600);
    await host.answer(refusal('unreachable'));
    await vi.advanceTimersByTimeAsync(1_000);
    host.holds(5, {}, { notes: { '2.1': { text: 'đã rà soát', ...made } } });
    await host.answer(refusal('conflict'));
    expect(states).not.toContain('conflict');
  });

  test('evidence, figures to be confirmed and what can be undone are sent where there are any', async () => {
    const undo = undoOf(100);
    change({ ...none, evidence: { '2.1': [paper] }, undo: undoOf(90) });
    change({ ...none, unconfirmed: { children: brought }, undo });
    await vi.advanceTimersByTimeAsync(600);
    expect(host.calls).toEqual([
      {
        id: '2026-00001',
        basedOn: 4,
        by: 'Lan',
        answers: {},
        notes: {},
        evidence: { '2.1': [paper] },
        unconfirmed: { children: brought },
        undo,
      },
    ]);
  });

  const itsEvidence = { '2.1': [{ item: paper, ...made }] };
  const itsFigure = { children: { brought, ...made } };
  test.each<[string, Partial<Changes>, Partial<Assessment>, SaveState['kind']]>([
    ['its own evidence', { evidence: { '2.1': [paper] } }, { evidence: itsEvidence }, 'saving'],
    ['evidence without its own', { evidence: { '2.1': [paper] } }, {}, 'conflict'],
    [
      'its own figure to be confirmed',
      { unconfirmed: { children: brought } },
      { unconfirmed: itsFigure },
      'saving',
    ],
    [
      'a figure that it took away',
      { unconfirmed: { children: null } },
      { unconfirmed: itsFigure },
      'conflict',
    ],
  ])('where an answer got lost and the disk holds %s, that is told', async (_, mine, stored, outcome) => {
    change({ ...none, ...mine });
    await vi.advanceTimersByTimeAsync(600);
    await host.answer(refusal('unreachable'));
    await vi.advanceTimersByTimeAsync(1_000);
    host.holds(5, {}, stored);
    await host.answer(refusal('conflict'));
    expect(states.at(-1)).toBe(outcome);
  });

  test('what failed, waits or is on its way is all unsaved, the latest of each', async () => {
    change(answer({ children: 1, special: 1 }));
    await vi.advanceTimersByTimeAsync(600);
    change({ ...answer({ children: 2 }), notes: { '2.1': 'theo sổ' }, undo: undoOf(100) });
    const unsaved = {
      ...none,
      answers: { children: 2, special: 1 },
      notes: { '2.1': 'theo sổ' },
      undo: undoOf(100),
    };
    expect(autosave.unsaved()).toEqual([{ by: 'Lan', changes: unsaved }]);
    await host.answer(refusal('storage_failed'));
    expect(autosave.unsaved()).toEqual([{ by: 'Lan', changes: unsaved }]);
    await vi.advanceTimersByTimeAsync(1_000);
    await host.answer();
    expect(autosave.unsaved()).toEqual([]);
  });

  describe('what different people changed', () => {
    test('is saved under the name of each, in order, whoever works by then', async () => {
      change(answer({ children: 1 }), 'Lan');
      change(answer({ children: 2, special: 3 }), 'Bình');
      change(answer({ special: 4 }), 'Bình');
      const flushed = autosave.flush();
      expect(host.calls).toMatchObject([{ basedOn: 4, by: 'Lan', answers: { children: 1 } }]);
      await host.answer();
      expect(host.calls[1]).toMatchObject({ basedOn: 5, by: 'Bình', answers: { children: 2, special: 4 } });
      await host.answer();
      await flushed;
      expect(states.at(-1)).toBe('saved');
    });

    test('stays apart when a save failed before the other person came', async () => {
      change(answer({ children: 1 }), 'Lan');
      await vi.advanceTimersByTimeAsync(600);
      change(answer({ special: 2 }), 'Bình');
      await host.answer(refusal('unreachable'));
      await vi.advanceTimersByTimeAsync(1_000);
      expect(host.calls[1]).toMatchObject({ basedOn: 4, by: 'Lan', answers: { children: 1 } });
      expect(host.calls[1]?.answers).not.toHaveProperty('special');
      await host.answer();
      await vi.advanceTimersByTimeAsync(600);
      expect(host.calls[2]).toMatchObject({ basedOn: 5, by: 'Bình', answers: { special: 2 } });
      await host.answer();
      expect(states.at(-1)).toBe('saved');
    });

    test('is all sent at once when the page is left', () => {
      change(answer({ children: 1 }), 'Lan');
      change(answer({ children: 2 }), 'Bình');
      change({ ...answer({ children: 3 }), undo: undoOf(100) }, 'Lan');
      autosave.leave();
      expect(host.calls.map(({ basedOn, by, answers }) => [basedOn, by, answers])).toEqual([
        [4, 'Lan', { children: 1 }],
        [5, 'Bình', { children: 2 }],
        [6, 'Lan', { children: 3 }],
      ]);
      expect(host.calls[2]).toHaveProperty('undo');
    });
  });

  describe('when the page is left', () => {
    test('what can be undone is not sent where not all could be sent then, and follows if the page stays', async () => {
      const undo = undoOf(30_000);
      change({ ...answer({ children: 1 }), undo: undoOf(29_000) });
      await vi.advanceTimersByTimeAsync(600);
      change({ ...answer({ special: 2 }), undo });
      autosave.leave();
      autosave.leave();
      expect(host.calls).toHaveLength(2);
      expect(host.calls[1]).toMatchObject({ basedOn: 5, answers: { special: 2 } });
      expect(host.calls[1]).not.toHaveProperty('undo');
      await host.answer();
      await host.answer();
      expect(autosave.hasUnsaved()).toBe(true);
      await vi.advanceTimersByTimeAsync(600);
      expect(host.calls[2]).toEqual({
        id: '2026-00001',
        basedOn: 6,
        by: 'Lan',
        answers: {},
        notes: {},
        undo,
      });
      await host.answer();
      expect(states.at(-1)).toBe('saved');
    });

    test('what can be undone goes with the rest where there is room', async () => {
      change(answer({ children: 1 }));
      await vi.advanceTimersByTimeAsync(600);
      change({ ...answer({ special: 2 }), undo: undoOf(30_000) });
      autosave.leave();
      expect(host.calls[1]).toMatchObject({ answers: { special: 2 }, undo: undoOf(30_000) });
    });

    /** One save under way with children = 1, and behind it the later changes. */
    async function leaveWith(later: Changes['answers']): Promise<void> {
      change(answer({ children: 1 }));
      await vi.advanceTimersByTimeAsync(600);
      change(answer(later));
      autosave.leave();
    }

    test('what waits is sent at once', () => {
      change(answer({ children: 1 }));
      autosave.leave();
      autosave.leave();
      expect(host.calls).toMatchObject([{ basedOn: 4, answers: { children: 1 } }]);
    });

    test('what waits behind a save under way is sent with it, based on what that save makes', async () => {
      await leaveWith({ special: 2 });
      change(answer({ special: 3 }));
      autosave.leave();
      expect(host.calls).toMatchObject([
        { basedOn: 4, answers: { children: 1 } },
        { basedOn: 5, answers: { special: 2 } },
        { basedOn: 6, answers: { special: 3 } },
      ]);
    });

    test.each([
      ['in the order of sending', [0, 0]],
      ['in the other order', [1, 0]],
    ])('and stays after all, it is saved once both answers are there, %s', async (_, order) => {
      await leaveWith({ special: 2 });
      await host.answer(undefined, order[0]);
      expect(autosave.hasUnsaved()).toBe(true);
      expect(states.at(-1)).toBe('saving');
      await host.answer(undefined, order[1]);
      expect(autosave.hasUnsaved()).toBe(false);
      expect(states.at(-1)).toBe('saved');
      expect(autosave.basedOn()).toBe(6);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(host.calls).toHaveLength(2);
    });

    test('a third save goes behind the second although the first is answered already', async () => {
      await leaveWith({ special: 2 });
      await host.answer();
      change(answer({ special: 3 }));
      autosave.leave();
      expect(host.calls.at(-1)).toMatchObject({ basedOn: 6, answers: { special: 3 } });
    });

    test('a first save that fails takes the second with it, and both are tried again as one', async () => {
      await leaveWith({ children: 2, special: 2 });
      await host.answer(refusal('storage_failed'));
      await host.answer(refusal('conflict'));
      expect(states.at(-1)).toBe('failed');
      expect(states).not.toContain('conflict');
      await vi.advanceTimersByTimeAsync(1_000);
      expect(host.calls.at(-1)).toMatchObject({ basedOn: 4, answers: { children: 2, special: 2 } });
      await host.answer();
      expect(autosave.hasUnsaved()).toBe(false);
    });

    test('a first save whose answer got lost is not written over the second', async () => {
      change(answer({ children: 1, special: 1 }));
      await vi.advanceTimersByTimeAsync(600);
      change(answer({ children: 2 }));
      autosave.leave();
      await host.answer(refusal('unreachable'));
      await host.answer();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(host.calls.at(-1)).toMatchObject({ basedOn: 6, answers: { special: 1 } });
      expect(host.calls.at(-1)?.answers).not.toHaveProperty('children');
    });

    test('two saves whose answers got lost are recognised as its own', async () => {
      await leaveWith({ special: 2 });
      await host.answer(refusal('unreachable'));
      await host.answer(refusal('unreachable'));
      await vi.advanceTimersByTimeAsync(1_000);
      host.holds(6, { children: 1, special: 2 });
      await host.answer(refusal('conflict'));
      expect(states).not.toContain('conflict');
      expect(host.calls.at(-1)).toMatchObject({ basedOn: 6 });
    });

    test('a version of another window under its own second save is a conflict', async () => {
      await leaveWith({ special: 2 });
      await host.answer(refusal('unreachable'));
      await host.answer(refusal('unreachable'));
      await vi.advanceTimersByTimeAsync(1_000);
      host.holds(6, { children: 9, special: 2 });
      await host.answer(refusal('conflict'));
      expect(states.at(-1)).toBe('conflict');
      expect(autosave.hasUnsaved()).toBe(true);
    });

    test('a version later than its own second save is a conflict, whatever it holds', async () => {
      await leaveWith({ special: 2 });
      await host.answer(refusal('unreachable'));
      await host.answer(refusal('unreachable'));
      await vi.advanceTimersByTimeAsync(1_000);
      host.holds(7, { children: 1, special: 2 });
      await host.answer(refusal('conflict'));
      expect(states.at(-1)).toBe('conflict');
    });

    test('a second save refused for another window’s sake is a conflict, and only that one is kept', async () => {
      await leaveWith({ special: 2 });
      await host.answer();
      await host.answer(refusal('conflict'));
      expect(states.at(-1)).toBe('conflict');
      expect(autosave.basedOn()).toBe(5);
      expect(autosave.hasUnsaved()).toBe(true);
    });

    test('nothing is sent once there is a conflict', async () => {
      change(answer({ children: 1 }));
      await vi.advanceTimersByTimeAsync(600);
      await host.answer(refusal('conflict'));
      change(answer({ children: 2 }));
      autosave.leave();
      expect(host.calls).toHaveLength(1);
    });
  });

  test('a stopped autosave says and sends nothing more', async () => {
    change(answer({ children: 1 }));
    autosave.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(host.calls).toEqual([]);
  });
});
