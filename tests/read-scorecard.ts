/** A scorecard as it comes out on paper, and what is found on it. */
import type { Indicator } from '../criteria/schema.ts';
import { vi } from '../criteria/wording.ts';
import type { ScorecardInput } from '../electron/documents/document-input.ts';
import { renderPdf } from '../electron/documents/engine/pdf.ts';
import { portrait } from '../electron/documents/page/decree-30.ts';
import { scorecardDocument } from '../electron/documents/scorecard/scorecard-document.ts';
import { currentSet } from './example-document-input.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';

export type Page = ReadPdf['pages'][number];
export type TextItem = Page['items'][number];
type Stroke = Page['strokes'][number];

export async function readScorecard(input: ScorecardInput): Promise<ReadPdf> {
  return readPdf(await renderPdf([scorecardDocument(input)]));
}

/** Without white space: finds what a line break cut in two. */
export function solid(text: string): string {
  return text.replace(/\s/g, '');
}

/** The text of one indicator's part of the detail, up to the next indicator or criterion. Empty when it is not there. */
export function textOf(text: string, indicator: Indicator): string {
  const { criteria } = currentSet();
  const start = text.indexOf(` ${indicator.id} ${vi(indicator.text)}`);
  const rest = text.slice(start + 1);
  const ends = [
    ...criteria.flatMap(({ indicators }) => indicators.map((other) => ` ${other.id} ${vi(other.text)}`)),
    ...criteria.map(({ name }) => `${vi(name)} Nguồn số liệu`),
    'Bộ tiêu chí đã dùng',
    'Giải thích về số liệu',
    'Mã kiểm tra',
  ]
    .map((next) => rest.indexOf(next, 1))
    .filter((end) => end > 0);
  return start < 0 ? '' : rest.slice(0, Math.min(rest.length, ...ends));
}

/** The number of each criterion in the picture of the points, in the order of the rows. */
export function pictureRows(items: readonly TextItem[]): readonly TextItem[] {
  const ids = currentSet().criteria.map(({ id }) => id);
  return items.filter(
    ({ text, x, height }) => ids.includes(text) && height === 11.5 && x < portrait.margins[0] + 20,
  );
}

export function isMark(points: Stroke): boolean {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return Math.max(...xs) - Math.min(...xs) < 9 && Math.max(...ys) - Math.min(...ys) < 9;
}

/** The mark that is drawn on a line of text, told by its shape. */
export function markAt(marks: readonly Stroke[], baseline: number): 'tick' | 'cross' | 'dash' | undefined {
  const here = marks.filter((points) => points.every(([, y]) => y > baseline - 4 && y < baseline + 11));
  const [one, other] = here;
  if (one === undefined) return undefined;
  if (here.length === 1 && one.length === 2) return one[0]?.[1] === one[1]?.[1] ? 'dash' : undefined;
  if (here.length === 1 && one.length === 3) {
    // A tick: down to its lowest point in the middle, then up higher than it began.
    const [[, start] = [0, 0], [, middle] = [0, 0], [, end] = [0, 0]] = one;
    return middle < start && start < end ? 'tick' : undefined;
  }
  const slope = ([[x, y] = [0, 0], [u, v] = [0, 0]]: Stroke) => Math.sign((v - y) / (u - x));
  return here.length === 2 && other !== undefined && slope(one) * slope(other) === -1 ? 'cross' : undefined;
}
