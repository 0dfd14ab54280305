import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { knownRules, printedSheet } from '../../tests/example-sheet.ts';
import { PdfParts } from '../../tests/pdf-surgery.ts';
import { examineSheet } from './examine.ts';
import { unpacksBeyond } from './unpacked-size.ts';

const limit = 100_000;
const stream = (packed: Uint8Array) =>
  Buffer.concat([Buffer.from('1 0 obj\n<<>>\nstream\r\n'), packed, Buffer.from('\nendstream\nendobj\n')]);
const zeros = (length: number) => deflateSync(Buffer.alloc(length));

describe('a file that unpacks to more than can be kept', () => {
  test('is found out in one part, in many parts together, in a part of a part and in a part that is cut off', () => {
    expect(unpacksBeyond(stream(zeros(limit + 1)), limit)).toBe(true);
    expect(unpacksBeyond(Buffer.concat([1, 2, 3].map(() => stream(zeros(limit / 2)))), limit)).toBe(true);
    expect(unpacksBeyond(stream(deflateSync(zeros(limit * 100))), limit)).toBe(true);
    expect(unpacksBeyond(stream(zeros(limit * 100).subarray(0, 5_000)), limit)).toBe(true);
  });

  test('is told from one that only holds other bytes, or less', () => {
    expect(unpacksBeyond(stream(zeros(limit / 2)), limit)).toBe(false);
    expect(unpacksBeyond(stream(Buffer.alloc(limit * 2, 'x')), limit)).toBe(false);
    expect(unpacksBeyond(new Uint8Array(), limit)).toBe(false);
  });

  test('is not ours, whatever else is in it', async () => {
    const pdf = new PdfParts(await printedSheet());
    pdf.addStream('\0'.repeat(40 * 1024 * 1024));
    expect(await examineSheet(pdf.updated(), knownRules)).toEqual({
      verdict: 'not_ours',
      message: expect.stringContaining('quá lớn'),
    });
  });
});
