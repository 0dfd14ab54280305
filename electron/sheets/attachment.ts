/**
 * The assessment that travels inside its scorecard: all that was printed, so that the sheet can be printed again and
 * compared, and its figures taken over. It is sealed with a checksum, which is integrity and not a signature.
 */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { noteSchema } from '../../criteria/assessment.ts';
import { officeSchema } from '../../criteria/office.ts';
import { setVersionSchema } from '../../criteria/rules/published-set.ts';
import { scorecardSchema } from '../../criteria/scorecard-schema.ts';
import { unitSchema, yearSchema } from '../../criteria/unit.ts';
import type { ScorecardInput } from '../documents/document-input.ts';
import { hashOfSet } from '../set-hash.ts';
import { sha256OfJson } from '../store/sha256.ts';

/** The name of the attached file. */
export const attachmentName = 'phieu-danh-gia.json';

const format = 'child-friendly-communes/scorecard';
const formatVersion = 1;

/**
 * Counts changes of what a scorecard looks like for the same figures: sheets of another layout cannot be compared with
 * a new printing place by place. A test pins what is drawn to this number.
 */
export const layoutVersion = 2;

const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const attachmentSchema = z.strictObject({
  unit: unitSchema,
  year: yearSchema,
  status: z.enum(['draft', 'final']),
  revision: z.int().min(1),
  answers: z.record(z.string(), z.union([z.int().min(0), z.boolean()]).nullish()),
  notes: z.record(z.string(), noteSchema),
  evidence: z.record(z.string(), z.array(z.string()).readonly()),
  /** What the check code covers; its provisional marks are those of when it was finalised, not of what was printed. */
  scorecard: scorecardSchema,
  /** The check code. */
  sha256: digest,
  /** The criteria set that scored it; the digest tells its states of confirmation apart. */
  criteriaSet: z.strictObject({ ...setVersionSchema.shape, digest }),
  /** What else stood on the sheet. */
  printed: z.strictObject({
    date: z.iso.date(),
    office: officeSchema,
    layout: z.int().min(1),
    program: z.string(),
  }),
});
export type SheetAttachment = z.infer<typeof attachmentSchema>;

const sealedSchema = z.strictObject({
  format: z.literal(format),
  version: z.int().min(1),
  checksum: z.string(),
  sheet: z.unknown(),
});

/** The attachment of a scorecard, as the text of its file: canonical JSON (RFC 8785). */
export function attachmentText(input: ScorecardInput): string {
  const { set, unit, year, status, revision, answers, notes, evidence, coded, sha256 } = input;
  const sheet: SheetAttachment = {
    unit,
    year,
    status,
    revision,
    answers,
    notes,
    evidence,
    scorecard: coded,
    sha256,
    criteriaSet: { id: set.id, version: set.version, digest: hashOfSet(set) },
    printed: { date: input.date, office: input.office, layout: layoutVersion, program: input.version },
  };
  // NOTE: in canonical order, so that the sheet is made canonical once and not for the checksum again.
  const sealed = `"format":${JSON.stringify(format)},"sheet":${canonicalize(sheet)},"version":${formatVersion}}`;
  return `{"checksum":"${createHash('sha256').update(`{${sealed}`).digest('hex')}",${sealed}`;
}

function checksumOf(sheet: unknown): string {
  return sha256OfJson({ format, version: formatVersion, sheet });
}

export type ReadAttachment =
  | { readonly state: 'whole'; readonly sheet: SheetAttachment }
  /** Ours by its format, but not what was written; `sheet` where it can still be understood. */
  | { readonly state: 'altered'; readonly sheet: SheetAttachment | null }
  /** Written by a later version of the program. */
  | { readonly state: 'newer' }
  | { readonly state: 'foreign' };

/** What the attached file says. Throws nothing, whatever the bytes. */
export function readAttachment(bytes: Uint8Array): ReadAttachment {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { state: 'altered', sheet: null };
  }
  const sealed = sealedSchema.safeParse(json);
  if (!sealed.success) return { state: 'foreign' };
  if (sealed.data.version > formatVersion) return { state: 'newer' };
  const parsed = attachmentSchema.safeParse(sealed.data.sheet);
  if (!parsed.success) return { state: 'altered', sheet: null };
  const checksum = knownChecksum(sealed.data.sheet);
  if (checksum === null) return { state: 'altered', sheet: null };
  return { state: sealed.data.checksum === checksum ? 'whole' : 'altered', sheet: parsed.data };
}

/** Null for half a surrogate pair, which is JSON but has no canonical form. */
function knownChecksum(sheet: unknown): string | null {
  try {
    return checksumOf(sheet);
  } catch {
    return null;
  }
}
