import { beforeAll, describe, expect, test } from 'vitest';
import { shortCode } from '../../criteria/short-code.ts';
import { numberText } from '../../criteria/wording.ts';
import { forge, knownRules, printedSheet, sheetInput } from '../../tests/example-sheet.ts';
import { PdfParts, signed } from '../../tests/pdf-surgery.ts';
import { examineSheet } from './examine.ts';

const input = sheetInput();
const { total, max } = input.scorecard;
let printed: Uint8Array;
let pdf: PdfParts;
beforeAll(async () => {
  printed = await printedSheet(input);
});

/** Examines a file that must not pass, and gives what is said to differ. */
async function differencesIn(bytes: Uint8Array) {
  const findings = await examineSheet(bytes, knownRules);
  if (findings.verdict !== 'altered') throw new Error(`found ${findings.verdict}`);
  return findings.differences;
}

const saying = (message: RegExp, more = {}) =>
  expect.objectContaining({ message: expect.stringMatching(message), ...more });

describe('changed figures inside', () => {
  const moreChildren = (sheet: { answers: Record<string, number> }) => {
    sheet.answers.children_abused = 0;
  };

  test('are told by the checksum alone, and the pages show which they were', async () => {
    pdf = new PdfParts(printed);
    forge(pdf, moreChildren, []);
    const differences = await differencesIn(pdf.rewritten());
    expect(differences[0]).toMatchObject({
      page: null,
      message: expect.stringMatching(/đính kèm .* đã bị sửa/),
    });
  });

  test('are told by the check code when the checksum was computed again', async () => {
    pdf = new PdfParts(printed);
    forge(pdf, moreChildren, ['checksum']);
    const differences = await differencesIn(pdf.rewritten());
    expect(differences).toContainEqual(
      saying(/^Mã kiểm tra trong phiếu không khớp/, { found: shortCode(input.sha256) }),
    );
    expect(differences).not.toContainEqual(saying(/đính kèm/));
  });

  test('are told by the points when the check code was computed again', async () => {
    pdf = new PdfParts(printed);
    forge(pdf, moreChildren, ['checkCode', 'checksum']);
    const differences = await differencesIn(pdf.rewritten());
    expect(differences).toContainEqual(saying(/^Tổng điểm trong phiếu/, { found: numberText(total) }));
    expect(differences).toContainEqual(saying(/^Điểm của chỉ tiêu /));
    expect(differences).not.toContainEqual(saying(/^Mã kiểm tra/));
  });

  test('are told by the criteria set when another one is named than that of the points', async () => {
    pdf = new PdfParts(printed);
    forge(
      pdf,
      (sheet: { criteriaSet: { id: string } }) => {
        sheet.criteriaSet.id = 'bo-khac';
      },
      ['checksum'],
    );
    expect(await differencesIn(pdf.rewritten())).toContainEqual(
      saying(/^Bộ tiêu chí ghi trong phiếu không khớp/, { found: '"bo-khac" bản 1' }),
    );
  });

  test('are told by the pages, line by line, when everything was computed again', async () => {
    pdf = new PdfParts(printed);
    forge(pdf, moreChildren, ['scorecard', 'checkCode', 'checksum']);
    const differences = await differencesIn(pdf.rewritten());
    expect(differences.every(({ page }) => page !== null)).toBe(true);
    expect(differences).toContainEqual(
      saying(/^Trang 1: dòng chữ khác/, {
        expected: expect.not.stringContaining(numberText(total)),
        found: expect.stringContaining(numberText(total)),
      }),
    );
  });

  test('that cannot be figures, or of an unknown unit class, are told as such', async () => {
    pdf = new PdfParts(printed);
    forge(pdf, (sheet) => Object.assign(sheet.answers, { made_up: 1 }), ['checkCode', 'checksum']);
    expect(await differencesIn(pdf.rewritten())).toContainEqual(
      saying(/Số liệu trong phiếu sai: .*"made_up"/),
    );
    pdf = new PdfParts(printed);
    forge(pdf, (sheet) => Object.assign(sheet.unit, { class: 'made_up' }), ['checkCode', 'checksum']);
    expect((await differencesIn(pdf.rewritten()))[0]).toMatchObject({ page: null });
  });

  test.each([
    ['not JSON', () => 'x'],
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['half a surrogate pair', (text: string) => text.replace('Sổ theo', '\\ud800')],
    ['far too long', (text: string) => text + ' '.repeat(6 * 1024 * 1024)],
  ])('and attachments that are %s are told as altered', async (_what, change) => {
    pdf = new PdfParts(printed);
    pdf.changeAttachment(change);
    expect(await differencesIn(pdf.rewritten())).toEqual([
      saying(/đính kèm trong tệp đã bị sửa hoặc bị hỏng/),
    ]);
  });
});

describe('changed pages', () => {
  test('a changed total is told with what it was', async () => {
    pdf = new PdfParts(printed);
    pdf.changeWords(
      1,
      `${numberText(total)}/${numberText(max)}`,
      `${numberText(total - 100)}/${numberText(max)}`,
    );
    for (const bytes of [pdf.rewritten(), pdf.updated()]) {
      const [difference, ...more] = await differencesIn(bytes);
      expect(difference).toMatchObject({
        page: 1,
        message: 'Trang 1: dòng chữ khác với số liệu của phiếu',
        expected: expect.stringContaining(numberText(total)),
        found: expect.stringContaining(numberText(total - 100)),
      });
      expect(more).toEqual([]);
    }
  });

  test('words that only look different, because the font shows other letters for them, are told', async () => {
    pdf = new PdfParts(printed);
    const letters = Array.from({ length: 400 }, (_, index) =>
      index === 20 ? 21 : index === 21 ? 20 : index,
    );
    const map = pdf.addStream(letters.map((id) => String.fromCharCode(id >> 8, id & 255)).join(''));
    for (const font of pdf.having(/\/CIDToGIDMap \/Identity/))
      pdf.change(font, (body) => body.replace('/CIDToGIDMap /Identity', `/CIDToGIDMap ${map} 0 R`));
    expect(await differencesIn(pdf.rewritten())).toContainEqual(saying(/được vẽ khác lúc in \(nét chữ/));
  });

  test('words made invisible, though still in the file, are told', async () => {
    pdf = new PdfParts(printed);
    pdf.changeContent(pdf.named(pdf.pages[0] ?? 0, 'Contents'), (content) =>
      content.replace(/BT\n/g, 'BT\n3 Tr\n'),
    );
    expect(await differencesIn(pdf.rewritten())).toEqual([saying(/^Trang 1: chữ hoặc hình được vẽ khác/)]);
  });

  test('figures under a white box with others on top are told, whatever was appended after printing', async () => {
    pdf = new PdfParts(printed);
    const [page = 0] = pdf.pages;
    const cover = pdf.addStream(
      '\n1 1 1 rg 200 300 80 30 re f 0 0 0 rg BT 1 0 0 -1 200 320 Tm /F1 12 Tf <00020003> Tj ET\n',
    );
    pdf.change(page, (body) => body.replace(/\/Contents (\d+ 0 R)/, `/Contents [$1 ${cover} 0 R]`));
    for (const bytes of [pdf.updated(), signed(pdf.updated(), '0 0 0 0')]) {
      const differences = await differencesIn(bytes);
      expect(differences).toContainEqual(
        saying(/^Trang 1: dòng chữ|^Trang 1: có dòng chữ được thêm/, { page: 1 }),
      );
      expect(differences).toContainEqual(saying(/^Trang 1: có hình vẽ được thêm vào$/));
    }
  });

  test('an added picture and a removed rule are told with their page', async () => {
    pdf = new PdfParts(printed);
    const page = pdf.pages[1] ?? 0;
    const picture = pdf.addStream(
      '\xff',
      '/Type /XObject\n/Subtype /Image\n/Width 1\n/Height 1\n/ColorSpace /DeviceGray\n/BitsPerComponent 8\n',
    );
    pdf.change(pdf.named(page, 'Resources'), (body) =>
      body.replace('/Font <<', `/XObject <<\n/Im1 ${picture} 0 R\n>>\n/Font <<`),
    );
    pdf.changeContent(
      pdf.named(page, 'Contents'),
      (content) => `${content}\nq 90 0 0 90 100 100 cm /Im1 Do Q`,
    );
    expect(await differencesIn(pdf.updated())).toEqual([
      saying(/^Trang 2: có ảnh được thêm vào$/, { page: 2 }),
    ]);

    pdf = new PdfParts(printed);
    pdf.changeContent(pdf.named(page, 'Contents'), (content) => content.replace(/\nS\n/, '\nn\n'));
    expect(await differencesIn(pdf.updated())).toContainEqual(saying(/^Trang 2: có hình vẽ bị bỏ đi$/));
  });

  test('an added annotation is told', async () => {
    pdf = new PdfParts(printed);
    const note = pdf.add(
      '<<\n/Type /Annot\n/Subtype /FreeText\n/Rect [100 500 300 560]\n/Contents (970)\n/DA (/Helv 12 Tf 0 g)\n>>',
    );
    pdf.addAnnotation(pdf.pages[0] ?? 0, note);
    expect(await differencesIn(pdf.updated())).toEqual([
      saying(/^Trang 1: có chú thích, ô nhập hoặc liên kết/),
    ]);
  });

  test('a removed page is told by the number of pages', async () => {
    pdf = new PdfParts(printed);
    const { pages } = pdf;
    pdf.change(pdf.one(/\/Type \/Pages/), (body) =>
      body.replace(`/Count ${pages.length}`, `/Count ${pages.length - 1}`).replace(`${pages[1]} 0 R `, ''),
    );
    const differences = await differencesIn(pdf.rewritten());
    expect(differences).toContainEqual({
      page: null,
      message: 'Số trang của tệp khác lúc in',
      expected: `${pages.length} trang`,
      found: `${pages.length - 1} trang`,
    });
    expect(differences.length).toBeLessThanOrEqual(100);
  });

  test('a turned or cut page, a script and a form of its own are told', async () => {
    for (const [change, message] of [
      ['/Rotate 180', /^Trang 1: khổ giấy/],
      ['/CropBox [0 0 300 842]', /^Trang 1: khổ giấy/],
      ['/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>', /^Tệp có mã tự chạy/],
    ] as const) {
      pdf = new PdfParts(printed);
      pdf.change(pdf.pages[0] ?? 0, (body) => body.replace('/Type /Page', `/Type /Page\n${change}`));
      expect(await differencesIn(pdf.updated())).toContainEqual(saying(message));
    }
    pdf = new PdfParts(printed);
    const form = pdf.addStream('<xdp/>');
    pdf.change(pdf.catalog, (body) =>
      body.replace('/Lang', `/AcroForm << /XFA ${form} 0 R /Fields [] >>\n/Lang`),
    );
    expect(await differencesIn(pdf.updated())).toContainEqual(saying(/^Tệp có mã tự chạy hoặc biểu mẫu/));
  });

  test('a sheet that is cut off is never genuine, wherever it ends', async () => {
    const ends = Array.from({ length: 20 }, (_, index) => Math.floor((printed.length * index) / 20));
    for (const end of [...ends, printed.length - 20, printed.length - 3]) {
      const { verdict } = await examineSheet(printed.subarray(0, end), knownRules);
      expect(verdict, `${end} of ${printed.length} bytes`).not.toBe('genuine');
    }
  });
});
