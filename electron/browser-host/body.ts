/** The body of a call. */
import type { IncomingMessage } from 'node:http';

/** What is read and dropped of a body that is too large, as a multiple of what it may be. */
const drained = 2;

export class BodyTooLarge extends Error {
  /** Whether there may be more of it, so that the connection is of no further use. */
  readonly isBrokenOff: boolean;

  constructor(isBrokenOff: boolean) {
    super();
    this.isBrokenOff = isBrokenOff;
  }
}

/** As text; rejects with BodyTooLarge for more than `limit` bytes, of which no more than those are kept. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  let chunks: Buffer[] = [];
  let size = 0;
  // NOTE: an oversized body is read on and dropped: breaking off at once would cut the connection before the answer.
  const body = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of body) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks = [];
    if (size > limit * drained) throw new BodyTooLarge(true);
  }
  if (size > limit) throw new BodyTooLarge(false);
  return Buffer.concat(chunks).toString('utf8');
}

/** Undefined for text that is not JSON: the argument schemas refuse it with the same words as any other bad call. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
