/** A published version of a criteria set: what it says, which never changes, and its register, which only grows. Pure. */
import { z } from 'zod';
import { assessorSchema } from '../assessment.ts';
import { sha256Schema } from '../evidence.ts';
import { type CriteriaSet, criteriaSetSchema, greatestVersion, setIdSchema } from '../schema.ts';
import {
  type Attestation,
  type Register,
  type RegisterEntry,
  registerSchema,
  withRegister,
} from './register.ts';
import { rulesOf } from './rules.ts';

/** A version of a set. */
export const setVersionSchema = z.strictObject({
  id: setIdSchema,
  version: z.int().min(1).max(greatestVersion),
});
export type SetVersion = z.infer<typeof setVersionSchema>;

export const basisSchema = z.strictObject({ ...setVersionSchema.shape, hash: sha256Schema });

export const publishedSetSchema = z.strictObject({
  set: criteriaSetSchema,
  /** The version that it was made from, as it stood then; null for one that came from outside or with the program. */
  basedOn: basisSchema.nullable(),
  /** When and by whom it was made here; null for one that came with the program. */
  madeAt: z.iso.datetime().nullable(),
  madeBy: assessorSchema.nullable(),
  register: registerSchema,
});
export type PublishedSet = z.infer<typeof publishedSetSchema>;

/** A set that comes with the program, before anything of it is confirmed here. */
export function asPublished(set: CriteriaSet): PublishedSet {
  return { set, basedOn: null, madeAt: null, madeBy: null, register: [] };
}

/** The set as it stands with its register. */
export function asItStands({ set, register }: Pick<PublishedSet, 'set' | 'register'>): CriteriaSet {
  return withRegister(set, register);
}

/** A key of no rule of the set. */
export class UnknownRuleError extends Error {}

/** With more confirmations, all of one instant; throws UnknownRuleError for a rule that the set does not have. */
export function withConfirmations(
  published: PublishedSet,
  rules: readonly string[],
  attestation: Attestation,
  at: string,
): PublishedSet {
  return withEntries(
    published,
    rules.map((rule) => ({ kind: 'confirmed', rule, at, ...attestation })),
  );
}

/** With the office's own confirmation of a rule taken back: it is again what was published. */
export function withWithdrawal(
  published: PublishedSet,
  entry: Omit<Extract<RegisterEntry, { kind: 'withdrawn' }>, 'kind'>,
): PublishedSet {
  return withEntries(published, [{ kind: 'withdrawn', ...entry }]);
}

function withEntries(published: PublishedSet, entries: Register): PublishedSet {
  const known = new Set(rulesOf(published.set).map(({ key }) => key));
  for (const { rule } of entries) if (!known.has(rule)) throw new UnknownRuleError(rule);
  return { ...published, register: [...published.register, ...entries] };
}
