import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, isMarked, wordsOf } from './fold.ts';

describe('fold', () => {
  test.each([
    ['Hà Đông', 'ha dong'],
    ['ĐẶNG THÙY TRÂM', 'dang thuy tram'],
    ['hoà', fold('hòa')],
    ['thuỷ', fold('thủy')],
    ['Quý Hoá', 'quy hoa'],
    ['  Kim \u00a0 Long\t', 'kim long'],
    ['Văn Miếu - Quốc Tử Giám', 'van mieu quoc tu giam'],
    ["M'Drắk", 'mdrak'],
    ['M’Drắk', 'mdrak'],
    ['Phú Hòa 2', 'phu hoa 2'],
    [' - ', ''],
    ['', ''],
  ])('%j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('composed and decomposed text are the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => fold(text.normalize('NFC')) === fold(text.normalize('NFD')),
      ),
    );
  });

  test('folding what is folded changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('the marks of a word', () => {
  test('the tone is the same wherever it was placed', () => {
    expect(wordsOf('hoà thuỷ')).toEqual(wordsOf('hòa thủy'));
  });

  test('the marks that make letters stay with the letters', () => {
    expect(wordsOf('Hồng Đức')).toMatchObject([{ letters: 'hông' }, { letters: 'đưc' }]);
  });

  test('a word without marks asks for none', () => {
    expect(wordsOf('hong hông hòng đong').map(isMarked)).toEqual([false, true, true, true]);
  });
});
