/** Sessions on a host that keeps one assessment as the program does, in memory, and saves when it is told to. */
import type { Assessment } from '../criteria/assessment.ts';
import { type Args, argumentSchemas, type CallApi, type OpenedAssessment } from '../electron/api.ts';
import { Refusal } from '../electron/refusal.ts';
import { finalised, withChanges } from '../electron/service/assessments.ts';
import { type AssessmentSession, createAssessmentSession } from '../renderer/session/assessment-session.ts';
import { currentSet, savedAt } from './example-assessment.ts';

export interface ExampleHost {
  assessment: Assessment;
  /** In milliseconds. */
  now: number;
  /** Who works in every window. */
  working: string;
  readonly saves: Args<'assessments.save'>[];
  /** A new start of the page, on the saved version or on one that was read earlier. */
  open(read?: Assessment): AssessmentSession;
}

export function exampleHost(assessment: Assessment, earlier?: OpenedAssessment['earlier']): ExampleHost {
  const opened = (assessment = host.assessment) => ({
    assessment,
    ...(earlier !== undefined && { earlier }),
  });
  function answer(method: string, args: never): unknown {
    if (method === 'assessments.save') return save(args);
    if (method === 'assessments.finalise')
      host.assessment = finalised(currentSet, host.assessment, { at: savedAt, by: 'Lan' });
    return method === 'assessments.open' ? opened() : host.assessment;
  }
  function save(args: Args<'assessments.save'>) {
    host.saves.push(args);
    const { basedOn, by, ...changes } = argumentSchemas['assessments.save'].parse(
      JSON.parse(JSON.stringify(args)),
    );
    if (basedOn !== host.assessment.saves) throw new Refusal('conflict', 'Phiếu vừa được lưu ở cửa sổ khác');
    const at = new Date(host.now).toISOString();
    host.assessment = {
      ...withChanges(currentSet, host.assessment, changes, { at, by }),
      saves: basedOn + 1,
    };
    return { saves: basedOn + 1, savedAt: at };
  }
  const call = (async (method: string, args: never) => {
    try {
      return { ok: true, value: answer(method, args) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ok: false, error: { code: error.code, message: error.message } };
    }
  }) as CallApi;
  const host: ExampleHost = {
    assessment,
    now: Date.parse(savedAt),
    working: 'Lan',
    saves: [],
    open: (read) => {
      const timers = { now: () => host.now, setTimeout: () => 0, clearTimeout: () => undefined };
      return createAssessmentSession(opened(read), currentSet, call, timers, () => host.working);
    },
  };
  return host;
}
