/** Evidence (minh chứng): the files and papers that prove what was answered to an indicator. Pure. */
import { z } from 'zod';
import { lineText } from './unit.ts';
import { numberText } from './wording.ts';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** What an indicator may have of it, so that a scorecard stays a scorecard. */
export const evidenceLimit = 50;
/** Of a file's name and of a paper's description, in characters. */
export const evidenceNameLimit = 150;

const nameSchema = lineText(evidenceNameLimit).pipe(z.string().min(1));

/** A file that was attached; its bytes lie under their hash in the data folder, once for all that name it. */
const fileEvidenceSchema = z.strictObject({
  kind: z.literal('file'),
  sha256: sha256Schema,
  /** As it was called where it came from. */
  name: nameSchema,
  /** In bytes. */
  size: z.int().min(1),
  /** Media type by its content, as "image/jpeg". */
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,90}$/),
});

/** A paper that stays in the office's files, as "Quyết định số 12/QĐ-UBND ngày 05/3/2026". */
const paperEvidenceSchema = z.strictObject({
  kind: z.literal('paper'),
  text: lineText(200).pipe(z.string().min(1)),
});

export const evidenceItemSchema = z.discriminatedUnion('kind', [fileEvidenceSchema, paperEvidenceSchema]);
export type EvidenceItem = z.infer<typeof evidenceItemSchema>;
export type FileEvidence = z.infer<typeof fileEvidenceSchema>;

/** The evidence of one indicator, in the order of attaching; nothing twice. */
export const evidenceListSchema = z
  .array(evidenceItemSchema)
  .max(evidenceLimit)
  .refine((items) => new Set(items.map(evidenceKey)).size === items.length, 'Có minh chứng trùng nhau');

/** What makes two pieces of evidence the same: the content of files, the words of papers. */
export function evidenceKey(item: EvidenceItem): string {
  return item.kind === 'file' ? item.sha256 : item.text;
}

/**
 * The line that a document prints for it: "bien-ban.pdf (412 kB, SHA-256 3f2a9c1b)". It is under the check code, so for
 * the same item it may never change.
 */
export function evidenceLine(item: EvidenceItem): string {
  if (item.kind === 'paper') return item.text;
  return `${item.name} (${sizeText(item.size)}, SHA-256 ${item.sha256.slice(0, 8)})`;
}

/** A size in bytes as people read it, rounded up so that nothing looks empty: "412 kB", "1,2 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${numberText(Math.ceil(bytes / 1_000))} kB`;
  const tenths = Math.ceil(bytes / 100_000);
  const whole = numberText(Math.floor(tenths / 10));
  return tenths % 10 === 0 ? `${whole} MB` : `${whole},${tenths % 10} MB`;
}
