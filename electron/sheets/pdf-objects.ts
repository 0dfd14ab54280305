/**
 * The objects of a PDF as they are written, for what readers differ in or pass over. It follows no cross-references:
 * whatever could be an object is taken for one, also what a later part of the file replaced.
 */
import { constants, inflateSync } from 'node:zlib';
import { isDictionary, type PdfDictionary, type PdfValue, type Room, ValueReader } from './pdf-values.ts';

export interface PdfObject {
  /** Null for a trailer, and where it cannot be told. */
  readonly number: number | null;
  readonly value: PdfValue;
}
export interface PdfObjects {
  readonly objects: readonly PdfObject[];
  /** Whether a part of the file could not be looked into. */
  readonly opaque: boolean;
  /** Whether something is said twice in one place: some readers take the first, others the last. */
  readonly ambiguous: boolean;
}

/** NOTE: objects may lie within each other, so that a file could be made to be read over and over. */
const readingsOfAll = 20;
/** In a file; a scorecard has some thousands. */
const mostValues = 500_000;
const begins = /(?<!end)obj|trailer/g;
const numberBefore = /(\d+)\s+\d+\s+$/;

export function pdfObjects(bytes: Uint8Array): PdfObjects {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString('latin1');
  const objects: PdfObject[] = [];
  let opaque = false;
  let ambiguous = false;
  let packed = false;
  const room: Room = { values: mostValues };
  let readings = readingsOfAll * text.length;
  for (const { index, 0: word } of text.matchAll(begins)) {
    const reader = new ValueReader(text, index + word.length, room);
    const value = reader.value();
    const before = numberBefore.exec(text.slice(Math.max(0, index - 30), index))?.[1];
    objects.push({ number: word === 'obj' && before !== undefined ? Number(before) : null, value });
    readings -= reader.at - index;
    ambiguous ||= reader.ambiguous;
    if (readings < 0 || room.values < 0) return { objects, opaque: true, ambiguous };
    if (!isDictionary(value) || value.get('Type') !== '/ObjStm') continue;
    packed = true;
    const within = packedObjects(value, file.subarray(reader.streamStart()), room);
    opaque ||= within === null;
    ambiguous ||= within?.ambiguous === true;
    for (const object of within?.objects ?? []) objects.push(object);
  }
  const locked = objects.some(({ value }) => isDictionary(value) && value.has('Encrypt'));
  return { objects, opaque: opaque || (locked && packed), ambiguous };
}

function packedObjects(about: PdfDictionary, packed: Buffer, room: Room): Omit<PdfObjects, 'opaque'> | null {
  const [first, count] = [about.get('First'), about.get('N')];
  if (typeof first !== 'number' || typeof count !== 'number' || about.has('DecodeParms')) return null;
  let text: string;
  try {
    text = inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return null;
  }
  const places = text.slice(0, first).trim().split(/\s+/).map(Number);
  if (places.length < 2 * count || count > text.length) return null;
  const objects: PdfObject[] = [];
  let ambiguous = false;
  let readings = readingsOfAll * text.length;
  for (let index = 0; index < count; index += 1) {
    const start = first + (places[2 * index + 1] ?? 0);
    const reader = new ValueReader(text, start, room);
    objects.push({ number: places[2 * index] ?? null, value: reader.value() });
    ambiguous ||= reader.ambiguous;
    readings -= reader.at - start;
    if (readings < 0 || room.values < 0) return null;
  }
  return { objects, ambiguous };
}

/** Every dictionary, also those within others. */
export function dictionariesOf(objects: readonly PdfObject[]): PdfDictionary[] {
  const found: PdfDictionary[] = [];
  const look = (value: PdfValue) => {
    if (isDictionary(value)) found.push(value);
    if (isDictionary(value) || Array.isArray(value)) for (const inner of value.values()) look(inner);
  };
  for (const { value } of objects) look(value);
  return found;
}
