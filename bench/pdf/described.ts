/** A document as every engine can be told of it: its texts with their style, its tables and its drawings. Lengths in points. */

/** Stands in the text of a header or footer for the number of the page, and for how many there are. */
export const pageMark = '\u0001';
export const pagesMark = '\u0002';

export interface Described {
  readonly title: string;
  readonly language: string;
  readonly width: number;
  readonly height: number;
  readonly margins: Sides;
  /** Null where there is none; it is left out on the first page. */
  readonly header: Part | null;
  readonly footer: Part | null;
  readonly parts: readonly Part[];
}

export type Sides = readonly [left: number, top: number, right: number, bottom: number];
export type Width = number | 'auto' | 'rest';

export interface Run {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italics: boolean;
  readonly color: string;
}

export type Part = { readonly margin: Sides } & (
  | {
      readonly kind: 'text';
      readonly runs: readonly Run[];
      readonly align: 'left' | 'center' | 'right' | 'justify';
      readonly oneLine: boolean;
    }
  | {
      readonly kind: 'stack';
      readonly parts: readonly Part[];
      /** On one page. */
      readonly together: boolean;
      /** As much of what follows, in points, belongs on the same page. */
      readonly keptWithNext: number;
    }
  | {
      readonly kind: 'columns';
      readonly columns: readonly { readonly width: Width; readonly part: Part }[];
      readonly gap: number;
    }
  | {
      readonly kind: 'table';
      /** With what is left free within the cells. */
      readonly widths: readonly Width[];
      readonly headerRows: number;
      /** No row is broken between pages. */
      readonly wholeRows: boolean;
      readonly together: boolean;
      readonly rows: readonly (readonly Cell[])[];
    }
  | {
      readonly kind: 'drawing';
      readonly width: number;
      readonly height: number;
      readonly paths: readonly Path[];
    }
);

export interface Cell {
  readonly part: Part;
  readonly column: number;
  readonly span: number;
  readonly padding: Sides;
  readonly above: Rule;
  readonly below: Rule;
}

export interface Rule {
  readonly width: number;
  readonly color: string;
}

export interface Path {
  /** As in SVG. */
  readonly d: string;
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  readonly dash: readonly [number, number] | null;
}

export function svgOf({ width, height, paths }: Extract<Part, { kind: 'drawing' }>): string {
  const drawn = paths.map(({ d, fill, stroke, strokeWidth, dash }) => {
    const line =
      stroke === null
        ? ''
        : ` stroke="${stroke}" stroke-width="${strokeWidth}"${dash === null ? '' : ` stroke-dasharray="${dash.join(' ')}"`}`;
    return `<path d="${d}" fill="${fill ?? 'none'}"${line}/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">${drawn.join('')}</svg>`;
}
