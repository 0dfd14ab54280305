/** A change of one thing in an assessment, from what to what: for its history, and for undoing it. Pure. */
import { z } from 'zod';
import { answerSchema } from './answers.ts';
import { evidenceListSchema } from './evidence.ts';
import { yearSchema } from './unit.ts';

/** A figure of an earlier year that nobody has confirmed for this one. It is neither an answer nor scored. */
export const broughtSchema = z.strictObject({ value: answerSchema, year: yearSchema });
export type Brought = z.infer<typeof broughtSchema>;

const answerChange = z.strictObject({
  kind: z.literal('answer'),
  of: z.string(),
  from: answerSchema.nullable(),
  to: answerSchema.nullable(),
});
const noteChange = z.strictObject({
  kind: z.literal('note'),
  of: z.string(),
  from: z.string(),
  to: z.string(),
});
const evidenceChange = z.strictObject({
  kind: z.literal('evidence'),
  of: z.string(),
  from: evidenceListSchema,
  to: evidenceListSchema,
});
const unconfirmedChange = z.strictObject({
  kind: z.literal('unconfirmed'),
  of: z.string(),
  from: broughtSchema.nullable(),
  to: broughtSchema.nullable(),
});

/** `of` names a fact or check in `answer` and `unconfirmed`, an indicator otherwise. */
export const changeSchema = z.discriminatedUnion('kind', [
  answerChange,
  noteChange,
  evidenceChange,
  unconfirmedChange,
]);
export type Change = z.infer<typeof changeSchema>;

/** The change that takes it back. */
export function reversed<C extends Change>(change: C): C {
  return { ...change, from: change.to, to: change.from };
}

/** What a person does in one go and takes back in one go. */
export type Step = Change[];

const place = z.int().min(0);

/**
 * A change as it is kept to be undone, without what it left as it was, or a long note would be kept twice for each word
 * that was added to it. `from` and `to` of a note are the piece that changed, `amid` so many characters before it and
 * behind it (absent: none). Those of evidence are what went and what came, `places` where in the list before and in the
 * list after (absent: at the end).
 */
const keptChangeSchema = z.discriminatedUnion('kind', [
  answerChange,
  noteChange.extend({ amid: z.tuple([place, place]).optional() }),
  evidenceChange.extend({
    places: z.strictObject({ from: z.array(place), to: z.array(place) }).optional(),
  }),
  unconfirmedChange,
]);
export type KeptChange = z.infer<typeof keptChangeSchema>;

const keptStepSchema = z.array(keptChangeSchema).min(1).max(200);
export type KeptStep = z.infer<typeof keptStepSchema>;

/** Steps that are remembered in each direction. */
export const stepLimit = 500;

/** What a stack to undo may take, as JSON, in characters: the page keeps it far smaller. */
const undoLimit = 200_000;

/** What can be undone and redone, the latest last; kept with the draft until it is finalised. */
export const undoSchema = z
  .strictObject({
    done: z.array(keptStepSchema).max(stepLimit),
    undone: z.array(keptStepSchema).max(stepLimit),
  })
  .refine((undo) => JSON.stringify(undo).length <= undoLimit, 'Phần để hoàn tác quá lớn');
export type Undo = z.infer<typeof undoSchema>;

export const nothingToUndo: Undo = { done: [], undone: [] };
