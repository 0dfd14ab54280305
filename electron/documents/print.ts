/** A document of either kind as a PDF file with its name. */
import type { DocumentKind } from '../api.ts';
import { certificateDocument } from './certificate-document.ts';
import { type Issuer, type ScorecardDocumentInput, unsetIssuer } from './document-input.ts';
import { documentFileName } from './file-name.ts';
import { renderPdf } from './pdf.ts';
import { scorecardDocument } from './scorecard-document.ts';

export { NotCertifiableError } from './certificate-document.ts';

export type PrintInput = Omit<ScorecardDocumentInput, 'issuer'> & { readonly issuer?: Issuer };

export interface PrintedDocument {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Rejects with NotCertifiableError for a certificate of anything but a final, eligible assessment. */
export async function printDocument(kind: DocumentKind, input: PrintInput): Promise<PrintedDocument> {
  const from = { ...input, issuer: input.issuer ?? unsetIssuer };
  const definition = kind === 'scorecard' ? scorecardDocument(from) : certificateDocument(from);
  return {
    fileName: documentFileName(kind, input.year, input.unit),
    bytes: await renderPdf(definition),
  };
}
