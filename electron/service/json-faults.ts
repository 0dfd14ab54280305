/** What is wrong with a text as JSON, where it stands: for whoever wrote it by hand. */
import { pathText } from '../../criteria/path-text.ts';
import type { SetFault } from '../../criteria/set-faults.ts';

/** Deeper than anything that a person writes. */
const deepest = 64;
const space = /[ \t\n\r]*/y;
const word = /[{}[\],:]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const stopInText = /["\\\p{Cc}]/gu;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * Where a text stops being JSON, by line and column from 1, or every name that one group has twice, of which a reader would
 * drop one without a word; empty when all is well.
 */
export function jsonFaults(text: string): readonly SetFault[] {
  const reader = new Reader(text);
  try {
    reader.readAll();
    return reader.twice;
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    const lines = text.slice(0, error.at).split('\n');
    return [
      {
        path: '',
        message: `Tệp không phải là JSON đúng dạng: sai ở dòng ${lines.length}, cột ${(lines.at(-1)?.length ?? 0) + 1}`,
      },
    ];
  }
}

class NotJson extends Error {
  readonly at: number;

  constructor(at: number) {
    super(`no JSON at ${at}`);
    this.at = at;
  }
}

type Path = readonly (string | number)[];

class Reader {
  readonly twice: SetFault[] = [];
  readonly #text: string;
  #at = 0;
  /** Where the last token begins. */
  #from = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): void {
    this.#value(this.#next(), []);
    this.#skip(space);
    if (this.#at < this.#text.length) throw new NotJson(this.#at);
  }

  #value(token: string, path: Path): void {
    if (path.length > deepest) throw new NotJson(this.#from);
    if (token === '{') this.#group(path);
    else if (token === '[') this.#list(path);
    else if (/^[\]},:]/.test(token)) throw new NotJson(this.#from);
  }

  #group(path: Path): void {
    const names = new Set<string>();
    for (let token = this.#next(); token !== '}' || names.size > 0; token = this.#next()) {
      if (!token.startsWith('"')) throw new NotJson(this.#from);
      const name = JSON.parse(token) as string;
      if (names.has(name))
        this.twice.push({
          path: pathText([...path, name]),
          message: 'Mục này được viết hai lần; hãy bỏ bớt một',
        });
      names.add(name);
      if (this.#next() !== ':') throw new NotJson(this.#from);
      this.#value(this.#next(), [...path, name]);
      if (this.#goesOn('}') === false) return;
    }
  }

  #list(path: Path): void {
    let token = this.#next();
    if (token === ']') return;
    for (let index = 0; ; index += 1) {
      this.#value(token, [...path, index]);
      if (!this.#goesOn(']')) return;
      token = this.#next();
    }
  }

  #goesOn(end: '}' | ']'): boolean {
    const token = this.#next();
    if (token !== ',' && token !== end) throw new NotJson(this.#from);
    return token === ',';
  }

  #next(): string {
    this.#skip(space);
    this.#from = this.#at;
    if (this.#text[this.#at] === '"') this.#skipText();
    else if (!this.#skip(word)) throw new NotJson(this.#at);
    return this.#text.slice(this.#from, this.#at);
  }

  #skipText(): void {
    this.#at += 1;
    for (;;) {
      stopInText.lastIndex = this.#at;
      const stop = stopInText.exec(this.#text);
      this.#at = stop?.index ?? this.#text.length;
      if (stop?.[0] === '"') {
        this.#at += 1;
        return;
      }
      // NOTE: of the control characters JSON forbids only the first thirty-two.
      if (stop !== null && stop[0] > '\u001f' && stop[0] !== '\\') this.#at += 1;
      else if (!this.#skip(escaped)) throw new NotJson(this.#at);
    }
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    this.#at += found?.[0].length ?? 0;
    return found !== null;
  }
}
