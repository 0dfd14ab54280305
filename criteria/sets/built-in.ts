/** The criteria sets that ship with the program, by id. A built-in set with a fault stops the program at start. */
import type { CriteriaSet } from '../schema.ts';
import { parseCriteriaSet } from '../set-faults.ts';
import qd062019 from './qd-06-2019.json' with { type: 'json' };
import viDu from './vi-du.json' with { type: 'json' };

function load(json: unknown): CriteriaSet {
  const parsed = parseCriteriaSet(json);
  if (parsed.ok) return parsed.set;
  throw new Error(parsed.faults.map(({ path, message }) => `${path}: ${message}`).join('\n'));
}

export const builtInSets: ReadonlyMap<string, CriteriaSet> = new Map(
  [qd062019, viDu].map((json) => {
    const set = load(json);
    return [set.id, set];
  }),
);

/** The set that new assessments use. */
export const currentSetId = 'qd-06-2019';

/** A made-up set, to learn the rooms of the program and to test them with. */
export const exampleSetId = 'vi-du';
