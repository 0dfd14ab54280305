import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { unsetOffice } from '../../criteria/office.ts';
import { asPublished } from '../../criteria/rules/published-set.ts';
import { score } from '../../criteria/score.ts';
import { currentSet } from '../../tests/example-document-input.ts';
import { forge, knownRules, printedSheet, sheetInput } from '../../tests/example-sheet.ts';
import { PdfParts, signed } from '../../tests/pdf-surgery.ts';
import { faces } from '../documents/engine/fonts.ts';
import { PdfDocument } from '../documents/engine/pdfmake-parts.ts';
import { examineSheet, type SheetFindings } from './examine.ts';

const set = currentSet();
const indicators = set.criteria.flatMap((criterion) => criterion.indicators);
const examine = (bytes: Uint8Array) => examineSheet(bytes, knownRules);

let printed: Uint8Array;
beforeAll(async () => {
  printed = await printedSheet();
});

describe('a scorecard as it was printed is genuine', () => {
  test('final, with what it says', async () => {
    const { sheet } = expectGenuine(await examine(printed), []);
    const input = sheetInput();
    expect(sheet).toMatchObject({
      unit: input.unit,
      answers: input.answers,
      notes: input.notes,
      evidence: input.evidence,
      scorecard: input.scorecard,
      sha256: input.sha256,
      printed: { date: input.date, office: input.office },
    });
  });

  test('as a draft, incomplete and without an office', async () => {
    const input = sheetInput({ status: 'draft', answers: { children: 2000 }, notes: {}, evidence: {} });
    const scorecard = score(set, input.unit.class, input.answers);
    const draft = sheetInput({ ...input, scorecard, coded: scorecard, office: unsetOffice });
    expectGenuine(await examine(await printedSheet(draft)), []);
  });

  test('with notes of any length and sign, and much evidence', async () => {
    const long = 'Trẻ em được hỏi ý kiến ở thôn, ấp, bản. ✓ '.repeat(60).slice(0, 2_000).trim();
    const input = sheetInput({
      notes: Object.fromEntries(indicators.slice(0, 12).map(({ id }) => [id, long])),
      evidence: {
        [indicators[0]?.id ?? '']: Array.from({ length: 60 }, (_, index) => `Biên bản số ${index}, trang 漢`),
      },
    });
    const bytes = await printedSheet(input);
    expectGenuine(await examine(bytes), []);
    expectGenuine(await examine(savedAgain(bytes)), [/chương trình khác lưu lại/]);
  });
});

describe('a scorecard that was handled since, and still says the same, is genuine with a remark', () => {
  test('saved again by another program, which orders, packs and wraps its parts in its own way', async () => {
    expectGenuine(await examine(savedAgain(printed)), [
      /một chương trình khác lưu lại, hoặc bị hỏng khi chép$/,
    ]);
  });

  test('with text written in other steps, as programs that pack fonts anew write it', async () => {
    const pdf = new PdfParts(printed);
    for (const page of pdf.pages)
      pdf.changeContent(pdf.named(page, 'Contents'), (content) =>
        content
          .replace(/ 0\] TJ/g, '] TJ')
          .replace(
            /\[<([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]*)>(.*?)\] TJ/g,
            '[0 <$1> 5 -5 <$2> <$3> $4 -3 3 0] TJ',
          ),
      );
    expectGenuine(await examine(pdf.rewritten()), [/lưu lại/]);
  });

  test('signed, with a signature that is not seen', async () => {
    expectGenuine(await examine(signed(printed, '0 0 0 0')), [/^Tệp đã được ký sau khi in/, /1 ô chữ ký số/]);
  });

  test('signed twice', async () => {
    const twice = signed(signed(printed, '0 0 0 0'), '0 0 0 0');
    expectGenuine(await examine(twice), [/đã được ký/, /2 ô chữ ký số/]);
  });

  test('with something appended that signs nothing', async () => {
    expectGenuine(await examine(Buffer.concat([printed, Buffer.from('\n% ghi thêm\n')])), [
      /^Tệp có phần được nối thêm vào cuối sau khi in; các trang và số liệu không đổi$/,
    ]);
  });

  test('without the white space at its end, which mail programs take away', async () => {
    expectGenuine(await examine(printed.subarray(0, printed.length - 1)), [/lưu lại/]);
  });
});

describe('where the pages cannot be printed again, the sheet is unchecked', () => {
  const otherLayout = (bytes: Uint8Array, layout: number) => {
    const pdf = new PdfParts(bytes);
    forge(pdf, (sheet) => Object.assign(sheet.printed, { layout, program: '0.0.7' }), ['checksum']);
    return pdf;
  };
  const withOtherNote = (pdf: PdfParts) => {
    forge(pdf, (sheet) => Object.assign(sheet.notes, { [indicators[0]?.id ?? '']: 'Ghi chú khác hẳn.' }), [
      'checkCode',
      'checksum',
    ]);
    return pdf;
  };

  test('by a newer version, which says to update, whatever its pages call things', async () => {
    expect(await examine(otherLayout(printed, 99).rewritten())).toMatchObject({
      verdict: 'unchecked',
      message: expect.stringMatching(/phiên bản mới hơn .*0\.0\.7.* hãy cập nhật/),
      remarks: [expect.stringContaining('chỉ tìm tên đơn vị, tổng điểm')],
      sheet: { unit: sheetInput().unit },
    });
    expect(await examine(withOtherNote(otherLayout(printed, 99)).rewritten())).toMatchObject({
      verdict: 'unchecked',
      remarks: [
        'Trên các trang không thấy mã kiểm tra',
        `Trên các trang không thấy ghi chú của chỉ tiêu ${indicators[0]?.id}`,
      ],
    });
  });

  test('with long notes over several pages as well', async () => {
    const note = Array.from({ length: 300 }, (_, index) => `dòng thứ ${index}`)
      .join('\n')
      .slice(0, 2_000);
    const notes = Object.fromEntries(indicators.slice(0, 8).map(({ id }) => [id, note]));
    const bytes = await printedSheet(sheetInput({ notes }));
    expect(await examine(otherLayout(bytes, 99).rewritten())).toMatchObject({
      verdict: 'unchecked',
      remarks: [expect.stringContaining('và đều thấy')],
    });
  });

  test('by unknown rules or by others of the same name, so that its points are not computed', async () => {
    const other = { ...set, title: { ...set.title, vi: 'Bộ tiêu chí đã đính chính' } };
    const cases = [
      { known: [], message: /^Chương trình không có bộ tiêu chí/ },
      { known: [asPublished({ ...set, version: 99 })], message: /^Chương trình không có bộ tiêu chí/ },
      { known: [asPublished(other)], message: /khác lúc in phiếu .*một bộ khác trùng tên/ },
    ];
    for (const { known, message } of cases)
      expect(await examineSheet(printed, known)).toMatchObject({
        verdict: 'unchecked',
        message: expect.stringMatching(
          new RegExp(`${message.source}.*không tính lại được điểm và không so được các trang; hãy xin tệp`),
        ),
        remarks: [expect.stringContaining('có thể đã bị sửa mà không biết được')],
      });
  });

  test('but altered where its main words are missing, its points are wrong or something was laid over it', async () => {
    const findings = await examineSheet(withOtherNote(new PdfParts(printed)).rewritten(), []);
    expect(findings).toMatchObject({
      verdict: 'altered',
      differences: [
        { message: expect.stringContaining('không thấy mã kiểm tra') },
        {
          message: `Trên các trang không thấy ghi chú của chỉ tiêu ${indicators[0]?.id}`,
          expected: 'Ghi chú khác hẳn.',
        },
      ],
    });
    const pdf = otherLayout(printed, 99);
    forge(pdf, (sheet) => Object.assign(sheet.answers, { children_abused: 0 }), ['checkCode', 'checksum']);
    expect(await examine(pdf.rewritten())).toMatchObject({ verdict: 'altered' });
    const covered = await examineSheet(signed(printed, '0 0 595 842', 1), []);
    expect(covered).toMatchObject({ verdict: 'altered' });
  });
});

describe('anything else is not ours, with the reason', () => {
  test.each([
    ['nothing', () => new Uint8Array(), /không phải là PDF/],
    ['text', () => Buffer.from('Phiếu chấm điểm'), /không phải là PDF/],
    ['a PDF of another program', foreignPdf, /không phải là phiếu chấm điểm của chương trình này/],
    ['a PDF without a word', () => foreignPdf(''), /bản quét hoặc ảnh chụp.*so mã kiểm tra in trên giấy/],
    ['a locked PDF', () => foreignPdf('x', { userPassword: 'kín' }), /khóa bằng mật khẩu/],
    ['pages of ours without the figures in them', withoutAttachment, /giống phiếu chấm điểm.*dùng tệp gốc/],
    [
      'a file attached by another program',
      () => attached(() => '{"hello":1}'),
      /không phải là phiếu đánh giá/,
    ],
    [
      'a sheet of a newer version',
      () => attached((text) => text.replace(/"version":1\}$/, '"version":2}')),
      /phiên bản mới hơn của chương trình in ra; hãy cập nhật/,
    ],
    ['more pages than a sheet can have', endless, /501 trang/],
    ['a file that is nested without end', nested, /không đọc được/],
    ['a huge file', () => new Uint8Array(20 * 1024 * 1024 + 1), /quá lớn/],
  ])('%s', async (_what, make, reason) => {
    const findings = await examine(await make());
    expect(findings.verdict).toBe('not_ours');
    expect(findings).toMatchObject({ message: expect.stringMatching(reason) });
  });

  test('random bytes are not ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await examine(bytes)).toMatchObject({ verdict: 'not_ours' });
      }),
      { numRuns: 20 },
    );
  });
});

function expectGenuine(findings: SheetFindings, remarks: readonly RegExp[]) {
  expect(findings).toMatchObject({
    verdict: 'genuine',
    remarks: remarks.map((remark) => expect.stringMatching(remark)),
  });
  if (findings.verdict !== 'genuine') throw new Error('not genuine');
  return findings;
}

/** As a program saves it that knows nothing of how the file was made. */
function savedAgain(bytes: Uint8Array): Uint8Array {
  const pdf = new PdfParts(bytes);
  for (const page of pdf.pages)
    pdf.changeContent(pdf.named(page, 'Contents'), (content) => `q\n0 g 1 w\n${content}\nQ\n`);
  return pdf.rewritten();
}

async function foreignPdf(text = 'Báo cáo khác', options = {}): Promise<Uint8Array> {
  const document = new PdfDocument({}, {}, {}, {}, { font: null, ...options }, null, () => false);
  const bytes = buffer(document);
  if (text !== '') Object.assign(document.font(faces().normal.bytes)).text(text);
  document.end();
  return bytes;
}

function withoutAttachment(): Uint8Array {
  const pdf = new PdfParts(printed);
  pdf.change(pdf.one(/\/EmbeddedFiles/), () => '<<\n>>');
  return pdf.rewritten();
}

function attached(change: (text: string) => string): Uint8Array {
  const pdf = new PdfParts(printed);
  pdf.changeAttachment(change);
  return pdf.rewritten();
}

function endless(): Uint8Array {
  const pdf = new PdfParts(printed);
  const kids = `${pdf.pages[0]} 0 R `.repeat(501);
  pdf.change(pdf.one(/\/Type \/Pages/), () => `<<\n/Type /Pages\n/Count 501\n/Kids [${kids}]\n>>`);
  return pdf.rewritten();
}

function nested(): Uint8Array {
  const pdf = new PdfParts(printed);
  pdf.change(pdf.catalog, (body) => body.replace('/Lang', `/Deep ${'['.repeat(200_000)}\n/Lang`));
  return pdf.rewritten();
}
