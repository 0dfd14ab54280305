/**
 * `npm run icons`: draws the program's icon in every size that systems ask for, and what the portable program shows at
 * first. The results are committed.
 */
/// <reference lib="dom" />
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pngToIco from 'png-to-ico';
import { launchBrowser } from '../tests/whole/browser.ts';
import { splash } from './draw-splash.ts';

const folder = join(import.meta.dirname, 'icons');
/** In pixels; up to the first number, the drawing with fewer strokes is the clearer one. */
const largestSmall = 32;
const sizes = [16, 20, 24, 32, 40, 48, 64, 96, 128, 256, 512, 1024];
/** What Windows chooses from, at every scaling of its desktop. */
const inIco = (size: number) => size <= 256 && size !== 96;

const drawing = (name: string) => readFileSync(join(folder, name), 'utf8');
const fileOf = (size: number) => join(folder, `${size}x${size}.png`);

const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1024, height: 1024 } });
  for (const size of sizes) {
    const svg = drawing(size <= largestSmall ? 'icon-small.svg' : 'icon.svg');
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const clip = { x: 0, y: 0, width: size, height: size };
    writeFileSync(fileOf(size), await page.screenshot({ clip, omitBackground: true }));
  }
  writeFileSync(join(folder, 'splash.bmp'), await splash(page));
} finally {
  await browser.close();
}
writeFileSync(join(folder, 'icon.ico'), await pngToIco(sizes.filter(inIco).map(fileOf)));
