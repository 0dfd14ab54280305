/**
 * THE contract between the page and the desktop. Both hosts serve it, the renderer calls it, and it is all they share:
 * one readable line and one schema per call. Every call answers with a `Reply`; none throws across the border.
 */
import { z } from 'zod';
import { type Assessment, assessmentIdSchema, noteSchema } from '../criteria/assessment.ts';
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
  'assessments.open'(args: { id: string }): Assessment;
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
  'documents.make'(args: { id: string; kind: DocumentKind }): PdfDocument;
  /** Shows a document in the system's viewer where the host has one; otherwise the page shows it. */
  'documents.show'(args: {
    id: string;
    kind: DocumentKind;
  }): { shown: true } | { shown: false; document: PdfDocument };

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

/** A file in the data folder that is not a readable assessment. It is left exactly as it is. */
export interface DamagedFile {
  readonly file: string;
  readonly message: string;
}

export interface AssessmentList {
  readonly assessments: readonly AssessmentSummary[];
  readonly damaged: readonly DamagedFile[];
  /** Every year that has assessments, latest first. */
  readonly years: readonly number[];
}

export interface PdfDocument {
  readonly fileName: string;
  readonly base64: string;
}

export const documentKinds = ['scorecard', 'certificate'] as const;
export type DocumentKind = (typeof documentKinds)[number];

const nothing = z.strictObject({});
const id = assessmentIdSchema;
const basedOn = z.int().min(0);
const documentCall = z.strictObject({ id, kind: z.enum(documentKinds) });

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
  'documents.make': documentCall,
  'documents.show': documentCall,
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
  | 'damaged'
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
