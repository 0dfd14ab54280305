import { expect, test } from 'vitest';
import { type Assessment, answersOf } from '../../../criteria/assessment.ts';
import { impactOf } from '../../../criteria/rules/impact.ts';
import type { CallApi, ErrorCode, Method } from '../../../electron/api.ts';
import { currentSet, draftAssessment } from '../../../tests/example-assessment.ts';
import { type MovingTools, moveOne } from './move-one.ts';
import {
  failuresOf,
  forgetMovingRun,
  leftOf,
  moveAll,
  movedLines,
  stopMoving,
  useMovingRun,
} from './moving-run.ts';

const next = { ...currentSet, version: currentSet.version + 1 };
const to = { id: next.id, version: next.version };

function lineOf(assessment: Assessment) {
  return impactOf(currentSet, next, { ...assessment, answers: answersOf(assessment) });
}

interface Host {
  readonly assessments: readonly Assessment[];
  readonly refusal?: ErrorCode;
  readonly settles?: boolean;
}

/** A host that knows these assessments, and what it was asked to do. */
function toolsOver({ assessments, refusal, settles = true }: Host) {
  const moves: unknown[] = [];
  const forgotten: string[] = [];
  const answer = (method: Method, args: Record<string, unknown>) => {
    if (method === 'criteria.get') return { ok: true, value: currentSet };
    const assessment = assessments.find(({ id }) => id === args.id);
    if (assessment === undefined) return { ok: false, error: { code: 'not_found', message: 'Không có' } };
    if (method === 'assessments.open') return { ok: true, value: { assessment } };
    moves.push(args);
    return refusal === undefined
      ? { ok: true, value: { ...assessment, criteriaSet: to } }
      : { ok: false, error: { code: refusal, message: 'Không được' } };
  };
  const call = (async (method: Method, args: object) => answer(method, { ...args })) as unknown as CallApi;
  const tools: MovingTools = {
    call,
    settle: async () => settles,
    forget: (id) => void forgotten.push(id),
    by: () => 'Lan',
  };
  return { tools, moves, forgotten };
}

const draft = draftAssessment({ children: 100, children_registered: 99 }, { saves: 7 });

test('a draft is moved from the state that is saved, and this window forgets what it held of it', async () => {
  const { tools, moves, forgotten } = toolsOver({ assessments: [draft] });
  expect(await moveOne(tools, lineOf(draft), to)).toEqual({ kind: 'moved' });
  expect(moves).toEqual([{ id: draft.id, basedOn: 7, to, by: 'Lan' }]);
  expect(forgotten).toEqual([draft.id]);
});

test('what this window cannot save is not moved', async () => {
  const { tools, moves } = toolsOver({ assessments: [draft], settles: false });
  expect(await moveOne(tools, lineOf(draft), to)).toEqual({ kind: 'unsaved' });
  expect(moves).toEqual([]);
});

test('a draft with other points than were shown is not moved', async () => {
  const now = draftAssessment({ children: 100, children_registered: 10 });
  const { tools, moves } = toolsOver({ assessments: [now] });
  expect(await moveOne(tools, lineOf(draft), to)).toEqual({ kind: 'changed' });
  expect(moves).toEqual([]);
});

test('a draft that was closed meanwhile stays as it is', async () => {
  const { tools, moves } = toolsOver({ assessments: [{ ...draft, status: 'final' }] });
  expect(await moveOne(tools, lineOf(draft), to)).toEqual({ kind: 'final' });
  expect(moves).toEqual([]);
});

test('a refusal is told apart from an answer that got lost', async () => {
  const refused = toolsOver({ assessments: [draft], refusal: 'invalid_input' });
  expect(await moveOne(refused.tools, lineOf(draft), to)).toEqual({ kind: 'refused', message: 'Không được' });
  expect(refused.forgotten).toEqual([]);
  const lost = toolsOver({ assessments: [draft], refusal: 'unreachable' });
  expect(await moveOne(lost.tools, lineOf(draft), to)).toMatchObject({ kind: 'unknown' });
  const overtaken = toolsOver({ assessments: [draft], refusal: 'conflict' });
  expect(await moveOne(overtaken.tools, lineOf(draft), to)).toEqual({ kind: 'changed' });
});

const others = ['2026-00002', '2026-00003'].map((id) => ({ ...draft, id }));

test('one that fails does not keep the others from being moved, and is told with its reason', async () => {
  const { tools } = toolsOver({ assessments: others });
  await moveAll(tools, [draft, ...others].map(lineOf), to);
  const { run } = useMovingRun.getState();
  if (run === null) throw new Error('there is no run');
  expect(run.over).toBe(true);
  expect(movedLines(run).map(({ id }) => id)).toEqual(['2026-00002', '2026-00003']);
  expect(failuresOf(run)).toMatchObject([{ line: { id: draft.id }, moved: { kind: 'refused' } }]);
  forgetMovingRun();
  expect(useMovingRun.getState().run).toBeNull();
});

test('a run that is stopped ends after the draft under way and names those that are left', async () => {
  const { tools } = toolsOver({ assessments: [draft, ...others] });
  const running = moveAll(tools, [draft, ...others].map(lineOf), to);
  stopMoving();
  await running;
  const { run } = useMovingRun.getState();
  if (run === null) throw new Error('there is no run');
  expect(movedLines(run).map(({ id }) => id)).toEqual([draft.id]);
  expect(leftOf(run).map(({ id }) => id)).toEqual(['2026-00002', '2026-00003']);
});
