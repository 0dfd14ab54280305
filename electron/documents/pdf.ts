/** Turns document definitions into PDF bytes: fonts embedded, no network, Unicode NFC, and the same bytes every time. */
import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** Tinos has the metrics of Times New Roman, which Decree 30/2020 prescribes, and every Vietnamese letter. */
const fontFolder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));

pdfmake.setFonts({
  Tinos: {
    normal: join(fontFolder, '400Regular', 'Tinos_400Regular.ttf'),
    bold: join(fontFolder, '700Bold', 'Tinos_700Bold.ttf'),
    italics: join(fontFolder, '400Regular_Italic', 'Tinos_400Regular_Italic.ttf'),
    bolditalics: join(fontFolder, '700Bold_Italic', 'Tinos_700Bold_Italic.ttf'),
  },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => resolve(path).startsWith(fontFolder + sep));

/**
 * Renders a definition, which is left as it was. The same definition gives the same bytes as long as its
 * `info.creationDate` is set, because the file's ID is made from nothing but `info`; refused with a TypeError otherwise.
 */
export async function renderPdf(definition: TDocumentDefinitions): Promise<Uint8Array> {
  if (definition.info?.creationDate === undefined)
    throw new TypeError('a document needs info.creationDate: without it no two renderings are alike');
  return pdfmake.createPdf(printable(definition)).getBuffer();
}

/**
 * A deep copy with all text in NFC (decomposed letters would print as boxes). It is also what keeps the caller's
 * definition clean: pdfmake writes its measurements into the definition that it is given.
 */
function printable<T>(part: T): T;
function printable(part: unknown): unknown {
  if (typeof part === 'string') return part.normalize('NFC');
  if (typeof part === 'function') return (...args: unknown[]) => printable(part(...args));
  if (Array.isArray(part)) return part.map((item) => printable(item));
  if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype)
    return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, printable(value)]));
}
