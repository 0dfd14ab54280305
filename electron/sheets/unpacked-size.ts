/** A small file can unpack to more than a machine's memory; this finds out before anything of it is kept. */
import { constants, inflateSync } from 'node:zlib';

const streamStart = /(?<!end)stream\r?\n/g;

/** Whether the packed parts of a PDF, and what is packed within them, come to more than `limit` bytes in all. */
export function unpacksBeyond(bytes: Uint8Array, limit: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let room = limit;
  for (const { index, 0: start } of file.toString('latin1').matchAll(streamStart)) {
    let part: Buffer = file.subarray(index + start.length);
    while (part.length > 0) {
      try {
        // NOTE: readers take what there is of a part that is cut off, so it counts here too.
        part = inflateSync(part, { maxOutputLength: room, finishFlush: constants.Z_SYNC_FLUSH });
      } catch (error) {
        if (error instanceof RangeError) return true;
        break;
      }
      room -= part.length;
      if (room <= 0) return true;
    }
  }
  return false;
}
