/** What an assessor answers: a figure per fact, yes or no per check; absent or null is *unanswered*, never zero. */
import { z } from 'zod';
import { factOf } from './lookup.ts';
import type { CriteriaSet, Fact, RatioIndicator } from './schema.ts';
import { aboveText } from './wording.ts';

export const answerSchema = z.union([z.int().min(0), z.boolean()]);
export type Answer = number | boolean;
/** Keyed by fact id (a whole number, 0 or more) or check id (a boolean). */
export type Answers = Readonly<Record<string, Answer | null | undefined>>;

export type AnswerFaultCode = 'invalid_input' | 'unknown_answer' | 'numerator_above_denominator';

/** Two facts, the first of which counts a part of the second, and yet is greater. */
export interface Above {
  readonly numerator: Fact;
  readonly denominator: Fact;
  /** Of the numerator and of the denominator. */
  readonly figures: readonly [number, number];
}

export interface AnswerFault {
  readonly code: AnswerFaultCode;
  /** The fact or check at fault. */
  readonly answer: string;
  /** For `numerator_above_denominator` alone. */
  readonly above?: Above;
  /** In Vietnamese. */
  readonly message: string;
}

const kindsBySet = new WeakMap<CriteriaSet, ReadonlyMap<string, 'fact' | 'check'>>();

/** What each answer id of the set asks for. */
export function answerKinds(set: CriteriaSet): ReadonlyMap<string, 'fact' | 'check'> {
  let kinds = kindsBySet.get(set);
  if (kinds === undefined) {
    kinds = new Map([
      ...set.facts.map((fact) => [fact.id, 'fact'] as const),
      ...set.criteria.flatMap((criterion) =>
        criterion.indicators.filter((i) => i.kind === 'check').map((check) => [check.id, 'check'] as const),
      ),
    ]);
    kindsBySet.set(set, kinds);
  }
  return kinds;
}

/**
 * Everything wrong with a set of answers; empty when they can be scored. Only two things are errors: an answer that is
 * not what its question asks for, and a numerator above its denominator. Other oddities may be true (figures come from
 * different dates and sources).
 */
export function answerFaults(set: CriteriaSet, answers: Answers): AnswerFault[] {
  const kinds = answerKinds(set);
  const faults: AnswerFault[] = [];
  for (const [answer, value] of Object.entries(answers)) {
    const kind = kinds.get(answer);
    if (kind === undefined) {
      faults.push({ code: 'unknown_answer', answer, message: `Bộ tiêu chí không có câu hỏi "${answer}"` });
    } else if (value !== null && value !== undefined) {
      const message = kind === 'fact' ? figureFault(value) : checkFault(value);
      if (message !== undefined) faults.push({ code: 'invalid_input', answer, message });
    }
  }
  if (faults.length > 0) return faults;
  return numeratorsAbove(set, answers);
}

function figureFault(value: Answer): string | undefined {
  if (typeof value !== 'number' || Number.isNaN(value)) return 'Cần một số nguyên từ 0 trở lên';
  if (value < 0) return 'Số liệu không được âm';
  if (value > Number.MAX_SAFE_INTEGER) return 'Số liệu quá lớn';
  if (!Number.isInteger(value)) return 'Số liệu phải là số nguyên, không có phần lẻ';
  return undefined;
}

function checkFault(value: Answer): string | undefined {
  return typeof value === 'boolean' ? undefined : 'Cần trả lời có (true) hoặc không (false)';
}

function numeratorsAbove(set: CriteriaSet, answers: Answers): AnswerFault[] {
  const faults: AnswerFault[] = [];
  for (const { indicators } of set.criteria) {
    for (const indicator of indicators) {
      if (indicator.kind === 'check') continue;
      const numerator = answers[indicator.numerator];
      const denominator = answers[indicator.denominator];
      if (typeof numerator !== 'number' || typeof denominator !== 'number' || numerator <= denominator)
        continue;
      if (faults.some(({ above }) => isOf(above, indicator))) continue;
      const above: Above = {
        numerator: factOf(set, indicator.numerator),
        denominator: factOf(set, indicator.denominator),
        figures: [numerator, denominator],
      };
      faults.push({
        code: 'numerator_above_denominator',
        answer: indicator.numerator,
        above,
        message: aboveText(above),
      });
    }
  }
  return faults;
}

function isOf(above: Above | undefined, { numerator, denominator }: RatioIndicator): boolean {
  return above?.numerator.id === numerator && above.denominator.id === denominator;
}
