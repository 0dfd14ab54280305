/** The lines of text on a page, and which of them differ between two pages. */
import type { TextItem } from './read-pages.ts';

export interface PageLine {
  /** Points from the bottom edge of the page. */
  readonly y: number;
  /** Its items from left to right, joined by a space. */
  readonly text: string;
  readonly items: readonly TextItem[];
}

/** Points within which baselines belong to one line. */
const oneLine = 2;

/** From the top of the page to its bottom. */
function linesOf(items: readonly TextItem[]): PageLine[] {
  const rows: TextItem[][] = [];
  for (const item of items.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && row[0].y - item.y <= oneLine) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => {
    const ordered = row.toSorted((a, b) => a.x - b.x);
    return {
      y: row[0]?.y ?? 0,
      text: ordered.map(({ text }) => text.trim()).join(' '),
      items: ordered,
    };
  });
}

/** The line as it should be and as it is; one of them is null where there is no such line at that place. */
export type LineDifference =
  | readonly [expected: PageLine, found: PageLine]
  | readonly [expected: PageLine, found: null]
  | readonly [expected: null, found: PageLine];

/** Lines that differ in their words, or in their places by more than `nearby` points; from the top to the bottom. */
export function lineDifferences(
  expected: readonly TextItem[],
  found: readonly TextItem[],
  nearby: number,
): LineDifference[] {
  const left = linesOf(found);
  const differences: LineDifference[] = [];
  for (const line of linesOf(expected)) {
    while (left[0] !== undefined && left[0].y > line.y + 2 * oneLine)
      differences.push([null, left.shift() ?? line]);
    const other = left[0];
    if (other === undefined || other.y < line.y - 2 * oneLine) differences.push([line, null]);
    else {
      left.shift();
      if (!sameLine(line, other, nearby)) differences.push([line, other]);
    }
  }
  return [...differences, ...left.map((line) => [null, line] as const)];
}

function sameLine(one: PageLine, other: PageLine, nearby: number): boolean {
  return (
    one.items.length === other.items.length &&
    one.items.every((item, index) => {
      const { text, x, y } = other.items[index] ?? item;
      return item.text === text && Math.abs(item.x - x) <= nearby && Math.abs(item.y - y) <= nearby;
    })
  );
}
