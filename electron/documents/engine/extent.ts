/** How far a document goes, for those that fill their last page: known from its layout, before it is rendered. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { laidOut } from './pdf.ts';
import { SharedFontDocument } from './shared-fonts.ts';

interface Extent {
  readonly pages: number;
  /** From the top of the last page to the end of its text, in points. */
  readonly end: number;
}

interface Page {
  readonly items: readonly {
    readonly type: string;
    readonly item: { readonly y: number; getHeight(): number };
  }[];
}

/** `bottom`: from the top of a page to where its lower margin begins, in points. */
export function extentOf(definition: TDocumentDefinitions, bottom: number): Extent {
  const pages = laidOut(
    new SharedFontDocument({ font: null, autoFirstPage: false }),
    definition,
  ) as readonly Page[];
  const ends = (pages.at(-1)?.items ?? [])
    .filter(({ type, item }) => type === 'line' && item.y < bottom)
    .map(({ item }) => item.y + item.getHeight());
  return { pages: pages.length, end: Math.max(0, ...ends) };
}
