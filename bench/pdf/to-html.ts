/** A described document as HTML for paged printing, in the way that is plain for a browser: blocks, flex rows and tables. */
import {
  type Cell,
  type Described,
  type Part,
  pageMark,
  pagesMark,
  type Run,
  type Sides,
  svgOf,
  type Width,
} from './described.ts';

/** Of the font: what pdfmake takes from line to line. */
const lineHeight = 1.107;

export function toHtml({
  title,
  language,
  width,
  height,
  margins,
  header,
  footer,
  parts,
}: Described): string {
  const [left, top, right, bottom] = margins;
  const boxes = [
    ...(header === null ? [] : [`@top-center{${onPages(header)}}`]),
    ...(footer?.kind === 'columns'
      ? footer.columns.map(({ part }, index) => `@bottom-${index === 0 ? 'left' : 'right'}{${onPages(part)}}`)
      : []),
  ];
  const css = [
    `@page{size:${width}pt ${height}pt;margin:${top}pt ${right}pt ${bottom}pt ${left}pt;${boxes.join('')}}`,
    '@page:first{@top-center{content:none}}',
    `body{margin:0;font-family:Tinos,'Times New Roman';line-height:${lineHeight};white-space:pre-wrap}`,
    'table{border-collapse:collapse;border-spacing:0}td{vertical-align:top}',
    'thead{display:table-header-group}svg{display:block;overflow:visible}',
  ];
  return `<!doctype html><html lang="${language}"><head><title>${escaped(title)}</title><style>${css.join('')}</style></head><body>${parts.map(html).join('')}</body></html>`;
}

function html(part: Part): string {
  switch (part.kind) {
    case 'text':
      return `<div style="text-align:${part.align};${part.oneLine ? 'white-space:pre;' : ''}${space(part.margin)}">${part.runs.map(span).join('')}</div>`;
    case 'stack': {
      const breaks = `${part.together ? 'break-inside:avoid;' : ''}${part.keptWithNext > 0 ? 'break-after:avoid;' : ''}`;
      return `<div style="${breaks}${space(part.margin)}">${part.parts.map(html).join('')}</div>`;
    }
    case 'columns': {
      const columns = part.columns.map(
        (column) => `<div style="${flex(column.width)}">${html(column.part)}</div>`,
      );
      return `<div style="display:flex;gap:${part.gap}pt;${space(part.margin)}">${columns.join('')}</div>`;
    }
    case 'table':
      return `<div style="${part.together ? 'break-inside:avoid;' : ''}${space(part.margin)}">${table(part)}</div>`;
    case 'drawing':
      return `<div style="${space(part.margin)}">${svgOf(part)}</div>`;
  }
}

function table({ widths, headerRows, wholeRows, rows }: Extract<Part, { kind: 'table' }>): string {
  const fixed = widths.every((width) => typeof width === 'number');
  const sum = widths.reduce((whole: number, width) => whole + Number(width), 0);
  const columns = widths.map((width) =>
    typeof width === 'number' ? `<col style="width:${width}pt">` : '<col>',
  );
  const row = (cells: readonly Cell[]) =>
    `<tr${wholeRows ? ' style="break-inside:avoid"' : ''}>${cells.map(cell).join('')}</tr>`;
  const head = rows.slice(0, headerRows).map(row).join('');
  return `<table${fixed ? ` style="table-layout:fixed;width:${sum}pt"` : ''}><colgroup>${columns.join('')}</colgroup>${head === '' ? '' : `<thead>${head}</thead>`}<tbody>${rows.slice(headerRows).map(row).join('')}</tbody></table>`;
}

function cell({ part, span, padding, above, below }: Cell): string {
  const rule = (side: string, { width, color }: Cell['above']) =>
    width === 0 ? '' : `border-${side}:${width}pt solid ${color};`;
  return `<td colspan="${span}" style="padding:${clockwise(padding)};${rule('top', above)}${rule('bottom', below)}">${html(part)}</td>`;
}

function span({ text, size, bold, italics, color }: Run): string {
  const face = `${bold ? 'font-weight:bold;' : ''}${italics ? 'font-style:italic;' : ''}${color === 'black' ? '' : `color:${color};`}`;
  return `<span style="font-size:${size}pt;${face}">${escaped(text)}</span>`;
}

/** The text of a margin box, with the page counters of CSS. */
function onPages(part: Part): string {
  if (part.kind !== 'text') throw new RangeError('a margin box holds text');
  const content = part.runs.map(({ text }) =>
    text === pageMark ? 'counter(page)' : text === pagesMark ? 'counter(pages)' : JSON.stringify(text),
  );
  return `content:${content.join(' ')};font:${part.runs[0]?.size ?? 12}pt Tinos,'Times New Roman';text-align:${part.align};white-space:nowrap;`;
}

const clockwise = ([left, top, right, bottom]: Sides) => `${top}pt ${right}pt ${bottom}pt ${left}pt`;
/** As padding, since margins of neighbours would become one. */
const space = (margin: Sides) => (margin.every((side) => side === 0) ? '' : `padding:${clockwise(margin)};`);
const flex = (width: Width) =>
  typeof width === 'number' ? `flex:none;width:${width}pt` : width === 'auto' ? 'flex:none' : 'flex:1 1 0';

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
