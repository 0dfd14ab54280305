/** Brings a document or a file to the person: in the viewer of the system, in a new tab, or as a download. */
import type { FileEvidence } from '../../criteria/evidence.ts';
import type { DocumentRequest, FilePlace } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { bytesOf } from '../base64.ts';

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

/** A file that is evidence, as it was attached. */
export async function saveEvidence({ sha256, name }: FileEvidence): Promise<Delivery> {
  const reply = await callApi('evidence.read', { sha256, copy: 'original' });
  if (!reply.ok) return { kind: 'failed', message: reply.error.message };
  download(addressOf(reply.value, 'application/octet-stream'), name);
  return { kind: 'saved', file: name };
}

function addressOf({ base64 }: { readonly base64: string }, type = 'application/pdf'): string {
  const address = URL.createObjectURL(new Blob([bytesOf(base64)], { type }));
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
