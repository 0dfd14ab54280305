/** What the contract says of documents and of printing many of them. */

export interface PdfDocument {
  readonly fileName: string;
  readonly base64: string;
}

/** The documents about one assessment. */
export const unitDocumentKinds = ['scorecard', 'certificate', 'minutes', 'evidence', 'checklist'] as const;
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
