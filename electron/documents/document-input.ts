/** What the documents are made from. All of it is given: no document reads a clock, a file or a setting. */
import type { Answers } from '../../criteria/answers.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { Scorecard } from '../../criteria/score.ts';
import type { Unit } from '../../criteria/unit.ts';

/** The office in whose name a document is issued, as its heading names it. */
export interface Issuer {
  /** The body above it (cơ quan chủ quản). */
  readonly superior: string;
  /** The issuing body itself (cơ quan ban hành). */
  readonly body: string;
  /** The place before the date. */
  readonly place: string;
}

/** Dotted lines to be filled by hand, for as long as no office has been named. */
export const unsetIssuer: Issuer = {
  superior: '……………………………',
  body: '……………………………………',
  place: '………………',
};

interface DocumentInput {
  readonly set: CriteriaSet;
  readonly unit: Unit;
  readonly year: number;
  readonly scorecard: Scorecard;
  readonly status: 'draft' | 'final';
  readonly revision?: number;
  /** The check code (mã kiểm tra), as 64 hexadecimal digits. */
  readonly sha256?: string;
  /** ISO date of the document. It is also the creation date of the PDF, so that the same input gives the same bytes. */
  readonly date: string;
  readonly issuer: Issuer;
}

export interface ScorecardDocumentInput extends DocumentInput {
  /** By indicator id. */
  readonly notes: Readonly<Record<string, string>>;
  /** The answers as given. A scorecard keeps no figure of an indicator that is not fully answered; these do. */
  readonly answers?: Answers;
}

export type CertificateDocumentInput = DocumentInput;
