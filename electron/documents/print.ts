/** Documents of every kind as PDF files with their names. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { certificateDocument } from './certificate/certificate-document.ts';
import { checklistDocument } from './checklist/checklist-document.ts';
import type { PrintOrder } from './document-input.ts';
import { renderPdf } from './engine/pdf.ts';
import { evidenceDocument } from './evidence/evidence-document.ts';
import { documentFileName } from './file-name.ts';
import { minutesDocument } from './minutes/minutes-document.ts';
import { scorecardDocument } from './scorecard/scorecard-document.ts';
import { summaryDocument } from './summary/summary-document.ts';

export interface PrintedDocument {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Rejects with NotCertifiableError for a certificate of anything but a final, eligible assessment. */
export async function printDocument(order: PrintOrder): Promise<PrintedDocument> {
  return { fileName: fileNameOf(order), bytes: await renderPdf([definitionOf(order)]) };
}

/** All of them as one PDF for the printer, in the order given; each keeps its own page numbers. */
export function printMerged(title: string, orders: readonly PrintOrder[]): Promise<Uint8Array> {
  const definitions = orders.map(definitionOf);
  return renderPdf(definitions, { title, creationDate: definitions[0]?.info?.creationDate });
}

export function fileNameOf(order: PrintOrder): string {
  switch (order.kind) {
    case 'summary':
      return documentFileName(order.kind, order.input.year, null);
    case 'checklist':
      return documentFileName(order.kind, order.input.about?.year ?? null, order.input.about?.unit ?? null);
    default:
      return documentFileName(order.kind, order.input.year, order.input.unit);
  }
}

function definitionOf(order: PrintOrder): TDocumentDefinitions {
  switch (order.kind) {
    case 'scorecard':
      return scorecardDocument(order.input);
    case 'certificate':
      return certificateDocument(order.input);
    case 'minutes':
      return minutesDocument(order.input);
    case 'evidence':
      return evidenceDocument(order.input);
    case 'checklist':
      return checklistDocument(order.input);
    case 'summary':
      return summaryDocument(order.input);
  }
}
