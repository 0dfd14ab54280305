/** What an improvement asks of its indicator, with all that is needed to say it. Pure. */
import type { Answers } from '../../criteria/answers.ts';
import type { Improvement } from '../../criteria/improvements.ts';
import { factOf } from '../../criteria/lookup.ts';
import type { CriteriaSet, Fact, Indicator } from '../../criteria/schema.ts';
import { scoreIndicator } from '../../criteria/score.ts';

/** What has to be reached. Nobody is told to lower a count: there a level is named, and no change. */
export type Aim =
  | { readonly kind: 'yes' }
  | { readonly kind: 'more'; readonly change: number; readonly target: number; readonly fact: Fact }
  /** Zero: none at all. */
  | { readonly kind: 'at_most'; readonly target: number; readonly fact: Fact };

export interface Step {
  readonly improvement: Improvement;
  readonly indicator: Indicator;
  /** The field to go to. */
  readonly answer: string;
  readonly aim: Aim;
  /** Whether a provisional rule decides the points now, or those to come. */
  readonly provisional: boolean;
}

export function stepsOf(
  set: CriteriaSet,
  unitClass: string,
  answers: Answers,
  improvements: readonly Improvement[],
): readonly Step[] {
  const indicators = set.criteria.flatMap((criterion) => criterion.indicators);
  return improvements.flatMap((improvement) => {
    const indicator = indicators.find(({ id }) => id === improvement.indicator);
    if (indicator === undefined) return [];
    const answer = indicator.kind === 'check' ? indicator.id : indicator.numerator;
    const reached = { ...answers, [answer]: improvement.target };
    return {
      improvement,
      indicator,
      answer,
      aim: aimOf(set, indicator, improvement),
      provisional: [answers, reached].some(
        (given) => scoreIndicator(indicator, unitClass, given).provisional,
      ),
    };
  });
}

function aimOf(set: CriteriaSet, indicator: Indicator, { target, change }: Improvement): Aim {
  if (indicator.kind === 'check' || target === true) return { kind: 'yes' };
  const fact = factOf(set, indicator.numerator);
  return indicator.better === 'higher'
    ? { kind: 'more', change, target, fact }
    : { kind: 'at_most', target, fact };
}
