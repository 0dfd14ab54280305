/** Evidence as an assessor attaches it: chosen, dropped, pasted, removed and had back; and looked after on the disk. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { largestEvidence } from '../../electron/api/evidence.ts';
import { launchBrowser, tester } from './browser.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';

let browser: Browser;
let here: InBrowser;
let page: Page;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  here = await openInBrowser(browser, 'minh chứng ');
  ({ page, folder } = here);
  await button('Nạp huyện mẫu').click();
  await page.getByRole('link', { name: /^Xã Gò Mận/ }).click();
  await button('Tìm (Ctrl+K)').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await page.getByText('Ghi chú, minh chứng, lịch sử').click();
});
const cameras: string[] = [];
afterEach(async () => {
  await here.close();
  for (const camera of cameras.splice(0)) await rm(camera, { recursive: true });
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = () => page.getByRole('region', { name: 'Minh chứng chỉ tiêu 9.1' });
const entries = () => field().getByRole('listitem');
const saved = () => page.getByText(/Mọi thay đổi đã lưu lúc/).waitFor();
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const choose = (files: Parameters<Locator['setInputFiles']>[0]) =>
  field().locator('input[type="file"]').setInputFiles(files);
const pdf = (name: string, words: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n${words}`),
});

/**
 * A large file as it comes from a camera: from the disk, because handing the bytes over takes long. NOTE: in ASCII, which is
 * all that a browser finds by a path where no locale is set.
 */
async function onDisk(name: string, bytes: Buffer): Promise<string> {
  const camera = await mkdtemp(join(tmpdir(), 'camera-'));
  cameras.push(camera);
  const path = join(camera, name);
  await writeFile(path, bytes);
  return path;
}

/** Where a file of these bytes lies in the data folder; null when none does. */
async function placeOf(bytes: Uint8Array): Promise<string | null> {
  const names = await readdir(join(folder, 'evidence'), { recursive: true, withFileTypes: true });
  for (const entry of names) {
    const place = join(entry.parentPath, entry.name);
    if (entry.isFile() && sha256(await readFile(place)) === sha256(bytes)) return place;
  }
  return null;
}

async function stored(): Promise<
  readonly { readonly item: { readonly sha256?: string }; readonly by: string }[]
> {
  const [name = ''] = (await readdir(join(folder, 'assessments'))).filter((file) =>
    file.endsWith('vd-07.json'),
  );
  return JSON.parse(await readFile(join(folder, 'assessments', name), 'utf8')).data.evidence['9.1'] ?? [];
}

/** Hands files to an element as a drag or the clipboard does. */
async function hand(kind: 'drop' | 'paste', name: string, content: string): Promise<void> {
  await field().evaluate(
    (element, { kind, name, content }) => {
      const data = new DataTransfer();
      data.items.add(new File([content], name, { type: 'application/pdf' }));
      element.dispatchEvent(
        kind === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    { kind, name, content },
  );
}

test('files are chosen, dropped and pasted, each kept byte for byte under the name of who attached it', async () => {
  const chosen = pdf('Biên bản.pdf', 'chosen');
  await choose([chosen, pdf('Kế hoạch.pdf', 'also chosen'), pdf('Bản sao.pdf', 'chosen')]);
  await field().getByText('chỉ tiêu này đã có đúng tệp đó nên không thêm lần nữa').waitFor();
  await hand('drop', 'Thả vào.pdf', '%PDF-1.4\ndropped');
  await field().getByText('Đã đính kèm Thả vào.pdf').waitFor();
  await hand('paste', 'Dán vào.pdf', '%PDF-1.4\npasted');
  await field().getByText('Đã đính kèm Dán vào.pdf').waitFor();
  await button('Bỏ qua Bản sao.pdf').click();
  await saved();
  expect(await entries().count()).toBe(4);
  expect((await stored()).map(({ item, by }) => [item.sha256, by])).toEqual(
    [chosen.buffer, '%PDF-1.4\nalso chosen', '%PDF-1.4\ndropped', '%PDF-1.4\npasted'].map((bytes) => [
      sha256(Buffer.from(bytes)),
      tester,
    ]),
  );
  expect(await placeOf(chosen.buffer)).not.toBeNull();
});

test('a photo of 12 MB is kept whole, and shown by a copy that is small', async () => {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2_400, 1_200);
    canvas.getContext('2d')?.fillRect(0, 0, 1_200, 1_200);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  // What follows the end of a picture belongs to the file all the same.
  const photo = Buffer.concat([Buffer.from(base64, 'base64'), Buffer.alloc(12_000_000, 7)]);
  await choose(await onDisk('tram-y-te.jpg', photo));
  const picture = entries().locator('img');
  await picture.waitFor();
  expect(
    await picture.evaluate(async (element: HTMLImageElement) => {
      await element.decode();
      return [element.naturalWidth, element.naturalHeight];
    }),
  ).toEqual([1_600, 800]);
  expect(await placeOf(photo)).not.toBeNull();
  const download = page.waitForEvent('download');
  await button('Tải tệp gốc tram-y-te.jpg').click();
  expect(sha256(await readFile(await (await download).path()))).toBe(sha256(photo));

  await choose(await onDisk('qua-lon.pdf', Buffer.alloc(largestEvidence + 1)));
  await field().getByText('Chưa đính kèm được: tệp lớn quá').waitFor();
});

test('what is removed can be had back, and what is altered on the disk is said', async () => {
  const proof = pdf('Quyết định.pdf', 'proof');
  await choose([proof]);
  await entries()
    .filter({ hasText: `${tester} đính kèm lúc` })
    .waitFor();
  await button('Bỏ minh chứng Quyết định.pdf').click();
  await page.getByText('Đã bỏ minh chứng Quyết định.pdf.').waitFor();
  expect(await entries().count()).toBe(0);
  expect(await field().getByText('Đã đính kèm Quyết định.pdf').count()).toBe(0);
  await page.keyboard.press('Control+z');
  await entries().filter({ hasText: 'Quyết định.pdf' }).waitFor();
  await saved();

  const place = await placeOf(proof.buffer);
  if (place === null) throw new Error('the file was not kept');
  await writeFile(place, '%PDF-1.4\nforged');
  await page.reload();
  await entries().filter({ hasText: 'Tệp này đã bị thay đổi hoặc hỏng từ khi đính kèm' }).waitFor();
  await choose([proof]);
  await entries().filter({ hasText: 'bị thay đổi' }).waitFor({ state: 'detached' });
});
