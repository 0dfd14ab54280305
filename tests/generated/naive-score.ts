/** Scores a set once more, as slowly and plainly as the rules are written, on fractions of whole numbers. */
import type { Answers } from '../../criteria/answers.ts';
import type { CriteriaSet, Indicator } from '../../criteria/schema.ts';

/** Points of an indicator whose answers are all given. */
function naivePoints(indicator: Indicator, unitClass: string, answers: Answers): number {
  if (indicator.kind === 'check') return answers[indicator.id] === true ? indicator.points : 0;
  const part = BigInt(answers[indicator.numerator] as number);
  const whole = BigInt(answers[indicator.denominator] as number);
  if (whole === 0n) return indicator.zeroDenominator.gives === 'full' ? indicator.points : 0;
  const table = indicator.classBands.find((one) => one.unitClass === unitClass) ?? indicator;
  for (const { op, rate, points } of table.bands) {
    // Both sides times ten thousand, which leaves no threshold with a fraction, and times the whole.
    const [units = '', fraction = ''] = rate.split('.');
    const threshold = BigInt(units + fraction.padEnd(4, '0')) * whole;
    const own = part * BigInt(indicator.base) * 10_000n;
    const holds = op === '>=' ? own >= threshold : op === '<=' ? own <= threshold : own === threshold;
    if (holds) return points;
  }
  return table.otherwise.points;
}

export interface NaiveScore {
  readonly total: number;
  readonly eligible: boolean;
  readonly points: Readonly<Record<string, number>>;
}

/** Of a set all of whose questions are answered. */
export function naiveScore(set: CriteriaSet, unitClass: string, answers: Answers): NaiveScore {
  const points: Record<string, number> = {};
  let total = 0;
  let zeros = 0;
  for (const { indicators } of set.criteria) {
    let sum = 0;
    for (const indicator of indicators) {
      points[indicator.id] = naivePoints(indicator, unitClass, answers);
      sum += points[indicator.id] as number;
    }
    total += sum;
    if (sum === 0) zeros += 1;
  }
  const threshold = set.unitClasses.find(({ id }) => id === unitClass)?.threshold as number;
  const fails = set.recognition.everyCriterionAboveZero && zeros > 0;
  return { total, eligible: total >= threshold && !fails, points };
}
