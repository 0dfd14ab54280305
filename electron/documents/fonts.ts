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

type Font = ReturnType<typeof create>;
interface OpenedFonts {
  readonly faces: Readonly<Record<Face, Font>>;
  /** Of each face. */
  readonly glyphs: readonly ReadonlySet<number>[];
}

let opened: OpenedFonts | undefined;

/** Opened with the first document, because no screen needs them. */
function fonts(): OpenedFonts {
  if (opened === undefined) {
    const read = (face: Face) => create(readFileSync(faceFiles[face]));
    const faces = {
      normal: read('normal'),
      bold: read('bold'),
      italics: read('italics'),
      bolditalics: read('bolditalics'),
    };
    opened = { faces, glyphs: Object.values(faces).map(({ characterSet }) => new Set(characterSet)) };
  }
  return opened;
}

/** Whether every face can print it, so that text may be set in any. */
export function hasGlyph(codePoint: number): boolean {
  return fonts().glyphs.every((ofFace) => ofFace.has(codePoint));
}

/** In points. */
export function textWidth(text: string, face: Face, fontSize: number): number {
  const font = fonts().faces[face];
  return (font.layout(text).advanceWidth / font.unitsPerEm) * fontSize;
}

/** From line to line, as a share of the font size. */
export function lineSpacing(): number {
  const { ascent, descent, unitsPerEm } = fonts().faces.normal;
  return (ascent - descent) / unitsPerEm;
}
