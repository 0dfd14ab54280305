/** The shape of a stored scorecard, for reading it back from outside. The types are the scorer's own. */
import { z } from 'zod';
import type { Explanation, IndicatorScore, MatchedBand, Reason, Scorecard } from './score.ts';

const points = z.int().min(0);

const reason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('unanswered'), indicators: z.array(z.string()) }),
  z.strictObject({ code: z.literal('criterion_at_zero'), criterion: z.string() }),
  z.strictObject({ code: z.literal('below_threshold'), total: points, threshold: points, short: points }),
]) satisfies z.ZodType<Reason>;

const matchedBand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('band'), op: z.enum(['>=', '<=', '=']), rate: z.string() }),
  z.strictObject({ kind: z.literal('otherwise') }),
  z.strictObject({ kind: z.literal('zero_denominator'), gives: z.enum(['full', 'zero']) }),
]) satisfies z.ZodType<MatchedBand>;

const explanation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('check'),
    value: z.boolean(),
    next: z.strictObject({ points }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('ratio'),
    numerator: points,
    denominator: points,
    shownHundredths: z.number().min(0).nullable(),
    band: matchedBand,
    next: z.strictObject({ points, change: points }).nullable(),
  }),
]) satisfies z.ZodType<Explanation>;

const common = { id: z.string(), max: points, provisional: z.boolean() };

const indicator = z.discriminatedUnion('state', [
  z.strictObject({
    ...common,
    state: z.literal('unanswered'),
    points: z.null(),
    missing: z.array(z.string()),
  }),
  z.strictObject({ ...common, state: z.literal('scored'), points, explanation }),
]) satisfies z.ZodType<IndicatorScore>;

export const scorecardSchema: z.ZodType<Scorecard> = z.strictObject({
  criteriaSet: z.strictObject({ id: z.string(), version: z.int().min(1) }),
  unitClass: z.string(),
  total: points,
  max: points,
  threshold: points,
  complete: z.boolean(),
  verdict: z.enum(['eligible', 'ineligible', 'incomplete']),
  reasons: z.array(reason),
  provisional: z.boolean(),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      points: points.nullable(),
      max: points,
      complete: z.boolean(),
      provisional: z.boolean(),
      indicators: z.array(indicator),
    }),
  ),
});
