import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../engine/fonts.ts';
import { type Setting, textLines } from '../engine/text-lines.ts';
import { balancedLines } from './balanced-lines.ts';

const setting: Setting = { face: 'bold', fontSize: 12, width: 200 };
const widthOf = (text: string) => textWidth(text, setting.face, setting.fontSize);

describe('the name of an office in lines', () => {
  it('ends a line before the place that it is of', () => {
    expect(balancedLines('ỦY BAN NHÂN DÂN HUYỆN CHÂU ĐỨC', setting)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'HUYỆN CHÂU ĐỨC',
    ]);
    expect(balancedLines('ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU', setting)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'TỈNH BÀ RỊA - VŨNG TÀU',
    ]);
    expect(balancedLines('ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH', setting)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'THÀNH PHỐ HỒ CHÍ MINH',
    ]);
    expect(balancedLines('PHÒNG VĂN HÓA VÀ THÔNG TIN THỊ XÃ PHÚ MỸ', setting)).toContain('THỊ XÃ PHÚ MỸ');
  });

  it('does not take words for a place that are listed or mean something else', () => {
    expect(balancedLines('SỞ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI', setting).at(-1)).not.toMatch(/^XÃ|^HỘI/);
    expect(balancedLines('ĐOÀN ĐÁNH GIÁ XÃ, PHƯỜNG PHÙ HỢP VỚI TRẺ EM HUYỆN CHÂU ĐỨC', setting)).toEqual([
      'ĐOÀN ĐÁNH GIÁ XÃ, PHƯỜNG',
      'PHÙ HỢP VỚI TRẺ EM',
      'HUYỆN CHÂU ĐỨC',
    ]);
  });

  it('is not broken where it fits', () => {
    expect(balancedLines('UBND XÃ KIM LONG', setting)).toEqual(['UBND XÃ KIM LONG']);
  });

  it('takes no more lines than it must, each within the width, and loses no word', () => {
    const word = fc.constantFrom('ỦY', 'BAN', 'HUYỆN', 'THÀNH', 'PHỐ', 'XÃ,', '-', 'NGHIÊNG', 'W'.repeat(30));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        const lines = balancedLines(text, setting);
        expect(lines).toHaveLength(textLines(text, setting).length);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(setting.width);
      }),
    );
  });
});
