/** A store over a folder as the program opens it, with lines of the list by the built-in criteria. */
import { builtInSets, currentSetId } from '../criteria/sets/built-in.ts';
import { CriteriaSets } from '../electron/service/criteria-sets.ts';
import { AssessmentStore, type StoreOptions } from '../electron/store/assessment-store.ts';

const sets = new CriteriaSets(builtInSets, currentSetId);

export function openStore(folder: string, options: Partial<StoreOptions> = {}): AssessmentStore {
  return new AssessmentStore(folder, {
    lines: {
      programKey: 'test',
      setKey: (version) => sets.setKey(version),
      of: (assessment) => sets.lineOf(assessment),
    },
    ...options,
  });
}
