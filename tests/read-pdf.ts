/** Reads a PDF back as a reader would: its text with places, its fonts and what it says about itself. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

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

interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly TextItem[];
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
      await page.getOperatorList();
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
      pages.push({ width, height, items, text: oneLine(raw) });
    }
    const text = oneLine(pages.map((page) => page.text).join('\n'));
    const { info } = await pdf.getMetadata();
    return {
      pages,
      text,
      solidText: text.replace(/\s/g, ''),
      fonts: [...fonts.values()],
      info: { ...info },
      id: pdf.fingerprints[0] ?? '',
    };
  } finally {
    await loading.destroy();
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
