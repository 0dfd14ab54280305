/** `npm run fonts`: cuts the faces of the documents from the whole fonts. A test says when they must be cut again. */
/// <reference path="./subset-font.d.ts" />
/// <reference path="../electron/documents/engine/fontkit.d.ts" />
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { create } from 'fontkit';
import subsetFont from 'subset-font';

const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const wholeFonts = {
  'tinos-regular.ttf': '400Regular/Tinos_400Regular.ttf',
  'tinos-bold.ttf': '700Bold/Tinos_700Bold.ttf',
  'tinos-italic.ttf': '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  'tinos-bold-italic.ttf': '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const;

/** Latin with every Vietnamese letter, Greek for the units of science, and the signs from dashes to arrows and boxes. */
const kept: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x24f],
  [0x300, 0x323],
  [0x370, 0x3ff],
  [0x1ea0, 0x1ef9],
  [0x2000, 0x2bff],
];

export const cutFaces = Object.keys(wholeFonts) as readonly (keyof typeof wholeFonts)[];

export function cutFacePath(face: string): string {
  return join(resolve(import.meta.dirname, '..'), 'electron', 'documents', 'engine', 'faces', face);
}

/** The same bytes every time. Without hints and layout rules: they cost time, and kerning would break widths apart. */
export async function cutFace(face: keyof typeof wholeFonts): Promise<Uint8Array> {
  const whole = readFileSync(join(folder, wholeFonts[face]));
  const codePoints = create(whole).characterSet.filter((codePoint) =>
    kept.some(([from, to]) => codePoint >= from && codePoint <= to),
  );
  return subsetFont(whole, String.fromCodePoint(...codePoints), {
    targetFormat: 'sfnt',
    keepFeatures: [],
    noLayoutClosure: true,
    noHinting: true,
    dropTables: ['GDEF', 'GPOS', 'GSUB', 'gasp'],
  });
}

if (import.meta.main) for (const face of cutFaces) writeFileSync(cutFacePath(face), await cutFace(face));
