/** A change of one thing in an assessment, from what to what: for its history, and for undoing it. Pure. */
import { z } from 'zod';
import { answerSchema } from './answers.ts';
import { evidenceListSchema } from './evidence.ts';
import { yearSchema } from './unit.ts';

/** A figure of an earlier year that nobody has confirmed for this one. It is neither an answer nor scored. */
export const broughtSchema = z.strictObject({ value: answerSchema, year: yearSchema });
export type Brought = z.infer<typeof broughtSchema>;

/** `of` names a fact or check in `answer` and `unconfirmed`, an indicator otherwise. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    of: z.string(),
    from: answerSchema.nullable(),
    to: answerSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('note'), of: z.string(), from: z.string(), to: z.string() }),
  z.strictObject({
    kind: z.literal('evidence'),
    of: z.string(),
    from: evidenceListSchema,
    to: evidenceListSchema,
  }),
  z.strictObject({
    kind: z.literal('unconfirmed'),
    of: z.string(),
    from: broughtSchema.nullable(),
    to: broughtSchema.nullable(),
  }),
]);
export type Change = z.infer<typeof changeSchema>;

/** The change that takes it back. */
export function reversed<C extends Change>(change: C): C {
  return { ...change, from: change.to, to: change.from };
}

/** What a person does in one go and takes back in one go. */
const stepSchema = z.array(changeSchema).min(1).max(200);
export type Step = z.infer<typeof stepSchema>;

/** Steps that are remembered in each direction. */
export const stepLimit = 100;

/** What a stack to undo may take, as JSON, in characters: the page keeps it far smaller. */
const undoLimit = 200_000;

/** What can be undone and redone, the latest last; kept with the draft until it is finalised. */
export const undoSchema = z
  .strictObject({
    done: z.array(stepSchema).max(stepLimit),
    undone: z.array(stepSchema).max(stepLimit),
  })
  .refine((undo) => JSON.stringify(undo).length <= undoLimit, 'Phần để hoàn tác quá lớn');
export type Undo = z.infer<typeof undoSchema>;

export const nothingToUndo: Undo = { done: [], undone: [] };
