/** Which images can be printed: JPEG and plain PNG that are whole enough to be drawn. Pure. */
import { crc32, inflateSync } from 'node:zlib';

export interface Picture {
  readonly type: 'image/jpeg' | 'image/png';
  readonly base64: string;
}

/** No photo that is meant for print is larger, in pixels; a few bytes can claim to be. */
const mostPixels = 50_000_000;

/** Null for what is no such image. NOTE: one bad image would make the whole document fail. */
export function printablePicture(bytes: Uint8Array): Picture | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (isJpeg(data)) return { type: 'image/jpeg', base64: data.toString('base64') };
    if (isPng(data)) return { type: 'image/png', base64: data.toString('base64') };
  } catch {
    // Cut off, or full of what no image has.
  }
  return null;
}

/** Its frame says how large it is, before the picture itself begins. */
function isJpeg(data: Buffer): boolean {
  if (data.readUInt16BE(0) !== 0xffd8) return false;
  for (let at = 2; data[at] === 0xff; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data[at + 1] ?? 0;
    // Baseline, extended and progressive; what else there is no reader of PDFs knows.
    if (marker >= 0xc0 && marker <= 0xc2)
      return (
        data[at + 4] === 8 &&
        isSize(data.readUInt16BE(at + 7), data.readUInt16BE(at + 5)) &&
        [1, 3].includes(data[at + 9] ?? 0)
      );
    if (marker === 0xda) return false;
  }
  return false;
}

const samplesByColour = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

function isPng(data: Buffer): boolean {
  if (data.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return false;
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const [depth, colour, , , interlace] = data.subarray(24, 29);
  const samples = samplesByColour.get(colour ?? -1);
  if (samples === undefined || depth !== 8 || interlace !== 0 || !isSize(width, height)) return false;
  const parts: Buffer[] = [];
  for (let at = 8; at < data.length; ) {
    const length = data.readUInt32BE(at);
    const chunk = data.subarray(at + 4, at + 8 + length);
    if (crc32(chunk) !== data.readUInt32BE(at + 8 + length)) return false;
    const name = chunk.toString('latin1', 0, 4);
    if (name === 'IDAT') parts.push(chunk.subarray(4));
    if (name === 'IEND') break;
    at += 12 + length;
  }
  const whole = (width * samples + 1) * height;
  return inflateSync(Buffer.concat(parts), { maxOutputLength: whole + 1 }).length === whole;
}

function isSize(width: number, height: number): boolean {
  return width > 0 && height > 0 && width * height <= mostPixels;
}
