/** The check code (mã kiểm tra) of a scorecard: it changes with anything that the sheet says. */
import type { Answers } from '../criteria/answers.ts';
import type { Scorecard } from '../criteria/score.ts';
import type { Unit } from '../criteria/unit.ts';
import { sha256OfJson } from './store/sha256.ts';

export interface CheckedSheet {
  readonly unit: Unit;
  readonly year: number;
  readonly revision: number;
  readonly answers: Answers;
  readonly notes: Readonly<Record<string, string>>;
  readonly scorecard: Scorecard;
}

/** SHA-256 in hex over the sheet's canonical JSON. */
export function checkCode({ unit, year, revision, answers, notes, scorecard }: CheckedSheet): string {
  return sha256OfJson({ unit, year, revision, answers, notes, scorecard });
}
