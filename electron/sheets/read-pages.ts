/** Reads a PDF as a reader sees it: what is attached, and of each page its text, its drawing and its annotations. */
import { createHash } from 'node:crypto';
import {
  AnnotationMode,
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
// NOTE: found by the reader where it has been loaded; otherwise it would look for a file of its own.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { type Mark, marksOf, type Step } from './page-marks.ts';

export interface TextItem {
  readonly text: string;
  /** Points from the left edge of the page. */
  readonly x: number;
  /** Points from the bottom edge of the page to the baseline. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Annotation {
  /** `signature`: the field of a digital signature. */
  readonly kind: 'signature' | 'other';
  /** Left, bottom, right, top in points; of no area when nothing of it is seen. */
  readonly box: readonly number[];
}

export interface ReadPage {
  /** The visible box, the rotation and the unit of the page. */
  readonly shape: readonly number[];
  readonly items: readonly TextItem[];
  /** What is painted, in its order. */
  readonly marks: readonly Mark[];
  readonly annotations: readonly Annotation[];
}

/** Why a file or a page of it cannot be read, as a sentence in Vietnamese without a full stop. */
export class UnreadablePdf extends Error {
  override readonly name = 'UnreadablePdf';
}

/** A PDF that is open; numbers of pages begin at 1. Every call rejects with UnreadablePdf where the file is at fault. */
export interface OpenPdf {
  readonly pageCount: number;
  /** The content of the attached file of that name, null when there is none. */
  attachment(name: string): Promise<Uint8Array | null>;
  /** The names of all attached files; equal ones as often as they are there. */
  attachmentNames(): Promise<readonly string[]>;
  page(number: number): Promise<ReadPage>;
  /** The text of a page as it was written, with white space as it comes. */
  text(number: number): Promise<string>;
  /** Whether it holds scripts or a form of its own that a viewer may show instead of the pages. */
  hasActiveContent(): Promise<boolean>;
  close(): Promise<void>;
}

const damaged = 'Tệp không phải là PDF, hoặc đã hỏng hay bị cắt cụt nên không đọc được';
const locked = 'Tệp được khóa bằng mật khẩu nên không đọc được; hãy gỡ mật khẩu rồi kiểm tra lại';

/**
 * Opens the bytes of a PDF; rejects with UnreadablePdf for anything else. Evaluates no code and loads nothing.
 * NOTE: the reader never gives way to timers, so only another thread can stop it on a file made to be read for ever.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const loading = getDocument({
    // NOTE: the reader takes over the bytes that it is given, and takes no Buffer.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    // NOTE: what is skipped as faulty here could be shown by another reader.
    stopAtErrors: true,
    // Keeps the fonts, which are compared.
    fontExtraProperties: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
  /** Whatever the reader fails with is a fault of the file. */
  const reading = async <T>(part: Promise<T>): Promise<T> => {
    try {
      return await part;
    } catch (cause) {
      const isLocked = cause instanceof Error && cause.name === 'PasswordException';
      throw new UnreadablePdf(isLocked ? locked : damaged, { cause });
    }
  };
  try {
    const pdf = await reading(loading.promise);
    return {
      pageCount: pdf.numPages,
      attachment: (name) => reading(attachmentOf(pdf, name)),
      attachmentNames: () =>
        reading(
          pdf
            .getAttachments()
            .then((found) => [...(found ?? new Map()).values()].map(({ filename }) => filename)),
        ),
      page: (number) => reading(pdf.getPage(number).then(readPage)),
      text: (number) => reading(pdf.getPage(number).then(textOf)),
      hasActiveContent: () => reading(isActive(pdf)),
      close: () => loading.destroy(),
    };
  } catch (error) {
    await loading.destroy();
    throw error;
  }
}

async function attachmentOf(pdf: PDFDocumentProxy, name: string): Promise<Uint8Array | null> {
  const attachments = (await pdf.getAttachments()) ?? new Map();
  for (const [id, { filename }] of attachments)
    if (filename === name) return (await pdf.getAttachmentContent(id)) ?? null;
  return null;
}

async function isActive(pdf: PDFDocumentProxy): Promise<boolean> {
  const { info } = await pdf.getMetadata();
  if ('IsXFAPresent' in info && info.IsXFAPresent === true) return true;
  // NOTE: hasJSActions() would be true of every signature; fields other than signatures are found as annotations.
  if ((await pdf.getJSActions()) !== null) return true;
  for (let number = 1; number <= pdf.numPages; number += 1)
    if ((await (await pdf.getPage(number)).getJSActions()) !== null) return true;
  return false;
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { items } = await page.getTextContent({ disableNormalization: true });
  // NOTE: some are shown only in print, or by other readers.
  const annotations = await page.getAnnotations({ intent: 'any' });
  // NOTE: a font can be asked about only once the page's drawing has been read.
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const fonts = new Map<string, string>();
  const fontOf = (id: string): string => {
    const digest = fonts.get(id) ?? fontDigest(page.commonObjs.get(id));
    fonts.set(id, digest);
    return digest;
  };
  return {
    shape: [...page.view, page.rotate, page.userUnit],
    items: items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , x = 0, y = 0] = item.transform as readonly number[];
      return [{ text: item.str, x, y, width: item.width, height: item.height }];
    }),
    marks: marksOf(
      fnArray.map((operator, index): Step => ({ name: nameOf(operator), args: argsArray[index] ?? [] })),
      fontOf,
    ),
    annotations: annotations.map(({ subtype, fieldType, rect }) => ({
      kind: subtype === 'Widget' && fieldType === 'Sig' ? 'signature' : 'other',
      box: rect,
    })),
  };
}

/** Tells fonts apart by the shapes of their letters, so that no letter can stand for another. */
function fontDigest({ data, name }: { data?: Uint8Array; name?: string }): string {
  return data === undefined ? `${name}` : createHash('sha256').update(data).digest('hex');
}

const operatorNames = new Map(Object.entries(OPS).map(([name, operator]) => [operator, name]));

function nameOf(operator: number): string {
  return operatorNames.get(operator) ?? String(operator);
}
