/** What other rules would make of assessments: who gains, who loses, whose verdict flips. Pure. */
import { type Answers, answerKinds } from '../answers.ts';
import type { CriteriaSet } from '../schema.ts';
import { type Scorecard, score } from '../score.ts';
import type { Unit } from '../unit.ts';
import { answersKept, unknownToSet } from './moving.ts';
import type { SetVersion } from './published-set.ts';

/** As much of an assessment as scoring it by other rules needs. */
export interface Scorable {
  readonly id: string;
  readonly unit: Unit;
  readonly year: number;
  readonly status: 'draft' | 'final';
  /** Of a draft, what it is at now; of a final one, what was finalised. */
  readonly answers: Answers;
}

export type Outcome = Pick<Scorecard, 'total' | 'max' | 'threshold' | 'verdict'>;

export type Effect = 'flips' | 'gains' | 'loses' | 'same' | 'impossible';

export interface ImpactLine {
  readonly id: string;
  readonly unit: Unit;
  readonly year: number;
  readonly status: 'draft' | 'final';
  /** The version that it is scored by now. */
  readonly pinned: SetVersion;
  /** `flips`: another verdict. `impossible`: the new rules do not know its class or type of unit, or not together. */
  readonly effect: Effect;
  readonly before: Outcome;
  /** Null when `impossible`. */
  readonly after: Outcome | null;
  /** Facts and checks answered now that the new rules do not ask for, or that do not go together by them. */
  readonly notAsked: readonly string[];
  /** Facts and checks that only the new rules ask for. */
  readonly newlyAsked: readonly string[];
}

export function impactOf(before: CriteriaSet, after: CriteriaSet, assessment: Scorable): ImpactLine {
  const { id, unit, year, status, answers } = assessment;
  const now = outcome(score(before, unit.class, answers));
  const pinned = { id: before.id, version: before.version };
  const line = { id, unit, year, status, pinned, before: now };
  const [asked, toAsk] = [answerKinds(before), answerKinds(after)];
  const left = answersKept(before, after, answers);
  const notAsked = Object.keys(answers).filter((answer) => answers[answer] != null && !(answer in left));
  const newlyAsked = [...toAsk.keys()].filter((answer) => toAsk.get(answer) !== asked.get(answer));
  if (unknownToSet(after, unit) !== null)
    return { ...line, effect: 'impossible', after: null, notAsked, newlyAsked };
  const then = outcome(score(after, unit.class, left));
  return { ...line, effect: effectOf(now, then), after: then, notAsked, newlyAsked };
}

function outcome({ total, max, threshold, verdict }: Scorecard): Outcome {
  return { total, max, threshold, verdict };
}

function effectOf(before: Outcome, after: Outcome): Effect {
  if (before.verdict !== after.verdict) return 'flips';
  if (before.total === after.total) return 'same';
  return after.total > before.total ? 'gains' : 'loses';
}
