/** What the contract says of the files that are kept as evidence. */
import type { FileEvidence } from '../../criteria/evidence.ts';

/** The largest file that is kept as evidence, in bytes. */
export const largestEvidence = 40 * 1024 * 1024;
/** The largest downscaled copy of a photo, in bytes. */
export const largestPrintCopy = 2 * 1024 * 1024;

export interface EvidenceRequest {
  readonly base64: string;
  readonly name: string;
  /**
   * The photo made smaller as JPEG, for print and for the screen; null for what is not a photo, or small enough. A copy
   * that is no JPEG is refused.
   */
  readonly printCopy: string | null;
}

export interface EvidenceBytes {
  /** Media type of these bytes. */
  readonly type: string;
  readonly base64: string;
}

/** Which attached files of an assessment are not, or not any more, as they were attached; by SHA-256. */
export interface EvidenceFaults {
  readonly missing: readonly FileEvidence[];
  readonly altered: readonly FileEvidence[];
}
