/** Sections and paragraphs of the minutes. */
import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { mm } from '../page/decree-30.ts';
import { keptTogether } from '../page/kept-together.ts';
import { sectionTitle } from '../page/section-title.ts';

export const bodySize = 13;

export function paragraph(text: string): ContentText {
  return { text, fontSize: bodySize, alignment: 'justify', leadingIndent: mm(10), margin: [0, 6, 0, 0] };
}

/** As in an unbreakable block with what follows, or alone where that is too long for a page. */
export function section(name: string, content: Content[], lines: number): Content {
  return keptTogether([sectionTitle(name), ...content], lines + 2);
}
