/**
 * The parts that pdfmake is made of. Its front door reads and parses the fonts anew for each document and resolves
 * styles through closures; put together here, the parts share the fonts and do the rest as they always do.
 * NOTE: these are not pdfmake's public interface. The lock file holds the version, and a test compares what is drawn
 * with what pdfmake's front door draws of the same definition.
 */
/// <reference path="./pdfmake-js.d.ts" />
import type { Font } from 'fontkit';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js';
import pageSize from 'pdfmake/js/PageSize.js';
import pdfDocument from 'pdfmake/js/PDFDocument.js';
import qrEnc from 'pdfmake/js/qrEnc.js';
import renderer from 'pdfmake/js/Renderer.js';
import styleContextStack from 'pdfmake/js/StyleContextStack.js';
import layouts from 'pdfmake/js/tableLayouts.js';

const part = <T extends object>(module: object): T => module as T;

/** A run of letters as pdfkit lays it out, scaled to a thousandth of the font size. */
export interface LaidOutRun {
  readonly glyphs: readonly unknown[];
  readonly positions: readonly unknown[];
  readonly advanceWidth: number;
}

/** pdfkit's font within one document. */
export interface DocumentFont {
  readonly id: string;
  layoutRun(text: string, features?: unknown): LaidOutRun;
  layout(text: string, features: unknown, onlyWidth?: boolean): LaidOutRun;
}
export type DocumentFontClass = new (document: PdfKitDocument, font: Font, id: string) => DocumentFont;

/** pdfmake's document over pdfkit's: a stream of the file's bytes. */
export interface PdfKitDocument extends NodeJS.ReadableStream {
  _font: DocumentFont | null;
  _fontCount: number;
  readonly _fontFamilies: Record<string, DocumentFont>;
  font(bytes: Uint8Array): this;
  file(content: string, about: object): unknown;
  getFontType(bold: boolean, italics: boolean): 'normal' | 'bold' | 'italics' | 'bolditalics';
  provideFont(family: string, bold: boolean, italics: boolean): DocumentFont;
  end(): void;
}
export const { default: PdfDocument } = part<{
  default: new (
    fonts: object,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
    virtualFiles: null,
    localAccess: (path: string) => boolean,
  ) => PdfKitDocument;
}>(pdfDocument);

type Definition<K extends keyof TDocumentDefinitions> = TDocumentDefinitions[K];
export type LaidOutPages = readonly object[];
export const { default: LayoutBuilder } = part<{
  default: new (
    size: object,
    margins: object,
    svgMeasure: { measureSVG(): never },
  ) => {
    registerTableLayouts(layouts: object): void;
    layoutDocument(
      content: Definition<'content'>,
      document: PdfKitDocument,
      styles: object,
      defaultStyle: Definition<'defaultStyle'>,
      background: Definition<'background'>,
      header: Definition<'header'>,
      footer: Definition<'footer'>,
      watermark: Definition<'watermark'>,
    ): LaidOutPages;
  };
}>(layoutBuilder);

export interface Inline {
  text: string;
  x: number;
  width: number;
  readonly font: DocumentFont;
  readonly fontSize: number;
  readonly color: string;
  readonly opacity: number;
  readonly characterSpacing: number;
  readonly decoration: unknown;
  readonly background: unknown;
  readonly link: unknown;
  readonly sup: boolean;
  readonly sub: boolean;
}
export interface LaidOutLine {
  inlines: Inline[];
}
export const { default: Renderer } = part<{
  default: new (
    document: PdfKitDocument,
    progress?: (share: number) => void,
  ) => {
    renderPages(pages: LaidOutPages): void;
    renderLine(line: LaidOutLine, x: number, y: number): void;
  };
}>(renderer);

export const { tableLayouts } = part<{ tableLayouts: object }>(layouts);
export const { normalizePageSize, normalizePageMargin } = part<{
  normalizePageSize(size: unknown, orientation: unknown): { width: number; height: number };
  normalizePageMargin(margins: unknown): object;
}>(pageSize);

interface StyleStack {
  readonly styleOverrides: readonly (string | Record<string, unknown>)[];
  readonly defaultStyle?: Record<string, unknown>;
}
export const { default: StyleContextStack } = part<{
  default: {
    getStyleProperty(
      item: Record<string, unknown>,
      stack: StyleStack | null,
      property: string,
      otherwise: unknown,
    ): unknown;
  };
}>(styleContextStack);

interface Square {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly color: string;
}
export const { default: qrEncoder } = part<{
  default: { measure(node: object): { _canvas: Square[] } };
}>(qrEnc);
