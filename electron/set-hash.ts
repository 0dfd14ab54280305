/** The hash of a criteria set: how documents, files and finalised assessments name it beyond its id and version. */
import { hashedPart } from '../criteria/rules/hashed-part.ts';
import type { CriteriaSet } from '../criteria/schema.ts';
import { sha256OfJson } from './store/sha256.ts';

const known = new WeakMap<CriteriaSet, string>();

/** SHA-256 in hex over the canonical JSON of a set as it stands, confirmations included. */
export function hashOfSet(set: CriteriaSet): string {
  let hash = known.get(set);
  if (hash === undefined) {
    hash = sha256OfJson(hashedPart(set));
    known.set(set, hash);
  }
  return hash;
}
