/** The values that a PDF is written in: dictionaries, lists, names, texts, numbers and references. */

/** A name begins with a slash and has no escapes left. */
export type PdfValue =
  | PdfText
  | PdfReference
  | PdfDictionary
  | readonly PdfValue[]
  | string
  | number
  | boolean
  | null;
export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export interface PdfText {
  /** A character for each byte. */
  readonly text: string;
}
export interface PdfReference {
  readonly reference: number;
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

export function referenceOf(value: PdfValue | undefined): number | null {
  return typeof value === 'object' && value !== null && 'reference' in value ? value.reference : null;
}

const deepest = 100;
const notSpace = /[^\0\t\n\f\r ]/g;
const lineEnd = /[\r\n]/g;
const wordEnd = /[\0\t\n\f\r ()<>[\]{}/%]/g;
const reference = /(\d{1,20})[\0\t\n\f\r ]{1,50}\d{1,20}[\0\t\n\f\r ]{1,50}R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const streamBegin = /stream\r?\n?/y;

/** How many more values may be kept; readers of one file share it. */
export interface Room {
  values: number;
}

/** Reads one value after another; a faulty one becomes null, and nothing throws. */
export class ValueReader {
  readonly #text: string;
  readonly #room: Room;
  at: number;
  ambiguous = false;

  /** Reads no further than there is room. */
  constructor(text: string, at: number, room: Room) {
    this.#text = text;
    this.#room = room;
    this.at = at;
  }

  streamStart(): number {
    this.#skip();
    this.#take(streamBegin);
    return this.at;
  }

  value(depth = 0): PdfValue {
    this.#room.values -= 1;
    if (this.#room.values < 0) this.at = this.#text.length;
    this.#skip();
    const text = this.#text;
    const sign = text[this.at];
    if (depth > deepest || sign === undefined) return null;
    if (text.startsWith('<<', this.at)) return this.#dictionary(depth);
    if (sign === '[') return this.#list(depth);
    if (sign === '(') return this.#literal();
    if (sign === '<') return this.#hexadecimal();
    const number = this.#take(reference)?.[1];
    if (number !== undefined) return { reference: Number(number) };
    if (sign === '/') this.at += 1;
    const start = this.at;
    this.#goTo(wordEnd);
    const found = text.slice(start, this.at);
    if (sign === '/')
      return `/${found.replace(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))}`;
    if (found === '') this.at += 1;
    if (found === 'true' || found === 'false') return found === 'true';
    const value = Number(found);
    return found === '' || Number.isNaN(value) ? null : value;
  }

  #dictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    this.at += 2;
    while (!this.#ends('>>')) {
      const name = this.value(depth + 1);
      if (typeof name === 'string' && !this.#atEnd('>>')) {
        this.ambiguous ||= entries.has(name.slice(1));
        entries.set(name.slice(1), this.value(depth + 1));
      }
      if (depth >= deepest) break;
    }
    return entries;
  }

  #list(depth: number): PdfValue[] {
    const values: PdfValue[] = [];
    this.at += 1;
    while (!this.#ends(']')) {
      values.push(this.value(depth + 1));
      if (depth >= deepest) break;
    }
    return values;
  }

  #literal(): PdfText {
    const start = this.at + 1;
    let open = 0;
    do {
      const sign = this.#text[this.at];
      if (sign === '(') open += 1;
      else if (sign === ')') open -= 1;
      this.at += sign === '\\' ? 2 : 1;
    } while (open > 0 && this.at < this.#text.length);
    return { text: this.#text.slice(start, this.at - 1) };
  }

  #hexadecimal(): PdfText {
    const end = this.#text.indexOf('>', this.at);
    const digits = end < 0 ? '' : this.#text.slice(this.at + 1, end).replace(/[^0-9a-f]/gi, '');
    this.at = end < 0 ? this.#text.length : end + 1;
    return { text: Buffer.from(digits, 'hex').toString('latin1') };
  }

  #atEnd(sign: string): boolean {
    this.#skip();
    return this.#text.startsWith(sign, this.at) || this.at >= this.#text.length;
  }

  #ends(sign: string): boolean {
    if (!this.#atEnd(sign)) return false;
    this.at += sign.length;
    return true;
  }

  /** White space and comments. */
  #skip(): void {
    this.#goTo(notSpace);
    while (this.#text[this.at] === '%') {
      this.#goTo(lineEnd);
      this.#goTo(notSpace);
    }
  }

  /** To the next such character, or to the end. */
  #goTo(sign: RegExp): void {
    sign.lastIndex = this.at;
    this.at = sign.exec(this.#text)?.index ?? this.#text.length;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }
}
