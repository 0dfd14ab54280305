/** Prints a document through the dialog of the system: its pages are drawn, laid on paper, and handed to the browser. */
import i18next from 'i18next';
import { create } from 'zustand';
import type { DocumentRequest } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { bytesOf } from '../base64.ts';
import type { Delivery } from '../documents/deliver.ts';
import { layOnPaper } from './lay-on-paper.ts';

interface Printing {
  /** Pages drawn; `total` is 0 until the document is there. */
  readonly done: number;
  readonly total: number;
  stop(): void;
}

/** What is being got ready; null when nothing is. */
export const usePrinting = create<{ readonly printing: Printing | null }>(() => ({ printing: null }));

export async function printDocument(request: DocumentRequest): Promise<Delivery> {
  if (usePrinting.getState().printing !== null) return { kind: 'notPrinted' };
  const stopping = new AbortController();
  const { signal } = stopping;
  const tell = (done: number, total: number) =>
    usePrinting.setState({ printing: { done, total, stop: () => stopping.abort() } });
  // Whoever goes elsewhere meanwhile does not wait for it any more.
  window.addEventListener('hashchange', () => stopping.abort(), { signal });
  tell(0, 0);
  try {
    const reply = await callApi('documents.make', request);
    if (signal.aborted) return { kind: 'notPrinted' };
    if (!reply.ok) return { kind: 'failed', what: 'make', message: reply.error.message };
    const { drawPages } = await import('./draw-pages.ts');
    const paper = await layOnPaper(await drawPages(bytesOf(reply.value.base64), signal, tell));
    if (signal.aborted) {
      paper.clear();
      return { kind: 'notPrinted' };
    }
    usePrinting.setState({ printing: null });
    // The dialog that told of it is gone first, and has given the focus back.
    await new Promise((gone) => setTimeout(gone));
    paper.print();
    return { kind: 'printed', pages: paper.pages };
  } catch {
    if (signal.aborted) return { kind: 'notPrinted' };
    return { kind: 'failed', what: 'print', message: i18next.t('paper.unreadable') };
  } finally {
    stopping.abort();
    usePrinting.setState({ printing: null });
  }
}
