/** Filling the last page of a document with lines to write on. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { extentOf } from '../engine/extent.ts';
import { portrait } from './decree-30.ts';
import { writingSpace } from './writing-lines.ts';

const bottom = portrait.margins[1] + portrait.contentHeight;
/** At a time, where they were too many. */
const linesGivenUp = 3;

/**
 * The upright document with as many further lines, of `most`, as need no further page. NOTE: lines in the middle move
 * what stands below them, which may leave more of a page empty or less, so each number is tried.
 */
export function filledPage(
  documentWith: (furtherLines: number) => TDocumentDefinitions,
  most: number,
): TDocumentDefinitions {
  const tried = (lines: number) => {
    const definition = documentWith(lines);
    const extent = extentOf(definition, bottom);
    const room = Math.floor((bottom - extent.end) / writingSpace);
    return { definition, lines, pages: extent.pages, more: Math.min(room, most - lines) };
  };
  let filled = tried(0);
  for (let { more } = filled; more > 0; ) {
    const next = tried(filled.lines + more);
    if (next.pages === filled.pages) {
      filled = next;
      more = next.more;
    } else more -= linesGivenUp;
  }
  return filled.definition;
}
