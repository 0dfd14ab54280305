/** What a file is by its first bytes, whatever its name says. Pure. */

/** Bytes, as text of one character each, that stand at a place in every file of a type. */
type Mark = readonly [place: number, bytes: string];

const marks: readonly (readonly [type: string, ...marks: Mark[]])[] = [
  ['image/jpeg', [0, '\xff\xd8\xff']],
  ['image/png', [0, '\x89PNG\r\n\x1a\n']],
  ['image/gif', [0, 'GIF8']],
  ['image/webp', [0, 'RIFF'], [8, 'WEBP']],
  ['image/bmp', [0, 'BM'], [6, '\0\0\0\0']],
  ['image/tiff', [0, 'II*\0']],
  ['image/tiff', [0, 'MM\0*']],
  ['application/pdf', [0, '%PDF-']],
  ['application/x-ole-storage', [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']],
  ['application/zip', [0, 'PK\x03\x04']],
  ['application/vnd.rar', [0, 'Rar!\x1a\x07']],
  ['audio/mpeg', [0, 'ID3']],
];

/** ISO media files name their kind after "ftyp". */
const brands: readonly (readonly [type: string, brand: RegExp])[] = [
  ['image/heic', /^he(ic|ix|im|is|vc|vx)$/],
  ['image/heif', /^(mif1|msf1)$/],
  ['image/avif', /^avi[fs]$/],
  ['video/quicktime', /^qt /],
  ['audio/mp4', /^M4A/],
  ['video/mp4', /./],
];

const office = 'application/vnd.openxmlformats-officedocument';
/** Folders in a zip that only Office documents have. */
const inZip: readonly (readonly [type: string, folder: string])[] = [
  [`${office}.wordprocessingml.document`, 'word/'],
  [`${office}.spreadsheetml.sheet`, 'xl/'],
  [`${office}.presentationml.presentation`, 'ppt/'],
];

/** Within this many bytes of a zip or text enough can be told. */
const lookedAt = 8_192;

/** Media type, as "image/jpeg"; "application/octet-stream" for what is not known. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, lookedAt)).toString('latin1');
  if (start.startsWith('ftyp', 4)) {
    const brand = start.slice(8, 12);
    return brands.find(([, known]) => known.test(brand))?.[0] ?? 'video/mp4';
  }
  const type = marks.find(([, ...all]) => all.every(([place, mark]) => start.startsWith(mark, place)))?.[0];
  if (type === 'application/zip') return zipTypeOf(bytes, start);
  if (type === 'application/x-ole-storage') return oleTypeOf(bytes);
  return type ?? (isText(bytes.subarray(0, lookedAt)) ? 'text/plain' : 'application/octet-stream');
}

/** NOTE: the names of all parts stand together at the end. */
function zipTypeOf(bytes: Uint8Array, start: string): string {
  const names = start + Buffer.from(bytes.subarray(-lookedAt)).toString('latin1');
  if (!names.includes('[Content_Types].xml')) return 'application/zip';
  return inZip.find(([, folder]) => names.includes(folder))?.[0] ?? 'application/zip';
}

/** Names of streams are UTF-16. */
function oleTypeOf(bytes: Uint8Array): string {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.includes('WordDocument', 0, 'utf16le')) return 'application/msword';
  if (all.includes('Workbook', 0, 'utf16le')) return 'application/vnd.ms-excel';
  return 'application/x-ole-storage';
}

function isText(bytes: Uint8Array): boolean {
  try {
    // NOTE: as a stream, so that a character cut at the end is no fault.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells bytes from text.
    return !/[\0-\x08\x0e-\x1f]/.test(text);
  } catch {
    return false;
  }
}
