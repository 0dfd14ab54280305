/** The administrative unit at commune level (đơn vị cấp xã) that an assessment is about. */
import { z } from 'zod';

/** Text from a person or a file: trimmed and NFC, so that equal names are equal bytes and print with every font. */
export const plainText = (max: number) =>
  z
    .string()
    // NOTE: half a surrogate pair, as a broken paste leaves it, can neither be hashed nor printed.
    .transform((text) => text.toWellFormed().normalize('NFC').trim())
    .pipe(z.string().max(max));

const requiredText = (max: number) => plainText(max).pipe(z.string().min(1));

export const unitTypeSchema = z.enum(['xa', 'phuong', 'thi_tran', 'dac_khu']);
export type UnitType = z.infer<typeof unitTypeSchema>;

export const unitSchema = z.object({
  /** The official code, or one of ours for a unit typed by hand. */
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/),
  name: requiredText(200),
  type: unitTypeSchema,
  /** A unit class of the criteria set. Entered by a person, never guessed from the name. */
  class: z.string().min(1),
  province: requiredText(200),
  district: requiredText(200).optional(),
});
export type Unit = z.infer<typeof unitSchema>;

export const yearSchema = z.int().min(2000).max(2100);
