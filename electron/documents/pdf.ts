/** Turns document definitions into PDF bytes: fonts embedded, no network, Unicode NFC, and the same bytes every time. */
import { resolve, sep } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { faceFiles, fontFolder } from './fonts.ts';
import { printableText } from './printable-text.ts';

pdfmake.setFonts({ Tinos: faceFiles });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => resolve(path).startsWith(fontFolder + sep));

/**
 * Renders a definition, which is left as it was. The same definition gives the same bytes as long as its
 * `info.creationDate` is set, because the file's ID is made from nothing but `info`; refused with a TypeError otherwise.
 */
export async function renderPdf(definition: TDocumentDefinitions): Promise<Uint8Array> {
  if (definition.info?.creationDate === undefined)
    throw new TypeError('a document needs info.creationDate: without it no two renderings are alike');
  const { info, ...drawn } = definition;
  return pdfmake
    .createPdf({
      ...copied(drawn, printableText),
      info: copied(info, (text) => text.normalize('NFC')),
    })
    .getBuffer();
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
