/** The check code (mã kiểm tra) of a scorecard: it changes with anything that the sheet says. */
import type { Answers } from '../criteria/answers.ts';
import type { Scorecard } from '../criteria/score.ts';
import type { Unit } from '../criteria/unit.ts';
import { sha256OfJson } from './store/sha256.ts';

export interface CheckedSheet {
  readonly unit: Unit;
  readonly year: number;
  readonly status: 'draft' | 'final';
  readonly revision: number;
  readonly answers: Answers;
  readonly notes: Readonly<Record<string, string>>;
  readonly evidence: Readonly<Record<string, readonly string[]>>;
  readonly scorecard: Scorecard;
}

/** SHA-256 in hex over the sheet's canonical JSON. A draft never has the code of the final sheet with the same figures. */
export function checkCode({ status, evidence, ...sheet }: CheckedSheet): string {
  const { unit, year, revision, answers, notes, scorecard } = sheet;
  return sha256OfJson({
    unit,
    year,
    revision,
    answers,
    notes,
    scorecard,
    // NOTE: absent where there is nothing to say, so that codes given before there were drafts and evidence still hold.
    ...(status === 'draft' ? { status } : {}),
    ...(Object.keys(evidence).length === 0 ? {} : { evidence }),
  });
}
