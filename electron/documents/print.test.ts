import { describe, expect, it } from 'vitest';
import { scorecardInput } from '../../tests/example-document-input.ts';
import { readPdf } from '../../tests/read-pdf.ts';
import { NotCertifiableError, printDocument } from './print.ts';

describe('printing a document', () => {
  const { issuer: _unset, ...input } = scorecardInput();

  it('gives each kind under its own name, with dotted lines where no office is named', async () => {
    const scorecard = await printDocument('scorecard', input);
    const certificate = await printDocument('certificate', input);
    expect(scorecard.fileName).toBe('phieu-cham-diem_2026_24769_xa-kim-long-vi-du.pdf');
    expect(certificate.fileName).toBe('giay-cong-nhan_2026_24769_xa-kim-long-vi-du.pdf');
    expect((await readPdf(scorecard.bytes)).text).toMatch(/^…+ …+ CỘNG HÒA .* PHIẾU CHẤM ĐIỂM/);
    expect((await readPdf(certificate.bytes)).text).toMatch(/^…+ …+ CỘNG HÒA .* GIẤY CÔNG NHẬN/);
  });

  it('names the office that issues it', async () => {
    const issuer = { superior: 'Tỉnh ví dụ', body: 'Ủy ban nhân dân huyện ví dụ', place: 'Ví dụ' };
    const { text } = await readPdf((await printDocument('scorecard', { ...input, issuer })).bytes);
    expect(text).toMatch(/^TỈNH VÍ DỤ ỦY BAN NHÂN DÂN HUYỆN VÍ DỤ CỘNG HÒA/);
    expect(text).toContain('Ví dụ, ngày …… tháng …… năm 2026');
  });

  it('refuses a certificate of a draft', async () => {
    const draft = printDocument('certificate', { ...input, status: 'draft' });
    await expect(draft).rejects.toThrow(NotCertifiableError);
  });
});
