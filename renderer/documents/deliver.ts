/** Brings a document or a file to the person: in the viewer of the system, in a new tab, or as a download. */
import type { DocumentRequest, FilePlace, PdfDocument, RawFile } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';

export type Delivery =
  | { readonly kind: 'shown' | 'saved' | 'popupBlocked'; readonly file: string }
  | { readonly kind: 'shownOutside' }
  | { readonly kind: 'failed'; readonly message: string };

/** Long enough for a slow viewer to have read the whole document. */
const addressLife = 5 * 60_000;

export async function showDocument(request: DocumentRequest): Promise<Delivery> {
  const reply = await callApi('documents.show', request);
  if (!reply.ok) return { kind: 'failed', message: reply.error.message };
  if (reply.value.shown) return { kind: 'shownOutside' };
  const { document } = reply.value;
  const address = addressOf(document);
  // NOTE: without noopener, because with it the browser never says whether it opened the window.
  if (window.open(address, '_blank') !== null) return { kind: 'shown', file: document.fileName };
  download(address, document.fileName);
  return { kind: 'popupBlocked', file: document.fileName };
}

export async function saveDocument(request: DocumentRequest): Promise<Delivery> {
  const reply = await callApi('documents.make', request);
  if (!reply.ok) return { kind: 'failed', message: reply.error.message };
  download(addressOf(reply.value), reply.value.fileName);
  return { kind: 'saved', file: reply.value.fileName };
}

/** The bytes of a file as they lie on the disk. */
export async function saveRawFile(place: FilePlace, file: string): Promise<Delivery> {
  const reply = await callApi('recovery.export', { place, file });
  if (!reply.ok) return { kind: 'failed', message: reply.error.message };
  download(addressOf(reply.value, 'application/octet-stream'), reply.value.fileName);
  return { kind: 'saved', file: reply.value.fileName };
}

function addressOf({ base64 }: PdfDocument | RawFile, type = 'application/pdf'): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  setTimeout(() => URL.revokeObjectURL(address), addressLife);
  return address;
}

function download(address: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
}
