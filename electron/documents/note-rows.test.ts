import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShortNote, noteRows, printableNote } from './note-rows.ts';

describe('a note on paper', () => {
  it('keeps its line breaks and loses what cannot be printed', () => {
    expect(printableNote('Một\r\nHai\rBa\tBốn\u0000')).toBe('Một\nHai\nBa    Bốn');
  });

  it('is short while it takes a few lines', () => {
    expect(isShortNote('Một dòng.')).toBe(true);
    expect(isShortNote('a\n'.repeat(20))).toBe(false);
    expect(isShortNote('a'.repeat(1_000))).toBe(false);
  });

  it('is cut into rows at line breaks', () => {
    const lines = Array.from({ length: 25 }, (_, index) => `dòng ${index}`);
    const rows = noteRows(lines.join('\n'));
    expect(rows).toHaveLength(3);
    expect(rows.join('\n')).toBe(lines.join('\n'));
  });

  it('loses no character, and no row grows beyond a page', () => {
    const note = fc.string({ unit: fc.constantFrom('a', 'ữ', ' ', '\n', '😀'), maxLength: 2_000 });
    fc.assert(
      fc.property(note, (text) => {
        const rows = noteRows(text);
        const solid = (part: string) => part.replace(/\s/g, '');
        expect(solid(rows.join(''))).toBe(solid(text));
        for (const row of rows) {
          expect(row.isWellFormed()).toBe(true);
          expect(row.split('\n').length).toBeLessThanOrEqual(10);
          expect(row.length).toBeLessThanOrEqual(800);
        }
      }),
    );
  });
});
