/**
 * The register of a published criteria set: who confirmed which of its rules, where it was read, and what was taken back.
 * It only grows; the set itself never changes, so that confirming a rule leaves every assessment pinned to its version.
 */
import { z } from 'zod';
import { assessorSchema } from '../assessment.ts';
import type { CriteriaSet, Provenance } from '../schema.ts';
import { lineText } from '../unit.ts';
import { rulesOf, withProvenances } from './rules.ts';

/** Of the place in the decision where a rule was read, in characters. */
export const readInLimit = 300;

/** Who read a rule in the decision, on which day, and where: "Quyết định số 06/QĐ-TTg, Phụ lục, mục 3". */
export const attestationSchema = z.strictObject({
  by: assessorSchema,
  on: z.iso.date(),
  in: lineText(readInLimit).pipe(z.string().min(1)),
});
export type Attestation = z.infer<typeof attestationSchema>;

export const ruleKeySchema = z.string().regex(/^[a-z_]{1,20}(\/[a-z0-9][a-z0-9._-]{0,63})?$/);
const instant = z.iso.datetime();

const registerEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('confirmed'),
    rule: ruleKeySchema,
    at: instant,
    ...attestationSchema.shape,
  }),
  z.strictObject({
    kind: z.literal('withdrawn'),
    rule: ruleKeySchema,
    at: instant,
    by: assessorSchema.nullable(),
    reason: lineText(500),
  }),
]);
export type RegisterEntry = z.infer<typeof registerEntrySchema>;

/** Oldest first. */
export const registerSchema = z.array(registerEntrySchema).max(10_000);

/** NOTE: beyond this nothing more is confirmed, so that what is confirmed can still be withdrawn. */
export const mostConfirmed = 8_000;
export type Register = readonly RegisterEntry[];

type Confirmation = Extract<RegisterEntry, { kind: 'confirmed' }>;

/** The confirmations that stand: by rule the latest word on it. */
export function standing(register: Register): ReadonlyMap<string, Confirmation> {
  const found = new Map<string, Confirmation>();
  for (const entry of register) {
    if (entry.kind === 'confirmed') found.set(entry.rule, entry);
    else found.delete(entry.rule);
  }
  return found;
}

/** The set as it stands: its rules with all that the register confirms. This is what scores, shows and prints. */
export function withRegister(set: CriteriaSet, register: Register): CriteriaSet {
  const confirmed = standing(register);
  if (confirmed.size === 0) return set;
  return withProvenances(set, (key, given) => {
    const word = confirmed.get(key);
    return word === undefined ? given : confirmedProvenance(given, word);
  });
}

function confirmedProvenance({ sources }: Provenance, { by, on, in: readIn }: Attestation): Provenance {
  return { status: 'confirmed', sources, confirmedBy: by, confirmedOn: on, confirmedIn: readIn };
}

/** Whoever confirmed rules of a set as it stands. */
export interface Confirmer {
  readonly by: string;
  readonly rules: number;
  /** The first and the last day, ISO. */
  readonly from: string;
  readonly to: string;
}

/**
 * Those who confirmed whole rules in their own name, most rules first. Each rule counts once, for whoever had the last word
 * on it, so that the counts never add up to more than the rules that are confirmed.
 */
export function confirmersOf(set: CriteriaSet): readonly Confirmer[] {
  const found = new Map<string, Confirmer>();
  for (const { confirmed, provenances } of rulesOf(set)) {
    const by = confirmed ? lastOf(provenances) : undefined;
    if (by === undefined) continue;
    const known = found.get(by);
    const own = provenances.flatMap(({ confirmedBy, confirmedOn }) =>
      confirmedBy === by && confirmedOn !== undefined ? [confirmedOn] : [],
    );
    const days = [...own, ...(known === undefined ? [] : [known.from, known.to])].sort();
    found.set(by, {
      by,
      rules: (known?.rules ?? 0) + 1,
      from: days[0] as string,
      to: days.at(-1) as string,
    });
  }
  return [...found.values()].sort((a, b) => b.rules - a.rules);
}

/** Whoever confirmed a part of the rule on the latest day; of several, who did so further down. */
function lastOf(provenances: readonly Provenance[]): string | undefined {
  let last: { readonly by: string; readonly on: string } | undefined;
  for (const { confirmedBy, confirmedOn } of provenances) {
    if (confirmedBy === undefined || confirmedOn === undefined) continue;
    if (last === undefined || confirmedOn >= last.on) last = { by: confirmedBy, on: confirmedOn };
  }
  return last?.by;
}
