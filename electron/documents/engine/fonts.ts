/** The faces that documents are set in: what they can print, and how wide it becomes. Parsed once a thread. */
/// <reference path="./fontkit.d.ts" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';

/**
 * Tinos has the metrics of Times New Roman, which Decree 30/2020 prescribes. These files are cut from it by
 * `npm run fonts`: every Vietnamese letter and the signs that people use, without hints and layout rules.
 */
export const faceFolder = join(import.meta.dirname, 'faces');

export const faceFiles = {
  normal: 'tinos-regular.ttf',
  bold: 'tinos-bold.ttf',
  italics: 'tinos-italic.ttf',
  bolditalics: 'tinos-bold-italic.ttf',
} as const;

export type Face = keyof typeof faceFiles;

interface OpenedFace {
  readonly bytes: Uint8Array;
  readonly font: Font;
  readonly glyphs: ReadonlySet<number>;
  /** By text, as a share of the font size. */
  readonly widths: Map<string, number>;
}

/** Beyond this a face forgets the widths it knows, so that they do not pile up. */
const mostWidths = 20_000;

let opened: Readonly<Record<Face, OpenedFace>> | undefined;

/** Opened with the first document, because no screen needs them. */
export function faces(): Readonly<Record<Face, OpenedFace>> {
  opened ??= {
    normal: open('normal'),
    bold: open('bold'),
    italics: open('italics'),
    bolditalics: open('bolditalics'),
  };
  return opened;
}

function open(face: Face): OpenedFace {
  const bytes = readFileSync(join(faceFolder, faceFiles[face]));
  const font = create(bytes);
  // NOTE: a glyph remembers the characters that it was first asked for by, and the PDF says them to whoever copies its
  // text. Asked for first as a part of another (ơ of ờ), it would remember none, and every later document would too.
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);
  return { bytes, font, glyphs: new Set(font.characterSet), widths: new Map() };
}

/** Whether every face can print it, so that text may be set in any. */
export function hasGlyph(codePoint: number): boolean {
  const { normal, bold, italics, bolditalics } = faces();
  return (
    normal.glyphs.has(codePoint) &&
    bold.glyphs.has(codePoint) &&
    italics.glyphs.has(codePoint) &&
    bolditalics.glyphs.has(codePoint)
  );
}

/** In points. */
export function textWidth(text: string, face: Face, fontSize: number): number {
  const { font, widths } = faces()[face];
  let width = widths.get(text);
  if (width === undefined) {
    width = font.layout(text).advanceWidth / font.unitsPerEm;
    if (widths.size >= mostWidths) widths.clear();
    widths.set(text, width);
  }
  return width * fontSize;
}

/** From line to line, as a share of the font size. */
export function lineSpacing(): number {
  const { ascent, descent, unitsPerEm } = faces().normal.font;
  return (ascent - descent) / unitsPerEm;
}
