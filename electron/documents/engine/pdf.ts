/** Turns document definitions into PDF bytes: fonts embedded, no network, Unicode NFC, and the same bytes every time. */
import { buffer } from 'node:stream/consumers';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { joinedSquares } from './joined-squares.ts';
import {
  type LaidOutPages,
  LayoutBuilder,
  normalizePageMargin,
  normalizePageSize,
  tableLayouts,
} from './pdfmake-parts.ts';
import { printableText } from './printable-text.ts';
import { quickStyles } from './quick-styles.ts';
import { SharedFontDocument } from './shared-fonts.ts';
import { WholeRunRenderer } from './whole-run-renderer.ts';

quickStyles();
joinedSquares();

/** An SVG can name files and addresses to be drawn, so none is. */
const noSvg = {
  measureSVG() {
    throw new TypeError('access denied: an SVG may name other files');
  },
};

export interface About {
  readonly title?: string | undefined;
  readonly subject?: string | undefined;
  readonly creationDate?: Date | undefined;
}

/**
 * Renders definitions, which are left as they were, one behind another into one file; each keeps its own page numbers.
 * `about` is what the file says of itself, and what the first definition says unless given. The same definitions give
 * the same bytes as long as there is a creation date, because the file's ID is made from nothing else that changes;
 * rejects with a TypeError without one.
 */
export async function renderPdf(
  definitions: readonly TDocumentDefinitions[],
  about: About = definitions[0]?.info ?? {},
): Promise<Uint8Array> {
  if (about.creationDate === undefined)
    throw new TypeError('a document needs info.creationDate: without it no two renderings are alike');
  const document = new SharedFontDocument({
    pdfVersion: '1.7',
    lang: 'vi-VN',
    displayTitle: true,
    autoFirstPage: false,
    font: null,
    info: {
      Producer: 'pdfmake',
      Creator: 'pdfmake',
      ...(about.title === undefined ? {} : { Title: about.title.normalize('NFC') }),
      ...(about.subject === undefined ? {} : { Subject: about.subject.normalize('NFC') }),
      CreationDate: about.creationDate,
    },
  });
  const bytes = buffer(document);
  for (const definition of definitions) {
    // One sheet in a pile for the printer is not that sheet: what is attached stays with the single file.
    if (definitions.length === 1) attachFiles(document, definition);
    new WholeRunRenderer(document).renderPages(laidOut(document, definition));
  }
  document.end();
  return bytes;
}

/** The pages of a definition, which is left as it was, with every line at its place. */
export function laidOut(document: SharedFontDocument, definition: TDocumentDefinitions): LaidOutPages {
  const page = copied(definition, printableText);
  const builder = new LayoutBuilder(
    normalizePageSize(page.pageSize, page.pageOrientation),
    normalizePageMargin(page.pageMargins ?? 40),
    noSvg,
  );
  builder.registerTableLayouts(tableLayouts);
  return builder.layoutDocument(
    page.content,
    document,
    page.styles ?? {},
    page.defaultStyle,
    page.background,
    page.header,
    page.footer,
    page.watermark,
  );
}

/** As `files` of the definition says. */
function attachFiles(document: SharedFontDocument, { files = {}, info }: TDocumentDefinitions): void {
  for (const { src, ...about } of Object.values(files)) {
    // NOTE: any other text would be read as the path of a file.
    if (!src.startsWith('data:')) throw new TypeError('an attached file is given as a data URL');
    const { creationDate } = info ?? {};
    document.file(src, { ...about, relationship: 'Source', creationDate, modifiedDate: creationDate });
  }
}

/**
 * A deep copy with every text as it can be printed, also what is made late. It is also what keeps the caller's
 * definition clean: pdfmake writes its measurements into the definition that it is given.
 */
function copied<T>(part: T, textOf: (text: string) => string): T;
function copied(part: unknown, textOf: (text: string) => string): unknown {
  const copy = (inner: unknown): unknown => copied(inner, textOf);
  if (typeof part === 'string') return textOf(part);
  if (typeof part === 'function') return (...args: unknown[]) => copy(part(...args));
  if (Array.isArray(part)) return part.map(copy);
  if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype)
    return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, copy(value)]));
}
