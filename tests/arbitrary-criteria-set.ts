/** Random valid criteria sets, as unlike one another and the law as the schema allows. */
import fc from 'fast-check';
import type { CriteriaSet, Indicator, Provenance, RatioIndicator } from '../criteria/schema.ts';
import { vietnameseWords } from './vietnamese-words.ts';

export { arbitraryAnswers } from './arbitrary-answers.ts';

/** Draws one value after the other, so that what is drawn next can depend on what was drawn before. */
class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** One of the numbers, both ends included; by the generator called mulberry32. */
  integer(min: number, max: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return min + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (max - min + 1));
  }

  boolean(): boolean {
    return this.integer(0, 1) === 1;
  }

  of<T>(items: readonly T[]): T {
    return items[this.integer(0, items.length - 1)] as T;
  }

  many<T>(min: number, max: number, one: (index: number) => T): T[] {
    return Array.from({ length: this.integer(min, max) }, (_, index) => one(index));
  }

  /** Different whole numbers, rising. */
  rising(count: number, min: number, max: number): number[] {
    const found = new Set<number>();
    while (found.size < Math.min(count, max - min + 1)) found.add(this.integer(min, max));
    return [...found].sort((a, b) => a - b);
  }

  /** Some of the items, in their order; at least one unless `none`. */
  some<T>(items: readonly T[], none = false): T[] {
    const kept = items.filter(() => this.boolean());
    return kept.length > 0 || none ? kept : [this.of(items)];
  }
}

const starts = ['a', 'n', 'x0', '7', '10', '2', 'tre-em', 'so_lieu', 'a.b', 'prototype', 'status', 'id'];
const ends = ['', '', '.1', '-b', '..', '_', '.10', '-2.a', '0', '.json', `-${'dai'.repeat(15)}`];

/** Ids that are given out once each: words, numbers, dots, dashes, and names that mean something to a program. */
function freshIds(draw: Draw): () => string {
  const given = new Set<string>();
  return () => {
    for (let tries = 0; ; tries += 1) {
      const id = `${draw.of(starts)}${draw.of(ends)}${tries > 3 ? given.size : ''}`;
      if (given.has(id)) continue;
      given.add(id);
      return id;
    }
  };
}

/** Mostly a few words; one in thirty is as long as is allowed. */
function textOf(draw: Draw, longest = 300) {
  const words = draw.many(1, 6, () => draw.of(vietnameseWords)).join(' ');
  const vi = draw.integer(0, 29) === 0 ? `${words} `.repeat(longest).slice(0, longest).trim() : words;
  return { vi: vi.slice(0, longest).trim(), en: `Text ${draw.integer(0, 999)}` };
}

type Sources = CriteriaSet['sources'];

function sourcesOf(draw: Draw, id: () => string): Sources {
  const kinds = ['text' as const, ...draw.many(0, 3, () => draw.of(['text', 'stand_in'] as const))];
  return Object.fromEntries(kinds.map((kind) => [id(), { kind, ...textOf(draw) }]));
}

function provenanceOf(draw: Draw, sources: Sources): Provenance {
  const named = draw.some(Object.keys(sources));
  if (draw.boolean()) return { status: 'provisional', sources: named };
  const fromText = named.some((source) => sources[source]?.kind === 'text');
  if (fromText && draw.boolean()) return { status: 'confirmed', sources: named };
  const confirmed = { confirmedBy: draw.of(['Trần Thị Ngọc Ánh', 'Phòng Y tế']), confirmedOn: '2026-11-02' };
  return {
    status: 'confirmed',
    sources: named,
    ...confirmed,
    ...(draw.boolean() ? { confirmedIn: 'Phụ lục, mục 3' } : {}),
  };
}

function decimal(units: number, places: number): string {
  const digits = String(units).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

type Direction = Pick<RatioIndicator, 'base' | 'better'>;
type Table = Pick<RatioIndicator, 'bands' | 'otherwise'>;

function tableOf(draw: Draw, { base, better }: Direction, top: number, rule: () => Provenance): Table {
  const places = draw.integer(0, 4);
  const whole = base * 10 ** places;
  const [best, worst] = better === 'higher' ? [whole, 0] : [0, whole];
  const lower = draw.rising(Math.min(draw.integer(1, 4), top), 0, top - 1).reverse();
  // Never the worst rate there is, which would leave nothing for the rest of the table.
  const [least, most] = worst === 0 ? [1, whole] : [0, whole - 1];
  const rates = draw.rising(lower.length, least, most);
  if (better === 'higher') rates.reverse();
  const exactTop = draw.boolean();
  if (exactTop) rates[0] = best;
  const points = [top, ...lower];
  return {
    bands: rates.map((units, index) => ({
      op: exactTop && index === 0 ? '=' : better === 'higher' ? '>=' : '<=',
      rate: decimal(units, places),
      points: points[index] as number,
      provenance: rule(),
    })),
    otherwise: { points: points[rates.length] as number, provenance: rule() },
  };
}

interface Parts {
  readonly draw: Draw;
  readonly rule: () => Provenance;
  readonly classes: readonly string[];
  /** Two facts of which one is a part of the other. */
  readonly ratio: () => Pick<RatioIndicator, 'numerator' | 'denominator'>;
}

function indicatorOf({ draw, rule, classes, ratio }: Parts, id: string): Indicator {
  const points = draw.of([1, 2, draw.integer(1, 60), draw.integer(1, 500)]);
  const text = textOf(draw, 1_000);
  if (draw.integer(0, 2) === 0) return { id, kind: 'check', text, points, provenance: rule() };
  const base = draw.of<RatioIndicator['base']>([100, 1_000, 10_000, 100_000]);
  const better = draw.of<RatioIndicator['better']>(['higher', 'lower']);
  const table = () => tableOf(draw, { base, better }, points, rule);
  return {
    id,
    kind: 'ratio',
    text,
    ...ratio(),
    base,
    better,
    ...(better === 'lower' && draw.boolean() ? { zeroNeedsNote: draw.boolean() } : {}),
    points,
    zeroDenominator: { gives: draw.of(['full', 'zero'] as const), provenance: rule() },
    ...table(),
    classBands:
      draw.integer(0, 2) === 0
        ? draw.some(classes, true).map((unitClass) => ({ unitClass, ...table() }))
        : [],
    provenance: rule(),
  };
}

function criteriaOf(parts: Parts, indicatorId: () => string): CriteriaSet['criteria'] {
  const { draw, rule } = parts;
  const id = freshIds(draw);
  const many = draw.integer(0, 7) === 0 ? draw.integer(6, 20) : draw.integer(1, 4);
  return draw.many(many, many, () => {
    const indicators = draw.many(1, draw.integer(1, 6), () => indicatorOf(parts, indicatorId()));
    return {
      id: id(),
      name: textOf(draw),
      max: indicators.reduce((sum, { points }) => sum + points, 0),
      sector: textOf(draw, 60),
      provenance: rule(),
      maxProvenance: rule(),
      indicators,
    };
  });
}

/** In force on the day on which the model of 2025 began, so that any two of them are so together on one day. */
function periodOf(draw: Draw): { from?: string; to?: string } {
  const year = draw.integer(2000, 2024);
  return {
    ...(draw.integer(0, 3) === 0 ? { from: draw.of([`${year}-02-28`, '2025-07-01']) } : {}),
    ...(draw.integer(0, 3) === 0 ? { to: draw.of(['2025-07-01', `${year + 60}-12-31`]) } : {}),
  };
}

type Units = Pick<CriteriaSet, 'unitTypes' | 'unitClasses'>;

function unitsOf(draw: Draw, rule: () => Provenance, classIds: readonly string[], max: number): Units {
  const typeId = freshIds(draw);
  const common = draw.boolean() ? ['xa', 'phuong'] : [];
  const types = [...common, ...draw.many(common.length === 0 ? 1 : 0, 3, typeId)];
  const lists = classIds.map(() => draw.some(types));
  const forgotten = types.filter((type) => !lists.some((list) => list.includes(type)));
  lists[0]?.push(...forgotten);
  return {
    unitTypes: types.map((id) => ({ id, label: textOf(draw, 60), ...periodOf(draw), provenance: rule() })),
    unitClasses: classIds.map((id, index) => ({
      id,
      label: textOf(draw, 100),
      wording: textOf(draw, 1_000),
      unitTypes: lists[index] as string[],
      threshold: draw.of([0, max, draw.integer(0, max), Math.floor((max * draw.integer(40, 90)) / 100)]),
      ...periodOf(draw),
      provenance: rule(),
    })),
  };
}

function authoritiesOf(draw: Draw, rule: () => Provenance): CriteriaSet['authorities'] {
  const years = draw.rising(draw.integer(1, 4), 2001, 2040);
  return years.map((year, index) => {
    const next = years[index + 1];
    const to = next === undefined ? draw.of([null, '2099-12-31']) : `${next - 1}-12-31`;
    return { from: `${year}-01-01`, to, title: textOf(draw, 100), provenance: rule() };
  });
}

/** The first of the facts counts everybody, and each other one a part of one that stands before it. */
function sharedFacts(draw: Draw, id: () => string) {
  const facts = draw.many(2, 8, id);
  const ratio: Parts['ratio'] = () => {
    const numerator = draw.integer(1, facts.length - 1);
    return {
      numerator: facts[numerator] as string,
      denominator: facts[draw.integer(0, numerator - 1)] as string,
    };
  };
  return { facts, ratio };
}

/** Each ratio counts a figure of its own among one of two that count everybody. */
function ownFacts(draw: Draw, id: () => string) {
  const wholes = [id(), id()];
  const facts = [...wholes];
  const ratio: Parts['ratio'] = () => {
    const numerator = id();
    facts.push(numerator);
    return { numerator, denominator: draw.of(wholes) };
  };
  return { facts, ratio };
}

function setOf(draw: Draw, factsOf: typeof sharedFacts): CriteriaSet {
  const sources = sourcesOf(draw, freshIds(draw));
  const rule = () => provenanceOf(draw, sources);
  const answerId = freshIds(draw);
  const classIds = draw.many(1, 4, freshIds(draw));
  const { facts, ratio } = factsOf(draw, answerId);
  const criteria = criteriaOf({ draw, rule, classes: classIds, ratio }, answerId);
  const max = criteria.reduce((sum, criterion) => sum + criterion.max, 0);
  const used = new Set(
    criteria.flatMap(({ indicators }) =>
      indicators.flatMap((i) => (i.kind === 'ratio' ? [i.numerator, i.denominator] : [])),
    ),
  );
  return {
    format: 'criteria-set',
    id: 'random',
    version: draw.of([1, 1, 2, 17]),
    ...(draw.integer(0, 4) === 0 ? { fictional: draw.boolean() } : {}),
    title: textOf(draw),
    legalBasis: textOf(draw, 1_000),
    recognisedAs: textOf(draw, 100),
    validFrom: '2020-01-01',
    max,
    sources,
    ...unitsOf(draw, rule, classIds, max),
    recognition: { everyCriterionAboveZero: draw.boolean(), provenance: rule() },
    authorities: authoritiesOf(draw, rule),
    calendar: {
      month: draw.integer(1, 12),
      years: draw.rising(draw.integer(0, 4), 2020, 2040),
      provenance: rule(),
    },
    nationalTargets: draw.rising(draw.integer(0, 3), 2000, 2100).map((byYear) => ({
      byYear,
      percent: draw.integer(0, 100),
      provenance: rule(),
    })),
    facts: facts
      .filter((id) => used.has(id))
      .map((id) => ({ id, label: textOf(draw), noun: textOf(draw, 30) })),
    criteria,
  };
}

/** NOTE: never shrunk: another seed gives another set and no smaller one. */
const seeds = fc.noShrink(fc.integer());

/**
 * A valid set with other maxima, bases, directions, bands, classes, types, days, texts, ids, sources and marks than any law
 * has: 1 to 20 criteria, 1 to 6 indicators in each, and figures that are a numerator here and a denominator there.
 */
export const arbitraryCriteriaSet: fc.Arbitrary<CriteriaSet> = seeds.map((seed) =>
  setOf(new Draw(seed), sharedFacts),
);

/** The same, but that every indicator can get better without another one getting worse. */
export const arbitraryUnsharedSet: fc.Arbitrary<CriteriaSet> = seeds.map((seed) =>
  setOf(new Draw(seed), ownFacts),
);

/** As many random sets as wished, always the same ones of a seed. */
export function sampleSets(seed: number, numRuns: number): readonly CriteriaSet[] {
  return fc.sample(arbitraryCriteriaSet, { seed, numRuns });
}
