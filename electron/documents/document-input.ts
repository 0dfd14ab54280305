/** What the documents are made from. All of it is given: no document reads a clock, a file or a setting. */
import type { Answers } from '../../criteria/answers.ts';
import type { EvidenceItem } from '../../criteria/evidence.ts';
import type { Office } from '../../criteria/office.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { Scorecard } from '../../criteria/score.ts';
import type { Unit } from '../../criteria/unit.ts';
import type { Picture } from './evidence/printable-picture.ts';

interface DocumentInput {
  /** As it stands, with all that was confirmed. */
  readonly set: CriteriaSet;
  /** ISO date of the document. It is also the creation date of the PDF, so that the same input gives the same bytes. */
  readonly date: string;
  readonly office: Office;
}

interface UnitDocumentInput extends DocumentInput {
  readonly unit: Unit;
  readonly year: number;
  /** With the provisional marks of `set`. */
  readonly scorecard: Scorecard;
  readonly status: 'draft' | 'final';
  readonly revision: number;
  /** The check code (mã kiểm tra), as 64 hexadecimal digits. */
  readonly sha256: string;
}

/** An assessment in full, as scorecard and minutes print it. */
export interface ScorecardInput extends UnitDocumentInput {
  /** What the check code covers: `scorecard` with the provisional marks of when it was finalised, which draw nothing. */
  readonly coded: Scorecard;
  /** The answers as given. A scorecard keeps no figure of an indicator that is not fully answered; these do. */
  readonly answers: Answers;
  /** By indicator id. */
  readonly notes: Readonly<Record<string, string>>;
  /** By indicator id: a line for each document or file that proves it. */
  readonly evidence: Readonly<Record<string, readonly string[]>>;
  /** Of the program that prints. */
  readonly version: string;
}

export type CertificateInput = UnitDocumentInput;
export type MinutesInput = ScorecardInput;

/** What proves the figures, with the photos among it. */
export interface EvidenceInput extends UnitDocumentInput {
  /** By indicator id. */
  readonly evidence: Readonly<Record<string, readonly EvidenceItem[]>>;
  /** By SHA-256: how each file of it was found, and the picture to be printed of it; null where there is none. */
  readonly files: Readonly<
    Record<string, { readonly state: 'good' | 'missing' | 'altered'; readonly picture: Picture | null }>
  >;
}

/** A checklist to be filled by hand. */
export interface ChecklistInput extends DocumentInput {
  /** Null for any unit: its name is then left to be filled as well. */
  readonly about: { readonly unit: Unit; readonly year: number } | null;
}

/** All units of a year. */
export interface SummaryInput extends Omit<DocumentInput, 'set'> {
  readonly year: number;
  /** The units by the version that scored them; more than one only where assessments are pinned to several. */
  readonly groups: readonly {
    /** As it stands. */
    readonly set: CriteriaSet;
    readonly units: readonly SummaryUnit[];
  }[];
  /** Names of units whose assessment cannot be read now: a list must not be silent about them. */
  readonly missing: readonly string[];
  /** Those of `missing` that only lack their version of the rules. */
  readonly withoutSet?: readonly { readonly name: string; readonly id: string; readonly version: number }[];
}

export interface SummaryUnit {
  readonly unit: Unit;
  readonly status: 'draft' | 'final';
  readonly revision: number;
  readonly scorecard: Scorecard;
}

/** A document to be printed: plain data, so that it can be sent to another thread. */
export type PrintOrder =
  | { readonly kind: 'scorecard'; readonly input: ScorecardInput }
  | { readonly kind: 'certificate'; readonly input: CertificateInput }
  | { readonly kind: 'minutes'; readonly input: MinutesInput }
  | { readonly kind: 'evidence'; readonly input: EvidenceInput }
  | { readonly kind: 'checklist'; readonly input: ChecklistInput }
  | { readonly kind: 'summary'; readonly input: SummaryInput };
