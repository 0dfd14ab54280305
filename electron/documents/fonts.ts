/** The faces that documents are set in: where they are, what they can print, and how wide it becomes. */
/// <reference path="./fontkit.d.ts" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';

/** Tinos has the metrics of Times New Roman, which Decree 30/2020 prescribes, and every Vietnamese letter. */
export const fontFolder = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'),
);

export const faceFiles = {
  normal: join(fontFolder, '400Regular', 'Tinos_400Regular.ttf'),
  bold: join(fontFolder, '700Bold', 'Tinos_700Bold.ttf'),
  italics: join(fontFolder, '400Regular_Italic', 'Tinos_400Regular_Italic.ttf'),
  bolditalics: join(fontFolder, '700Bold_Italic', 'Tinos_700Bold_Italic.ttf'),
};

export type Face = keyof typeof faceFiles;

const read = (face: Face) => create(readFileSync(faceFiles[face]));
const faces = {
  normal: read('normal'),
  bold: read('bold'),
  italics: read('italics'),
  bolditalics: read('bolditalics'),
} satisfies Record<Face, unknown>;

const glyphs = Object.values(faces).map(({ characterSet }) => new Set(characterSet));

/** Whether every face can print it, so that text may be set in any. */
export function hasGlyph(codePoint: number): boolean {
  return glyphs.every((ofFace) => ofFace.has(codePoint));
}

/** In points. */
export function textWidth(text: string, face: Face, fontSize: number): number {
  const font = faces[face];
  return (font.layout(text).advanceWidth / font.unitsPerEm) * fontSize;
}

/** From line to line, as a share of the font size. */
export const lineSpacing = (faces.normal.ascent - faces.normal.descent) / faces.normal.unitsPerEm;
