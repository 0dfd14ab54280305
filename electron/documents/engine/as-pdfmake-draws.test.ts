import { join } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { office, scorecardInput } from '../../../tests/example-document-input.ts';
import { type ReadPdf, readPdf } from '../../../tests/read-pdf.ts';
import { certificateDocument } from '../certificate/certificate-document.ts';
import { scorecardDocument } from '../scorecard/scorecard-document.ts';
import { faceFiles, faceFolder } from './fonts.ts';
import { renderPdf } from './pdf.ts';

beforeAll(() => {
  const path = (file: string) => join(faceFolder, file);
  const { normal, bold, italics, bolditalics } = faceFiles;
  pdfmake.setFonts({
    Tinos: {
      normal: path(normal),
      bold: path(bold),
      italics: path(italics),
      bolditalics: path(bolditalics),
    },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => file.startsWith(faceFolder));
});

/** Words with their places: pdfmake writes each by itself, we write those of one style together. */
function words(pdf: ReadPdf) {
  return pdf.pages.map(({ items, strokes }) => ({
    lines: items.map(({ text, x, y, height, font }) => [text, x.toFixed(1), y.toFixed(1), height, font]),
    strokes: strokes.map((stroke) => stroke.map((point) => point.map((place) => place.toFixed(2)))),
  }));
}

const note = `Đã rà soát ${'từng thôn, từng hộ có trẻ em; '.repeat(30)}`;
const input = scorecardInput(undefined, {
  office,
  notes: { '1.1': 'Quyết định số 12/QĐ-UBND ngày 05/3/2026', '2.1': note },
});
const styled: TDocumentDefinitions = {
  info: { title: 'Thử', creationDate: new Date('2026-11-22T00:00:00Z') },
  styles: { strong: { bold: true }, stronger: { extends: 'strong', fontSize: 15 } },
  defaultStyle: { font: 'Tinos', fontSize: 11 },
  content: [
    { text: ['thường ', { text: 'đậm ', style: 'strong' }, { text: 'lớn', style: 'stronger' }] },
    { text: note, alignment: 'justify', lineHeight: 1.4 },
    {
      text: [
        'H',
        { text: '2', sub: true },
        'O, m',
        { text: '2', sup: true },
        { text: ' gạch', decoration: 'underline' },
      ],
    },
    { ul: ['một', { text: 'hai', italics: true }] },
  ],
};

describe('what the engine draws', () => {
  it.each([
    ['a scorecard', () => scorecardDocument(input)],
    ['a certificate', () => certificateDocument(input)],
    ['named styles, raised, lowered, underlined and justified text', () => styled],
  ])('is what pdfmake itself draws: %s', async (_name, definition) => {
    const ours = await readPdf(await renderPdf([definition()]));
    const theirs = await readPdf(await pdfmake.createPdf(structured(definition())).getBuffer());
    expect(ours.pages.length).toBeGreaterThan(0);
    expect(ours.text).toBe(theirs.text);
    expect(words(ours)).toEqual(words(theirs));
  });

  it('can be read as the same letters in every later document, also those that are part of other letters', async () => {
    const text = (content: string) => renderPdf([{ ...styled, content }]);
    await text('ờ ở ỡ ợ ớ ừ ử ữ ự ứ ấ ầ ẩ ẫ ậ ắ ằ ẳ ẵ ặ ế ề ể ễ ệ ố ồ ổ ỗ ộ');
    expect((await readPdf(await text('ơ ư â ă ê ô đ a e o u i y'))).text).toBe('ơ ư â ă ê ô đ a e o u i y');
  });

  it('is laid out anew for each of several definitions in one file, with its own page numbers', async () => {
    const numbered = (text: string): TDocumentDefinitions => ({
      ...styled,
      content: [text, { text: 'sau', pageBreak: 'before' }],
      footer: (page, pages) => `${page}/${pages}`,
    });
    const pdf = await readPdf(await renderPdf([numbered('A'), numbered('B')]));
    expect(pdf.pages.map(({ text }) => text)).toEqual(['A 1/2', 'sau 2/2', 'B 1/2', 'sau 2/2']);
  });
});

/** Without the attached files, which pdfmake would look for on the disk. */
function structured({ files: _files, ...definition }: TDocumentDefinitions): TDocumentDefinitions {
  return definition;
}
