/** A made-up list of a year for the tests of the district summary, and how to find a row of it once it is printed. */
import type { Answers } from '../criteria/answers.ts';
import { score } from '../criteria/score.ts';
import type { SummaryInput, SummaryUnit } from '../electron/documents/document-input.ts';
import { renderPdf } from '../electron/documents/engine/pdf.ts';
import { summaryDocument } from '../electron/documents/summary/summary-document.ts';
import { bestAnswers, currentSet, office, unit } from './example-document-input.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';

const set = currentSet();
export const best = bestAnswers(set);
export const atZeroInThree = { ...best, children_abused: 2000 };
export const partly = { ...best, hamlets: null };

export function listed(
  name: string,
  answers: Answers = best,
  replaced: Partial<SummaryUnit> = {},
): SummaryUnit {
  return {
    unit: { ...unit, name },
    status: 'final',
    revision: 1,
    scorecard: score(set, unit.class, answers),
    ...replaced,
  };
}

export function inputOf(units: readonly SummaryUnit[], replaced: Partial<SummaryInput> = {}): SummaryInput {
  return { date: '2026-11-22', office, year: 2026, groups: [{ set, units }], missing: [], ...replaced };
}

/** As many units as wished, of every verdict and status. */
export function communes(count: number): SummaryUnit[] {
  const kinds = [best, atZeroInThree, partly, { ...best, children_checked: 1300 }, {}];
  return Array.from({ length: count }, (_, index) =>
    listed(`Xã Số ${index + 1}`, kinds[index % kinds.length], {
      status: index % 4 === 3 ? 'draft' : 'final',
      revision: 1 + (index % 2),
    }),
  );
}

export async function readSummary(input: SummaryInput): Promise<ReadPdf> {
  return readPdf(await renderPdf([summaryDocument(input)]));
}

type Item = ReadPdf['pages'][number]['items'][number];

/** Where an item ends, in points. */
export function right({ x, width }: Item): number {
  return x + width;
}

export function words(items: readonly Item[]): string[] {
  return items.map(({ text }) => text.trim());
}

/** The line of text that begins with a figure at the left edge and then names a unit. */
export function rowOf({ pages }: ReadPdf, name: string): readonly Item[] {
  for (const { items } of pages) {
    const named = items.find(({ text, x }) => text.trim() === name && x < 200);
    if (named !== undefined)
      return items.filter(({ y }) => Math.abs(y - named.y) < 1).toSorted((a, b) => a.x - b.x);
  }
  throw new Error(`no row of ${name}`);
}
