import { describe, expect, it } from 'vitest';
import { currentSet, office, scorecardInput, unit } from '../../tests/example-document-input.ts';
import { readPdf } from '../../tests/read-pdf.ts';
import { NotCertifiableError } from './certificate/certifiable.ts';
import type { PrintOrder } from './document-input.ts';
import { fileNameOf, printDocument, printMerged } from './print.ts';

const input = scorecardInput();
const { set, date, scorecard, status, revision, year } = input;
const orders: readonly PrintOrder[] = [
  { kind: 'scorecard', input },
  { kind: 'certificate', input },
  { kind: 'minutes', input },
  {
    kind: 'evidence',
    input: { ...input, evidence: { '1.1': [{ kind: 'paper', text: 'Quyết định số 12' }] }, files: {} },
  },
  { kind: 'checklist', input: { set, date, office: input.office, about: { unit, year } } },
  {
    kind: 'summary',
    input: {
      date,
      office: input.office,
      year,
      missing: [],
      groups: [{ set, units: [{ unit, status, revision, scorecard }] }],
    },
  },
];

describe('printing a document', () => {
  it('gives each kind under its own name, with dotted lines where no office is named', async () => {
    const printed = await Promise.all(orders.map((order) => printDocument(order)));
    expect(printed.map(({ fileName }) => fileName)).toEqual([
      'phieu-cham-diem_2026_24769_xa-kim-long-vi-du.pdf',
      'giay-cong-nhan_2026_24769_xa-kim-long-vi-du.pdf',
      'bien-ban_2026_24769_xa-kim-long-vi-du.pdf',
      'phu-luc-minh-chung_2026_24769_xa-kim-long-vi-du.pdf',
      'phieu-ghi-tay_2026_24769_xa-kim-long-vi-du.pdf',
      'danh-sach-tong-hop_2026.pdf',
    ]);
    for (const { bytes, fileName } of printed)
      expect((await readPdf(bytes)).text, fileName).toMatch(/^…+ …+ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/);
  });

  it('names a checklist for any unit by its kind alone', () => {
    const blank = { kind: 'checklist', input: { set: currentSet(), date, office, about: null } } as const;
    expect(fileNameOf(blank)).toBe('phieu-ghi-tay.pdf');
  });

  it('names the office that issues it', async () => {
    const { text } = await readPdf(
      (await printDocument({ kind: 'scorecard', input: { ...input, office } })).bytes,
    );
    expect(text).toContain(`${office.superior} ${office.body} CỘNG HÒA`.toLocaleUpperCase('vi'));
    expect(text).toContain(`${office.place}, ngày …… tháng …… năm 2026`);
  });

  it('puts many into one file, in their order, each with its own page numbers and attachment', async () => {
    const pdf = await readPdf(await printMerged('Phiếu chấm điểm năm 2026', orders.slice(0, 2)));
    const alone = await readPdf((await printDocument({ kind: 'scorecard', input })).bytes);
    expect(pdf.pages.map(({ text }) => text).slice(0, -1)).toEqual(alone.pages.map(({ text }) => text));
    expect(pdf.pages.at(-1)?.text).toContain('GIẤY CÔNG NHẬN');
    expect(pdf.info.Title).toBe('Phiếu chấm điểm năm 2026');
  });

  it('refuses a certificate of a draft', async () => {
    const draft = printDocument({ kind: 'certificate', input: { ...input, status: 'draft' } });
    await expect(draft).rejects.toThrow(NotCertifiableError);
  });
});
