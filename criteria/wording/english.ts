/**
 * The sentences about scores in English, for the interface alone: what is printed is Vietnamese. Nouns of the criteria
 * set are plural, so no sentence puts a number right before one.
 */
import type { Band, RatioIndicator } from '../schema.ts';
import { decimalText, hundredthsText, lowerFirst, numberText } from './numbers.ts';
import type { Sentences } from './sentences.ts';

function withBase(value: string, base: RatioIndicator['base']): string {
  return base === 100 ? `${value} %` : `${value} per ${numberText(base)}`;
}

function conditionText({ base }: RatioIndicator, { op, rate }: Pick<Band, 'op' | 'rate'>): string {
  const threshold = withBase(decimalText(rate), base);
  if (op === '>=') return `${threshold} or more`;
  if (op === '<=') return `at most ${threshold}`;
  return rate === '0' ? 'none at all' : `exactly ${threshold}`;
}

function countText(count: number, one: string): string {
  return `${numberText(count)} ${one}${count === 1 ? '' : 's'}`;
}

export const english: Sentences = {
  localised: (text) => text.en,

  verdictText: (verdict) =>
    ({ eligible: 'Eligible', ineligible: 'Not eligible', incomplete: 'Figures missing' })[verdict],

  provisionalText: () => 'Provisional',

  bandText(indicator, band) {
    switch (band.kind) {
      case 'otherwise':
        return 'outside the levels that give points';
      case 'zero_denominator':
        return band.gives === 'full'
          ? 'the denominator is 0, which gives full points'
          : 'the denominator is 0, which gives no points';
      case 'band':
        return conditionText(indicator, band);
    }
  },

  ruleLines: (indicator, { bands, otherwise }) => [
    ...bands.map((band) => ({
      condition: conditionText(indicator, band),
      points: band.points,
      provisional: band.provenance.status === 'provisional',
    })),
    {
      condition: 'anything else',
      points: otherwise.points,
      provisional: otherwise.provenance.status === 'provisional',
    },
  ],

  nextBandText(indicator, { change, points }, numerator, current) {
    const gives = countText(points, 'point');
    const [first, ...rest] = english.localised(numerator.noun);
    const noun = `${first?.toUpperCase() ?? ''}${rest.join('')}`;
    return indicator.better === 'higher'
      ? `${noun}: ${numberText(change)} more needed for ${gives}`
      : `${noun}: ${current === change ? 'none at all' : `at most ${numberText(current - change)}`} for ${gives}, now ${numberText(change)} more`;
  },

  checkText: (value) => (value ? 'Yes' : 'No'),

  nextCheckText: ({ points }) => `A yes would give ${countText(points, 'point')}`,

  calculationText(indicator, { numerator, denominator, shownHundredths, band }) {
    const figures = `${numberText(numerator)} / ${numberText(denominator)}`;
    const reached = english.bandText(indicator, band);
    return shownHundredths === null
      ? `${figures}: ${reached}`
      : `${figures} = ${withBase(hundredthsText(shownHundredths), indicator.base)}, ${reached}`;
  },

  pointsText: ({ points, max }) =>
    points === null ? 'no figures yet' : `${numberText(points)}/${countText(max, 'point')}`,

  passText(set, { total, threshold }) {
    const points = `${countText(total, 'point')} reached, the minimum is ${numberText(threshold)}`;
    return set.recognition.everyCriterionAboveZero ? `${points}; no criterion has 0 points` : points;
  },

  reasonText(set, reason) {
    switch (reason.code) {
      case 'unanswered': {
        const { indicators } = reason;
        const lack = indicators.length === 1 ? 'lacks' : 'lack';
        return `${countText(indicators.length, 'indicator')} still ${lack} figures: ${indicators.join(', ')}`;
      }
      case 'criterion_at_zero': {
        const criterion = set.criteria.find(({ id }) => id === reason.criterion);
        return `Criterion ${reason.criterion}${criterion ? ` (${english.localised(criterion.name)})` : ''} has 0 points`;
      }
      case 'below_threshold':
        return `${countText(reason.total, 'point')} reached, ${numberText(reason.short)} short of the minimum of ${numberText(reason.threshold)}`;
    }
  },

  aboveText: ({ numerator, denominator, figures: [part, whole] }) =>
    `${english.localised(numerator.label)} (${numberText(part)}) exceeds ${lowerFirst(english.localised(denominator.label))} (${numberText(whole)})`,
};
