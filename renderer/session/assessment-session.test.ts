import { expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import type { Args, CallApi, Method } from '../../electron/api.ts';
import { currentSet, draftAssessment, savedAt } from '../../tests/example-assessment.ts';
import { exampleHost } from '../../tests/example-session.ts';
import { createAssessmentSession } from './assessment-session.ts';

const set = currentSet;
const at = savedAt;
const assessment = (part: Partial<Assessment> = {}) => draftAssessment({ children: 100 }, part);

/** A session on a host that saves everything and gives `next` for whatever gives an assessment. */
function sessionOn(start: Assessment, next: Assessment = start, readOnly?: string) {
  const calls: { method: Method; args: unknown }[] = [];
  const call = (async (method: Method, args: Args<Method>) => {
    calls.push({ method, args });
    if (method === 'assessments.save') return { ok: true, value: { saves: calls.length + 1, savedAt: at } };
    return { ok: true, value: method === 'assessments.open' ? { assessment: next } : next };
  }) as CallApi;
  const timers = { now: () => 0, setTimeout: () => 0, clearTimeout: () => undefined };
  return {
    session: createAssessmentSession(
      { assessment: start, ...(readOnly && { readOnly }) },
      set,
      call,
      timers,
      () => 'Lan',
    ),
    calls,
  };
}

test('a final assessment takes no answer', () => {
  const { session } = sessionOn(assessment({ status: 'final' }));
  session.typeFigure('children', '50');
  session.writeNote('2.1', 'muộn');
  expect(session.store.getState().copy.answers.children).toBe(100);
  expect(session.store.getState().copy.notes).toEqual({});
  expect(session.holdsUnsaved()).toBe(false);
});

test('an assessment that can only be looked at takes and sends nothing', async () => {
  const start = assessment();
  const { session, calls } = sessionOn(start, start, 'Tệp do bản mới hơn ghi');
  session.typeFigure('children', '50');
  session.writeNote('2.1', 'muộn');
  await session.flush();
  session.leave();
  expect(session.store.getState().copy.answers.children).toBe(100);
  expect(session.holdsUnsaved()).toBe(false);
  expect(calls).toEqual([]);
});

test('a refused figure is never sent, and holds the window open', async () => {
  const { session, calls } = sessionOn(assessment());
  session.typeFigure('children_registered', '101');
  await session.flush();
  expect(calls).toEqual([]);
  expect(session.holdsUnsaved()).toBe(true);
  session.typeFigure('children_registered', '99');
  await session.flush();
  expect(calls).toMatchObject([
    {
      method: 'assessments.save',
      args: { basedOn: 1, by: 'Lan', answers: { children_registered: 99 }, notes: {} },
    },
  ]);
  expect(session.holdsUnsaved()).toBe(false);
});

test('loading the saved version gives up what this window held', async () => {
  const { session } = sessionOn(
    assessment(),
    assessment({ saves: 9, answers: { children: { value: 7, at, by: null } } }),
  );
  session.typeFigure('children', 'bảy');
  await session.loadSaved(false);
  const { copy, save } = session.store.getState();
  expect(copy.answers.children).toBe(7);
  expect(copy.texts).toEqual({});
  expect(save).toEqual({ kind: 'saved', at });
  expect(session.holdsUnsaved()).toBe(false);
});

test('its history is that of the host, with who and when', async () => {
  const host = exampleHost(assessment());
  const session = host.open();
  session.typeFigure('children_registered', '9');
  session.typeFigure('children_registered', '98');
  host.now += 60_000;
  session.writeNote('2.1', 'theo sổ ');
  session.answerCheck('1.1', true);
  session.setEvidence('2.1', [{ kind: 'paper', text: 'Sổ hộ tịch' }]);
  session.answerCheck('1.1', null);
  const { history } = session.store.getState();
  expect(history.map(({ by, change }) => [by, change.kind, change.to])).toEqual([
    ['Lan', 'answer', 98],
    ['Lan', 'note', 'theo sổ'],
    ['Lan', 'answer', true],
    ['Lan', 'evidence', [{ kind: 'paper', text: 'Sổ hộ tịch' }]],
    ['Lan', 'answer', null],
  ]);
  expect(Date.parse(history[1]?.at ?? '') - Date.parse(history[0]?.at ?? '')).toBe(60_000);
});

test('closing goes on from the version that the host gives', async () => {
  const { session, calls } = sessionOn(assessment(), assessment({ status: 'final', saves: 3 }));
  await session.finalise();
  expect(calls[0]).toEqual({
    method: 'assessments.finalise',
    args: { id: '2026-00001', basedOn: 1, by: 'Lan' },
  });
  expect(session.store.getState().assessment.status).toBe('final');
  await session.reopen('sai số');
  expect(calls[1]?.args).toEqual({ id: '2026-00001', basedOn: 3, by: 'Lan', reason: 'sai số' });
});

test.each(['finalise', 'reopen'] as const)(
  '%s of an assessment that is not the one on the screen any more leads to the saved version',
  async (what) => {
    const message = 'Phiếu này vừa được lấy lại từ bản dự phòng';
    const call = (async () => ({ ok: false, error: { code: 'conflict', message } })) as CallApi;
    const timers = { now: () => 0, setTimeout: () => 0, clearTimeout: () => undefined };
    const session = createAssessmentSession({ assessment: assessment() }, set, call, timers, () => 'Lan');
    await (what === 'finalise' ? session.finalise() : session.reopen('sai số'));
    expect(session.store.getState().save).toEqual({ kind: 'conflict', message });
  },
);

test('the figures of an earlier year stay beside it when it is closed and reopened', async () => {
  const earlier = { year: 2025, status: 'final', answers: { children: 1204 } } as const;
  const call = (async () => ({ ok: true, value: assessment({ status: 'final' }) })) as CallApi;
  const timers = { now: () => 0, setTimeout: () => 0, clearTimeout: () => undefined };
  const session = createAssessmentSession(
    { assessment: assessment(), earlier },
    set,
    call,
    timers,
    () => 'Lan',
  );
  expect(session.store.getState().earlier).toEqual(earlier);
  await session.finalise();
  await session.reopen('sai số');
  expect(session.store.getState().earlier).toEqual(earlier);
});

test('what somebody typed before another took over is theirs, on the page and on the disk', async () => {
  const host = exampleHost(assessment());
  const session = host.open();
  session.writeNote('2.1', 'của Lan');
  host.working = 'Bình';
  session.writeNote('3.1', 'của Bình');
  session.writeNote('2.1', 'của Lan, Bình sửa');
  await session.flush();
  const { history } = session.store.getState();
  const names = host.assessment.history.map(({ by, change }) => [by, change.of, change.to]);
  expect(names).toEqual([
    ['Lan', '2.1', 'của Lan'],
    ['Bình', '2.1', 'của Lan, Bình sửa'],
    ['Bình', '3.1', 'của Bình'],
  ]);
  expect(new Set(history)).toEqual(new Set(host.assessment.history));
});
