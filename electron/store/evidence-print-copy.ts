/**
 * The downscaled copy of a photo, as it lies beside the original: a JPEG with the SHA-256 of its bytes after its end,
 * where no viewer looks. So a copy that has been damaged is told from a good one, and the original is taken instead.
 */
import { createHash } from 'node:crypto';

const sealLength = 32;

export function sealedPrintCopy(jpeg: Uint8Array): Uint8Array {
  return Buffer.concat([jpeg, sealOf(jpeg)]);
}

/** The JPEG; null when it is not what was sealed. */
export function openedPrintCopy(bytes: Uint8Array): Uint8Array | null {
  const end = bytes.length - sealLength;
  if (end <= 0) return null;
  const jpeg = bytes.subarray(0, end);
  return Buffer.compare(sealOf(jpeg), bytes.subarray(end)) === 0 ? jpeg : null;
}

function sealOf(jpeg: Uint8Array): Uint8Array {
  return createHash('sha256').update(jpeg).digest();
}
