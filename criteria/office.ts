/** The office in whose name documents are issued: what each machine is told once, and every document then prints. */
import { z } from 'zod';
import { lineText } from './unit.ts';

/** One who signs. Empty texts are printed as what is usual, or as dotted lines to be filled by hand. */
const signatorySchema = z.strictObject({
  /** The capacity in which one signs, a line each: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  capacity: z.array(lineText(100)).max(4),
  name: lineText(100),
});
export type Signatory = z.infer<typeof signatorySchema>;

/** Who receives copies (nơi nhận), an entry each; none stands for what is usual. */
const recipientsSchema = z.array(lineText(200)).max(10);

export const officeSchema = z.strictObject({
  /** The body above it (cơ quan chủ quản). */
  superior: lineText(200),
  /** The issuing body itself (cơ quan ban hành). */
  body: lineText(200),
  /** The place before the date. */
  place: lineText(100),
  /** Who recognises (thẩm quyền công nhận), as the certificate says it; empty for the title that the criteria set knows. */
  recogniser: lineText(200),
  signatories: z.strictObject({
    /** Signs the certificate and the district summary. */
    head: signatorySchema,
    /** Leads the assessment team: signs scorecards and minutes. */
    leader: signatorySchema,
    /** Keeps the minutes and enters the figures. */
    secretary: signatorySchema,
  }),
  recipients: z.strictObject({
    scorecard: recipientsSchema,
    certificate: recipientsSchema,
    minutes: recipientsSchema,
    summary: recipientsSchema,
  }),
});
export type Office = z.infer<typeof officeSchema>;

const unnamed: Signatory = { capacity: [], name: '' };

/** Nothing told yet: every document leaves dotted lines. */
export const unsetOffice: Office = {
  superior: '',
  body: '',
  place: '',
  recogniser: '',
  signatories: { head: unnamed, leader: unnamed, secretary: unnamed },
  recipients: { scorecard: [], certificate: [], minutes: [], summary: [] },
};
