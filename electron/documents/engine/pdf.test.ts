import { execFileSync } from 'node:child_process';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../tests/read-pdf.ts';
import { renderPdf } from './pdf.ts';

const vowels = 'aăâeêioôơuưy';
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
/** Every letter of Vietnamese that carries a mark: 67 small, 67 capital. */
const accented = [...vowels]
  .flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))
  .filter((letter) => letter.normalize('NFD').length > 1)
  .concat('đ')
  .flatMap((letter) => [letter, letter.toLocaleUpperCase('vi')]);

const about = {
  info: { title: 'Thử', creationDate: new Date('2026-11-22T00:00:00Z') },
  defaultStyle: { font: 'Tinos' },
};

describe('a rendered PDF', () => {
  it('has a glyph for every accented Vietnamese letter in each face, embedded', async () => {
    expect(accented).toHaveLength(134);
    const line = accented.join(' ');
    const pdf = await readPdf(
      await renderPdf([
        {
          ...about,
          content: [
            { text: line },
            { text: line, bold: true },
            { text: line, italics: true },
            { text: line, bold: true, italics: true },
          ],
        },
      ]),
    );
    expect(pdf.text).toBe([line, line, line, line].join(' '));
    expect(pdf.fonts.map(({ name }) => name).sort()).toEqual([
      'Tinos-Bold',
      'Tinos-BoldItalic',
      'Tinos-Italic',
      'Tinos-Regular',
    ]);
    expect(pdf.fonts.every(({ embedded }) => embedded)).toBe(true);
  });

  it('prints no empty box for a character that the fonts lack, in whichever face', async () => {
    const line = '✓ ✔ ✗ ☐ ☑ ★ ⇒ ① ➢ 😀 漢字 Ỷ';
    const printed = '√ √ × □ [√] * => (1) ► [U+1F600] [U+6F22][U+5B57] Ỷ';
    const pdf = await readPdf(
      await renderPdf([
        {
          ...about,
          info: { ...about.info, title: line },
          footer: () => line,
          content: [
            line,
            { text: line, bold: true },
            { text: line, italics: true },
            { text: line, bold: true, italics: true },
          ],
        },
      ]),
    );
    expect(pdf.text).toBe(Array(5).fill(printed).join(' '));
    expect(pdf.fonts).toHaveLength(4);
    expect(pdf.info.Title).toBe(line);
  });

  it('is in NFC throughout, also where text is made late', async () => {
    const line = 'Đường Nguyễn Huệ, phường Ngọc Hiển';
    const nfd = line.normalize('NFD');
    const pdf = await readPdf(
      await renderPdf([
        {
          ...about,
          info: { ...about.info, title: nfd },
          footer: () => nfd,
          content: [{ table: { body: [[nfd, { text: [nfd] }]] } }],
        },
      ]),
    );
    expect(pdf.text).toBe([line, line, line].join(' '));
    expect(pdf.info.Title).toBe(line);
  });

  it('leaves the definition as it was, so that it can be rendered again', async () => {
    const definition: TDocumentDefinitions = { ...about, content: [{ columns: ['một', { text: 'hai' }] }] };
    const before = structuredClone(definition);
    const first = await renderPdf([definition]);
    expect(definition).toEqual(before);
    expect(Buffer.compare(first, await renderPdf([definition]))).toBe(0);
  });

  it('is the same bytes in another process at another time', async () => {
    const script = `
      const { renderPdf } = await import(${JSON.stringify(new URL('./pdf.ts', import.meta.url).href)});
      const bytes = await renderPdf([{
        info: { title: 'Thử', creationDate: new Date('2026-11-22T00:00:00Z') },
        defaultStyle: { font: 'Tinos' },
        content: ['Ghi chú', { text: 'Phiếu chấm điểm', bold: true }],
      }]);
      process.stdout.write(Buffer.from(bytes).toString('base64'));`;
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'America/Lima', NODE_OPTIONS: '' },
    });
    const here = await renderPdf([
      {
        ...about,
        content: ['Ghi chú', { text: 'Phiếu chấm điểm', bold: true }],
      },
    ]);
    expect(Buffer.from(here).toString('base64')).toBe(elsewhere);
  });

  it('needs a creation date', async () => {
    await expect(renderPdf([{ content: 'x' }])).rejects.toThrow(TypeError);
  });

  it('joins documents into one file, in their order, each with its own page numbers', async () => {
    const one = (text: string): TDocumentDefinitions => ({
      ...about,
      footer: (current, pages) => `${text} ${current}/${pages}`,
      content: [`${text} đầu`, { text: `${text} cuối`, pageBreak: 'before' }],
    });
    const { pages, fonts, info } = await readPdf(
      await renderPdf([one('A'), one('B')], { title: 'Tệp gộp', creationDate: about.info.creationDate }),
    );
    expect(pages.map(({ text }) => text)).toEqual([
      'A đầu A 1/2',
      'A cuối A 2/2',
      'B đầu B 1/2',
      'B cuối B 2/2',
    ]);
    expect(fonts).toHaveLength(1);
    expect(info.Title).toBe('Tệp gộp');
  });

  it('opens no URL and no file', async () => {
    for (const place of [
      'https://example.org/a.png',
      import.meta.filename,
      '/etc/hostname',
      'file:///etc/hostname',
    ]) {
      const drawn: TDocumentDefinitions[] = [
        { ...about, content: { image: place } },
        { ...about, images: { it: place }, content: { image: 'it' } },
        { ...about, content: { svg: `<svg><image href="${place}"/></svg>` } },
      ];
      for (const definition of drawn) await expect(renderPdf([definition]), place).rejects.toThrow('denied');
      const attached = { ...about, content: 'x', files: { it: { src: place, name: 'it' } } };
      await expect(renderPdf([attached]), place).rejects.toThrow(TypeError);
    }
  });
});
