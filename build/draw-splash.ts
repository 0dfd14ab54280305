/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { program } from '../renderer/messages/vi/program.ts';

const { resolve: find } = createRequire(import.meta.url);
const width = 448;
const height = 128;
/** Of a screen that is not scaled; Windows shows no picture that says nothing about this. */
const dotsPerMetre = 3780;

/** What the portable program shows while it unpacks itself, as the only kind of picture that can be shown then. */
export async function splash(page: Page): Promise<Uint8Array> {
  const icon = readFileSync(join(import.meta.dirname, 'icons', 'icon.svg'), 'utf8');
  const faces = ['latin', 'vietnamese'].flatMap((script) => [face(script, 400), face(script, 600)]);
  await page.setContent(
    `<style>${faces.join('')}
      body { margin: 0; width: ${width}px; height: ${height}px; box-sizing: border-box; border: 1px solid #0b5c6b;
        display: flex; align-items: center; gap: 20px; padding: 0 24px; background: #fff; color: #1f2933;
        font: 400 16px/24px 'Be Vietnam Pro' }
      svg { width: 72px; height: 72px; flex: none }
      strong { display: block; font-weight: 600; font-size: 19px; line-height: 30px }
    </style>${icon}<p><strong>${program.name}</strong>Đang mở chương trình…</p>`,
  );
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width, height } });
  const colours = await page.evaluate(async (base64) => {
    const png = await (await fetch(`data:image/png;base64,${base64}`)).blob();
    const bitmap = await createImageBitmap(png);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    canvas?.drawImage(bitmap, 0, 0);
    return [...(canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [])];
  }, picture.toString('base64'));
  return bitmap(colours);
}

function face(script: string, weight: number): string {
  const file = readFileSync(
    find(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${script}-${weight}-normal.woff2`),
  );
  const range = script === 'latin' ? '' : 'unicode-range: U+0102-0323, U+1EA0-1EF9;';
  return `@font-face { font-family: 'Be Vietnam Pro'; font-weight: ${weight}; ${range}
    src: url(data:font/woff2;base64,${file.toString('base64')}) }`;
}

/** Colours: red, green, blue and opacity of each pixel, from the top. In 24 bits a pixel, from the bottom. */
function bitmap(colours: readonly number[]): Uint8Array {
  const header = Buffer.alloc(54);
  const row = width * 3;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      const [red = 0, green = 0, blue = 0] = colours.slice(from, from + 3);
      pixels.set([blue, green, red], (height - 1 - y) * row + x * 3);
    }
  }
  header.write('BM');
  header.writeUInt32LE(header.length + pixels.length, 2);
  header.writeUInt32LE(header.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(width, 18);
  header.writeInt32LE(height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  header.writeUInt32LE(pixels.length, 34);
  header.writeInt32LE(dotsPerMetre, 38);
  header.writeInt32LE(dotsPerMetre, 42);
  return Buffer.concat([header, pixels]);
}
