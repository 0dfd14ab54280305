/** Brings a document or a file to the person: in the viewer of the system, in a new tab, or as a file that is saved. */
import type { FileEvidence } from '../../criteria/evidence.ts';
import type { ApiError, DocumentRequest, FilePlace } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { bytesOf } from '../base64.ts';
import { inDesktop } from '../desktop/in-desktop.ts';

export type Delivery =
  | { readonly kind: 'shown' | 'saved' | 'popupBlocked'; readonly file: string }
  /** Saved where the person said. */
  | { readonly kind: 'savedAt'; readonly path: string }
  | { readonly kind: 'shownOutside' | 'noViewer' | 'notSaved' | 'notPrinted' }
  /** Handed to the dialog of the system, which alone knows what came of it. */
  | { readonly kind: 'printed'; readonly pages: number }
  | { readonly kind: 'failed'; readonly what: 'make' | 'save' | 'print'; readonly message: string };

/** Long enough for a slow viewer to have read the whole document. */
const addressLife = 5 * 60_000;

export async function showDocument(request: DocumentRequest): Promise<Delivery> {
  const reply = await callApi('documents.show', request);
  if (!reply.ok) return failed('make', reply.error);
  if (reply.value.shown) return { kind: 'shownOutside' };
  if (inDesktop()) return { kind: 'noViewer' };
  const { document } = reply.value;
  const address = addressOf(document, 'application/pdf');
  // NOTE: without noopener, because with it the browser never says whether it opened the window.
  if (window.open(address, '_blank') !== null) return { kind: 'shown', file: document.fileName };
  download(address, document.fileName);
  return { kind: 'popupBlocked', file: document.fileName };
}

export async function saveDocument(request: DocumentRequest): Promise<Delivery> {
  const reply = await callApi('documents.make', request);
  if (!reply.ok) return failed('make', reply.error);
  return saveFile(reply.value.fileName, reply.value, 'application/pdf');
}

/** The bytes of a file as they lie on the disk. */
export async function saveRawFile(place: FilePlace, file: string): Promise<Delivery> {
  const reply = await callApi('recovery.export', { place, file });
  if (!reply.ok) return failed('save', reply.error);
  return saveFile(reply.value.fileName, reply.value);
}

/** A file that is evidence, as it was attached. */
export async function saveEvidence({ sha256, name }: FileEvidence): Promise<Delivery> {
  const reply = await callApi('evidence.read', { sha256, copy: 'original' });
  if (!reply.ok) return failed('save', reply.error);
  return saveFile(name, reply.value);
}

interface Encoded {
  readonly base64: string;
}

function failed(what: 'make' | 'save', { message }: ApiError): Delivery {
  return { kind: 'failed', what, message };
}

/** By the dialog of the desktop application, which refuses downloads; in the browser as a download. */
export async function saveFile(
  name: string,
  file: Encoded,
  type = 'application/octet-stream',
): Promise<Delivery> {
  if (!inDesktop()) {
    download(addressOf(file, type), name);
    return { kind: 'saved', file: name };
  }
  // NOTE: the dialog takes a bare name, and evidence may be called anything.
  const reply = await callApi('files.save', { name: name.replaceAll(/[/\\]/g, '-'), base64: file.base64 });
  if (!reply.ok) return failed('save', reply.error);
  const { path } = reply.value;
  return path === null ? { kind: 'notSaved' } : { kind: 'savedAt', path };
}

function addressOf({ base64 }: Encoded, type: string): string {
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
