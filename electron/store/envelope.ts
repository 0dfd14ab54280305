/** How a value lies in its file: wrapped with its format, the version of that format, and a checksum over the data. */
import { z } from 'zod';
import { sha256OfJson } from './sha256.ts';

const format = 'child-friendly-communes/assessment';
const version = 1;

const envelopeSchema = z.strictObject({
  format: z.literal(format),
  version: z.int().min(1),
  checksum: z.string(),
  data: z.unknown(),
});

/** The file is not what it should be. It must be left untouched: a person may still save what is in it. */
export class DamagedFileError extends Error {
  override readonly name = 'DamagedFileError';
}

export function sealEnvelope(data: unknown): Uint8Array {
  const envelope = { format, version, checksum: `sha256:${sha256OfJson(data)}`, data };
  return new TextEncoder().encode(`${JSON.stringify(envelope, null, 1)}\n`);
}

/** The data inside, or DamagedFileError with a reason in Vietnamese. */
export function openEnvelope(bytes: Uint8Array): unknown {
  try {
    return opened(bytes);
  } catch (error) {
    // Nesting too deep for the stack: no assessment of ours looks like that.
    if (error instanceof RangeError)
      throw new DamagedFileError('Nội dung lồng nhau quá sâu, không phải phiếu đánh giá');
    throw error;
  }
}

function opened(bytes: Uint8Array): unknown {
  const envelope = envelopeSchema.safeParse(parseJson(bytes));
  if (!envelope.success)
    throw new DamagedFileError('Nội dung không phải là một phiếu đánh giá của chương trình');
  if (envelope.data.version > version)
    throw new DamagedFileError(
      `Tệp do phiên bản mới hơn của chương trình ghi (định dạng ${envelope.data.version}); hãy cập nhật chương trình`,
    );
  if (envelope.data.checksum !== `sha256:${sha256OfJson(envelope.data.data)}`)
    throw new DamagedFileError('Nội dung không khớp mã kiểm tra: tệp đã hỏng hoặc bị sửa ngoài chương trình');
  return envelope.data.data;
}

function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw new DamagedFileError('Tệp rỗng');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DamagedFileError('Không đọc được nội dung JSON của tệp');
  }
}
