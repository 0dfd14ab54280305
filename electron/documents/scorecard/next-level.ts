/** The next level of an indicator that has not all its points: what is reached from where, and by which rule. */
import { factOf } from '../../../criteria/lookup.ts';
import type { Indicator, Provenance } from '../../../criteria/schema.ts';
import { bandsFor, type IndicatorScore } from '../../../criteria/score.ts';
import { nextLevelText, nextLevelTextOfCheck } from '../../../criteria/wording.ts';
import type { ScorecardInput } from '../document-input.ts';

interface NextLevel {
  readonly text: string;
  /** The rule that the level and its points come from. */
  readonly rule: Provenance;
}

/** Null where there is none: not answered, all points reached, or no rate. */
export function nextLevel(
  { set, unit }: ScorecardInput,
  indicator: Indicator,
  score: IndicatorScore,
): NextLevel | null {
  if (score.state === 'unanswered' || score.points === score.max) return null;
  const { explanation, points } = score;
  if (explanation.next === null) return null;
  if (explanation.kind === 'check')
    return { text: nextLevelTextOfCheck(explanation.next), rule: indicator.provenance };
  if (indicator.kind === 'check') return null;
  const band = bandsFor(indicator, unit.class).bands.findLast((one) => one.points > points);
  const text = nextLevelText(
    indicator,
    explanation.next,
    factOf(set, indicator.numerator),
    explanation.numerator,
  );
  return { text, rule: band?.provenance ?? indicator.provenance };
}
