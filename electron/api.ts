/**
 * THE contract between the page and the desktop. Both hosts serve it, the renderer calls it, and it is all they share:
 * one readable line and one schema per call. Every call answers with a `Reply`; none throws across the border.
 */
import { z } from 'zod';
import { type Assessment, assessmentIdSchema, assessorSchema, noteSchema } from '../criteria/assessment.ts';
import { type Brought, broughtSchema, type Undo, undoSchema } from '../criteria/change.ts';
import {
  type EvidenceItem,
  evidenceListSchema,
  evidenceNameLimit,
  type FileEvidence,
  sha256Schema,
} from '../criteria/evidence.ts';
import { type Office, officeSchema } from '../criteria/office.ts';
import { type SetVersion, setVersionSchema } from '../criteria/rules/published-set.ts';
import { type Attestation, attestationSchema, ruleKeySchema } from '../criteria/rules/register.ts';
import type { SetDraft } from '../criteria/rules/set-draft.ts';
import { type CriteriaSet, criteriaSetSchema, setIdSchema } from '../criteria/schema.ts';
import { lineText, type Unit, unitSchema, yearSchema } from '../criteria/unit.ts';
import type { AppInfo, AssessmentList, CatalogueUnit, OpenedAssessment } from './api/assessments.ts';
import {
  type CriteriaOverview,
  confirmationSchema,
  type Impact,
  largestSetFile,
  type OpenedSet,
  type SavedDraft,
  type SetFileCheck,
} from './api/criteria.ts';
import {
  type Diagnosis,
  type FolderPurpose,
  folderPurposes,
  largestSavedFile,
  type MenuCommand,
  type ShownPlace,
  shownPlaces,
} from './api/desktop.ts';
import {
  type BatchRequest,
  type BatchState,
  type DocumentRequest,
  type PdfDocument,
  unitDocumentKinds,
} from './api/documents.ts';
import {
  type EvidenceBytes,
  type EvidenceFaults,
  type EvidenceRequest,
  largestEvidence,
  largestPrintCopy,
} from './api/evidence.ts';
import { languages, type Preferences, themes } from './api/preferences.ts';
import {
  type Backup,
  type CopyFailure,
  type FilePlace,
  filePlaces,
  type OpenedBackup,
  type RawFile,
  type RecoveryOverview,
} from './api/recovery.ts';
import { type ImportUse, importUses, largestSheet, type SheetCheck } from './api/sheets.ts';

export type * from './api/assessments.ts';
export * from './api/criteria.ts';
export * from './api/desktop.ts';
export * from './api/documents.ts';
export * from './api/evidence.ts';
export * from './api/preferences.ts';
export * from './api/recovery.ts';
export * from './api/sheets.ts';

/** Each call of the program: what it takes and what it gives. `by` names the assessor who does it, null for nobody. */
export interface Api {
  /** Versions and the data folder, for the foot of the page. */
  'app.info'(args: Record<string, never>): AppInfo;
  'preferences.save'(args: { preferences: Preferences }): Preferences;
  /** Puts the one who is working now first among the assessors of this machine. */
  'assessors.choose'(args: { name: string }): readonly string[];
  /** Takes a name off the list; what that person did keeps it. */
  'assessors.remove'(args: { name: string }): readonly string[];

  /** The criteria set that new assessments use. */
  'criteria.current'(args: Record<string, never>): CriteriaSet;
  /** The criteria set an assessment is pinned to, as it stands with all that was confirmed since. */
  'criteria.get'(args: { id: string; version: number }): CriteriaSet;
  /** Every published version and every draft of one on this machine. */
  'criteria.overview'(args: Record<string, never>): CriteriaOverview;
  /** A published version in full; refused with `unknown_criteria_set`. */
  'criteria.open'(args: SetVersion): OpenedSet;
  /**
   * Notes that rules were read in the decision as they stand. No new version comes of it: marks vanish wherever the rules
   * count. `basedOn` is the `entries` of the opened set; `conflict` when there are more.
   */
  'criteria.confirm'(
    args: SetVersion & { basedOn: number; rules: readonly string[] } & Attestation,
  ): OpenedSet;
  /** Takes back what the office itself confirmed of a rule. */
  'criteria.withdraw'(
    args: SetVersion & { basedOn: number; rule: string; by: string | null; reason: string },
  ): OpenedSet;
  /** From now on new assessments use this version; refused with `not_eligible` for a fictional set. */
  'criteria.use'(args: SetVersion): CriteriaOverview;
  /**
   * What a set would make of the assessments that are pinned to a published version. The set need not be faultless or be
   * kept anywhere.
   */
  'criteria.impact'(args: { of: SetVersion; set: CriteriaSet }): Impact;
  /** A published version with its register as the text of a file, which `criteria.checkFile` takes. */
  'criteria.export'(args: SetVersion): { fileName: string; base64: string };
  /** What a file with a set is, with every fault of it or with what it would change here. */
  'criteria.checkFile'(args: { base64: string }): SetFileCheck;
  /** Takes a set or its confirmations in; nothing here is overwritten. Refused with `invalid_input` for a broken one. */
  'criteria.import'(args: { base64: string; by: string | null }): OpenedSet;
  /**
   * Begins to correct a version (`as` null: its next version), or to write a new set from a copy of it (`as`: the id of the
   * new set). Refused with `already_exists` when there is a draft or, for a new set, a set of that id.
   */
  'setDrafts.begin'(args: { from: SetVersion; as: string | null; by: string | null }): SetDraft;
  'setDrafts.open'(args: { id: string }): SetDraft;
  /** Saves a draft once the bytes are on the disk. It may have faults, but the id and version stay. */
  'setDrafts.save'(args: {
    id: string;
    basedOn: number;
    set: CriteriaSet;
    readIn: Record<string, Attestation>;
  }): SavedDraft;
  /** Publishes a faultless draft as a new version, for new assessments too when `use`; `invalid_input` names a fault. */
  'setDrafts.accept'(args: { id: string; basedOn: number; by: string | null; use: boolean }): OpenedSet;
  /** Gives a draft up. Its file is kept aside. */
  'setDrafts.discard'(args: { id: string; basedOn: number }): CriteriaOverview;

  /** Units in force whose name or code matches; marks, case and tone placement do not matter. */
  'units.search'(args: { query: string; limit: number }): readonly CatalogueUnit[];

  /** The assessments of a year with their status and points, and every file that could not be read. */
  'assessments.list'(args: { year: number }): AssessmentList;
  /** Begins the assessment of a unit in a year; refused with `already_exists` when there is one. */
  'assessments.create'(args: { unit: Unit; year: number; by: string | null }): Assessment;
  'assessments.open'(args: { id: string }): OpenedAssessment;
  /**
   * Saves changed answers (null: unanswered), notes (empty: no note), evidence (by indicator, all that it has from now
   * on; files must have been added before) and figures to be confirmed (null: none), and what can be undone from now on
   * (absent: as it was). Answers once the bytes are on the disk. Refused whole when anything is wrong, or with `conflict`
   * when `basedOn` is not the latest `saves`.
   */
  'assessments.save'(args: {
    id: string;
    basedOn: number;
    by: string | null;
    answers: Record<string, number | boolean | null>;
    notes: Record<string, string>;
    evidence?: Record<string, EvidenceItem[]> | undefined;
    unconfirmed?: Record<string, Brought | null> | undefined;
    undo?: Undo | undefined;
  }): { saves: number; savedAt: string };
  /** Closes (chốt) a complete assessment; refused with `incomplete` otherwise. */
  'assessments.finalise'(args: { id: string; basedOn: number; by: string | null }): Assessment;
  /** Opens a final assessment again as its next revision; the finalised state is kept. */
  'assessments.reopen'(args: { id: string; basedOn: number; by: string | null; reason: string }): Assessment;

  /** What another published version would make of every assessment that is not pinned to it. */
  'assessments.moves'(args: { to: SetVersion }): Impact;
  /**
   * Moves a draft to another published version; answers, notes and evidence that it does not ask for stay in the history
   * and in a backup. Refused with `final` for a final one, `invalid_input` when the version does not know the class or type
   * of the unit.
   */
  'assessments.move'(args: { id: string; basedOn: number; to: SetVersion; by: string | null }): Assessment;

  /** Keeps a file byte for byte in the data folder, under its hash; the same file is kept once. */
  'evidence.add'(args: EvidenceRequest): FileEvidence;
  /**
   * The bytes of a file as it was attached, or of its copy for print (where there is none: as it was attached). Refused
   * with `not_found` when it is missing and with `damaged` when it is not what was attached.
   */
  'evidence.read'(args: { sha256: string; copy: 'original' | 'print' }): EvidenceBytes;
  /** Looks at every file of an assessment. */
  'evidence.check'(args: { id: string }): EvidenceFaults;

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
  'sheets.import'(args: {
    base64: string;
    as: ImportUse;
    basedOn: number | null;
    by: string | null;
  }): Assessment;

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
  'backups.restore'(args: {
    id: string;
    file: string;
    basedOn: number | null;
    by: string | null;
  }): Assessment;
  /** A second folder (a USB drive) that also gets every backup; null for none. Refused when it cannot be written to. */
  'backups.setSecondFolder'(args: { folder: string | null }): RecoveryOverview;
  /** Copies every assessment to the second folder now, and for one that cannot be read its newest good backup. */
  'backups.copyAll'(args: Record<string, never>): { copied: number; failed: readonly CopyFailure[] };

  /** What the program runs as and where, and a text about it that can be copied to whoever helps. */
  'app.diagnosis'(args: Record<string, never>): Diagnosis;
  /**
   * Shows a folder of the program in the file manager. `shown` is false where the host cannot; the page then shows the
   * path. Refused with `not_found` when there is no such folder.
   */
  'places.show'(args: { place: ShownPlace }): { shown: boolean; path: string };
  /**
   * Asks the person for a folder, in the dialog of the system, beginning at `from`; null when they choose none. Only in
   * the desktop application: refused with `not_here` elsewhere.
   */
  'folders.choose'(args: { purpose: FolderPurpose; from: string | null }): { folder: string | null };
  /**
   * Saves bytes where the person says, in the dialog of the system, which offers `name`; null when they choose no place.
   * Only in the desktop application: refused with `not_here` elsewhere.
   */
  'files.save'(args: { name: string; base64: string }): { path: string | null };

  /** Adds the fictional sample district to a year; those already there are left as they are. */
  'sample.load'(args: { year: number }): { created: number };
}

export type Method = keyof Api;
export type Args<M extends Method> = Parameters<Api[M]>[0];
export type Value<M extends Method> = ReturnType<Api[M]>;

const nothing = z.strictObject({});
const id = assessmentIdSchema;
const basedOn = z.int().min(0);
const by = assessorSchema.nullable();
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
const base64Of = (bytes: number) => z.base64().max(Math.ceil(bytes / 3) * 4);
const sheet = base64Of(largestSheet);

/** What each call may be given; anything else is refused with `invalid_request` before it reaches a handler. */
export const argumentSchemas = {
  'app.info': nothing,
  'preferences.save': z.strictObject({
    preferences: z.strictObject({ language: z.enum(languages), theme: z.enum(themes) }),
  }),
  'assessors.choose': z.strictObject({ name: assessorSchema }),
  'assessors.remove': z.strictObject({ name: assessorSchema }),
  'criteria.current': nothing,
  'criteria.get': z.strictObject({ id: z.string().max(64), version: z.int().min(1) }),
  'criteria.overview': nothing,
  'criteria.open': setVersionSchema,
  'criteria.confirm': setVersionSchema.extend({ basedOn, ...confirmationSchema.shape }),
  'criteria.withdraw': setVersionSchema.extend({
    basedOn,
    rule: ruleKeySchema,
    by,
    reason: lineText(500),
  }),
  'criteria.use': setVersionSchema,
  'criteria.impact': z.strictObject({ of: setVersionSchema, set: criteriaSetSchema }),
  'criteria.export': setVersionSchema,
  'criteria.checkFile': z.strictObject({ base64: base64Of(largestSetFile) }),
  'criteria.import': z.strictObject({ base64: base64Of(largestSetFile), by }),
  'setDrafts.begin': z.strictObject({ from: setVersionSchema, as: setIdSchema.nullable(), by }),
  'setDrafts.open': z.strictObject({ id: setIdSchema }),
  'setDrafts.save': z.strictObject({
    id: setIdSchema,
    basedOn,
    set: criteriaSetSchema,
    readIn: z.record(ruleKeySchema, attestationSchema),
  }),
  'setDrafts.accept': z.strictObject({ id: setIdSchema, basedOn, by, use: z.boolean() }),
  'setDrafts.discard': z.strictObject({ id: setIdSchema, basedOn }),
  'assessments.moves': z.strictObject({ to: setVersionSchema }),
  'assessments.move': z.strictObject({ id, basedOn, to: setVersionSchema, by }),
  'units.search': z.strictObject({ query: z.string().max(200), limit: z.int().min(1).max(100) }),
  'assessments.list': z.strictObject({ year: yearSchema }),
  'assessments.create': z.strictObject({ unit: unitSchema, year: yearSchema, by }),
  'assessments.open': z.strictObject({ id }),
  'assessments.save': z.strictObject({
    id,
    basedOn,
    by,
    // NOTE: any number passes here so that the answer check can name the answer that is wrong, and why.
    answers: z.record(z.string().max(64), z.union([z.number(), z.boolean(), z.null()])),
    notes: z.record(z.string().max(64), noteSchema),
    evidence: z.record(z.string().max(64), evidenceListSchema).optional(),
    unconfirmed: z.record(z.string().max(64), broughtSchema.nullable()).optional(),
    undo: undoSchema.optional(),
  }),
  'assessments.finalise': z.strictObject({ id, basedOn, by }),
  'evidence.add': z.strictObject({
    base64: base64Of(largestEvidence).min(1),
    name: lineText(evidenceNameLimit).pipe(z.string().min(1)),
    printCopy: base64Of(largestPrintCopy).min(1).nullable(),
  }),
  'evidence.read': z.strictObject({ sha256: sha256Schema, copy: z.enum(['original', 'print']) }),
  'evidence.check': z.strictObject({ id }),
  'assessments.reopen': z.strictObject({ id, basedOn, by, reason: z.string().trim().min(1).max(500) }),
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
  'sheets.import': z.strictObject({ base64: sheet, as: z.enum(importUses), basedOn: basedOn.nullable(), by }),
  'office.read': nothing,
  'office.save': z.strictObject({ office: officeSchema }),
  'recovery.overview': nothing,
  'recovery.acknowledge': z.strictObject({ files: z.array(fileName).max(100_000) }),
  'recovery.export': z.strictObject({ place: z.enum(filePlaces), file: fileName }),
  'backups.list': z.strictObject({ id }),
  'backups.open': z.strictObject({ id, file: fileName }),
  'backups.restore': z.strictObject({ id, file: fileName, basedOn: basedOn.nullable(), by }),
  'backups.setSecondFolder': z.strictObject({ folder: folder.nullable() }),
  'backups.copyAll': nothing,
  'app.diagnosis': nothing,
  'places.show': z.strictObject({ place: z.enum(shownPlaces) }),
  'folders.choose': z.strictObject({ purpose: z.enum(folderPurposes), from: folder.nullable() }),
  'files.save': z.strictObject({ name: fileName, base64: base64Of(largestSavedFile).min(1) }),
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
  | 'not_here'
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

/** What the Electron preload puts at `window.desktopMenu`: the page hears what the menu asks of it. */
export interface DesktopMenu {
  listen(listener: (command: MenuCommand) => void): void;
}

/** The page's side of the contract, whichever host serves it. */
export type CallApi = <M extends Method>(method: M, args: Args<M>) => Promise<Reply<Value<M>>>;
