/** What `npm run icons` left is read back here: a system that finds a wrong picture shows an empty square, and says nothing. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, 'icons');
const sizes = [16, 20, 24, 32, 40, 48, 64, 96, 128, 256, 512, 1024];
const read = (name: string) => readFile(join(folder, name));
/** As in the drawings: the tile, the check mark, the head of the child. */
const colours = ['#0b5c6b', '#ffffff', '#f0cf7d'];

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Of every pixel that hides what is under it. */
  readonly colours: ReadonlySet<string>;
  /** Nothing of it can be seen in its upper left corner. */
  readonly rounded: boolean;
}

/** Four bytes a pixel, rows from either end; `blueFirst` as Windows keeps them. */
function picture(width: number, height: number, bytes: Uint8Array, blueFirst: boolean): Picture {
  const found = new Set<number>();
  for (let at = 0; at < bytes.length; at += 4) {
    const [first = 0, green = 0, last = 0, opacity = 0] = bytes.subarray(at, at + 4);
    const [red, blue] = blueFirst ? [last, first] : [first, last];
    if (opacity === 255) found.add((red << 16) | (green << 8) | blue);
  }
  const names = [...found].map((colour) => `#${colour.toString(16).padStart(6, '0')}`);
  return { width, height, colours: new Set(names), rounded: (bytes[3] ?? 255) < 128 };
}

/** A PNG of eight bits a channel, with opacity, not interlaced. */
function readPng(bytes: Buffer): Picture {
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect([...bytes.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const rows = inflateSync(Buffer.concat(parts));
  const row = width * 4;
  const pixels = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (row + 1)];
    for (let x = 0; x < row; x++) {
      const left = x < 4 ? 0 : (pixels[y * row + x - 4] ?? 0);
      const up = y === 0 ? 0 : (pixels[(y - 1) * row + x] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (pixels[(y - 1) * row + x - 4] ?? 0);
      const guesses = [0, left, up, (left + up) >> 1, nearest(left, up, corner)];
      pixels[y * row + x] = (rows[y * (row + 1) + 1 + x] ?? 0) + (guesses[filter ?? 0] ?? 0);
    }
  }
  return picture(width, height, pixels, false);
}

/** The one of three neighbours that comes next to what they would add up to, as PNG guesses (Paeth). */
function nearest(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(sum - one)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** The pictures of an icon of Windows, each as an uncompressed bitmap. */
function readIco(bytes: Buffer): Picture[] {
  expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: bytes.readUInt16LE(4) }, (_, at) => {
    const entry = 6 + at * 16;
    const from = bytes.readUInt32LE(entry + 12);
    const [width, doubled] = [bytes.readInt32LE(from + 4), bytes.readInt32LE(from + 8)];
    expect([bytes[entry] || 256, bytes[entry + 1] || 256]).toEqual([width, doubled / 2]);
    expect(from + bytes.readUInt32LE(entry + 8)).toBeLessThanOrEqual(bytes.length);
    const start = from + bytes.readUInt32LE(from);
    return picture(width, doubled / 2, bytes.subarray(start, start + width * width * 4), true);
  });
}

function expectOurDrawing(drawn: Picture, size: number): void {
  expect([drawn.width, drawn.height]).toEqual([size, size]);
  expect(colours.filter((colour) => !drawn.colours.has(colour))).toEqual([]);
  expect(drawn.rounded).toBe(true);
}

describe('the icon', () => {
  test('is there as a picture of each size, and no other', async () => {
    const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png'));
    expect(pictures.toSorted()).toEqual(sizes.map((size) => `${size}x${size}.png`).toSorted());
  });

  test.each(sizes)('of %i pixels shows the tile, the check mark and the child', async (size) => {
    expectOurDrawing(readPng(await read(`${size}x${size}.png`)), size);
  });

  test('of Windows holds each size that its desktop asks for, and shows the same', async () => {
    const held = readIco(await read('icon.ico'));
    expect(held.map(({ width }) => width)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
    for (const drawn of held) expectOurDrawing(drawn, drawn.width);
  });
});
