/**
 * What an ineligible unit needs to become eligible ("Cần gì để đạt"): the smallest sets of improvements, exactly. An
 * improvement brings one indicator to a better level by its numerator alone, or makes a check a yes.
 */
import type { Answers } from './answers.ts';
import { improvableParts, type Option, type Part } from './improvement-options.ts';
import type { CriteriaSet } from './schema.ts';
import { score } from './score.ts';

export interface Improvement {
  readonly criterion: string;
  /** The first indicator that gains, where the figure counts for several. */
  readonly indicator: string;
  /** Its points now and then; `gain` is the difference. */
  readonly from: number;
  readonly to: number;
  readonly gain: number;
  /** How many more or fewer there must be in its numerator; 0 for a check. */
  readonly change: number;
  /** What its numerator must come to; true for a check. */
  readonly target: number | true;
}

export interface ImprovementSet {
  /** In the order of the criteria set. */
  readonly improvements: readonly Improvement[];
  readonly gain: number;
  /** The points of the unit with all of them. */
  readonly total: number;
  /** The changes of all figures added up, whatever they count: children, hamlets, residents and cases alike. */
  readonly change: number;
}

export type Needs =
  | { readonly kind: 'eligible' }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'possible'; readonly sets: readonly ImprovementSet[] }
  | {
      readonly kind: 'impossible';
      /** Criteria that stay at zero whatever the numerators become. */
      readonly stuck: readonly string[];
      /** Points still missing with every improvement made. */
      readonly short: number;
    };

/**
 * The sets that make a unit eligible and from which no improvement could be left out or be smaller; no two of the same
 * indicators. The fewest improvements come first, then the least change in all (a check changes nothing), then the order
 * of the criteria set. The answers must have no `answerFaults`. Throws RangeError when the set does not know the class.
 */
export function improvementsNeeded(set: CriteriaSet, unitClass: string, answers: Answers, limit = 5): Needs {
  const { verdict, total, threshold } = score(set, unitClass, answers);
  if (verdict !== 'ineligible') return { kind: verdict };

  const parts = improvableParts(set, unitClass, answers);
  const stuck = parts.flatMap(({ best }) => best.zeros);
  const short = Math.max(0, threshold - total - sum(parts.map(({ best }) => best.gain)));
  if (stuck.length > 0 || short > 0) {
    const inOrder = set.criteria.map(({ id }) => id).filter((id) => stuck.includes(id));
    return { kind: 'impossible', stuck: inOrder, short };
  }
  const places = set.criteria.flatMap(({ indicators }) => indicators.map(({ id }) => id));
  const sets = cheapestPlans(parts, threshold - total, limit).map((plan) => ({
    improvements: plan.options
      .flatMap(({ improvements }) => improvements)
      .toSorted((one, other) => places.indexOf(one.indicator) - places.indexOf(other.indicator)),
    gain: plan.gain,
    total: total + plan.gain,
    change: plan.change,
  }));
  return { kind: 'possible', sets };
}

/** One option of each part, as far as the parts were gone through. */
interface Plan {
  readonly gain: number;
  readonly change: number;
  /** As in `Option`: one character per improvement. */
  readonly places: string;
  readonly targets: string;
  readonly options: readonly Option[];
}

/**
 * NOTE: a plan is minimal when what it gains beyond the need is less than what any step back would lose. So plans are
 * sought once for every such loss (`spare`), among the options that lose as much or more: that makes them minimal by
 * construction, and the best of any partial gain are all that has to be kept.
 */
function cheapestPlans(parts: readonly Part[], needed: number, limit: number): readonly Plan[] {
  const spares = new Set(parts.flatMap(({ options }) => options.map(({ spare }) => spare)));
  let found: readonly Plan[] = [];
  for (const spare of spares) {
    for (const plan of plansOf(parts, spare, needed, limit)) found = withPlan(found, plan, limit);
  }
  return found;
}

function plansOf(parts: readonly Part[], spare: number, needed: number, limit: number): readonly Plan[] {
  const choices = parts.map(({ options }) => options.filter((option) => option.spare >= spare));
  if (choices.some((options) => options.length === 0)) return [];
  let least = sum(choices.map((options) => Math.min(...options.map(({ gain }) => gain))));
  let most = sum(choices.map((options) => Math.max(...options.map(({ gain }) => gain))));
  let plans = new Map<number, readonly Plan[]>([
    [0, [{ gain: 0, change: 0, places: '', targets: '', options: [] }]],
  ]);
  for (const options of choices) {
    least -= Math.min(...options.map(({ gain }) => gain));
    most -= Math.max(...options.map(({ gain }) => gain));
    const next = new Map<number, readonly Plan[]>();
    for (const [before, ofGain] of plans) {
      for (const option of options) {
        const gain = before + option.gain;
        if (gain + most < needed || gain + least - needed >= spare) continue;
        for (const plan of ofGain)
          next.set(gain, withPlan(next.get(gain) ?? [], extended(plan, option), limit));
      }
    }
    plans = next;
  }
  return [...plans.values()].flat();
}

function extended(plan: Plan, option: Option): Plan {
  return {
    gain: plan.gain + option.gain,
    change: plan.change + option.change,
    places: plan.places + option.places,
    targets: plan.targets + option.targets,
    options: option.places === '' ? plan.options : [...plan.options, option],
  };
}

/** The best plans, best first, with one more; of two for the same indicators the better. */
function withPlan(plans: readonly Plan[], plan: Plan, limit: number): readonly Plan[] {
  const last = plans[limit - 1];
  if (last !== undefined && order(last, plan) <= 0) return plans;
  const same = plans.find(({ places }) => places === plan.places);
  if (same !== undefined && order(same, plan) <= 0) return plans;
  return [...plans.filter((other) => other !== same), plan].sort(order).slice(0, limit);
}

function order(one: Plan, other: Plan): number {
  if (one.places.length !== other.places.length) return one.places.length - other.places.length;
  if (one.change !== other.change) return one.change - other.change;
  return compare(one.places, other.places) || compare(one.targets, other.targets);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
