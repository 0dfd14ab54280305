/** Compares the pages of a file with the pages that its figures give, and says in words what differs. */
import type { SheetDifference } from '../api.ts';
import { type LineDifference, lineDifferences } from './page-lines.ts';
import type { Mark } from './page-marks.ts';
import type { ReadPage } from './read-pages.ts';

/** Points that a place may differ by: programs round when they save. */
const nearby = 0.1;
/** The same for what is drawn, whose factors and widths are smaller. */
const alike = 0.002;

/** Every difference between two pages, none when they look the same. `number` is the page's, from 1. */
export function comparePages(number: number, expected: ReadPage, found: ReadPage): SheetDifference[] {
  const of = (message: string): SheetDifference => ({
    page: number,
    message: `Trang ${number}: ${message}`,
    expected: null,
    found: null,
  });
  const differences = lineDifferences(expected.items, found.items, nearby).map(
    (difference): SheetDifference => ({
      ...of(lineMessage(difference)),
      expected: difference[0]?.text ?? null,
      found: difference[1]?.text ?? null,
    }),
  );
  if (!sameValues(expected.shape, found.shape, nearby))
    differences.push(of('khổ giấy, vùng hiển thị hoặc chiều của trang đã bị đổi'));
  if (!sameMarks(expected.marks, found.marks)) {
    const drawn = drawingMessages(expected.marks, found.marks);
    differences.push(...drawn.map(of));
    if (differences.length === 0)
      differences.push(of('chữ hoặc hình được vẽ khác lúc in (nét chữ, cỡ, màu hoặc thứ tự)'));
  }
  return differences;
}

function lineMessage([expected, found]: LineDifference): string {
  if (expected === null) return 'có dòng chữ được thêm vào';
  if (found === null) return 'thiếu một dòng chữ';
  return expected.text === found.text
    ? 'dòng chữ không còn đúng chỗ đã in'
    : 'dòng chữ khác với số liệu của phiếu';
}

function sameMarks(expected: readonly Mark[], found: readonly Mark[]): boolean {
  return (
    expected.length === found.length &&
    expected.every((mark, index) => {
      const other = found[index];
      return (
        other !== undefined &&
        mark.kind === other.kind &&
        mark.settings.size === other.settings.size &&
        sameValues(mark.values, other.values, alike) &&
        [...mark.settings].every(([name, values]) => sameValues(values, other.settings.get(name), alike))
      );
    })
  );
}

function sameValues(
  expected: readonly (string | number)[],
  found: readonly (string | number)[] | undefined,
  within: number,
): boolean {
  return (
    expected.length === found?.length &&
    expected.every((value, index) => {
      const other = found[index];
      return typeof value === 'number' && typeof other === 'number'
        ? Math.abs(value - other) <= within
        : value === other;
    })
  );
}

const drawn = { shape: 'hình vẽ', picture: 'ảnh', clip: 'khung che', other: 'nét vẽ lạ' } as const;

/** What was added to or taken from the drawing, apart from text. */
function drawingMessages(expected: readonly Mark[], found: readonly Mark[]): string[] {
  return Object.entries(drawn).flatMap(([kind, name]) => {
    const before = expected.filter((mark) => mark.kind === kind).map(roughly);
    const after = found.filter((mark) => mark.kind === kind).map(roughly);
    return [
      ...(without(after, before) > 0 ? [`có ${name} được thêm vào`] : []),
      ...(without(before, after) > 0 ? [`có ${name} bị bỏ đi`] : []),
    ];
  });
}

/** A mark as a text that is the same for nearly the same marks. */
function roughly({ values }: Mark): string {
  return values.map((value) => (typeof value === 'number' ? Math.round(value * 10) : value)).join(' ');
}

/** How many of the marks are not among the others. */
function without(marks: readonly string[], others: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
  return marks.filter((mark) => {
    const count = counts.get(mark) ?? 0;
    counts.set(mark, count - 1);
    return count <= 0;
  }).length;
}

/** What annotations that are no signatures add to a page. */
export function annotationDifferences(number: number, page: ReadPage): SheetDifference[] {
  return page.annotations.some(({ kind }) => kind === 'other')
    ? [
        {
          page: number,
          message: `Trang ${number}: có chú thích, ô nhập hoặc liên kết được thêm vào`,
          expected: null,
          found: null,
        },
      ]
    : [];
}
