/**
 * The assessment (phiếu đánh giá) of one unit in one year, as it is kept. Points are not in it while it is a draft:
 * they are derived from the answers by the pinned criteria set.
 */
import { z } from 'zod';
import { type Answer, answerSchema } from './answers.ts';
import { broughtSchema, changeSchema, nothingToUndo, undoSchema } from './change.ts';
import {
  type EvidenceItem,
  evidenceItemSchema,
  evidenceLimit,
  evidenceListSchema,
  sha256Schema,
} from './evidence.ts';
import { scorecardSchema } from './scorecard-schema.ts';
import { nameText, plainText, unitSchema, yearSchema } from './unit.ts';

/** What a note may hold, in characters. */
export const noteLimit = 2_000;

/** A note as stored: NFC, line breaks kept, nothing trimmed inside. */
export const noteSchema = plainText(noteLimit);

/** The name of somebody who assesses, as that person gave it. */
export const assessorSchema = nameText(100);

const instant = z.iso.datetime();
/** When something came about, and through whom; null where nobody was named. */
const made = { at: instant, by: assessorSchema.nullable() };

export const assessmentIdSchema = z.string().regex(/^\d{4}-[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/);

/** The version of a criteria set that something was scored by. */
const pinSchema = z.strictObject({ id: z.string(), version: z.int().min(1) });

/** What happened to the assessment as a whole. Answers and notes carry their own times. */
const logEntrySchema = z.discriminatedUnion('event', [
  z.strictObject({ ...made, event: z.literal('created') }),
  z.strictObject({ ...made, event: z.literal('finalised'), revision: z.int().min(1) }),
  z.strictObject({ ...made, event: z.literal('reopened'), revision: z.int().min(2), reason: z.string() }),
  z.strictObject({
    ...made,
    event: z.literal('restored'),
    /**
     * `damaged`, `outdated`: by itself, because its file was not, or no longer, what was saved last. `lost`: a person had
     * it back where there was nothing readable. `chosen`: a person took answers and notes over into the draft.
     */
    because: z.enum(['damaged', 'outdated', 'lost', 'chosen']),
    /** When the state that came back had been saved. */
    savedAt: instant,
  }),
  z.strictObject({
    ...made,
    event: z.literal('imported'),
    /** `draft`: answers and notes came into the draft. `last_year`: kept as it was finalised elsewhere. */
    as: z.enum(['draft', 'last_year']),
    /** The check code of the scorecard that they came from. */
    sha256: sha256Schema,
    /** What that scorecard was. */
    from: z.strictObject({
      status: z.enum(['draft', 'final']),
      revision: z.int().min(1),
      date: z.iso.date(),
    }),
  }),
  z.strictObject({ ...made, event: z.literal('moved'), from: pinSchema, to: pinSchema }),
]);
export type LogEntry = z.infer<typeof logEntrySchema>;

/** What finalising (chốt) keeps: everything as it stood, and the check code over it. */
const finalisedSchema = z.strictObject({
  ...made,
  revision: z.int().min(1),
  answers: z.record(z.string(), answerSchema),
  notes: z.record(z.string(), z.string()),
  evidence: z.record(z.string(), evidenceListSchema),
  scorecard: scorecardSchema,
  /** The hash of the criteria set as it stood then; null for what was finalised before it was kept. */
  rules: sha256Schema.nullable(),
  sha256: sha256Schema,
});
export type Finalised = z.infer<typeof finalisedSchema>;

/** A change, when, and through whom. What one person types into one field in one go is one change. */
const historyEntrySchema = z.strictObject({ ...made, change: changeSchema });
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const assessmentSchema = z.strictObject({
  id: assessmentIdSchema,
  unit: unitSchema,
  year: yearSchema,
  /** Pinned, so that later corrections of the rules never change what was scored by these; only a draft can be moved. */
  criteriaSet: pinSchema,
  answers: z.record(z.string(), z.strictObject({ value: answerSchema, ...made })),
  /** Keyed by indicator id. */
  notes: z.record(z.string(), z.strictObject({ text: z.string().min(1).max(noteLimit), ...made })),
  /** Keyed by indicator id. */
  evidence: z.record(
    z.string(),
    z
      .array(z.strictObject({ item: evidenceItemSchema, ...made }))
      .min(1)
      .max(evidenceLimit),
  ),
  /** Figures of an earlier year that wait to be confirmed; never of something that is answered. */
  unconfirmed: z.record(z.string(), z.strictObject({ brought: broughtSchema, ...made })),
  status: z.enum(['draft', 'final']),
  /** Counts finalised states: reopening a final assessment makes the next revision. */
  revision: z.int().min(1),
  /** Counts saves, so that a save based on an older state is refused instead of overwriting. */
  saves: z.int().min(0),
  createdAt: instant,
  updatedAt: instant,
  /** The latest finalised state and those before it, oldest first. */
  finalised: z.array(finalisedSchema),
  /** True for the fictional communes of the sample district. */
  sample: z.boolean(),
  log: z.array(logEntrySchema),
  /** Every change of answers, notes, evidence and unconfirmed figures, oldest first. */
  history: z.array(historyEntrySchema),
  undo: undoSchema,
});
export type Assessment = z.infer<typeof assessmentSchema>;

export interface Made {
  /** ISO instant. */
  readonly at: string;
  /** The name of the assessor; null where nobody was named. */
  readonly by: string | null;
}

/** One assessment per unit and year: the id says which. */
export function assessmentId(year: number, unitCode: string): string {
  return `${year}-${unitCode}`;
}

/** A draft in which nothing is answered yet. */
export function emptyDraft(
  { unit, year, criteriaSet }: Pick<Assessment, 'unit' | 'year' | 'criteriaSet'>,
  { at, by }: Made,
  sample = false,
): Assessment {
  return {
    id: assessmentId(year, unit.code),
    unit,
    year,
    criteriaSet: { id: criteriaSet.id, version: criteriaSet.version },
    answers: {},
    notes: {},
    evidence: {},
    unconfirmed: {},
    status: 'draft',
    revision: 1,
    saves: 0,
    createdAt: at,
    updatedAt: at,
    finalised: [],
    sample,
    log: [{ at, by, event: 'created' }],
    history: [],
    undo: nothingToUndo,
  };
}

/** The year that an assessment's id names. */
export function yearOf(id: string): number {
  return Number(id.slice(0, id.indexOf('-')));
}

/** The bare answers of an assessment, as the scorer takes them. */
export function answersOf(assessment: Pick<Assessment, 'answers'>): Readonly<Record<string, Answer>> {
  return Object.fromEntries(Object.entries(assessment.answers).map(([id, { value }]) => [id, value]));
}

/** The notes of an assessment, by indicator id. */
export function notesOf(assessment: Pick<Assessment, 'notes'>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(assessment.notes).map(([id, { text }]) => [id, text]));
}

/** The bare evidence of an assessment, by indicator id. */
export function evidenceOf(assessment: Pick<Assessment, 'evidence'>): Record<string, EvidenceItem[]> {
  return Object.fromEntries(
    Object.entries(assessment.evidence).map(([id, entries]) => [id, entries.map(({ item }) => item)]),
  );
}
