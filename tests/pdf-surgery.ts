/** Takes the PDFs that we print apart and puts them together changed, as other programs and forgers would. */
import { deflateSync, inflateSync } from 'node:zlib';

/** A PDF of ours as its objects. Their bodies are text with a character for each byte. */
export class PdfParts {
  readonly #original: Buffer;
  readonly #bodies = new Map<number, string>();
  readonly #changed = new Set<number>();
  readonly #trailer: string;

  constructor(bytes: Uint8Array) {
    this.#original = Buffer.from(bytes);
    const text = this.#original.toString('latin1');
    for (const [, number, body] of text.matchAll(/(?<=^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj\n/g))
      this.#bodies.set(Number(number), body ?? '');
    this.#trailer = /trailer\n<<\n([\s\S]*?)>>/.exec(text)?.[1] ?? '';
  }

  body(number: number): string {
    const body = this.#bodies.get(number);
    if (body === undefined) throw new Error(`no object ${number}`);
    return body;
  }

  change(number: number, change: (body: string) => string): void {
    const changed = change(this.body(number));
    if (changed === this.body(number)) throw new Error(`object ${number} is as it was`);
    this.#set(number, changed);
  }

  add(body: string): number {
    const number = Math.max(...this.#bodies.keys()) + 1;
    this.#set(number, body);
    return number;
  }

  addStream(content: string, dictionary = ''): number {
    return this.add(streamBody(dictionary, Buffer.from(content, 'latin1')));
  }

  /** The numbers of the objects that match. */
  having(pattern: RegExp): readonly number[] {
    return [...this.#bodies].filter(([, body]) => pattern.test(body)).map(([number]) => number);
  }

  one(pattern: RegExp): number {
    const [number] = this.having(pattern);
    if (number === undefined) throw new Error(`no object like ${pattern}`);
    return number;
  }

  get catalog(): number {
    return this.one(/\/Type \/Catalog/);
  }

  get pages(): readonly number[] {
    const [, kids = ''] = /\/Kids \[(.*?)\]/.exec(this.body(this.one(/\/Type \/Pages/))) ?? [];
    return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
  }

  /** The number of the object that another names under a key. */
  named(number: number, key: string): number {
    const [, found] = new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(this.body(number)) ?? [];
    return Number(found);
  }

  /** The content of a stream, unpacked, with a character for each byte. */
  content(number: number): string {
    const body = this.body(number);
    const packed = body.slice(body.indexOf('stream\n') + 7, body.lastIndexOf('\nendstream'));
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
  }

  changeContent(number: number, change: (content: string) => string): void {
    const content = this.content(number);
    const changed = change(content);
    if (changed === content) throw new Error(`the content of object ${number} is as it was`);
    const dictionary = this.body(number).slice(2, this.body(number).indexOf('>>\nstream'));
    const rest = dictionary.replace(/\/Length \d+/, '').replace('/Filter /FlateDecode', '');
    this.#set(number, streamBody(rest, Buffer.from(changed, 'latin1')));
  }

  /** What is attached, changed as text. */
  changeAttachment(change: (text: string) => string): void {
    this.changeContent(this.one(/\/Type \/EmbeddedFile/), (content) =>
      Buffer.from(change(Buffer.from(content, 'latin1').toString('utf8'))).toString('latin1'),
    );
  }

  /** Replaces words on a page, set by the same font; the number of the page begins at 1. */
  changeWords(page: number, from: string, to: string): void {
    const pageNumber = this.pages[page - 1] ?? 0;
    const resources = this.body(this.named(pageNumber, 'Resources'));
    const fonts = new Map<string, readonly string[]>();
    for (const [, name = '', font] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g))
      fonts.set(name, this.#letters(Number(font)));
    this.changeContent(this.named(pageNumber, 'Contents'), (content) =>
      content.replace(/\/(F\d+) ([\d.]+) Tf\n\[(.*?)\] TJ/g, (whole, name, size, line) => {
        const letters = fonts.get(name) ?? [];
        const codes = [...line.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex]) => hex.match(/.{4}/g) ?? []);
        const text = codes.map((code) => letters[Number.parseInt(code, 16)] ?? '').join('');
        if (!text.includes(from)) return whole;
        const changed = [...text.replace(from, to)].map((letter) => {
          const code = letters.indexOf(letter);
          if (code < 0) throw new Error(`the font has no ${letter}`);
          return code.toString(16).padStart(4, '0');
        });
        return `/${name} ${size} Tf\n[<${changed.join('')}> 0] TJ`;
      }),
    );
  }

  /** The letters of a font by their codes. */
  #letters(font: number): readonly string[] {
    const [, range = ''] =
      /beginbfrange\n<0000> <[0-9a-f]{4}> \[(.*?)\]/s.exec(this.content(this.named(font, 'ToUnicode'))) ?? [];
    return [...range.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) =>
      (hex.match(/.{4}/g) ?? []).map((code) => String.fromCharCode(Number.parseInt(code, 16))).join(''),
    );
  }

  addAnnotation(page: number, annotation: number): void {
    this.change(page, (body) =>
      body.includes('/Annots [')
        ? body.replace('/Annots [', `/Annots [${annotation} 0 R `)
        : body.replace('/Type /Page', `/Type /Page\n/Annots [${annotation} 0 R]`),
    );
  }

  #set(number: number, body: string): void {
    this.#bodies.set(number, body);
    this.#changed.add(number);
  }

  /** A new file with all objects, the last first, as a program that saves the whole file makes it. */
  rewritten(): Uint8Array {
    return this.#written('%PDF-1.7\n%\xff\xff\xff\xff\n', [...this.#bodies.keys()].reverse(), '');
  }

  /** The file as it was, with what changed appended, as a program that signs makes it. */
  updated(): Uint8Array {
    const text = this.#original.toString('latin1');
    const previous = /startxref\n(\d+)\n%%EOF\s*$/.exec(text)?.[1];
    return this.#written(text, [...this.#changed], `/Prev ${previous}\n`);
  }

  #written(start: string, numbers: readonly number[], more: string): Uint8Array {
    let text = start;
    let table = '';
    for (const number of numbers) {
      table += `${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`;
      text += `${number} 0 obj\n${this.body(number)}\nendobj\n`;
    }
    const trailer = this.#trailer.replace(/\/Size \d+/, `/Size ${Math.max(...this.#bodies.keys()) + 1}`);
    const free = more === '' ? '0 1\n0000000000 65535 f \n' : '';
    text += `xref\n${free}${table}trailer\n<<\n${trailer}${more}>>\nstartxref\n${text.length}\n%%EOF\n`;
    return Buffer.from(text, 'latin1');
  }
}

/** With the field of a digital signature on a page, the last unless told, as a token's program appends it; `box` in points. */
export function signed(bytes: Uint8Array, box: string, number?: number): Uint8Array {
  const pdf = new PdfParts(bytes);
  const page = pdf.pages.at((number ?? 0) - 1) ?? 0;
  const signature = pdf.add(
    `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /adbe.pkcs7.detached\n/ByteRange [0 100 200 300]\n/Contents <${'00'.repeat(2_000)}>\n>>`,
  );
  const look = pdf.addStream(
    '0.9 0.9 1 rg 0 0 60 20 re f',
    '/Type /XObject\n/Subtype /Form\n/BBox [0 0 60 20]\n',
  );
  const field = pdf.add(
    `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (Signature${signature})\n/F 132\n/Rect [${box}]\n/P ${page} 0 R\n/V ${signature} 0 R\n/AP << /N ${look} 0 R >>\n>>`,
  );
  pdf.addAnnotation(page, field);
  pdf.change(pdf.catalog, (body) =>
    body.includes('/AcroForm')
      ? body.replace('/Fields [', `/Fields [${field} 0 R `)
      : body.replace('/Lang', `/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>\n/Lang`),
  );
  return pdf.updated();
}

function streamBody(dictionary: string, content: Buffer): string {
  const packed = deflateSync(content, { level: 9 }).toString('latin1');
  return `<<${dictionary}/Filter /FlateDecode\n/Length ${packed.length}\n>>\nstream\n${packed}\nendstream`;
}
