/** Random answers to a criteria set, without a fault. */
import fc from 'fast-check';
import type { Answer, Answers } from '../criteria/answers.ts';
import { parseThreshold } from '../criteria/rate.ts';
import type { CriteriaSet, RatioIndicator } from '../criteria/schema.ts';

const headcount = fc.oneof(
  fc.constantFrom(0, 1, 2),
  fc.nat({ max: 30 }),
  fc.nat({ max: 5_000 }),
  fc.nat({ max: 40 }).map((n) => n * 1_000_000),
  fc.maxSafeNat(),
);

/** Where a numerator stands: a share of its denominator, or near a threshold of one of its indicators. */
const position = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  band: fc.option(fc.nat({ max: 9 })),
  offset: fc.integer({ min: -1, max: 1 }),
});

type Position = typeof position extends fc.Arbitrary<infer T> ? T : never;

function wishedNumerator(
  indicator: RatioIndicator,
  denominator: number,
  { share, band, offset }: Position,
): number {
  const rates = [indicator, ...indicator.classBands].flatMap(({ bands }) => bands.map(({ rate }) => rate));
  const rate = band === null ? undefined : rates[band % rates.length];
  if (rate === undefined) return Math.floor(denominator * share);
  const { units, scale } = parseThreshold(rate);
  return Number((BigInt(units) * BigInt(denominator)) / BigInt(indicator.base * scale)) + offset;
}

/** Facts in such an order that each denominator comes before all that are counted as a part of it. */
function denominatorsFirst(facts: readonly string[], ratios: readonly RatioIndicator[]): readonly string[] {
  const ordered = new Set<string>();
  const place = (fact: string) => {
    if (ordered.has(fact)) return;
    for (const { numerator, denominator } of ratios) if (numerator === fact) place(denominator);
    ordered.add(fact);
  };
  facts.forEach(place);
  return [...ordered];
}

function figuresOf(
  ratios: readonly RatioIndicator[],
  facts: readonly string[],
  headcounts: readonly number[],
  positions: readonly Position[],
): ReadonlyMap<string, number> {
  const figures = new Map<string, number>();
  for (const [index, fact] of facts.entries()) {
    const own = ratios.filter(({ numerator }) => numerator === fact);
    const wholes = own.map(({ denominator }) => figures.get(denominator) as number);
    const at = positions[index] as Position;
    const chosen = (at.band ?? 0) % Math.max(own.length, 1);
    const ratio = own[chosen];
    const wished =
      ratio === undefined
        ? (headcounts[index] as number)
        : wishedNumerator(ratio, wholes[chosen] as number, at);
    figures.set(fact, Math.min(Math.max(wished, 0), ...wholes));
  }
  return figures;
}

/** Answers to a set whose figures are parts of one another in no circle; every numerator is within its denominators. */
export function arbitraryAnswers(
  set: CriteriaSet,
  { complete }: { complete: boolean },
): fc.Arbitrary<Answers> {
  const indicators = set.criteria.flatMap((criterion) => criterion.indicators);
  const ratios = indicators.filter((indicator) => indicator.kind === 'ratio');
  const facts = denominatorsFirst(
    set.facts.map(({ id }) => id),
    ratios,
  );
  const checks = indicators.filter((indicator) => indicator.kind === 'check').map(({ id }) => id);
  const answered = fc.constantFrom(...(complete ? ['given'] : ['given', 'given', 'given', 'null', 'absent']));
  const many = <T>(arbitrary: fc.Arbitrary<T>, { length }: { length: number }) =>
    fc.array(arbitrary, { minLength: length, maxLength: length });
  return fc
    .record({
      headcounts: many(headcount, facts),
      positions: many(position, facts),
      yes: many(fc.boolean(), checks),
      answered: many(answered, { length: facts.length + checks.length }),
    })
    .map(({ headcounts, positions, yes, answered }) => {
      const all: (readonly [string, Answer])[] = [
        ...figuresOf(ratios, facts, headcounts, positions),
        ...checks.map((id, index) => [id, yes[index] as boolean] as const),
      ];
      return Object.fromEntries(
        all.flatMap(([id, value], index) =>
          answered[index] === 'absent' ? [] : [[id, answered[index] === 'null' ? null : value]],
        ),
      );
    });
}
