import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { EvidenceItem, FileEvidence } from '../../../criteria/evidence.ts';
import { currentSet, office, scorecardInput } from '../../../tests/example-document-input.ts';
import { readPdf } from '../../../tests/read-pdf.ts';
import { outsideMargins } from '../../../tests/within-margins.ts';
import type { EvidenceInput } from '../document-input.ts';
import { renderPdf } from '../engine/pdf.ts';
import { portrait } from '../page/decree-30.ts';
import { evidenceDocument } from './evidence-document.ts';
import { printablePicture } from './printable-picture.ts';

const indicators = currentSet().criteria.flatMap((criterion) => criterion.indicators);
const [first, second] = indicators;
if (first === undefined || second === undefined) throw new Error('the set has too few indicators');
const foot =
  /^(?:BẢN NHÁP – )?Phụ lục minh chứng .* năm \d{4} – mã kiểm tra( [0-9a-f]{4}){4} Trang \d+\/\d+$/;

/** A picture of one colour that no other number has. */
function png(number: number, width = 8, height = 6): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crcOf(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(3 * width, number)]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const file = (number: number, name = `ảnh-${number}.png`): FileEvidence => ({
  kind: 'file',
  sha256: number.toString(16).padStart(4, '0').repeat(16),
  name,
  size: 411_200,
  type: 'image/png',
});
const paper = (text: string): EvidenceItem => ({ kind: 'paper', text });
const withPicture = (number: number, state: EvidenceInput['files'][string]['state'] = 'good') =>
  [file(number).sha256, { state, picture: printablePicture(png(number)) }] as const;

function inputOf(
  evidence: EvidenceInput['evidence'],
  files: readonly (readonly [string, EvidenceInput['files'][string]])[] = [],
  part: Partial<EvidenceInput> = {},
): EvidenceInput {
  return { ...scorecardInput(undefined, { office }), evidence, files: Object.fromEntries(files), ...part };
}
const print = (input: EvidenceInput) => renderPdf([evidenceDocument(input)]);
/** How many different pictures are in the file. */
const picturesIn = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Subtype \/Image/g)?.length ?? 0;

describe('the evidence appendix', () => {
  test('lists every file with size and code, and every paper in its words, under its indicator', async () => {
    const { text, pages } = await readPdf(
      await print(inputOf({ [first.id]: [file(1, 'biên bản.pdf'), paper('Quyết định số 12/QĐ-UBND')] })),
    );
    expect(text).toContain(`${first.id}. `);
    expect(text).toContain('biên bản.pdf 412 kB 0001 0001 0001 0001');
    expect(text).toContain('Quyết định số 12/QĐ-UBND giấy tờ');
    expect(text).toContain('Có 2 minh chứng: 1 tệp lưu trong chương trình và 1 giấy tờ');
    expect(text).not.toContain('II. Ảnh');
    expect(pages).toHaveLength(1);
  });

  test('prints each photo once, with all that it proves, below the notice about children', async () => {
    const bytes = await print(
      inputOf({ [first.id]: [file(1), file(2)], [second.id]: [file(1)] }, [withPicture(1), withPicture(2)]),
    );
    const { text } = await readPdf(bytes);
    expect(picturesIn(bytes)).toBe(2);
    expect(text).toContain(`Ảnh 1 (chỉ tiêu ${first.id}, ${second.id}): ảnh-1.png, mã 0001 0001 0001 0001.`);
    expect(text).toContain(`Ảnh 2 (chỉ tiêu ${first.id}): ảnh-2.png`);
    expect(text).toContain('không gửi ảnh làm nhận ra một trẻ em');
  });

  test('says of a file that is missing or altered that it is', async () => {
    const bytes = await print(
      inputOf({ [first.id]: [file(1), file(2), file(3)] }, [
        [file(1).sha256, { state: 'missing', picture: null }],
        [file(2).sha256, { state: 'altered', picture: null }],
        withPicture(3, 'missing'),
      ]),
    );
    const { text } = await readPdf(bytes);
    expect(text.match(/Tệp không còn trong thư mục dữ liệu\./g)).toHaveLength(2);
    expect(text.match(/Tệp đã bị hỏng hoặc bị sửa từ khi đính kèm\./g)).toHaveLength(1);
    expect(text).toContain('ảnh này là bản thu nhỏ làm khi đính kèm');
    expect(picturesIn(bytes)).toBe(1);
  });

  test('says of a photo that cannot be printed that it is not, and nothing of other files', async () => {
    const heic: FileEvidence = { ...file(1, 'ảnh điện thoại.heic'), type: 'image/heic' };
    const scan: FileEvidence = { ...file(2, 'biên bản.pdf'), type: 'application/pdf' };
    const nothing = { state: 'good', picture: null } as const;
    const given = [
      [heic.sha256, nothing],
      [scan.sha256, nothing],
    ] as const;
    const { text } = await readPdf(await print(inputOf({ [first.id]: [heic, scan] }, given)));
    expect(text.match(/Ảnh này không in được ở đây; hãy xem tệp gốc\./g)).toHaveLength(1);
  });

  test('keeps to its pages with 50 photos and the longest names, and is the same bytes again', async () => {
    const numbers = Array.from({ length: 50 }, (_, n) => n + 1);
    const named = numbers.map((n) => file(n, `${'Ảnh_chụp_'.repeat(16)}${n}.png`.slice(-150)));
    const input = inputOf(
      { [first.id]: named, [second.id]: [paper('Sổ '.repeat(66).trim())] },
      numbers.map((n) => withPicture(n)),
      { status: 'draft' },
    );
    const bytes = await print(input);
    const pdf = await readPdf(bytes);
    expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
    expect(picturesIn(bytes)).toBe(50);
    for (const n of numbers) expect(pdf.text).toContain(`Ảnh ${n} (chỉ tiêu`);
    expect(pdf.text).toContain('BẢN NHÁP: số liệu chưa chốt');
    expect(Buffer.compare(await print(input), bytes)).toBe(0);
  });
});

describe('a picture', () => {
  const jpeg = Buffer.from('ffd8ffe000040000ffc0000b080010002003011100ffda', 'hex');

  test('can be printed as JPEG and as PNG', () => {
    expect(printablePicture(png(1))?.type).toBe('image/png');
    expect(printablePicture(jpeg)?.type).toBe('image/jpeg');
  });

  test.each([
    ['of no image', Buffer.from('biên bản')],
    ['of nothing', Buffer.alloc(0)],
    ['of a PNG that is cut off', png(1).subarray(0, 50)],
    ['of a PNG with a flipped bit', png(1).map((byte, at) => (at === 45 ? byte ^ 1 : byte))],
    ['of a PNG larger than any photo', png(1).fill(0x7f, 16, 20)],
    ['of a JPEG that ends in its head', jpeg.subarray(0, 8)],
    ['of a JPEG without a frame', Buffer.from('ffd8ffe000040000ffda', 'hex')],
    ['of a JPEG of no height', Buffer.from('ffd8ffc0000b080000002003011100', 'hex')],
  ])('is not made %s', (_, bytes) => {
    expect(printablePicture(bytes)).toBeNull();
  });
});
