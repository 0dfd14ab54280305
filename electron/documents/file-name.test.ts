import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentFileName } from './file-name.ts';

describe('the name of a document’s file', () => {
  it('folds marks and đ', () => {
    expect(documentFileName('scorecard', 2026, { code: '24769', name: 'Xã Kim Long' })).toBe(
      'phieu-cham-diem_2026_24769_xa-kim-long.pdf',
    );
    expect(documentFileName('certificate', 2024, { code: '00001', name: 'Phường Điện Biên' })).toBe(
      'giay-cong-nhan_2024_00001_phuong-dien-bien.pdf',
    );
  });

  it('is the same for composed and decomposed names', () => {
    const name = 'Xã Đường Hoà (ví dụ)';
    const [nfc, nfd] = (['NFC', 'NFD'] as const).map((form) =>
      documentFileName('scorecard', 2026, { code: '1', name: name.normalize(form) }),
    );
    expect(nfc).toBe('phieu-cham-diem_2026_1_xa-duong-hoa-vi-du.pdf');
    expect(nfd).toBe(nfc);
  });

  it('leaves out what cannot be written', () => {
    expect(documentFileName('scorecard', 2026, { code: 'A.b_1', name: '村' })).toBe(
      'phieu-cham-diem_2026_a-b-1.pdf',
    );
  });

  it('leaves out the year and the unit where there is none', () => {
    expect(documentFileName('summary', 2026, null)).toBe('danh-sach-tong-hop_2026.pdf');
    expect(documentFileName('checklist', null, null)).toBe('phieu-ghi-tay.pdf');
  });

  it('is accepted by Windows, whatever the unit is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const file = documentFileName('certificate', 2026, { code: '24769', name });
        expect(file).toMatch(/^giay-cong-nhan_2026_24769(_[a-z0-9]([a-z0-9-]*[a-z0-9])?)?\.pdf$/);
        expect(file.length).toBeLessThanOrEqual(120);
      }),
    );
  });
});
