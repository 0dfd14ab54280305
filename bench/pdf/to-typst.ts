/** A described document as Typst source. */
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

/** Of the font, as pdfmake takes them; together they go from line to line. */
const ascent = 0.891;
const descent = -0.216;

export function toTypst({
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
  const [tongue = language, region = ''] = language.split('-');
  return [
    `#set document(title: ${literal(title)})`,
    `#set page(width: ${width}pt, height: ${height}pt, margin: (left: ${left}pt, top: ${top}pt, right: ${right}pt, bottom: ${bottom}pt)`,
    `  , header: ${header === null ? 'none' : `context { if counter(page).get().first() > 1 { ${code(header, true)} } }`}`,
    `  , footer: ${footer === null ? 'none' : `context { ${code(footer, true)} }`})`,
    `#set text(font: "Tinos", lang: ${literal(tongue)}, region: ${literal(region)}, hyphenate: false, top-edge: ${ascent}em, bottom-edge: ${descent}em)`,
    '#set par(leading: 0pt, spacing: 0pt)',
    '#set block(spacing: 0pt)',
    '#set table(stroke: none, align: left + top)',
    ...parts.map((part) => `#{ ${code(part, true)} }`),
  ].join('\n');
}

/** As an expression. A part fills its place, unless the place is as wide as the part. */
function code(part: Part, fills: boolean): string {
  const { margin } = part;
  switch (part.kind) {
    case 'text': {
      const runs = part.oneLine ? part.runs.map(unbroken) : part.runs;
      const texts = runs.map(text).join('; ');
      return block(
        margin,
        fills,
        part.align === 'justify'
          ? `{ set par(justify: true); ${texts} }`
          : `align(${part.align}, { ${texts} })`,
      );
    }
    case 'stack':
      return block(margin, fills, sequence(part.parts, fills), {
        breakable: !part.together,
        sticky: part.keptWithNext > 0,
      });
    case 'columns': {
      const widths = part.columns.map((column) => track(column.width));
      const cells = part.columns.map((column) => code(column.part, column.width !== 'auto'));
      return block(
        margin,
        fills,
        `grid(columns: (${widths.join(', ')},), column-gutter: ${part.gap}pt, ${cells.join(', ')})`,
      );
    }
    case 'table':
      return block(margin, fills, table(part), { breakable: !part.together, sticky: false });
    case 'drawing':
      return block(
        margin,
        fills,
        `image(bytes(${literal(svgOf(part))}), format: "svg", width: ${part.width}pt, height: ${part.height}pt)`,
      );
  }
}

function sequence(parts: readonly Part[], fills: boolean): string {
  return `{ ${parts.map((part) => code(part, fills)).join('; ')} }`;
}

function block(
  [left, top, right, bottom]: Sides,
  fills: boolean,
  inner: string,
  { breakable, sticky }: { readonly breakable: boolean; readonly sticky: boolean } = {
    breakable: true,
    sticky: false,
  },
): string {
  const options = [
    ...(fills ? ['width: 100%'] : []),
    ...(left || top || right || bottom
      ? [`inset: (left: ${left}pt, top: ${top}pt, right: ${right}pt, bottom: ${bottom}pt)`]
      : []),
    ...(breakable ? [] : ['breakable: false']),
    ...(sticky ? ['sticky: true'] : []),
  ];
  return `block(${[...options, inner].join(', ')})`;
}

function table({ widths, headerRows, wholeRows, rows }: Extract<Part, { kind: 'table' }>): string {
  const cells = (some: typeof rows) =>
    some.flatMap((row) => row.map((one) => cell(one, wholeRows, !widths.includes('auto')))).join(', ');
  const head = headerRows === 0 ? '' : `table.header(${cells(rows.slice(0, headerRows))}), `;
  return `table(columns: (${widths.map(track).join(', ')},), ${head}${cells(rows.slice(headerRows))})`;
}

function cell({ part, span, padding, above, below }: Cell, whole: boolean, fills: boolean): string {
  const [left, top, right, bottom] = padding;
  const rule = (side: string, { width, color }: Cell['above']) =>
    width === 0 ? [] : [`${side}: ${width}pt + ${colour(color)}`];
  const rules = [...rule('top', above), ...rule('bottom', below)];
  const stroke = rules.length === 0 ? '' : `stroke: (${rules.join(', ')}), `;
  return `table.cell(colspan: ${span}, inset: (left: ${left}pt, top: ${top}pt, right: ${right}pt, bottom: ${bottom}pt), ${stroke}breakable: ${!whole}, ${code(part, fills)})`;
}

function text({ text, size, bold, italics, color }: Run): string {
  const face = `${bold ? ', weight: "bold"' : ''}${italics ? ', style: "italic"' : ''}${color === 'black' ? '' : `, fill: ${colour(color)}`}`;
  return `text(size: ${size}pt${face}, ${counted(text)})`;
}

function counted(text: string): string {
  if (text === pageMark) return 'str(counter(page).get().first())';
  return text === pagesMark ? 'str(counter(page).final().first())' : literal(text);
}

const unbroken = (run: Run): Run => ({ ...run, text: run.text.replaceAll(' ', '\u00a0') });
const colour = (name: string) => (name.startsWith('#') ? `rgb(${literal(name)})` : name);
const track = (width: Width) =>
  typeof width === 'number' ? `${width}pt` : width === 'auto' ? 'auto' : '1fr';
const literal = (text: string) =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
