/** What other rules would make of the assessments of this machine, fast enough to be asked at each key press. */
import { answersOf } from '../../criteria/assessment.ts';
import { type Effect, type ImpactLine, impactOf, type Scorable } from '../../criteria/rules/impact.ts';
import type { SetVersion } from '../../criteria/rules/published-set.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { AssessmentSummary, Impact } from '../api.ts';
import { Refusal } from '../refusal.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import type { CriteriaSets } from './criteria-sets.ts';

export interface ImpactsOptions {
  readonly store: AssessmentStore;
  readonly sets: CriteriaSets;
}

const order: readonly Effect[] = ['flips', 'loses', 'gains', 'impossible', 'same'];
const byName = new Intl.Collator('vi', { numeric: true });

export class Impacts {
  readonly #options: ImpactsOptions;
  /** By line of the list: a line is made anew with each save. */
  readonly #read = new WeakMap<AssessmentSummary, Scorable>();

  constructor(options: ImpactsOptions) {
    this.#options = options;
  }

  /** Of a set that need not be kept anywhere, on the assessments pinned to `of`. */
  ofSet(of: SetVersion, after: CriteriaSet): Promise<Impact> {
    const before = this.#options.sets.pinned(of);
    return this.#impact(
      ({ criteriaSet }) => isSame(criteriaSet, of),
      (scorable) => impactOf(before, after, scorable),
    );
  }

  /** Of moving every assessment that is pinned to another version. */
  ofMovingTo(to: SetVersion): Promise<Impact> {
    const { sets } = this.#options;
    const after = sets.pinned(to);
    return this.#impact(
      ({ criteriaSet }) => !isSame(criteriaSet, to),
      (scorable, { criteriaSet }) => impactOf(sets.pinned(criteriaSet), after, scorable),
    );
  }

  async #impact(
    concerned: (line: AssessmentSummary) => boolean,
    impactOn: (scorable: Scorable, line: AssessmentSummary) => ImpactLine,
  ): Promise<Impact> {
    const listing = await this.#options.store.list();
    const lines: ImpactLine[] = [];
    const unknown = listing.troubled.map(({ unitName, id, file }) => unitName ?? id ?? file);
    for (const line of listing.lines.filter(concerned)) {
      try {
        lines.push(impactOn(await this.#scorable(line), line));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        unknown.push(line.unit.name);
      }
    }
    return {
      lines: lines.sort(
        (a, b) =>
          order.indexOf(a.effect) - order.indexOf(b.effect) ||
          byName.compare(a.unit.name, b.unit.name) ||
          a.year - b.year,
      ),
      unknown,
    };
  }

  async #scorable(line: AssessmentSummary): Promise<Scorable> {
    const known = this.#read.get(line);
    if (known !== undefined) return known;
    const assessment = await this.#options.store.read(line.id);
    const { id, unit, year, status } = assessment;
    const scorable = { id, unit, year, status, answers: answersOf(assessment) };
    this.#read.set(line, scorable);
    return scorable;
  }
}

function isSame(a: SetVersion, b: SetVersion): boolean {
  return a.id === b.id && a.version === b.version;
}
