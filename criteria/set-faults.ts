/** What must hold between the parts of a criteria set, and where it does not. */
import type { z } from 'zod';
import { bandFaults } from './faults/bands.ts';
import { dateFaults } from './faults/dates.ts';
import { idFaults } from './faults/ids.ts';
import { provenanceFaults } from './faults/provenances.ts';
import { indicatorsOf, type ReadableSet, readablePart } from './faults/readable.ts';
import { referenceFaults } from './faults/references.ts';
import { sumFaults } from './faults/sums.ts';
import { textFaults } from './faults/texts.ts';
import { pathText } from './path-text.ts';
import { type CriteriaSet, criteriaSetSchema } from './schema.ts';
import { vietnamese } from './vietnamese-issues.ts';

/** One fault in a criteria set; `path` names the place as in `criteria[2].indicators[0].bands[1]`, empty for the whole. */
export interface SetFault {
  readonly path: string;
  readonly message: string;
}

export type ParsedSet =
  | { readonly ok: true; readonly set: CriteriaSet }
  | { readonly ok: false; readonly faults: readonly SetFault[] };

/**
 * Reads a criteria set from outside, which may name the JSON Schema that it was written with (`$schema`). A set with any
 * fault is refused whole, and every fault is listed by place: where a part has not the shape of one, all others are still
 * checked.
 */
export function parseCriteriaSet(json: unknown): ParsedSet {
  const bare = withoutSchemaName(json);
  const shape = criteriaSetSchema.safeParse(bare, vietnamese);
  const faults = shape.success ? setFaults(shape.data) : brokenSetFaults(bare, shape.error.issues);
  return shape.success && faults.length === 0 ? { ok: true, set: shape.data } : { ok: false, faults };
}

function withoutSchemaName(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('$schema' in json)) return json;
  const { $schema: name, ...rest } = json;
  return typeof name === 'string' ? rest : json;
}

function brokenSetFaults(json: unknown, issues: readonly z.core.$ZodIssue[]): SetFault[] {
  const rest = readablePart(json, issues);
  // One fault for a place: of "not a whole number", "at least 0" and "at least 1" the last is the most exact.
  const shape = new Map(issues.flatMap(shapeFaults).map((fault) => [fault.path, fault]));
  return [...shape.values(), ...(rest === undefined ? [] : setFaults(rest))];
}

function shapeFaults(issue: z.core.$ZodIssue): SetFault[] {
  const places =
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return places.map((place) => ({ path: pathText(place), message: issue.message }));
}

/**
 * Faults by place of a set, or of as much of one as can be read: ids used twice, references to nothing, sums, provenance,
 * days and years, texts, and bands out of order or with gaps. Fast enough to run at each key press.
 */
export function setFaults(set: ReadableSet): SetFault[] {
  return [
    ...idFaults(set),
    ...referenceFaults(set),
    ...provenanceFaults(set),
    ...dateFaults(set),
    ...textFaults(set),
    ...sumFaults(set),
    ...indicatorsOf(set).flatMap(({ path, indicator }) =>
      indicator.kind === 'ratio' ? bandFaults(indicator, path) : [],
    ),
  ];
}
