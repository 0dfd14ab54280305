/** Reads a QR code as a camera would once it has found the modules: ISO/IEC 18004, byte mode, error correction M. */

/** Of a version with error correction M: the centres of its alignment patterns, and the lengths of its data blocks. */
const layouts: Readonly<
  Record<number, { readonly centres: readonly number[]; readonly blocks: readonly number[] }>
> = {
  6: { centres: [6, 34], blocks: [27, 27, 27, 27] },
  7: { centres: [6, 22, 38], blocks: [31, 31, 31, 31] },
  8: { centres: [6, 24, 42], blocks: [38, 38, 39, 39] },
};

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** The text of a code; `dark` tells a module by row and column. Throws for what it was not made to read. */
export function readQr(size: number, dark: (row: number, column: number) => boolean): string {
  const layout = layouts[(size - 17) / 4];
  if (layout === undefined) throw new Error(`a code of ${size} modules`);
  const format = number(formatPlaces.map(([row, column]) => dark(row, column))) ^ 0b101010000010010;
  if (format >> 13 !== 0) throw new Error('another error correction than M');
  const masked = masks[(format >> 10) & 7];
  if (masked === undefined) throw new Error('no such mask');
  const bits = dataPlaces(size, layout.centres).map(
    ([row, column]) => dark(row, column) !== masked(row, column),
  );
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, word) =>
    number(bits.slice(8 * word, 8 * word + 8)),
  );
  const data = inOrder(words, layout.blocks).flatMap((word) => [...word.toString(2).padStart(8, '0')]);
  const take = (from: number, length: number) => Number.parseInt(data.slice(from, from + length).join(''), 2);
  if (take(0, 4) !== 0b0100) throw new Error('another mode than bytes');
  return Buffer.from(Array.from({ length: take(4, 8) }, (_, byte) => take(12 + 8 * byte, 8))).toString(
    'utf8',
  );
}

type Place = readonly [row: number, column: number];

const formatPlaces: readonly Place[] = [
  ...[0, 1, 2, 3, 4, 5, 7, 8].map((column): Place => [8, column]),
  ...[7, 5, 4, 3, 2, 1, 0].map((row): Place => [row, 8]),
];

function number(bits: readonly boolean[]): number {
  return bits.reduce((sum, bit) => 2 * sum + Number(bit), 0);
}

/** Where data stands, in its order: up and down in columns of two, from the right. */
function dataPlaces(size: number, centres: readonly number[]): Place[] {
  const places: Place[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1)
      for (const column of [right, right - 1]) {
        const row = upwards ? size - 1 - step : step;
        if (!isFixed(row, column, size, centres)) places.push([row, column]);
      }
    upwards = !upwards;
  }
  return places;
}

/** Whether it belongs to a pattern of the code itself. */
function isFixed(row: number, column: number, size: number, centres: readonly number[]): boolean {
  const far = size - 8;
  if (row === 6 || column === 6) return true;
  if ((row < 9 && (column < 9 || column >= far)) || (row >= far && column < 9)) return true;
  const says = size >= 45 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11));
  const last = centres.at(-1);
  const aligns = centres.some((y) =>
    centres.some((x) => {
      const inCorner = (x === 6 && (y === 6 || y === last)) || (y === 6 && x === last);
      return !inCorner && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2;
    }),
  );
  return says || aligns;
}

/** The data words, which are written in turns of the blocks. */
function inOrder(words: readonly number[], blocks: readonly number[]): number[] {
  const read: number[][] = blocks.map(() => []);
  let at = 0;
  for (let turn = 0; turn < Math.max(...blocks); turn += 1)
    for (const [block, length] of blocks.entries())
      if (turn < length) {
        read[block]?.push(words[at] ?? 0);
        at += 1;
      }
  return read.flat();
}
