/** Whether two PDFs say the same: a contestant that leaves something out would be quick for the wrong reason. */
import { readPdf } from '../../tests/read-pdf.ts';

/** The share of pages by which another layout may differ. */
const otherPages = 0.35;
/** The share of letters by which headings that come again may differ. */
const otherLetters = 0.1;

/** The number of pages of `theirs`. Throws an Error that names what is missing when it does not say all that `ours` says. */
export async function provedSame(name: string, ours: Uint8Array, theirs: Uint8Array): Promise<number> {
  const [model, copy] = [await readPdf(ours), await readPdf(theirs)];
  const words = new Set(wordsOf(copy.text));
  const solid = copy.solidText.normalize('NFC');
  // NOTE: page numbers are the layout's own; a word may also stand right beside another, or be cut by a line's end.
  const missing = wordsOf(model.text).filter(
    (word) => !words.has(word) && !solid.includes(word) && !/^\d+\/\d+$/.test(word),
  );
  if (missing.length > 0) throw new Error(`${name} lacks ${[...new Set(missing)].join(' ')}`);
  const counted = `Trang 1/${copy.pages.length}`;
  if (!copy.text.includes(counted)) throw new Error(`${name} lacks ${counted}`);
  const pages = share(copy.pages.length, model.pages.length);
  const letters = share(solid.length, model.solidText.length);
  if (pages > otherPages || letters > otherLetters)
    throw new Error(
      `${name} has ${copy.pages.length} pages and ${solid.length} letters instead of ${model.pages.length} and ${model.solidText.length}`,
    );
  return copy.pages.length;
}

const wordsOf = (text: string) => text.normalize('NFC').split(' ');
const share = (one: number, other: number) => Math.abs(one - other) / other;
