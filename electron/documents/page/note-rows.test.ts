import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../engine/fonts.ts';
import { printableText } from '../engine/printable-text.ts';
import type { Setting } from '../engine/text-lines.ts';
import { isShortNote, noteRows } from './note-rows.ts';

const setting: Setting = { face: 'normal', fontSize: 11, width: 350 };
const widthOf = (text: string) => textWidth(text, setting.face, setting.fontSize);

describe('a note on paper', () => {
  it('is short while it takes a few lines', () => {
    expect(isShortNote('Một dòng.', setting)).toBe(true);
    expect(isShortNote('a\n'.repeat(20), setting)).toBe(false);
    expect(isShortNote('a'.repeat(1_000), setting)).toBe(false);
  });

  it('is cut into rows at line breaks, and keeps its empty lines', () => {
    const lines = Array.from({ length: 25 }, (_, index) => `dòng ${index}`);
    const rows = noteRows(lines.join('\n'), setting);
    expect(rows).toHaveLength(3);
    expect(rows.join('\n')).toBe(lines.join('\n'));
    expect(noteRows('a\n\n'.repeat(10), setting).join('|')).toContain('a\n |a');
  });

  it('is broken only where the next word does not fit, also from row to row', () => {
    const note = 'Đoàn đã đối chiếu sổ đăng ký với báo cáo của trạm y tế xã. '.repeat(34).trim();
    const lines = noteRows(note, setting).flatMap((row) => row.split('\n'));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.join(' ')).toBe(note);
    for (const [index, line] of lines.slice(0, -1).entries()) {
      const next = lines[index + 1]?.split(' ')[0];
      expect(widthOf(`${line} ${next}`)).toBeGreaterThan(setting.width - 1);
    }
  });

  it('loses no character, and no line is wider than its column nor a row higher than ten', () => {
    const note = fc.string({
      unit: fc.constantFrom('a', 'ữ', ' ', '\n', '😀', 'WWWWWWWWWWWW'),
      maxLength: 2_000,
    });
    const solid = (part: string) => part.replace(/\s/g, '');
    fc.assert(
      fc.property(note, (text) => {
        const rows = noteRows(text, setting);
        expect(solid(rows.join(''))).toBe(solid(printableText(text)));
        for (const row of rows) {
          expect(row.split('\n').length).toBeLessThanOrEqual(10);
          for (const line of row.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(setting.width);
        }
      }),
    );
  });
});
