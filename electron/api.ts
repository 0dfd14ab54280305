/**
 * THE contract between the page and the desktop. Both hosts serve it, the renderer calls it, and it is all they share:
 * one readable line and one schema per call. Every call answers with a `Reply`; none throws across the border.
 */
import { z } from 'zod';
import type { Answers } from '../criteria/answers.ts';
import { type Assessment, assessmentIdSchema, noteSchema } from '../criteria/assessment.ts';
import { type Office, officeSchema } from '../criteria/office.ts';
import type { CriteriaSet } from '../criteria/schema.ts';
import type { Verdict } from '../criteria/score.ts';
import { type Unit, type UnitType, unitSchema, yearSchema } from '../criteria/unit.ts';

/** Each call of the program: what it takes and what it gives. */
export interface Api {
  /** Versions and the data folder, for the foot of the page. */
  'app.info'(args: Record<string, never>): AppInfo;

  /** The criteria set that new assessments use. */
  'criteria.current'(args: Record<string, never>): CriteriaSet;
  /** The criteria set an assessment is pinned to. */
  'criteria.get'(args: { id: string; version: number }): CriteriaSet;

  /** Units in force whose name or code matches; marks, case and tone placement do not matter. */
  'units.search'(args: { query: string; limit: number }): readonly CatalogueUnit[];

  /** The assessments of a year with their status and points, and every file that could not be read. */
  'assessments.list'(args: { year: number }): AssessmentList;
  /** Begins the assessment of a unit in a year; refused with `already_exists` when there is one. */
  'assessments.create'(args: { unit: Unit; year: number }): Assessment;
  'assessments.open'(args: { id: string }): OpenedAssessment;
  /**
   * Saves changed answers (null: unanswered) and notes (empty: no note). Answers once the bytes are on the disk.
   * Refused whole when any answer is wrong, or with `conflict` when `basedOn` is not the latest `saves`.
   */
  'assessments.save'(args: {
    id: string;
    basedOn: number;
    answers: Record<string, number | boolean | null>;
    notes: Record<string, string>;
  }): { saves: number; savedAt: string };
  /** Closes (chốt) a complete assessment; refused with `incomplete` otherwise. */
  'assessments.finalise'(args: { id: string; basedOn: number }): Assessment;
  /** Opens a final assessment again as its next revision; the finalised state is kept. */
  'assessments.reopen'(args: { id: string; basedOn: number; reason: string }): Assessment;

  /** A document as PDF. A certificate is refused unless the assessment is final and eligible. */
  'documents.make'(args: DocumentRequest): PdfDocument;
  /** Shows a document in the system's viewer where the host has one; otherwise the page shows it. */
  'documents.show'(args: DocumentRequest): { shown: true } | { shown: false; document: PdfDocument };

  /** Begins to print many assessments of a year into a folder; refused with `busy` while another batch runs. */
  'batch.start'(args: BatchRequest): BatchState;
  /** The batch that runs or ran last, for the progress bar; null when there was none, and a folder to offer for one. */
  'batch.state'(args: Record<string, never>): { batch: BatchState | null; suggestedFolder: string };
  /** Stops after the document under way; what is written stays whole. */
  'batch.cancel'(args: Record<string, never>): BatchState;
  /**
   * Prints what failed or was not reached, and what has changed or been added since; refused with `not_found` when nothing
   * was left.
   */
  'batch.retry'(args: Record<string, never>): BatchState;

  /** Whether a PDF is a scorecard as this program printed it, and what can be done with the figures in it. */
  'sheets.check'(args: { base64: string }): SheetCheck;
  /**
   * Takes the figures over of a scorecard that is genuine, or unchecked but by known rules: as a draft of its own year
   * (into the draft that is there, which is backed up first), or as last year's figures (kept final, as it was printed,
   * beside the next year's assessment).
   * `basedOn` is the `saves` of the assessment that is there, null when there is none; `conflict` when that changed.
   */
  'sheets.import'(args: { base64: string; as: ImportUse; basedOn: number | null }): Assessment;

  /** The office in whose name this machine's documents are issued. */
  'office.read'(args: Record<string, never>): Office;
  'office.save'(args: { office: Office }): Office;

  /** What is not as it should be in the data folder, what was recovered, and how the backups stand. */
  'recovery.overview'(args: Record<string, never>): RecoveryOverview;
  /** The person has seen that these files were replaced by backups; the files stay where they were put. */
  'recovery.acknowledge'(args: { files: readonly string[] }): null;
  /** The bytes of a file exactly as they lie on the disk, whatever is in them. */
  'recovery.export'(args: { place: FilePlace; file: string }): RawFile;

  /** Every backup of an assessment, newest first, good or not. */
  'backups.list'(args: { id: string }): readonly Backup[];
  /** A backup to look at before it is restored. Refused with `damaged` when it cannot be read. */
  'backups.open'(args: { id: string; file: string }): OpenedBackup;
  /**
   * Brings the answers and notes of a backup back; what was finalised and the log stay, and the state before is backed
   * up first. Refused with `final` while the assessment is closed. `basedOn` is null when the assessment cannot be read
   * now (damaged or missing): the backup then takes its place, with all that is known to have been finalised since.
   */
  'backups.restore'(args: { id: string; file: string; basedOn: number | null }): Assessment;
  /** A second folder (a USB drive) that also gets every backup; null for none. Refused when it cannot be written to. */
  'backups.setSecondFolder'(args: { folder: string | null }): RecoveryOverview;
  /** Copies every assessment to the second folder now, and for one that cannot be read its newest good backup. */
  'backups.copyAll'(args: Record<string, never>): { copied: number; failed: readonly CopyFailure[] };

  /** Adds the fictional sample district to a year; those already there are left as they are. */
  'sample.load'(args: { year: number }): { created: number };
}

export type Method = keyof Api;
export type Args<M extends Method> = Parameters<Api[M]>[0];
export type Value<M extends Method> = ReturnType<Api[M]>;

export interface AppInfo {
  readonly version: string;
  readonly host: 'electron' | 'browser';
  readonly dataFolder: string;
  /** The year that the clock says, as the list's first choice. */
  readonly year: number;
}

export interface CatalogueUnit {
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  readonly province: string;
}

export interface AssessmentSummary {
  readonly id: string;
  readonly unit: Unit;
  readonly year: number;
  readonly status: Assessment['status'];
  readonly revision: number;
  readonly sample: boolean;
  readonly updatedAt: string;
  readonly total: number;
  readonly max: number;
  readonly threshold: number;
  readonly verdict: Verdict;
  readonly provisional: boolean;
  /** Indicators with points, of all. */
  readonly answered: number;
  readonly indicators: number;
  /** Ids of criteria that are complete and at zero. */
  readonly criteriaAtZero: readonly string[];
}

export interface OpenedAssessment {
  readonly assessment: Assessment;
  /** The latest earlier assessment of the same unit on this machine, whose figures are shown beside these. */
  readonly earlier?: {
    readonly year: number;
    readonly status: Assessment['status'];
    readonly answers: Answers;
  };
  /** Why it can only be looked at, as a sentence; absent when it can be changed. */
  readonly readOnly?: string;
}

/** An assessment that cannot be used now. Its file is left exactly as it is. */
export interface TroubledFile {
  /** Its name in the folder of assessments. */
  readonly file: string;
  /**
   * `damaged`: not what was written, and no good backup to take its place. `missing`: gone, but there are backups.
   * `newer`: written by a later version of the program. `unreadable`: the system does not give its content now.
   */
  readonly kind: 'damaged' | 'missing' | 'newer' | 'unreadable';
  /** What is wrong, without a full stop. */
  readonly message: string;
  /** The assessment that belongs there; null for a file that has no assessment's name. */
  readonly id: string | null;
  /** When the file was last written, where that can be told. */
  readonly writtenAt: string | null;
  /** In bytes; null for a missing file. */
  readonly size: number | null;
  /** As last known; null when it never was. */
  readonly unitName: string | null;
  /** Whether it can be opened to be looked at. */
  readonly viewable: boolean;
}

/** A file that was moved aside, and its assessment taken from a backup. */
export interface RecoveredFile {
  /** Its name in the folder of damaged files. */
  readonly file: string;
  readonly id: string;
  /** When it was found and moved aside. */
  readonly at: string;
  /**
   * `damaged`: not what was written. `outdated`: whole, but an older or another state than the one saved last (a copy put
   * back by hand or by a cloud folder). Null when that is no longer known.
   */
  readonly because: 'damaged' | 'outdated' | null;
  /** In bytes. */
  readonly size: number;
  /** Of the assessment as it is now; null when that cannot be read. */
  readonly unitName: string | null;
  readonly year: number;
  /** When the state was saved that took its place; null when that is no longer known. */
  readonly savedAt: string | null;
  readonly acknowledged: boolean;
}

export interface RecoveryOverview {
  readonly troubled: readonly TroubledFile[];
  /** Latest first. */
  readonly recovered: readonly RecoveredFile[];
  /** Assessments that have backups in any place. */
  readonly assessments: readonly BackedUpAssessment[];
  readonly troubles: readonly StorageTrouble[];
  /** The second folder that every backup is copied to; null when none is wished for. */
  readonly secondFolder: string | null;
}

/** Something about this machine's disk that a person should see to; as a sentence without a full stop. */
export interface StorageTrouble {
  /**
   * `backups`: could not be made or read. `second_folder`: the same there. `clock`: it has gone back. `lock`: how the
   * data folder was found at the start.
   */
  readonly about: 'backups' | 'second_folder' | 'settings' | 'clock' | 'lock';
  readonly message: string;
}

export interface BackedUpAssessment {
  readonly id: string;
  readonly year: number;
  /** Null when the assessment cannot be read now. */
  readonly unitName: string | null;
}

export const filePlaces = ['assessments', 'damaged', 'backups'] as const;
export type FilePlace = (typeof filePlaces)[number];

export interface RawFile {
  readonly fileName: string;
  readonly base64: string;
}

export const backupReasons = ['save', 'migration', 'import', 'restore', 'reopening'] as const;
/** `save`: the state that was saved. The others: the state before what they name. */
export type BackupReason = (typeof backupReasons)[number];

interface BackupFile {
  /** Its name in the assessment's folder of backups. */
  readonly file: string;
  readonly reason: BackupReason;
  readonly takenAt: string;
  /** In bytes. */
  readonly size: number;
  /** In this machine's data folder, in its part of the second folder only, or put into the second folder by another machine. */
  readonly place: 'here' | 'second_folder' | 'other_machine';
}

/** A backup with what it holds, or with why it cannot be used. */
export type Backup = BackupFile &
  (
    | { readonly good: true; readonly summary: AssessmentSummary }
    | { readonly good: false; readonly message: string }
  );

export interface OpenedBackup {
  readonly takenAt: string;
  readonly assessment: Assessment;
  readonly summary: AssessmentSummary;
}

export interface CopyFailure {
  readonly id: string;
  readonly unitName: string | null;
  readonly message: string;
}

export interface AssessmentList {
  readonly assessments: readonly AssessmentSummary[];
  readonly troubled: readonly TroubledFile[];
  /** Recovered files that nobody has acknowledged yet, latest first. */
  readonly recovered: readonly RecoveredFile[];
  readonly troubles: readonly StorageTrouble[];
  /** Every year that has assessments, latest first. */
  readonly years: readonly number[];
}

export interface PdfDocument {
  readonly fileName: string;
  readonly base64: string;
}

/** The documents about one assessment. */
export const unitDocumentKinds = ['scorecard', 'certificate', 'minutes', 'checklist'] as const;
export type UnitDocumentKind = (typeof unitDocumentKinds)[number];

export type DocumentRequest =
  | { readonly kind: UnitDocumentKind; readonly id: string }
  /** The checklist for paper work of no unit yet, by the set that new assessments use. */
  | { readonly kind: 'blank_checklist' }
  /** The list of all units of a year, with totals and the pass rate. */
  | { readonly kind: 'summary'; readonly year: number };

export interface BatchRequest {
  readonly year: number;
  /** The assessments to print; null for every one of the year. */
  readonly ids: readonly string[] | null;
  readonly kinds: readonly UnitDocumentKind[];
  /** Also the summary of the year. */
  readonly summary: boolean;
  /** Also one file with everything, for the printer. */
  readonly merged: boolean;
  /** An absolute path; made when it is not there. */
  readonly folder: string;
}

export interface BatchState {
  readonly request: BatchRequest;
  readonly phase: 'printing' | 'merging' | 'finished' | 'cancelled';
  /** Documents to print, the summary included. */
  readonly total: number;
  /** Of them written, left out or failed. */
  readonly done: number;
  /** Names of the files that are whole in the folder, as they came. */
  readonly written: readonly string[];
  /** What is not to be printed, and why: a certificate of a unit that did not pass. */
  readonly leftOut: readonly BatchRemark[];
  readonly failures: readonly BatchRemark[];
  /** Names of certificates and merged files of an earlier batch that no longer told the truth, and are gone. */
  readonly removed: readonly string[];
  /** The name of the merged file once it is whole. */
  readonly merged: string | null;
  readonly startedAt: string;
}

export interface BatchRemark {
  readonly kind: UnitDocumentKind | 'summary' | 'merged';
  /** Null for what is about no single unit. */
  readonly id: string | null;
  readonly unitName: string | null;
  /** A sentence without a full stop. */
  readonly message: string;
}

/**
 * What can be told of a PDF. It is integrity, not a signature: whoever has the program can make a sheet that is
 * genuine in this sense. A sentence is without a full stop.
 */
export type SheetCheck =
  | {
      readonly verdict: 'genuine';
      /** What a reader should know: that the file was signed or saved again since, or by which version it was printed. */
      readonly remarks: readonly string[];
      readonly sheet: SheetSummary;
      readonly imports: Readonly<Record<ImportUse, ImportOutlook>>;
    }
  | {
      /**
       * The attachment is whole and fits together, but the pages cannot be compared with it, because another version of
       * the program or another criteria set printed them; whoever makes a false sheet can choose that.
       */
      readonly verdict: 'unchecked';
      readonly message: string;
      readonly remarks: readonly string[];
      readonly sheet: SheetSummary;
      readonly imports: Readonly<Record<ImportUse, ImportOutlook>>;
    }
  | {
      readonly verdict: 'altered';
      readonly differences: readonly SheetDifference[];
      readonly remarks: readonly string[];
      /** What the attachment says, where it can be read. */
      readonly sheet: SheetSummary | null;
    }
  | { readonly verdict: 'not_ours'; readonly message: string };

export interface SheetSummary {
  readonly unit: Unit;
  readonly year: number;
  readonly status: Assessment['status'];
  readonly revision: number;
  readonly total: number;
  readonly max: number;
  readonly threshold: number;
  readonly verdict: Verdict;
  readonly provisional: boolean;
  /** The check code, as 64 hexadecimal digits. */
  readonly sha256: string;
  /** ISO date of the document. */
  readonly date: string;
  /** Of the program that printed it. */
  readonly printedBy: string;
}

export interface SheetDifference {
  /** Null for what is about the file or its attachment as a whole. */
  readonly page: number | null;
  readonly message: string;
  /** What the figures in the attachment give for that place; null when nothing stands there. */
  readonly expected: string | null;
  /** What the page says there; null when nothing does. */
  readonly found: string | null;
}

export const importUses = ['draft', 'last_year'] as const;
export type ImportUse = (typeof importUses)[number];

/** What an import would do, to be looked at first. */
export type ImportOutlook =
  | {
      readonly possible: true;
      /** Of the assessment that would come of it. */
      readonly id: string;
      /** The assessment that is there now and whose figures would give way; null when a new one is made. */
      readonly present: Assessment | null;
      /** What would come of it. */
      readonly outcome: Assessment;
      /** What a person should know before, as sentences without a full stop. */
      readonly remarks: readonly string[];
    }
  | { readonly possible: false; readonly message: string };

const nothing = z.strictObject({});
const id = assessmentIdSchema;
const basedOn = z.int().min(0);
// NOTE: a bare name, so that it never becomes a path to somewhere else.
const fileName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^/\\\0]+$/)
  .refine((name) => name !== '.' && name !== '..');
const documentRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(unitDocumentKinds), id }),
  z.strictObject({ kind: z.literal('blank_checklist') }),
  z.strictObject({ kind: z.literal('summary'), year: yearSchema }),
]);
const folder = z.string().trim().min(1).max(4_096);
/** Of a PDF that can be checked, in bytes. */
export const largestSheet = 8 * 1024 * 1024;
const sheet = z.base64().max(Math.ceil(largestSheet / 3) * 4);

/** What each call may be given; anything else is refused with `invalid_request` before it reaches a handler. */
export const argumentSchemas = {
  'app.info': nothing,
  'criteria.current': nothing,
  'criteria.get': z.strictObject({ id: z.string().max(64), version: z.int().min(1) }),
  'units.search': z.strictObject({ query: z.string().max(200), limit: z.int().min(1).max(100) }),
  'assessments.list': z.strictObject({ year: yearSchema }),
  'assessments.create': z.strictObject({ unit: unitSchema, year: yearSchema }),
  'assessments.open': z.strictObject({ id }),
  'assessments.save': z.strictObject({
    id,
    basedOn,
    // NOTE: any number passes here so that the answer check can name the answer that is wrong, and why.
    answers: z.record(z.string().max(64), z.union([z.number(), z.boolean(), z.null()])),
    notes: z.record(z.string().max(64), noteSchema),
  }),
  'assessments.finalise': z.strictObject({ id, basedOn }),
  'assessments.reopen': z.strictObject({ id, basedOn, reason: z.string().trim().min(1).max(500) }),
  'documents.make': documentRequest,
  'documents.show': documentRequest,
  'batch.start': z.strictObject({
    year: yearSchema,
    ids: z.array(id).min(1).max(20_000).nullable(),
    kinds: z.array(z.enum(unitDocumentKinds)).max(unitDocumentKinds.length),
    summary: z.boolean(),
    merged: z.boolean(),
    folder,
  }),
  'batch.state': nothing,
  'batch.cancel': nothing,
  'batch.retry': nothing,
  'sheets.check': z.strictObject({ base64: sheet }),
  'sheets.import': z.strictObject({ base64: sheet, as: z.enum(importUses), basedOn: basedOn.nullable() }),
  'office.read': nothing,
  'office.save': z.strictObject({ office: officeSchema }),
  'recovery.overview': nothing,
  'recovery.acknowledge': z.strictObject({ files: z.array(fileName).max(100_000) }),
  'recovery.export': z.strictObject({ place: z.enum(filePlaces), file: fileName }),
  'backups.list': z.strictObject({ id }),
  'backups.open': z.strictObject({ id, file: fileName }),
  'backups.restore': z.strictObject({ id, file: fileName, basedOn: basedOn.nullable() }),
  'backups.setSecondFolder': z.strictObject({ folder: folder.nullable() }),
  'backups.copyAll': nothing,
  'sample.load': z.strictObject({ year: yearSchema }),
} satisfies { [M in Method]: z.ZodType<Args<M>> };

export const methods = Object.keys(argumentSchemas) as readonly Method[];

export type ErrorCode =
  | 'invalid_request'
  | 'invalid_input'
  | 'unknown_answer'
  | 'numerator_above_denominator'
  | 'unknown_criteria_set'
  | 'not_found'
  | 'already_exists'
  | 'conflict'
  | 'final'
  | 'not_final'
  | 'incomplete'
  | 'not_eligible'
  | 'not_genuine'
  | 'busy'
  | 'damaged'
  | 'newer_format'
  | 'storage_failed'
  | 'unreachable'
  | 'internal';

export interface ApiError {
  readonly code: ErrorCode;
  /** A sentence in Vietnamese for the person at the screen. */
  readonly message: string;
  /** The place at fault, as in `answers.children`. */
  readonly path?: string;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ApiError };

/** What the Electron preload puts at `window.desktop`: one function per call. The browser host serves the same as
 * `POST /api/<method>` with the arguments as the JSON body and the `Reply` as the JSON answer. */
export type DesktopBridge = { readonly [M in Method]: (args: Args<M>) => Promise<Reply<Value<M>>> };

/** The page's side of the contract, whichever host serves it. */
export type CallApi = <M extends Method>(method: M, args: Args<M>) => Promise<Reply<Value<M>>>;
