/** The faults of a file with a criteria set, by the part of the set that they are in. Pure. */
import type { SetFault } from '../../../criteria/set-faults.ts';

export interface FaultGroup {
  /** `whole`: of the file as a whole. `general`: outside the criteria. */
  readonly part: 'whole' | 'general' | { readonly criterion: string; readonly name: string | null };
  readonly faults: readonly SetFault[];
}

/** `json` is what the file says, as far as it can be read, for the numbers and names of its criteria. */
export function faultGroups(faults: readonly SetFault[], json: unknown): readonly FaultGroup[] {
  const groups = Map.groupBy(faults, ({ path }) => keyOf(path));
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([key, found]) => ({ part: partOf(key, json), faults: found }));
}

const [whole, general] = [-2, -1];

function keyOf(path: string): number {
  if (path === '') return whole;
  // NOTE: a file that the program exported holds the set within an envelope.
  const criterion = /^(?:published\.set\.)?criteria\[(\d+)\]/.exec(path)?.[1];
  return criterion === undefined ? general : Number(criterion);
}

function partOf(key: number, json: unknown): FaultGroup['part'] {
  if (key === whole) return 'whole';
  if (key === general) return 'general';
  // NOTE: a file that the program exported holds the set within an envelope.
  const set =
    at(json, 'criteria') === undefined ? at(at(json, 'data') ?? at(json, 'published'), 'set') : json;
  const criterion = at(at(set, 'criteria'), key);
  const id = at(criterion, 'id');
  const name = at(at(criterion, 'name'), 'vi');
  return {
    criterion: typeof id === 'string' && id !== '' ? id : String(key + 1),
    name: typeof name === 'string' && name !== '' ? name : null,
  };
}

function at(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** All faults as lines of text: the place, then what is wrong there. `said` gives the sentence of a fault. */
export function faultsText(faults: readonly SetFault[], said: (fault: SetFault) => string): string {
  return faults
    .map((fault) => (fault.path === '' ? said(fault) : `${fault.path}: ${said(fault)}`))
    .join('\n');
}
