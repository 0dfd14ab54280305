/**
 * The sentences about scores, in Vietnamese: one wording for the screen, the documents and the headless entry. It is the
 * text of record; for the interface the same sentences exist in other languages (`wording/`). Numbers are written as in
 * Vietnam (1.234,5).
 */
import type { Above } from './answers.ts';
import type { CriteriaSet, Fact, Localised, RatioIndicator } from './schema.ts';
import type {
  BandTable,
  Explanation,
  IndicatorScore,
  MatchedBand,
  NextBand,
  Reason,
  Scorecard,
  Verdict,
} from './score.ts';
import { decimalText, hundredthsText, lowerFirst, numberText } from './wording/numbers.ts';
import type { RuleLine, Sentences } from './wording/sentences.ts';

export { lowerFirst, numberText };

export const verdictText: Readonly<Record<Verdict, string>> = {
  eligible: 'Đủ điều kiện',
  ineligible: 'Chưa đủ điều kiện',
  incomplete: 'Chưa đủ số liệu',
};

export const provisionalText = 'Tạm tính';

/** The text of record. The documents are Vietnamese whatever the language of the interface. */
export function vi(text: Localised): string {
  return text.vi;
}

function withBase(value: string, base: RatioIndicator['base']): string {
  return base === 100 ? `${value} %` : `${value} trên ${numberText(base)}`;
}

/** A rate in hundredths as people read it: "97,99 %", "0,5 trên 1.000". */
export function rateText(hundredths: number, base: RatioIndicator['base']): string {
  return withBase(hundredthsText(hundredths), base);
}

/** A threshold of the set ("0.5") as people read it, with its base. */
export function thresholdText(decimal: string, base: RatioIndicator['base']): string {
  return withBase(decimalText(decimal), base);
}

/** The band a rate fell in: "từ 98 % trở lên". */
export function bandText(indicator: RatioIndicator, band: MatchedBand): string {
  switch (band.kind) {
    case 'otherwise':
      return 'ngoài các mức được điểm';
    case 'zero_denominator':
      return band.gives === 'full' ? 'mẫu số bằng 0, được điểm tối đa' : 'mẫu số bằng 0, không được điểm';
    case 'band':
      return conditionText(indicator, band.op, band.rate);
  }
}

function conditionText(indicator: RatioIndicator, op: '>=' | '<=' | '=', rate: string): string {
  const threshold = thresholdText(rate, indicator.base);
  if (op === '>=') return `từ ${threshold} trở lên`;
  if (op === '<=') return `không quá ${threshold}`;
  return rate === '0' ? 'không có trường hợp nào' : `đạt ${threshold}`;
}

/** The whole rule of a ratio as lines: what is reached and how many points that gives. */
export function ruleLines(indicator: RatioIndicator, table: BandTable): readonly RuleLine[] {
  return [
    ...table.bands.map((band) => ({
      condition: conditionText(indicator, band.op, band.rate),
      points: band.points,
      provisional: band.provenance.status === 'provisional',
    })),
    {
      condition: 'còn lại',
      points: table.otherwise.points,
      provisional: table.otherwise.provenance.status === 'provisional',
    },
  ];
}

/**
 * What the next band needs: "Cần thêm 12 trẻ em để đạt 50 điểm". Where lower is better a level is named and how far away it
 * is, because nobody is told to lower a count: "Mức 40 điểm: không quá 796 trẻ em (nay nhiều hơn 1.204)". `current` is
 * the numerator as it stands.
 */
export function nextBandText(
  indicator: RatioIndicator,
  next: NextBand,
  numerator: Fact,
  current: number,
): string {
  const change = numberText(next.change);
  const noun = vi(numerator.noun);
  const points = `${numberText(next.points)} điểm`;
  if (indicator.better === 'higher') return `Cần thêm ${change} ${noun} để đạt ${points}`;
  const most = current - next.change;
  return most === 0
    ? `Mức ${points}: không có ${noun} nào (nay có ${change})`
    : `Mức ${points}: không quá ${numberText(most)} ${noun} (nay nhiều hơn ${change})`;
}

/**
 * The figure at which the next band begins, for a sheet about what has been: nobody is told to lower a count.
 * "không quá 2 trẻ em (30 điểm)", "từ 1.737 trẻ em trở lên (50 điểm), còn thiếu 12". `current` is the numerator.
 */
export function nextLevelText(
  indicator: RatioIndicator,
  next: NextBand,
  numerator: Fact,
  current: number,
): string {
  const noun = vi(numerator.noun);
  const points = `(${numberText(next.points)}\u00a0điểm)`;
  if (indicator.better === 'higher')
    return `từ ${numberText(current + next.change)} ${noun} trở lên ${points}, còn thiếu ${numberText(next.change)}`;
  const most = current - next.change;
  return most === 0 ? `không có ${noun} nào ${points}` : `không quá ${numberText(most)} ${noun} ${points}`;
}

/** The same of a check: "có (50 điểm)". */
export function nextLevelTextOfCheck({ points }: { readonly points: number }): string {
  return `${checkText(true).toLowerCase()} (${numberText(points)}\u00a0điểm)`;
}

/** Why an indicator lost its points to a zero denominator, which no better figure of its numerator can mend. */
export function noRateText(denominator: Fact): string {
  return `“${vi(denominator.label)}” bằng 0 nên không tính được tỷ lệ và không được điểm`;
}

/** The answer to a check. */
export function checkText(value: boolean): string {
  return value ? 'Có' : 'Không';
}

/** What a check that is not met would bring: "Nếu có thì đạt 50 điểm". */
export function nextCheckText(next: { readonly points: number }): string {
  return `Nếu có thì đạt ${numberText(next.points)} điểm`;
}

/** What "Tạm tính" means, for the foot of whatever shows it. */
export function provisionalMeaning(set: CriteriaSet): string {
  return `${provisionalText}: có ít nhất một mức điểm, ngưỡng hoặc câu chữ chưa đối chiếu được với ${vi(set.legalBasis)}, nên chương trình lấy số tạm để tính. Số tạm không phải là quy định của pháp luật và phải được đối chiếu với văn bản gốc.`;
}

/** The calculation behind an indicator's points: "2.107 / 2.150 = 98 %, từ 98 % trở lên". */
export function calculationText(
  indicator: RatioIndicator,
  explanation: Extract<Explanation, { kind: 'ratio' }>,
): string {
  const figures = `${numberText(explanation.numerator)} / ${numberText(explanation.denominator)}`;
  const band = bandText(indicator, explanation.band);
  return explanation.shownHundredths === null
    ? `${figures}: ${band}`
    : `${figures} = ${rateText(explanation.shownHundredths, indicator.base)}, ${band}`;
}

/** "40/50 điểm", or "chưa có số liệu" while unanswered. */
export function pointsText(score: Pick<IndicatorScore, 'points' | 'max'>): string {
  return score.points === null
    ? 'chưa có số liệu'
    : `${numberText(score.points)}/${numberText(score.max)} điểm`;
}

/** The total of its maximum: "861/1.000", or "–/1.000" while nothing is answered, because that is not zero. */
export function totalText({ total, max, criteria }: Pick<Scorecard, 'total' | 'max' | 'criteria'>): string {
  const answered = criteria.some(({ points }) => points !== null);
  return `${answered ? numberText(total) : '–'}/${numberText(max)}`;
}

/** Why an eligible unit passes. */
export function passText(
  set: CriteriaSet,
  { total, threshold }: Pick<Scorecard, 'total' | 'threshold'>,
): string {
  const points = `Đạt ${numberText(total)} điểm, mức tối thiểu là ${numberText(threshold)}`;
  return set.recognition.everyCriterionAboveZero ? `${points}; không có tiêu chí nào được 0 điểm` : points;
}

/** Why the verdict is what it is, one sentence per reason. */
export function reasonText(set: CriteriaSet, reason: Reason): string {
  switch (reason.code) {
    case 'unanswered':
      return `Còn ${reason.indicators.length} chỉ tiêu chưa đủ số liệu: ${reason.indicators.join(', ')}`;
    case 'criterion_at_zero': {
      const criterion = set.criteria.find(({ id }) => id === reason.criterion);
      return `Tiêu chí ${reason.criterion}${criterion ? ` (${vi(criterion.name)})` : ''} được 0 điểm`;
    }
    case 'below_threshold':
      return `Đạt ${numberText(reason.total)} điểm, còn thiếu ${numberText(reason.short)} điểm so với mức tối thiểu ${numberText(reason.threshold)}`;
  }
}

/** That a part is greater than its whole: "Số trẻ em hài lòng (12) lớn hơn số trẻ em được hỏi ý kiến (10)". */
export function aboveText({ numerator, denominator, figures: [part, whole] }: Above): string {
  return `${vi(numerator.label)} (${numberText(part)}) lớn hơn ${lowerFirst(vi(denominator.label))} (${numberText(whole)})`;
}

/** The part of this that the interface has in other languages too. */
export const vietnamese: Sentences = {
  localised: vi,
  verdictText: (verdict) => verdictText[verdict],
  provisionalText: () => provisionalText,
  bandText,
  ruleLines,
  nextBandText,
  checkText,
  nextCheckText,
  calculationText,
  pointsText,
  passText,
  reasonText,
  aboveText,
};
