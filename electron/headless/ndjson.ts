/** Newline-delimited JSON as streams, in constant memory. */

/** One line of input that is not blank; `number` counts from 1, blank lines included. */
export interface Line {
  readonly number: number;
  /** Null when the line cannot be read at all; `fault` says why. */
  readonly text: string | null;
  readonly fault?: 'not_utf8' | 'too_long';
}

/** No line of ours comes near this many bytes; a line beyond it is answered, not kept. */
export const longestLine = 1024 * 1024;

const newline = 0x0a;

/** The lines of each chunk as it arrives, so that answers can go out as soon as the chunk is used up. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  const reader = new LineReader();
  for await (const chunk of chunks) yield reader.take(chunk);
  yield reader.end();
}

class LineReader {
  /** Decodes a line at a time, because a byte order mark can stand at the head of any line of joined files. */
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #number = 0;
  /** The beginning of a line whose end has not come yet. */
  #pieces: Uint8Array[] = [];
  #size = 0;

  take(chunk: Uint8Array): readonly Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      this.#keep(chunk.subarray(from, at));
      lines.push(...this.#finish());
      from = at + 1;
    }
    this.#keep(chunk.subarray(from));
    return lines;
  }

  end(): readonly Line[] {
    return this.#size === 0 ? [] : this.#finish();
  }

  #keep(piece: Uint8Array): void {
    this.#size += piece.length;
    if (this.#size <= longestLine) this.#pieces.push(piece);
  }

  /** The line that has come to its end; none when it is blank. */
  #finish(): readonly Line[] {
    this.#number += 1;
    const number = this.#number;
    const tooLong = this.#size > longestLine;
    const bytes = this.#pieces.length === 1 ? this.#pieces[0] : Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#size = 0;
    if (tooLong) return [{ number, text: null, fault: 'too_long' }];
    try {
      const text = this.#decoder.decode(bytes);
      return text.trim() === '' ? [] : [{ number, text }];
    } catch {
      return [{ number, text: null, fault: 'not_utf8' }];
    }
  }
}

/** One value as a line of output. */
export function outputLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
