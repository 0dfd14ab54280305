/** Whether a PDF read back keeps to its page: nothing in the margins but what belongs there. */
import type { ReadPdf } from './read-pdf.ts';

interface Page {
  readonly margins: readonly [left: number, top: number, right: number, bottom: number];
}

/** All that stands or is drawn outside the margins, other than the page's number above and a foot of this shape below. */
export function outsideMargins(pdf: ReadPdf, { margins }: Page, foot: RegExp): string[] {
  const [left, top, right, bottom] = margins;
  return pdf.pages.flatMap((page, index) => {
    const on = (what: string) => `page ${index + 1}: ${what}`;
    const onSheet = page.items.filter(({ upright }) => upright);
    const beside = onSheet.filter(({ x, width }) => x < left - 0.1 || x + width > page.width - right + 0.1);
    const drawn = page.strokes
      .flat()
      .filter(
        ([x, y]) => x < left - 1 || x > page.width - right + 1 || y < bottom - 1 || y > page.height - top + 1,
      );
    const above = onSheet
      .filter((item) => item.y + 0.9 * item.height > page.height - top + 0.5)
      .map(({ text }) => text)
      .join('');
    const below = onSheet
      .filter(({ y }) => y < bottom)
      .map(({ text }) => text)
      .join(' ');
    return [
      ...beside.map(({ text }) => on(text)),
      ...drawn.map(([x, y]) => on(`a line at ${x}, ${y}`)),
      ...(above === (index === 0 ? '' : String(index + 1)) ? [] : [on(above)]),
      ...(foot.test(below) ? [] : [on(below)]),
    ];
  });
}
