import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { numberText, vi } from '../../../criteria/wording.ts';
import {
  bestAnswers,
  currentSet,
  office,
  scorecardInput,
  unit,
} from '../../../tests/example-document-input.ts';
import { readPdf } from '../../../tests/read-pdf.ts';
import type { CertificateInput } from '../document-input.ts';
import { renderPdf } from '../engine/pdf.ts';
import { printableText } from '../engine/printable-text.ts';
import { landscape } from '../page/decree-30.ts';
import { NotCertifiableError } from './certifiable.ts';
import { certificateDocument } from './certificate-document.ts';

const set = currentSet();

const read = async (input: CertificateInput) => readPdf(await renderPdf([certificateDocument(input)]));

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

  it('is signed by the authority over dotted lines, or by whom the office names, and sent to its recipients', async () => {
    const unset = await read(scorecardInput());
    expect(unset.text).toMatch(
      /^…+ …+ CỘNG HÒA .* CHỦ TỊCH ỦY BAN NHÂN DÂN \(Ký, ghi rõ họ tên\) …+ DỰ THẢO$/,
    );
    expect(unset.text).toContain('Nơi nhận: - Đơn vị được công nhận; - Lưu: VT.');
    const { text } = await read(scorecardInput(undefined, { office }));
    expect(text).toContain(`${office.superior} ${office.body} CỘNG HÒA`.toLocaleUpperCase('vi'));
    expect(text).toContain(`${office.place}, ngày …… tháng …… năm 2026`);
    expect(text).toContain('Nơi nhận: - Như trên; - Sở Y tế; - Lưu: VT.');
    expect(text).toMatch(
      /TM\. ỦY BAN NHÂN DÂN KT\. CHỦ TỊCH PHÓ CHỦ TỊCH \(Ký, ghi rõ họ tên\) Nguyễn Thị Hoàng Yến DỰ THẢO$/,
    );
  });

  it('is a draft, and says why, while a rule or the authority is provisional', async () => {
    const pdf = await read(scorecardInput());
    expect(pdf.pages[0]?.items.some(({ text, upright }) => text === 'DỰ THẢO' && !upright)).toBe(true);
    expect(pdf.pages[0]?.items.filter(({ text, upright }) => text === 'DỰ THẢO' && upright)).toHaveLength(1);
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

  it('fits one sheet within its margins whatever the unit is called and wherever it is', async () => {
    const [left, top, right, bottom] = landscape.margins;
    const long = `Huyện ${'Rất Dài '.repeat(25)}`.slice(0, 200).trim();
    const places = [
      { district: 'Huyện Châu Đức', province: 'Tỉnh Bà Rịa - Vũng Tàu' },
      { district: long, province: long },
      { district: 'W'.repeat(200), province: 'W'.repeat(200) },
    ];
    const names = [20, 40, 60, 90, 200].map((length) =>
      `Đặc khu ${'Bạch Long Vĩ '.repeat(16)}`.slice(0, length).trim(),
    );
    for (const type of ['xa', 'dac_khu'] as const)
      for (const place of places)
        for (const name of [...names, 'W'.repeat(200), '😀'.repeat(100)]) {
          const input = scorecardInput(undefined, { unit: { ...unit, ...place, type, name } });
          const { pages, solidText } = await read(input);
          expect(pages, `${type} ${name} ${place.district}`).toHaveLength(1);
          for (const text of [name.toLocaleUpperCase('vi'), place.district, place.province])
            expect(solidText).toContain(printableText(text).replace(/\s/g, ''));
          expect(pages[0]?.items.some(({ text, x }) => /^…+$/.test(text) && x > 500)).toBe(true);
          for (const page of pages)
            for (const item of page.items.filter(({ upright }) => upright)) {
              expect(item.x).toBeGreaterThanOrEqual(left - 0.1);
              expect(item.x + item.width).toBeLessThanOrEqual(page.width - right + 0.1);
              expect(item.y).toBeGreaterThanOrEqual(bottom - 0.1);
              expect(item.y + item.height).toBeLessThanOrEqual(page.height - top + 4);
            }
        }
  });

  it('sets ordinary names large, and makes only the name smaller before all else', async () => {
    const sizes = async (replaced: Partial<typeof unit>) => {
      const { pages } = await read(scorecardInput(undefined, { unit: { ...unit, ...replaced } }));
      const sizeOf = (start: string) => pages[0]?.items.find(({ text }) => text.startsWith(start))?.height;
      return [sizeOf('GIẤY CÔNG NHẬN'), sizeOf('XÃ')];
    };
    expect(await sizes({})).toEqual([28, 26]);
    const [title, name] = await sizes({ name: `Xã ${'Rất Dài '.repeat(24)}`.trim() });
    expect(title).toBe(28);
    expect(name).toBeLessThan(26);
  });

  it('is the same bytes for the same input, today and tomorrow', async () => {
    const bytes = await renderPdf([certificateDocument(scorecardInput(undefined, { office }))]);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '65eb39ffdf80636f8eeb74b9265008a1be4040b73578b3f9d89f979167f570e9',
    );
  });
});
