/** Reads a definition made for pdfmake, so that every contestant is told of the same content by construction. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { normalizePageMargin, normalizePageSize } from '../../electron/documents/engine/pdfmake-parts.ts';
import { printableText } from '../../electron/documents/engine/printable-text.ts';
import {
  type Cell,
  type Described,
  type Part,
  pageMark,
  pagesMark,
  type Run,
  type Sides,
  type Width,
} from './described.ts';
import { type Drawn, drawing, qrDrawing } from './drawing.ts';

type Node = Readonly<Record<string, unknown>>;
type Style = Omit<Run, 'text'> & { readonly align: Extract<Part, { kind: 'text' }>['align'] };

const plain: Style = { size: 12, bold: false, italics: false, color: 'black', align: 'left' };
const none: Sides = [0, 0, 0, 0];

/** Throws a RangeError for what no contestant is told how to print: nothing may be missing without a word. */
export function describe(definition: TDocumentDefinitions): Described {
  if (definition.watermark !== undefined) throw new RangeError('the contestants print no watermark');
  const { width, height } = normalizePageSize(definition.pageSize, definition.pageOrientation);
  const margins = normalizePageMargin(definition.pageMargins ?? 40) as Record<string, number>;
  const style = styleOf(definition.defaultStyle as Node, plain);
  const onPages = (made: unknown): Part | null =>
    typeof made === 'function'
      ? { ...describeNode(made(pageMark, pagesMark, { width, height }), style), margin: none }
      : null;
  return {
    title: String(definition.info?.title ?? ''),
    language: definition.language ?? 'vi-VN',
    width,
    height,
    margins: [margins.left ?? 0, margins.top ?? 0, margins.right ?? 0, margins.bottom ?? 0],
    header: onPages(definition.header),
    footer: onPages(definition.footer),
    parts: describeAll([definition.content].flat(), style),
  };
}

function describeAll(nodes: readonly unknown[], style: Style): Part[] {
  const parts = nodes.map((node) => describeNode(node, style));
  return parts.map((part, index) => withoutRoom(part, parts[index - 1], parts[index + 1]));
}

/** A title is laid out with empty room that what follows takes back: the engines are told the same in their own way. */
function withoutRoom(part: Part, before: Part | undefined, after: Part | undefined): Part {
  const room = after === undefined ? 0 : -after.margin[1];
  if (room > 0 && part.kind === 'stack')
    return { ...part, parts: part.parts.slice(0, -1), keptWithNext: room };
  if (part.margin[1] >= 0) return part;
  if (before?.kind !== 'stack') throw new RangeError('only the room below a title is taken back');
  const [left, , right, bottom] = part.margin;
  return { ...part, margin: [left, 0, right, bottom] };
}

function describeNode(node: unknown, inherited: Style): Part {
  if (typeof node === 'string' || typeof node === 'number') return describeNode({ text: node }, inherited);
  if (Array.isArray(node)) return describeNode({ stack: node }, inherited);
  const part = node as Node;
  const style = styleOf(part, inherited);
  const margin = marginOf(part.margin);
  const together = part.unbreakable === true;
  if ('text' in part)
    return {
      kind: 'text',
      margin,
      runs: runsOf(part.text, style),
      align: style.align,
      oneLine: part.noWrap === true,
    };
  if ('stack' in part)
    return {
      kind: 'stack',
      margin,
      parts: describeAll(part.stack as Node[], style),
      together,
      keptWithNext: 0,
    };
  if ('columns' in part)
    return {
      kind: 'columns',
      margin,
      gap: Number(part.columnGap ?? 0),
      columns: (part.columns as Node[]).map((column) => ({
        width: widthOf(column.width ?? '*'),
        part: describeNode(column, style),
      })),
    };
  if ('table' in part) return { kind: 'table', margin, together, ...describeTable(part, style) };
  if ('canvas' in part) return { margin, ...drawing(part.canvas as Drawn[]) };
  if ('qr' in part) return { margin, ...qrDrawing(part) };
  if (Object.keys(part).length === 0)
    return { kind: 'stack', margin, parts: [], together: false, keptWithNext: 0 };
  throw new RangeError(`no contestant is told how to print ${Object.keys(part)}`);
}

function describeTable(node: Node, style: Style) {
  const { widths, body, headerRows, dontBreakRows } = node.table as {
    readonly widths: readonly unknown[];
    readonly body: readonly (readonly unknown[])[];
    readonly headerRows?: number;
    readonly dontBreakRows?: boolean;
  };
  const layout = (node.layout ?? {}) as Readonly<Record<string, unknown>>;
  const figure = (name: string, at: number, usual: unknown): unknown => {
    const value = layout[name] ?? usual;
    return typeof value === 'function' ? value(at, node) : value;
  };
  const length = (name: string, at: number, usual: number) => Number(figure(name, at, usual));
  const rule = (at: number, drawn: boolean) => ({
    width: drawn ? length('hLineWidth', at, 1) : 0,
    color: String(figure('hLineColor', at, 'black')),
  });
  const cellOf = (cell: unknown, row: number, column: number): Cell => {
    const { colSpan = 1, border } = (typeof cell === 'object' ? cell : {}) as {
      colSpan?: number;
      border?: readonly boolean[];
    };
    return {
      part: describeNode(cell, style),
      column,
      span: colSpan,
      padding: [
        length('paddingLeft', column, 4),
        length('paddingTop', row, 2),
        length('paddingRight', column + colSpan - 1, 4),
        length('paddingBottom', row, 2),
      ],
      above: rule(row, border?.[1] ?? true),
      below: rule(row + 1, row + 1 === body.length && (border?.[3] ?? true)),
    };
  };
  const padded = (width: unknown, column: number): Width => {
    const inner = widthOf(width);
    if (typeof inner !== 'number') return inner;
    return inner + length('paddingLeft', column, 4) + length('paddingRight', column, 4);
  };
  return {
    widths: widths.map(padded),
    headerRows: headerRows ?? 0,
    wholeRows: dontBreakRows === true,
    rows: body.map((row, index) => {
      const cells: Cell[] = [];
      for (let column = 0; column < row.length; column += cells.at(-1)?.span ?? 1)
        cells.push(cellOf(row[column], index, column));
      return cells;
    }),
  };
}

function runsOf(text: unknown, style: Style): Run[] {
  if (Array.isArray(text)) return text.flatMap((part) => runsOf(part, style));
  if (typeof text === 'object' && text !== null && 'text' in text)
    return runsOf(text.text, styleOf(text as Node, style));
  const { size, bold, italics, color } = style;
  const marks = new RegExp(`([${pageMark}${pagesMark}])`);
  return String(text)
    .split(marks)
    .filter((part) => part !== '')
    .map((part) => ({ text: marks.test(part) ? part : printableText(part), size, bold, italics, color }));
}

function styleOf(node: Node, inherited: Style): Style {
  return {
    size: Number(node.fontSize ?? inherited.size),
    bold: Boolean(node.bold ?? inherited.bold),
    italics: Boolean(node.italics ?? inherited.italics),
    color: String(node.color ?? inherited.color),
    align: (node.alignment ?? inherited.align) as Style['align'],
  };
}

function widthOf(width: unknown): Width {
  if (typeof width === 'number' || width === 'auto') return width;
  if (width === '*') return 'rest';
  throw new RangeError(`no contestant is told of a width of ${width}`);
}

function marginOf(margin: unknown): Sides {
  if (margin === undefined) return none;
  if (typeof margin === 'number') return [margin, margin, margin, margin];
  const [left, top, right = left, bottom = top] = margin as [number, number, number?, number?];
  return [left, top, right, bottom];
}
