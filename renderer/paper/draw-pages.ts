/** Draws the pages of a PDF as pictures, one after the other. */
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page as a picture in the memory of the browser, until its address is revoked. */
export interface DrawnPage {
  readonly address: string;
  readonly landscape: boolean;
}

/** What office printers print. */
const dotsPerInch = 300;
const pointsPerInch = 72;

/** Rejects when the PDF cannot be drawn, and when it is stopped; then nothing stays in memory. */
export async function drawPages(
  bytes: Uint8Array,
  signal: AbortSignal,
  onDrawn: (done: number, total: number) => void,
): Promise<readonly DrawnPage[]> {
  const thread = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  // NOTE: a thread that does not start says so to nobody else, and the reader would wait for it for ever.
  const broken = new Promise<never>((_, reject) => {
    thread.addEventListener('error', reject);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  const worker = PDFWorker.create({ port: thread });
  const loading = getDocument({
    data: bytes,
    worker,
    verbosity: 0,
    // The letters are drawn as shapes: a font would be a style that the security policy refuses.
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
  });
  const pages: DrawnPage[] = [];
  try {
    const pdf = await Promise.race([loading.promise, broken]);
    const canvas = document.createElement('canvas');
    onDrawn(0, pdf.numPages);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      pages.push(await Promise.race([drawPage(pdf, number, canvas), broken]));
      onDrawn(number, pdf.numPages);
    }
    return pages;
  } catch (error) {
    for (const { address } of pages) URL.revokeObjectURL(address);
    throw error;
  } finally {
    await loading.destroy();
    worker.destroy();
    thread.terminate();
  }
}

async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
): Promise<DrawnPage> {
  const page: PDFPageProxy = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: dotsPerInch / pointsPerInch });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  // NOTE: for print, so that it also goes on while the window is hidden.
  await page.render({ canvas, viewport, intent: 'print', background: 'white' }).promise;
  page.cleanup();
  const picture = await new Promise<Blob | null>((drawn) =>
    // NOTE: not PNG, which browsers unpack for the printer: three times the memory for as many pages.
    canvas.toBlob(drawn, 'image/jpeg', 0.95),
  );
  if (picture === null) throw new Error(`page ${number} is larger than what the browser draws`);
  return { address: URL.createObjectURL(picture), landscape: viewport.width > viewport.height };
}
