/** The administrative unit at commune level (đơn vị cấp xã) that an assessment is about. */
import { z } from 'zod';

/** Text from a person or a file, as it is kept: see `keptText`. At most `max` characters of it. */
export const plainText = (max: number) => z.string().transform(keptText).pipe(z.string().max(max));

/** Text on one line, which may be empty. */
export const lineText = (max: number) => z.string().transform(oneLine).pipe(z.string().max(max));

/** A name: one line with at least one letter or digit, so that nobody is recognised under an empty one. */
export const nameText = (max: number) =>
  z
    .string()
    .transform(oneLine)
    .pipe(
      z
        .string()
        .regex(/[\p{L}\p{N}]/u, 'Cần có chữ cái hoặc chữ số')
        .max(max),
    );

const otherLineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const controls = /(?![\n\t])\p{Cc}/gu;
const writingDirections = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * NFC, so that equal names are equal bytes and print with every font; line breaks of one kind; trimmed. What can be
 * neither seen nor printed is left out: control characters, marks that turn the writing direction, halves of characters.
 */
export function keptText(text: string): string {
  return text
    .toWellFormed()
    .replace(otherLineBreaks, '\n')
    .replace(controls, '')
    .replace(writingDirections, '')
    .normalize('NFC')
    .trim();
}

function oneLine(text: string): string {
  return keptText(text).replace(/\s+/g, ' ');
}

/** A unit type of the criteria set. */
export const unitTypeSchema = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/);
export type UnitType = z.infer<typeof unitTypeSchema>;

export const unitSchema = z.object({
  /** The official code, or one of ours for a unit typed by hand. */
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/),
  name: nameText(200),
  type: unitTypeSchema,
  /** A unit class of the criteria set. Entered by a person, never guessed from the name. */
  class: z.string().min(1),
  province: nameText(200),
  district: nameText(200).optional(),
});
export type Unit = z.infer<typeof unitSchema>;

/** Where a unit lies: district, where there is one, and province. */
export function placeText({ district, province }: Pick<Unit, 'district' | 'province'>): string {
  return district === undefined ? province : `${district}, ${province}`;
}

export const earliestYear = 2000;
export const yearSchema = z.int().min(earliestYear).max(2100);
