import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasGlyph } from './fonts.ts';
import { printableText } from './printable-text.ts';

describe('text as the fonts can print it', () => {
  it('keeps what every face has a glyph for', () => {
    const text = 'Đặng Thị Ỷ Ữ: 97,5 % ≥ 95 %, “đạt” – 1.200 ₫ → ½ × 2 √ • ▪ □';
    expect(printableText(text)).toBe(text);
    expect(printableText(text.normalize('NFD'))).toBe(text);
  });

  it('puts the nearest sign for those that people use in notes', () => {
    expect(printableText('✓ ✔️ ☑ ✗ ✘ ☒ ☐')).toBe('√ √ [√] × × [×] □');
    expect(printableText('➢ Một ▶ hai ★ ba ⇒ bốn')).toBe('► Một ► hai * ba => bốn');
    expect(printableText('① ⑳ ❶ ❿ ➀ ➓ ⓫ ⓴ ⑴')).toBe('(1) (20) (1) (10) (1) (10) (11) (20) (1)');
    expect(printableText('Ｃ㎏ 𝐀 ⓐ')).toBe('Ckg A a');
  });

  it('names any other character, so that nothing is lost without a trace', () => {
    expect(printableText('😀 漢字')).toBe('[U+1F600] [U+6F22][U+5B57]');
    expect(printableText('👨\u200d👩')).toBe('[U+1F468][U+1F469]');
  });

  it('turns every kind of line break into one, tabs into spaces, and drops what cannot be seen', () => {
    expect(printableText('a\r\nb\rc\vd\fe\u0085f\u2028g\u2029h')).toBe('a\nb\nc\nd\ne\nf\ng\nh');
    expect(printableText('Ba\tBốn\u0000\u0007\u200b\ufeff\u202e\ufe0f.')).toBe('Ba    Bốn.');
  });

  it('has a glyph for all that it leaves, and leaves it when asked again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        const printed = printableText(text);
        for (const sign of printed.replaceAll('\n', ''))
          expect(hasGlyph(sign.codePointAt(0) ?? 0)).toBe(true);
        expect(printableText(printed)).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });
});
