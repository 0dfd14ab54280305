import { expect, test } from 'vitest';
import { mediaTypeOf } from './media-type.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const padded = (text: string) => bytes(text + '\0'.repeat(64));

test.each([
  ['image/jpeg', padded('\xff\xd8\xff\xe0\0\x10JFIF')],
  ['image/png', padded('\x89PNG\r\n\x1a\n')],
  ['image/gif', padded('GIF89a')],
  ['image/webp', padded('RIFF\x24\0\0\0WEBPVP8 ')],
  ['image/heic', padded('\0\0\0\x18ftypheic')],
  ['image/heif', padded('\0\0\0\x18ftypmif1')],
  ['image/avif', padded('\0\0\0\x18ftypavif')],
  ['video/mp4', padded('\0\0\0\x18ftypisom')],
  ['video/quicktime', padded('\0\0\0\x14ftypqt  ')],
  ['application/pdf', padded('%PDF-1.7\n')],
  ['application/zip', padded('PK\x03\x04 ảnh/1.jpg word/')],
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes(`PK\x03\x04[Content_Types].xml${'\x01'.repeat(20_000)}PK\x01\x02word/document.xml`),
  ],
  [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes('PK\x03\x04[Content_Types].xml PK\x01\x02xl/workbook.xml'),
  ],
  [
    'application/msword',
    Buffer.concat([
      bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
      Buffer.alloc(600),
      Buffer.from('WordDocument', 'utf16le'),
    ]),
  ],
  ['text/plain', Buffer.from('Biên bản họp thôn\r\nngày 05/3/2026\t…')],
  ['text/plain', Buffer.from('Biên bản họp thôn ọ'.repeat(2_000))],
  ['application/octet-stream', bytes('\x00\x01\x02\x03')],
  ['application/octet-stream', bytes('Bi\xean b\xe2n')],
])('a file that is %s is told by its content', (type, content) => {
  expect(mediaTypeOf(content)).toBe(type);
});

test('a name inside another file makes nothing of it', () => {
  expect(mediaTypeOf(Buffer.from('xem %PDF-1.7 và PNG'))).toBe('text/plain');
});
