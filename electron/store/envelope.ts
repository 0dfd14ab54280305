/** How a value lies in its file: wrapped with its format, the version of that format, and a checksum. */
import { z } from 'zod';
import { DamagedFileError } from './damaged-file.ts';
import { sha256OfJson } from './sha256.ts';

/** What the program writes. */
export const currentVersion = 5;

/** Nothing that the program writes comes near this, in bytes; a larger file is not even read. */
export const largestFile = 32 * 1024 * 1024;

const envelopeSchema = z.strictObject({
  format: z.string(),
  version: z.int().min(1),
  checksum: z.string(),
  data: z.unknown(),
});

export interface OpenedEnvelope {
  /** Above `currentVersion` when a later version of the program wrote it. */
  readonly version: number;
  readonly data: unknown;
}

export function sealEnvelope(format: string, data: unknown): Uint8Array {
  const checksum = checksumOf(format, currentVersion, data);
  return new TextEncoder().encode(
    `${JSON.stringify({ format, version: currentVersion, checksum, data }, null, 1)}\n`,
  );
}

/** What is inside, or DamagedFileError with a reason in Vietnamese. */
export function openEnvelope(format: string, bytes: Uint8Array): OpenedEnvelope {
  try {
    return opened(format, bytes);
  } catch (error) {
    // Nesting too deep for the stack: nothing of ours looks like that.
    if (error instanceof RangeError)
      throw new DamagedFileError('Nội dung lồng nhau quá sâu, không phải tệp của chương trình');
    throw error;
  }
}

function opened(format: string, bytes: Uint8Array): OpenedEnvelope {
  const envelope = envelopeSchema.safeParse(parseJson(bytes));
  if (!envelope.success || envelope.data.format !== format)
    throw new DamagedFileError('Nội dung không phải là dữ liệu của chương trình');
  const { version, checksum, data } = envelope.data;
  if (version > currentVersion) {
    // NOTE: one flipped bit can make an old version look like a newer one; such a file matches as what it was.
    const ours = Array.from({ length: currentVersion }, (_, before) => before + 1);
    if (ours.some((our) => checksum === checksumOf(format, our, data)))
      throw new DamagedFileError('Số phiên bản trong tệp đã hỏng');
    return { version, data };
  }
  if (checksum !== checksumOf(format, version, data))
    throw new DamagedFileError('Nội dung không khớp mã kiểm tra: tệp đã hỏng hoặc bị sửa ngoài chương trình');
  return { version, data };
}

/** Version 1 left format and version out of the checksum, so that damage to them could not be told. */
function checksumOf(format: string, version: number, data: unknown): string {
  return `sha256:${sha256OfJson(version === 1 ? data : { format, version, data })}`;
}

function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw new DamagedFileError('Tệp rỗng');
  if (bytes.length > largestFile) throw new DamagedFileError('Tệp quá lớn, không phải tệp của chương trình');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DamagedFileError('Không đọc được nội dung JSON của tệp');
  }
}
