/** What could be improved in a scorecard: parts that do not act on one another, each with its possible changes. */
import type { Answers } from './answers.ts';
import type { Improvement } from './improvements.ts';
import type { CriteriaSet, Criterion, Indicator } from './schema.ts';
import { bandsFor, betterLevels, scoreIndicator } from './score.ts';

/** Something that can be done to a part: nothing, or one or more improvements at once. */
export interface Option {
  /** Points more than now. Less than the sum of its improvements, or more, only where a figure counts several times. */
  readonly gain: number;
  /** The least that would be lost by one improvement less, or a lesser one; infinite where a criterion came to zero. */
  readonly spare: number;
  readonly change: number;
  readonly improvements: readonly Improvement[];
  /** The places of its improvements in the set, one character each: equal for the same indicators. */
  readonly places: string;
  /** The figures that they come to, so that of two options at the same cost it is always the same one that counts. */
  readonly targets: string;
}

/** Criteria at zero or indicators that share a figure, together; any other indicator alone. */
export interface Part {
  /** What can be done so that no criterion stays at zero, where the set demands that. */
  readonly options: readonly Option[];
  /** The nearest to that, however much it changes. */
  readonly best: { readonly gain: number; readonly zeros: readonly string[] };
}

/** What an improvement acts on: a check that is a no, or a figure that is a numerator. Named by its answer id. */
interface Lever {
  readonly answer: string;
  readonly place: number;
  readonly touched: readonly Indicator[];
}

interface Outcome {
  readonly points: number;
  readonly zeros: readonly string[];
  readonly hasFaults: boolean;
}

type Targets = ReadonlyMap<string, number | true>;

/** Splits complete answers without faults into parts. A part's options grow with the product of what is in it. */
export function improvableParts(set: CriteriaSet, unitClass: string, answers: Answers): readonly Part[] {
  const levers = leversOf(set, answers);
  return groupsOf(set, unitClass, answers, levers).map((group) => {
    const own = levers.filter(({ touched }) => touched.some((indicator) => group.has(indicator)));
    return partOf(set, unitClass, answers, group, inOrderOfNeed(own));
  });
}

function leversOf(set: CriteriaSet, answers: Answers): Lever[] {
  const indicators = set.criteria.flatMap((criterion) => criterion.indicators);
  const levers: Lever[] = [];
  for (const [place, indicator] of indicators.entries()) {
    if (indicator.kind === 'check') {
      if (answers[indicator.id] !== true) levers.push({ answer: indicator.id, place, touched: [indicator] });
    } else if (!levers.some(({ answer }) => answer === indicator.numerator)) {
      const touched = indicators.filter(
        (i) =>
          i.kind === 'ratio' &&
          (i.numerator === indicator.numerator || i.denominator === indicator.numerator),
      );
      levers.push({ answer: indicator.numerator, place, touched });
    }
  }
  return levers;
}

function groupsOf(
  set: CriteriaSet,
  unitClass: string,
  answers: Answers,
  levers: readonly Lever[],
): readonly ReadonlySet<Indicator>[] {
  const groups = new Map<Indicator, Set<Indicator>>();
  const unite = (indicators: readonly Indicator[]) => {
    const united = new Set(indicators.flatMap((indicator) => [...(groups.get(indicator) ?? [indicator])]));
    for (const indicator of united) groups.set(indicator, united);
  };
  const shared = levers.filter(({ touched }) => touched.length > 1).map(({ touched }) => touched);
  for (const { indicators } of set.criteria) {
    for (const indicator of indicators) unite([indicator]);
    const zero = indicators.every((indicator) => scoreIndicator(indicator, unitClass, answers).points === 0);
    if (zero || shared.some((touched) => touched.some((i) => indicators.includes(i)))) unite(indicators);
  }
  for (const touched of shared) unite(touched);
  return [...new Set(groups.values())];
}

/** Figures that count others (denominators) first, so that what is counted is aimed at with those already set. */
function inOrderOfNeed(levers: readonly Lever[]): readonly Lever[] {
  const ordered = new Set<Lever>();
  const entered = new Set<Lever>();
  const enter = (lever: Lever) => {
    if (entered.has(lever)) return;
    entered.add(lever);
    for (const indicator of lever.touched) {
      if (indicator.kind === 'check' || indicator.numerator !== lever.answer) continue;
      const whole = levers.find(({ answer }) => answer === indicator.denominator);
      if (whole !== undefined) enter(whole);
    }
    ordered.add(lever);
  };
  for (const lever of levers) enter(lever);
  return [...ordered];
}

function partOf(
  set: CriteriaSet,
  unitClass: string,
  answers: Answers,
  group: ReadonlySet<Indicator>,
  levers: readonly Lever[],
): Part {
  const criteria = set.criteria.filter(({ indicators }) => indicators.some((i) => group.has(i)));
  const pointsOf = (indicator: Indicator, given: Answers) =>
    scoreIndicator(indicator, unitClass, given).points ?? 0;

  const outcomes = new Map<string, Outcome>();
  const outcomeOf = (targets: Targets): Outcome => {
    const key = levers.map(({ answer }) => targets.get(answer) ?? '').join(' ');
    let outcome = outcomes.get(key);
    if (outcome === undefined) {
      const given = { ...answers, ...Object.fromEntries(targets) };
      const points = new Map([...group].map((indicator) => [indicator, pointsOf(indicator, given)]));
      const isZero = ({ indicators }: Criterion) => indicators.every((i) => points.get(i) === 0);
      outcome = {
        points: [...points.values()].reduce((sum, p) => sum + p, 0),
        zeros: set.recognition.everyCriterionAboveZero ? criteria.filter(isZero).map(({ id }) => id) : [],
        hasFaults: [...group].some((indicator) => isAbove(indicator, given)),
      };
      outcomes.set(key, outcome);
    }
    return outcome;
  };
  const levelsOf = (lever: Lever, targets: Targets) =>
    targetsOf(lever, unitClass, { ...answers, ...Object.fromEntries(targets) }, answers);

  let combinations: Targets[] = [new Map()];
  for (const lever of levers) {
    combinations = combinations.flatMap((targets) => [
      targets,
      ...levelsOf(lever, targets).map((target) => new Map([...targets, [lever.answer, target]])),
    ]);
  }

  const now = outcomeOf(new Map()).points;
  /** The least that one step back would lose. */
  const spareOf = (targets: Targets, { points }: Outcome) => {
    let spare = Number.POSITIVE_INFINITY;
    for (const lever of levers) {
      const target = targets.get(lever.answer);
      if (target === undefined) continue;
      const without = new Map([...targets].filter(([answer]) => answer !== lever.answer));
      const lesser = levelsOf(lever, without)
        .filter((other) => isBetween(other, answers[lever.answer], target))
        .map((other) => new Map([...without, [lever.answer, other]]));
      for (const back of [without, ...lesser]) {
        const outcome = outcomeOf(back);
        if (outcome.zeros.length === 0 && !outcome.hasFaults)
          spare = Math.min(spare, points - outcome.points);
      }
    }
    return spare;
  };
  const improvementBy = ({ answer, touched }: Lever, targets: Targets): Improvement => {
    const target = targets.get(answer) as number | true;
    const given = { ...answers, ...Object.fromEntries(targets) };
    const steps = touched
      .filter((indicator) => indicator.kind === 'check' || indicator.numerator === answer)
      .map((indicator) => ({
        criterion: criteria.find(({ indicators }) => indicators.includes(indicator))?.id as string,
        indicator: indicator.id,
        from: pointsOf(indicator, answers),
        to: pointsOf(indicator, given),
      }));
    const step = (steps.find(({ from, to }) => to > from) ?? steps[0]) as (typeof steps)[number];
    const change = target === true ? 0 : Math.abs(target - (answers[answer] as number));
    return { ...step, gain: step.to - step.from, change, target };
  };

  const options: Option[] = [];
  let best: Part['best'] | undefined;
  for (const targets of combinations) {
    const outcome = outcomeOf(targets);
    if (outcome.hasFaults) continue;
    const gain = outcome.points - now;
    const zeros = outcome.zeros;
    if (
      best === undefined ||
      zeros.length < best.zeros.length ||
      (zeros.length === best.zeros.length && gain > best.gain)
    )
      best = { gain, zeros };
    if (zeros.length > 0) continue;
    const spare = spareOf(targets, outcome);
    if (spare <= 0) continue;
    const moved = levers
      .filter(({ answer }) => targets.has(answer))
      .toSorted((one, other) => one.place - other.place);
    const improvements = moved.map((lever) => improvementBy(lever, targets));
    options.push({
      gain,
      spare,
      change: improvements.reduce((sum, { change }) => sum + change, 0),
      improvements,
      places: String.fromCharCode(...moved.map(({ place }) => place)),
      targets: improvements.map(({ target }) => `${target};`).join(''),
    });
  }
  return { options, best: best as Part['best'] };
}

/** What a lever could be set to while the others stay as given: the nearest figure for each better level. */
function targetsOf(
  { answer, touched }: Lever,
  unitClass: string,
  given: Answers,
  now: Answers,
): readonly (number | true)[] {
  const targets = touched.flatMap((indicator): (number | true)[] => {
    if (indicator.kind === 'check') return [true];
    if (indicator.numerator !== answer) return [];
    const [numerator, denominator] = [given[answer] as number, given[indicator.denominator] as number];
    // NOTE: a denominator that was itself improved downwards may be below this figure, which has no rate then.
    if (numerator > denominator) return [denominator];
    return betterLevels(indicator, bandsFor(indicator, unitClass), numerator, denominator).map(
      ({ target }) => target,
    );
  });
  return [...new Set(targets)].filter((target) => target !== now[answer]);
}

function isAbove(indicator: Indicator, given: Answers): boolean {
  return (
    indicator.kind === 'ratio' &&
    (given[indicator.numerator] as number) > (given[indicator.denominator] as number)
  );
}

/** Whether a figure is nearer than the target, on the way to it. */
function isBetween(other: number | true, now: Answers[string], target: number | true): boolean {
  if (other === true || target === true || typeof now !== 'number') return false;
  return (other - now) * Math.sign(target - now) > 0 && Math.abs(other - now) < Math.abs(target - now);
}
