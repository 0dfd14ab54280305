/** Random valid criteria sets, and random answers to a set, for the property tests of `criteria/`. */
import fc from 'fast-check';
import type { Answer, Answers } from '../criteria/answers.ts';
import { parseThreshold } from '../criteria/rate.ts';
import type { CriteriaSet, Indicator, Provenance, RatioIndicator } from '../criteria/schema.ts';

const text = (words: string) => ({ vi: words, en: words });

const provenance: fc.Arbitrary<Provenance> = fc.record({
  status: fc.constantFrom('confirmed', 'provisional'),
  sources: fc.constant(['source']),
});

/** Points that fall from band to band; the last are for the rest of the table. */
const fallingPoints = (top: number) =>
  fc
    .uniqueArray(fc.nat({ max: top - 1 }), { minLength: 1, maxLength: Math.min(3, top) })
    .map((lower) => [top, ...lower.sort((a, b) => b - a)]);

function decimal(units: number, places: number): string {
  const digits = String(units).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

type Direction = Pick<RatioIndicator, 'base' | 'better'>;

function bandTable(
  { base, better }: Direction,
  top: number,
): fc.Arbitrary<Pick<RatioIndicator, 'bands' | 'otherwise'>> {
  return fc
    .tuple(fallingPoints(top), fc.nat({ max: 4 }), fc.boolean())
    .chain(([points, places, exactTop]) => {
      const whole = base * 10 ** places;
      const best = better === 'higher' ? whole : 0;
      const worst = whole - best;
      const count = points.length - 1;
      return fc
        .tuple(
          // Never the worst rate there is, which would leave nothing for the rest of the table.
          fc.uniqueArray(fc.integer({ min: worst === 0 ? 1 : 0, max: worst === 0 ? whole : whole - 1 }), {
            minLength: count,
            maxLength: count,
          }),
          fc.array(provenance, { minLength: count + 1, maxLength: count + 1 }),
        )
        .map(([rates, provenances]) => {
          const ordered = rates.sort((a, b) => (better === 'higher' ? b - a : a - b));
          if (exactTop) ordered[0] = best;
          const rule = (index: number) => provenances[index] as Provenance;
          return {
            bands: ordered.map((units, index) => ({
              op: exactTop && index === 0 ? '=' : better === 'higher' ? '>=' : '<=',
              rate: decimal(units, places),
              points: points[index] as number,
              provenance: rule(index),
            })),
            otherwise: { points: points[count] as number, provenance: rule(count) },
          };
        });
    });
}

const points = fc.integer({ min: 1, max: 500 });

const checkIndicator = (id: string): fc.Arbitrary<Indicator> =>
  fc
    .record({ points, provenance })
    .map((rest) => ({ id, kind: 'check', text: text(`Có ${id}`), ...rest }) as const);

const ratioIndicator = (id: string, classes: readonly string[]): fc.Arbitrary<Indicator> =>
  fc
    .record({
      direction: fc.record({
        base: fc.constantFrom<RatioIndicator['base']>(100, 1_000, 100_000),
        better: fc.constantFrom<RatioIndicator['better']>('higher', 'lower'),
      }),
      points,
      denominator: fc.constantFrom('all', 'some'),
      ofClasses: fc.subarray([...classes]),
    })
    .chain(({ direction, points, denominator, ofClasses }) =>
      fc
        .record({
          table: bandTable(direction, points),
          classTables: fc.tuple(...ofClasses.map(() => bandTable(direction, points))),
          gives: fc.constantFrom<'full' | 'zero'>('full', 'zero'),
          zeroProvenance: provenance,
          provenance,
        })
        .map(({ table, classTables, gives, zeroProvenance, provenance }) => ({
          id,
          kind: 'ratio' as const,
          text: text(`Tỷ lệ ${id}`),
          numerator: `n${id}`,
          denominator,
          ...direction,
          points,
          zeroDenominator: { gives, provenance: zeroProvenance },
          ...table,
          classBands: classTables.map((t, index) => ({ unitClass: ofClasses[index] as string, ...t })),
          provenance,
        })),
    );

const shape = fc.record({
  classes: fc.integer({ min: 1, max: 3 }),
  kinds: fc.array(fc.array(fc.constantFrom('check', 'ratio'), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  }),
});

/** A valid set with other maxima, bases, classes, bands and provenance than any law has. */
export const arbitraryCriteriaSet: fc.Arbitrary<CriteriaSet> = shape.chain(({ classes, kinds }) => {
  const classIds = Array.from({ length: classes }, (_, index) => `class${index}`);
  const criteria = kinds.map((ofCriterion, c) =>
    fc
      .record({
        indicators: fc.tuple(
          ...ofCriterion.map((kind, i) => {
            const id = `${c + 1}.${i + 1}`;
            return kind === 'check' ? checkIndicator(id) : ratioIndicator(id, classIds);
          }),
        ),
        provenance,
        maxProvenance: provenance,
      })
      .map((rest) => ({
        id: String(c + 1),
        name: text(`Tiêu chí ${c + 1}`),
        sector: text('Y tế'),
        max: rest.indicators.reduce((sum, indicator) => sum + indicator.points, 0),
        ...rest,
      })),
  );
  return fc
    .record({
      criteria: fc.tuple(...criteria),
      shares: fc.array(fc.nat({ max: 100 }), { minLength: classes, maxLength: classes }),
      everyCriterionAboveZero: fc.boolean(),
      targetYears: fc.uniqueArray(fc.integer({ min: 2000, max: 2100 }), { maxLength: 3 }),
      percent: fc.nat({ max: 100 }),
      provenance,
    })
    .map(({ criteria, shares, everyCriterionAboveZero, targetYears, percent, provenance }) => {
      const max = criteria.reduce((sum, criterion) => sum + criterion.max, 0);
      const used = new Set(
        criteria.flatMap(({ indicators }) =>
          indicators.flatMap((i) => (i.kind === 'ratio' ? [i.numerator, i.denominator] : [])),
        ),
      );
      return {
        format: 'criteria-set',
        id: 'random',
        version: 1,
        title: text('Bộ tiêu chí'),
        legalBasis: text('Quyết định'),
        recognisedAs: text('Xã'),
        validFrom: '2020-01-01',
        max,
        sources: { source: { kind: 'text', ...text('Nguồn') } },
        unitTypes: [{ id: 'xa', label: text('Xã'), provenance }],
        unitClasses: classIds.map((id, index) => ({
          id,
          label: text(id),
          wording: text(id),
          unitTypes: ['xa'],
          threshold: Math.floor((max * (shares[index] as number)) / 100),
          provenance,
        })),
        recognition: { everyCriterionAboveZero, provenance },
        authorities: [{ from: '2020-01-01', to: null, title: text('Chủ tịch'), provenance }],
        calendar: { month: 11, years: [2027], provenance },
        nationalTargets: targetYears.sort((a, b) => a - b).map((byYear) => ({ byYear, percent, provenance })),
        facts: [...used].map((id) => ({ id, label: text(`Số ${id}`), noun: text('trẻ em') })),
        criteria,
      };
    });
});

const headcount = fc.oneof(
  fc.constantFrom(0, 1, 2),
  fc.nat({ max: 30 }),
  fc.nat({ max: 5_000 }),
  fc.nat({ max: 40 }).map((n) => n * 1_000_000),
  fc.maxSafeNat(),
);

/** Where a numerator stands: a share of its denominator, or near a threshold of its indicator. */
const position = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  band: fc.option(fc.nat({ max: 9 })),
  offset: fc.integer({ min: -1, max: 1 }),
});

type Position = typeof position extends fc.Arbitrary<infer T> ? T : never;

function numeratorAt(
  indicator: RatioIndicator,
  denominator: number,
  { share, band, offset }: Position,
): number {
  const rates = [indicator, ...indicator.classBands].flatMap(({ bands }) => bands.map(({ rate }) => rate));
  const rate = band === null ? undefined : rates[band % rates.length];
  const wished =
    rate === undefined
      ? Math.floor(denominator * share)
      : Number(
          (BigInt(parseThreshold(rate).units) * BigInt(denominator)) /
            BigInt(indicator.base * parseThreshold(rate).scale),
        ) + offset;
  return Math.min(Math.max(wished, 0), denominator);
}

/** Faultless answers to a set in which every numerator has one denominator and is none itself. */
export function arbitraryAnswers(
  set: CriteriaSet,
  { complete }: { complete: boolean },
): fc.Arbitrary<Answers> {
  const indicators = set.criteria.flatMap((criterion) => criterion.indicators);
  const ratios = indicators.filter((indicator) => indicator.kind === 'ratio');
  const denominators = [...new Set(ratios.map(({ denominator }) => denominator))];
  const checks = indicators.filter((indicator) => indicator.kind === 'check').map(({ id }) => id);
  const answered = fc.constantFrom(...(complete ? ['given'] : ['given', 'given', 'given', 'null', 'absent']));
  const many = <T>(arbitrary: fc.Arbitrary<T>, { length }: { length: number }) =>
    fc.array(arbitrary, { minLength: length, maxLength: length });
  return fc
    .record({
      headcounts: many(headcount, denominators),
      positions: many(position, ratios),
      yes: many(fc.boolean(), checks),
      answered: many(answered, { length: denominators.length + ratios.length + checks.length }),
    })
    .map(({ headcounts, positions, yes, answered }) => {
      const sizes = new Map(denominators.map((id, index) => [id, headcounts[index] as number]));
      const all: (readonly [string, Answer])[] = [
        ...sizes,
        ...ratios.map((ratio, index) => {
          const size = sizes.get(ratio.denominator) as number;
          return [ratio.numerator, numeratorAt(ratio, size, positions[index] as Position)] as const;
        }),
        ...checks.map((id, index) => [id, yes[index] as boolean] as const),
      ];
      return Object.fromEntries(
        all.flatMap(([id, value], index) =>
          answered[index] === 'absent' ? [] : [[id, answered[index] === 'null' ? null : value]],
        ),
      );
    });
}
