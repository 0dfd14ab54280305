/**
 * The shape of a criteria set: one JSON file per legal text, which drives form, scoring, explanations and documents.
 * Shape only; what holds between its parts (sums, ids, bands) is in `set-faults.ts`.
 */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/);
const isoDate = z.iso.date();
const points = z.int().min(0).max(100_000);

/** A text in both languages of the interface. Vietnamese is the text of record. */
const localised = z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1) });

/**
 * Where a rule comes from. A provisional rule is a stand-in and must be shown as such wherever it counts;
 * an office that holds the decision turns it into a confirmed one by saying who read it and when.
 */
const provenance = z.strictObject({
  status: z.enum(['confirmed', 'provisional']),
  sources: z.array(id).min(1),
  confirmedBy: z.string().min(1).optional(),
  confirmedOn: isoDate.optional(),
});

/** A rate as an exact decimal text, so that no threshold ever passes through a float. */
const decimalRate = z.string().regex(/^\d{1,6}(\.\d{1,4})?$/);

const band = z.strictObject({ op: z.enum(['>=', '<=', '=']), rate: decimalRate, points, provenance });
const otherwise = z.strictObject({ points, provenance });

const checkIndicator = z.strictObject({
  id,
  kind: z.literal('check'),
  text: localised,
  points: points.min(1),
  provenance,
});

const ratioIndicator = z.strictObject({
  id,
  kind: z.literal('ratio'),
  text: localised,
  numerator: id,
  denominator: id,
  base: z.union([z.literal(100), z.literal(1_000), z.literal(100_000)]),
  better: z.enum(['higher', 'lower']),
  /** Whether a numerator of zero is rare enough to ask for a note. A hint of ours and no rule: it has no provenance. */
  zeroNeedsNote: z.boolean().optional(),
  points: points.min(1),
  zeroDenominator: z.strictObject({ gives: z.enum(['full', 'zero']), provenance }),
  bands: z.array(band).min(1),
  otherwise,
  classBands: z.array(z.strictObject({ unitClass: id, bands: z.array(band).min(1), otherwise })),
  provenance,
});

const criterion = z.strictObject({
  id,
  name: localised,
  max: points.min(1),
  sector: localised,
  provenance,
  maxProvenance: provenance,
  indicators: z.array(z.discriminatedUnion('kind', [checkIndicator, ratioIndicator])).min(1),
});

export const criteriaSetSchema = z.strictObject({
  format: z.literal('criteria-set'),
  id,
  version: z.int().min(1),
  title: localised,
  legalBasis: localised,
  recognisedAs: localised,
  validFrom: isoDate,
  max: points.min(1),
  /** Where rules come from: the text itself, or something that stands in for it until the text is read. */
  sources: z.record(id, localised.extend({ kind: z.enum(['text', 'stand_in']) })),
  unitTypes: z.array(z.strictObject({ id, label: localised, provenance })).min(1),
  unitClasses: z
    .array(
      z.strictObject({
        id,
        label: localised,
        wording: localised,
        unitTypes: z.array(id).min(1),
        threshold: points,
        provenance,
      }),
    )
    .min(1),
  recognition: z.strictObject({ everyCriterionAboveZero: z.boolean(), provenance }),
  authorities: z
    .array(z.strictObject({ from: isoDate, to: isoDate.nullable(), title: localised, provenance }))
    .min(1),
  calendar: z.strictObject({
    month: z.int().min(1).max(12),
    years: z.array(z.int().min(2000).max(2100)),
    provenance,
  }),
  /** The share of all units that is to be recognised by the end of a year, in whole percent. May be empty. */
  nationalTargets: z.array(
    z.strictObject({
      byYear: z.int().min(2000).max(2100),
      percent: z.int().min(0).max(100),
      provenance,
    }),
  ),
  facts: z.array(z.strictObject({ id, label: localised, noun: localised })),
  criteria: z.array(criterion).min(1),
});

export type CriteriaSet = z.infer<typeof criteriaSetSchema>;
export type Localised = z.infer<typeof localised>;
export type Provenance = z.infer<typeof provenance>;
export type NationalTarget = CriteriaSet['nationalTargets'][number];
export type Fact = CriteriaSet['facts'][number];
export type Criterion = CriteriaSet['criteria'][number];
export type Indicator = Criterion['indicators'][number];
export type CheckIndicator = Extract<Indicator, { kind: 'check' }>;
export type RatioIndicator = Extract<Indicator, { kind: 'ratio' }>;
export type Band = RatioIndicator['bands'][number];
