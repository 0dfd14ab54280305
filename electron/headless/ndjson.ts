/** Newline-delimited JSON as streams, in constant memory. */

/** One line of input; `number` counts from 1, blank lines included. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** The lines of a byte stream that are not blank. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  // NOTE: node:readline also breaks lines at U+2028, which JSON strings may hold as it stands.
  const decoder = new TextDecoder();
  let rest = '';
  let number = 0;
  for await (const chunk of chunks) {
    const texts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) {
      number += 1;
      if (text.trim() !== '') yield { number, text };
    }
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield { number: number + 1, text: rest };
}

const batchSize = 64 * 1024;

/** Values as lines, in batches so that a million small writes do not cost a million system calls. */
export async function* writeLines(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let batch = '';
  for await (const value of values) {
    batch += `${JSON.stringify(value)}\n`;
    if (batch.length >= batchSize) {
      yield batch;
      batch = '';
    }
  }
  if (batch !== '') yield batch;
}
