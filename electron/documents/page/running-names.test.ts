import { describe, expect, it } from 'vitest';
import { nameInSentence } from './running-names.ts';

describe('the name of a unit within a sentence', () => {
  it('begins with a small letter where a word for its kind begins it', () => {
    expect(
      ['Xã Kim Long', 'Phường Bà Rịa', 'Thị trấn Ngãi Giao', 'Đặc khu Côn Đảo'].map(nameInSentence),
    ).toEqual(['xã Kim Long', 'phường Bà Rịa', 'thị trấn Ngãi Giao', 'đặc khu Côn Đảo']);
  });

  it('keeps its capital before a numeral, and where it is only a name', () => {
    expect(['Phường 1', 'Kim Long', 'Xãng Kim'].map(nameInSentence)).toEqual([
      'Phường 1',
      'Kim Long',
      'Xãng Kim',
    ]);
  });
});
