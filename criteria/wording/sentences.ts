/** The sentences about scores that exist in every language of the interface. */
import type { Above } from '../answers.ts';
import type { CriteriaSet, Fact, Localised, RatioIndicator } from '../schema.ts';
import type {
  BandTable,
  Explanation,
  IndicatorScore,
  MatchedBand,
  NextBand,
  Reason,
  Scorecard,
  Verdict,
} from '../score.ts';

/** One line of a rule: what is reached and how many points that gives. */
export interface RuleLine {
  readonly condition: string;
  readonly points: number;
  readonly provisional: boolean;
}

/** None ends with a full stop. */
export interface Sentences {
  /** A text of the criteria set. */
  localised(text: Localised): string;
  verdictText(verdict: Verdict): string;
  /** The mark of what rests on a provisional rule. */
  provisionalText(): string;
  /** The band a rate fell in. */
  bandText(indicator: RatioIndicator, band: MatchedBand): string;
  /** The whole rule of a ratio. */
  ruleLines(indicator: RatioIndicator, table: BandTable): readonly RuleLine[];
  /** What the next band needs; `current` is the numerator as it stands. */
  nextBandText(indicator: RatioIndicator, next: NextBand, numerator: Fact, current: number): string;
  /** The answer to a check. */
  checkText(value: boolean): string;
  /** What a check that is not met would bring. */
  nextCheckText(next: { readonly points: number }): string;
  /** The calculation behind an indicator's points. */
  calculationText(indicator: RatioIndicator, explanation: Extract<Explanation, { kind: 'ratio' }>): string;
  /** Points of their maximum, or that there are none yet. */
  pointsText(score: Pick<IndicatorScore, 'points' | 'max'>): string;
  /** Why an eligible unit passes. */
  passText(set: CriteriaSet, scorecard: Pick<Scorecard, 'total' | 'threshold'>): string;
  /** Why the verdict is what it is, one sentence per reason. */
  reasonText(set: CriteriaSet, reason: Reason): string;
  /** That a part is greater than its whole. */
  aboveText(above: Above): string;
}
