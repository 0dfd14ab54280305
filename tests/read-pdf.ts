/** Reads a PDF back as a reader would: its text and lines with their places, its fonts and what it says about itself. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface TextItem {
  readonly text: string;
  /** Points from the left edge of the page. */
  readonly x: number;
  /** Points from the bottom edge of the page to the baseline. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The font's name, without the tag of its subset. */
  readonly font: string;
  /** False for text set at an angle, such as a watermark. */
  readonly upright: boolean;
}

type Point = readonly [x: number, y: number];

/** What is drawn of straight lines. Points as for the text. */
export interface PdfShape {
  readonly painted: 'stroke' | 'fill';
  readonly points: readonly Point[];
  /** As in `#000000`. */
  readonly colour: string;
  readonly dashed: boolean;
}

interface PdfAttachment {
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly TextItem[];
  /** Straight lines as drawn, each through all its corners: rules, frames, marks. Points as for the text. */
  readonly strokes: readonly (readonly Point[])[];
  /** Lines and filled areas, in the order they were drawn. */
  readonly shapes: readonly PdfShape[];
  /** As `ReadPdf.text`, of this page. */
  readonly text: string;
}

interface PdfFont {
  readonly name: string;
  readonly embedded: boolean;
}

export interface ReadPdf {
  readonly pages: readonly PdfPage[];
  /** All text in the order it was written, every run of white space as one space, so that broken lines can be found. */
  readonly text: string;
  /** The same without any white space: finds a word that a line break cut in two. */
  readonly solidText: string;
  readonly fonts: readonly PdfFont[];
  readonly info: Readonly<Record<string, unknown>>;
  /** The file's /ID as hexadecimal digits. */
  readonly id: string;
  readonly attachments: readonly PdfAttachment[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // NOTE: the reader takes over the bytes that it is given, and takes no Buffer.
  const loading = getDocument({ data: Uint8Array.from(bytes), fontExtraProperties: true, verbosity: 0 });
  try {
    const pdf = await loading.promise;
    const fonts = new Map<string, PdfFont>();
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      // NOTE: a font can be asked about only once the page's drawing has been read.
      const shapes = shapesOf(await page.getOperatorList());
      const strokes = shapes.filter(({ painted }) => painted === 'stroke').map(({ points }) => points);
      const nameOf = (id: string): string => {
        const known = fonts.get(id);
        if (known !== undefined) return known.name;
        const { name, missingFile }: { name: string; missingFile: boolean } = page.commonObjs.get(id);
        fonts.set(id, { name: name.replace(/^[A-Z]{6}\+/, ''), embedded: !missingFile });
        return nameOf(id);
      };
      const { width, height } = page.getViewport({ scale: 1 });
      let raw = '';
      const items: TextItem[] = [];
      for (const item of content.items) {
        if (!('str' in item)) continue;
        raw += item.str + (item.hasEOL ? '\n' : '');
        if (item.str.trim() === '') continue;
        const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as readonly number[];
        items.push({
          text: item.str,
          x,
          y,
          width: item.width,
          height: item.height,
          font: nameOf(item.fontName),
          upright: a > 0 && b === 0,
        });
      }
      pages.push({ width, height, items, strokes, shapes, text: oneLine(raw) });
    }
    const text = oneLine(pages.map((page) => page.text).join('\n'));
    const { info } = await pdf.getMetadata();
    const attachments: PdfAttachment[] = [];
    for (const [id, { filename, description }] of (await pdf.getAttachments()) ?? [])
      attachments.push({
        name: filename,
        description,
        bytes: Uint8Array.from((await pdf.getAttachmentContent(id)) ?? []),
      });
    return {
      pages,
      text,
      solidText: text.replace(/\s/g, ''),
      fonts: [...fonts.values()],
      info: { ...info },
      id: pdf.fingerprints[0] ?? '',
      attachments,
    };
  } finally {
    await loading.destroy();
  }
}

type Matrix = readonly [number, number, number, number, number, number];

/** What a path is built from, as the reader encodes it: the kind of a step, then its coordinates. */
const stepLengths = [2, 2, 6, 4, 0] as const;

function shapesOf({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] }): PdfShape[] {
  const shapes: PdfShape[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let dashed = false;
  const colours = { stroke: '#000000', fill: '#000000' };
  for (const [index, operator] of fnArray.entries()) {
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = product(matrix, argsArray[index] as Matrix);
    else if (operator === OPS.setDash) dashed = (argsArray[index] as [ArrayLike<number>])[0].length > 0;
    else if (operator === OPS.setStrokeRGBColor) [colours.stroke] = argsArray[index] as [string];
    else if (operator === OPS.setFillRGBColor) [colours.fill] = argsArray[index] as [string];
    else if (operator === OPS.constructPath) {
      const [painting, [steps]] = argsArray[index] as [number, [ArrayLike<number> | null]];
      const painted = painting === OPS.stroke ? 'stroke' : painting === OPS.fill ? 'fill' : undefined;
      if (painted === undefined || steps === null) continue;
      for (const points of subpaths(Array.from(steps), matrix))
        shapes.push({ painted, points, colour: colours[painted], dashed: painted === 'stroke' && dashed });
    }
  }
  return shapes;
}

function subpaths(steps: readonly number[], [a, b, c, d, e, f]: Matrix): Point[][] {
  const paths: Point[][] = [];
  for (let at = 0; at < steps.length; ) {
    const kind = steps[at] as 0 | 1 | 2 | 3 | 4;
    const end = at + 1 + stepLengths[kind];
    if (kind === 0) paths.push([]);
    if (stepLengths[kind] > 0) {
      const [x = 0, y = 0] = steps.slice(end - 2, end);
      paths.at(-1)?.push([a * x + c * y + e, b * x + d * y + f]);
    }
    at = end;
  }
  return paths;
}

function product(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
