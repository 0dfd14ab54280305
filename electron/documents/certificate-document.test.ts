import { describe, expect, it } from 'vitest';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { numberText, vi } from '../../criteria/wording.ts';
import { bestAnswers, currentSet, scorecardInput, unit } from '../../tests/example-document-input.ts';
import { readPdf } from '../../tests/read-pdf.ts';
import { certificateDocument, NotCertifiableError } from './certificate-document.ts';
import { landscape } from './decree-30.ts';
import type { CertificateDocumentInput } from './document-input.ts';
import { renderPdf } from './pdf.ts';

const set = currentSet();

const read = async (input: CertificateDocumentInput) => readPdf(await renderPdf(certificateDocument(input)));

/** The set as it would be once an office has confirmed every rule. */
function confirmed(set: CriteriaSet): CriteriaSet {
  return JSON.parse(JSON.stringify(set).replaceAll('"provisional"', '"confirmed"'));
}

describe('the certificate', () => {
  it('is refused while the assessment is a draft', () => {
    expect(() => certificateDocument(scorecardInput(undefined, { status: 'draft' }))).toThrow(
      NotCertifiableError,
    );
  });

  it('is refused when the unit did not pass, or figures are missing', () => {
    for (const answers of [{ ...bestAnswers(currentSet()), children_abused: 2000 }, {}])
      expect(() => certificateDocument(scorecardInput(answers))).toThrow(NotCertifiableError);
  });

  it('says who recognises whom as what, with points and legal basis, on one sheet', async () => {
    const input = scorecardInput();
    const pdf = await read(input);
    expect(pdf.pages).toHaveLength(1);
    for (const part of [
      'GIẤY CÔNG NHẬN',
      'CHỦ TỊCH ỦY BAN NHÂN DÂN',
      unit.name.toLocaleUpperCase('vi'),
      unit.province,
      `đạt tiêu chuẩn “${vi(input.set.recognisedAs)}” năm 2026`,
      `${numberText(input.scorecard.total)}/${numberText(input.scorecard.max)}`,
      vi(input.set.legalBasis),
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    ])
      expect(pdf.text).toContain(part);
  });

  it('is a draft, and says why, while a rule or the authority is provisional', async () => {
    const pdf = await read(scorecardInput());
    expect(pdf.pages[0]?.items.some(({ text, upright }) => text === 'DỰ THẢO' && !upright)).toBe(true);
    expect(pdf.text).toContain('DỰ THẢO vì có điểm tạm tính');
    expect(pdf.text).toContain(vi(currentSet().sources['reform-2025'] ?? { vi: '', en: '' }));
  });

  it('names the authority of the year, and doubts only the one that is provisional', async () => {
    const pdf = await read(scorecardInput(undefined, { year: 2024 }));
    expect(pdf.text).toContain('CHỦ TỊCH ỦY BAN NHÂN DÂN CẤP HUYỆN');
    expect(pdf.text).not.toContain('thẩm quyền công nhận chưa được xác nhận');
  });

  it('is a draft for a type of unit that nothing confirms', async () => {
    const type = set.unitTypes.find(({ provenance }) => provenance.status === 'provisional');
    if (type?.id !== 'dac_khu') throw new Error('the set has a provisional type of unit');
    const pdf = await read(scorecardInput(undefined, { year: 2024, unit: { ...unit, type: type.id } }));
    expect(pdf.text).toContain('loại đơn vị chưa được xác nhận');
  });

  it('is a draft for a year without any authority', async () => {
    const pdf = await read(scorecardInput(undefined, { set: confirmed(currentSet()), year: 2018 }));
    expect(pdf.text).toContain('DỰ THẢO vì bộ tiêu chí không ghi thẩm quyền');
  });

  it('is no draft once everything is confirmed', async () => {
    const pdf = await read(scorecardInput(undefined, { set: confirmed(currentSet()) }));
    expect(pdf.text).not.toContain('DỰ THẢO');
  });

  it('fits one sheet within its margins whatever the unit is called', async () => {
    const [left, top, right, bottom] = landscape.margins;
    for (const name of ['Xã Kim Long', `Xã ${'Rất Dài '.repeat(24)}`.trim(), 'W'.repeat(200)]) {
      const { pages } = await read(
        scorecardInput(undefined, { unit: { ...unit, name, district: 'Huyện '.repeat(30).trim() } }),
      );
      expect(pages).toHaveLength(1);
      for (const page of pages)
        for (const item of page.items.filter(({ upright }) => upright)) {
          expect(item.x).toBeGreaterThanOrEqual(left - 0.1);
          expect(item.x + item.width).toBeLessThanOrEqual(page.width - right + 0.1);
          expect(item.y).toBeGreaterThanOrEqual(bottom - 0.1);
          expect(item.y + item.height).toBeLessThanOrEqual(page.height - top + 4);
        }
    }
  });
});
