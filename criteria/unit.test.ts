import { describe, expect, test } from 'vitest';
import { plainText, unitSchema, yearSchema } from './unit.ts';

const unit = { code: '24769', name: 'Xã Hòa Bình', type: 'xa', class: 'other', province: 'Lâm Đồng' };

describe('plain text', () => {
  test('is kept trimmed and in NFC, its line breaks with it', () => {
    expect(plainText(100).parse(`  ${'Đã kiểm tra\ntại xã'.normalize('NFD')} \n`)).toBe(
      'Đã kiểm tra\ntại xã',
    );
  });

  test('is measured as it is kept', () => {
    expect(plainText(2).safeParse(' ệệ '.normalize('NFD')).success).toBe(true);
    expect(plainText(2).safeParse('ệệệ').success).toBe(false);
  });
});

describe('what can be neither seen nor printed', () => {
  test('is left out: control characters, turned writing directions, half characters', () => {
    expect(plainText(100).parse('Xã\u0000 \u202eBình\u0007 \ud800')).toBe('Xã Bình \ufffd');
  });

  test.each(['a\r\nb', 'a\rb', 'a\u000bb', 'a\u000cb', 'a\u0085b', 'a\u2028b'])(
    'a line break stays one, whatever program wrote it: %j',
    (text) => {
      expect(plainText(100).parse(text)).toBe('a\nb');
    },
  );
});

describe('a unit', () => {
  test.each(['', '   ', '\u200b', '---', '\u202e'])('is not called %j', (name) => {
    expect(unitSchema.safeParse({ ...unit, name }).success).toBe(false);
  });

  test('has its name on one line', () => {
    expect(unitSchema.parse({ ...unit, name: 'Xã\n Hòa\t Bình' }).name).toBe('Xã Hòa Bình');
  });

  test('may lack its district but nothing else', () => {
    expect(unitSchema.parse(unit)).toEqual(unit);
    for (const key of Object.keys(unit))
      expect(unitSchema.safeParse({ ...unit, [key]: undefined }).success).toBe(false);
  });

  test.each(['', '../x', 'a/b', 'a b', '.x', 'x'.repeat(33)])('has no code such as %j', (code) => {
    expect(unitSchema.safeParse({ ...unit, code }).success).toBe(false);
  });
});

test.each([
  [1999, false],
  [2000, true],
  [2100, true],
  [2101, false],
  [2026.5, false],
])('the year %d is accepted: %s', (year, accepted) => {
  expect(yearSchema.safeParse(year).success).toBe(accepted);
});
