/** pdfmake's renderer, which writes each word of a line by itself; this one writes the words of one style together. */
import { type Inline, type LaidOutLine, Renderer } from './pdfmake-parts.ts';

/** Of a place on the page, in points. */
const nothing = 1e-6;

export class WholeRunRenderer extends Renderer {
  override renderLine(line: LaidOutLine, x: number, y: number): void {
    line.inlines = wholeRuns(line.inlines);
    super.renderLine(line, x, y);
  }
}

/** Justified words stay apart: their spaces are wider than the font's. */
function wholeRuns(inlines: readonly Inline[]): Inline[] {
  const runs: Inline[] = [];
  for (const inline of inlines) {
    const last = runs.at(-1);
    if (last !== undefined && goesOn(last, inline)) {
      last.text += inline.text;
      last.width += inline.width;
    } else runs.push({ ...inline });
  }
  return runs;
}

function goesOn(last: Inline, next: Inline): boolean {
  return (
    Math.abs(last.x + last.width - next.x) < nothing &&
    last.font === next.font &&
    last.fontSize === next.fontSize &&
    last.color === next.color &&
    last.opacity === next.opacity &&
    !(last.sup || last.sub || next.sup || next.sub) &&
    !(last.characterSpacing || next.characterSpacing) &&
    !(last.link || next.link || last.decoration || next.decoration || last.background || next.background) &&
    !('_pageNodeRef' in next || '_tocItemRef' in next)
  );
}
