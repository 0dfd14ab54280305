import { describe, expect, it } from 'vitest';
import { currentSet, scorecardInput, unit } from '../../../tests/example-document-input.ts';
import type { ReadPdf } from '../../../tests/read-pdf.ts';
import { type Page, readScorecard, solid, type TextItem } from '../../../tests/read-scorecard.ts';
import { outsideMargins } from '../../../tests/within-margins.ts';
import { lineSpacing, textWidth } from '../engine/fonts.ts';
import { portrait } from '../page/decree-30.ts';
import { gap, numberWidth, wideWidth } from './detail-columns.ts';

const set = currentSet();
const indicators = set.criteria.flatMap((criterion) => criterion.indicators);
const foot = /^Phiếu chấm điểm .* Trang \d+\/\d+$/;

const vietnamese =
  'Ắ ằ ẳ ẵ ặ Ấ ầ ẩ ẫ ậ Ế ề ể ễ ệ Ố ồ ổ ỗ ộ Ớ ờ ở ỡ ợ Ứ ừ ử ữ ự ỳ ý ỷ ỹ ỵ đ Đ; trẻ được hỏi ý kiến ở thôn, ấp, bản. ';
const longNote = vietnamese.repeat(30).slice(0, 2_000).trim();
const longWord = 'nghiêngngả'.repeat(200);

/** Lines of every length up to the longest that is taken. */
function evidenceLines(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    `${index + 1}) ${vietnamese.repeat(3)}`.slice(0, 20 + ((index * 37) % 181)).trim(),
  );
}

describe('notes and evidence on the scorecard', () => {
  it('prints every note whole', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `dòng ${index}`)
      .join('\n')
      .slice(0, 2_000);
    const [first, second, third, fourth, fifth, sixth] = indicators;
    if (!first || !second || !third || !fourth || !fifth || !sixth)
      throw new Error('the set has six indicators');
    const notes = {
      [first.id]: 'Đã đối chiếu với sổ của xã.\n  - lùi vào đầu dòng',
      [second.id]: longNote,
      [third.id]: longWord,
      [fourth.id]: lines,
      [fifth.id]: longNote.normalize('NFD'),
      [sixth.id]: 'W'.repeat(2_000),
    };
    const pdf = await readScorecard(scorecardInput(undefined, { notes }));
    expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
    const printed = solid(noteText(pdf));
    for (const note of Object.values(notes)) expect(printed).toContain(solid(note.normalize('NFC')));
    expect(pdf.text).toBe(pdf.text.normalize('NFC'));
    expect(pdf.text).not.toContain('\uFFFD');
  });

  it('prints no empty box for a sign that the fonts lack, in notes and names', async () => {
    const [first, second] = indicators;
    if (!first || !second) throw new Error('the set has indicators');
    const pdf = await readScorecard(
      scorecardInput(undefined, {
        unit: { ...unit, name: 'Xã 漢 ★' },
        notes: { [first.id]: '✓ có sổ\v☐ thiếu biên bản 😀', [second.id]: `${'➢ ①\n'.repeat(20)}✗ hết` },
      }),
    );
    expect(pdf.text).not.toContain('\u0000');
    for (const part of ['Xã [U+6F22] *', '√ có sổ □ thiếu biên bản [U+1F600]', '► (1)', '× hết'])
      expect(pdf.text).toContain(part);
    const lines = pdf.pages.flatMap(({ items }) => items.map(({ text }) => text));
    expect(lines).toContain('□ thiếu biên bản [U+1F600]');
  });

  it('breaks a long note only where its next word does not fit, and says on the next page whose it is', async () => {
    const notes = Object.fromEntries(indicators.slice(0, 8).map(({ id }) => [id, longNote]));
    const { pages } = await readScorecard(scorecardInput(undefined, { notes }));
    const right = portrait.margins[0] + numberWidth + gap + wideWidth;
    expect(right).toBeCloseTo(portrait.margins[0] + portrait.contentWidth);
    const column = (page: Page) => page.items.filter(isNoteText);
    const lines = pages.flatMap((page) => column(page).filter(({ text }) => isPartOf(longNote, text)));
    expect(lines.length).toBeGreaterThan(40);
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      if (next === undefined || longNote.endsWith(line.text)) continue;
      const word = next.text.split(' ')[0] ?? '';
      expect(line.x + line.width + textWidth(` ${word}`, 'normal', 11)).toBeGreaterThan(right - 1);
    }
    const onNext = pages.filter((page) => {
      const [top] = column(page);
      return top !== undefined && isPartOf(longNote, top.text) && !longNote.startsWith(top.text);
    });
    expect(onNext.length).toBeGreaterThan(0);
    for (const page of onNext) {
      const [top] = column(page);
      expect(ownerAbove(page, top)).toBe(lastOwner(pages[pages.indexOf(page) - 1]));
      const rules = page.strokes.flat().map(([, y]) => y);
      const above = Math.min(...rules.filter((y) => y > (top?.y ?? 0)));
      expect(above - (top?.y ?? 0)).toBeGreaterThan(0.9 * 11 + 3);
    }
  });

  it('prints the empty lines of a long note, wherever its rows are cut', async () => {
    const [indicator] = indicators;
    if (!indicator) throw new Error('the set has indicators');
    const typed = Array.from({ length: 12 }, (_, index) => `dòng ${index}\n\n`).join('');
    const { pages } = await readScorecard(scorecardInput(undefined, { notes: { [indicator.id]: typed } }));
    const lines = pages.flatMap(({ items }, page) =>
      items.filter(({ text }) => /^dòng \d+$/.test(text)).map(({ y }) => ({ y, page })),
    );
    expect(lines).toHaveLength(12);
    for (const [index, { y, page }] of lines.slice(1).entries())
      if (lines[index]?.page === page)
        expect((lines[index]?.y ?? 0) - y).toBeCloseTo(2 * 11 * lineSpacing(), 1);
  });

  it('prints every line of evidence, none and one and sixty to an indicator', async () => {
    const counts = [0, 1, 60, 3];
    const evidence = Object.fromEntries(
      indicators.slice(0, 8).map(({ id }, index) => [id, evidenceLines(counts[index % 4] ?? 0)]),
    );
    const pdf = await readScorecard(scorecardInput(undefined, { evidence }));
    expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
    const printed = solid(noteText(pdf));
    for (const [id, lines] of Object.entries(evidence)) {
      expect(printed, id).toContain(solid(lines.map((line) => `–${line}`).join('')));
    }
    expect(pdf.text.match(/Minh chứng:/g)).toHaveLength(6);
  });

  it('never breaks a line of evidence between pages, and says on the next page whose it is', async () => {
    const lines = evidenceLines(60);
    const evidence = Object.fromEntries(indicators.slice(0, 4).map(({ id }) => [id, lines]));
    const { pages } = await readScorecard(scorecardInput(undefined, { evidence }));
    const whole = pages.flatMap((page) => {
      const printed = solid(
        page.items
          .filter(isNoteText)
          .map(({ text }) => text)
          .join(''),
      );
      return lines.filter((line) => printed.includes(`–${solid(line)}`));
    });
    expect(whole).toHaveLength(4 * lines.length);
    const going = pages.filter((page) => /^(– ?)?(?!1\))\d+\)/.test(firstNoteText(page)));
    expect(going.length).toBeGreaterThan(2);
    for (const page of going)
      expect(ownerAbove(page, page.items.find(isNoteText))).toBe(lastOwner(pages[pages.indexOf(page) - 1]));
  });

  it('prints a description whole that is longer than is taken', async () => {
    const evidence = { '1.1': ['W'.repeat(2_000)] };
    const pdf = await readScorecard(scorecardInput(undefined, { evidence }));
    expect(solid(noteText(pdf))).toContain('W'.repeat(2_000));
    expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
  });
});

const isNoteText = ({ font, height }: TextItem) => font === 'Tinos-Regular' && Math.abs(height - 11) < 0.01;

/** The numbers of indicators that stand in the margin of a page, from the top. */
function owners({ items }: Page): readonly TextItem[] {
  const ids = indicators.map(({ id }) => id);
  return items.filter(({ text, x }) => ids.includes(text) && Math.abs(x - portrait.margins[0]) < 1);
}

/** Whose heading stands above a line. */
function ownerAbove(page: Page, line: TextItem | undefined): string | undefined {
  return owners(page).findLast(({ y }) => y > (line?.y ?? 0))?.text;
}

/** Whose part a page ends with. */
function lastOwner(page: Page | undefined): string {
  const last = page === undefined ? undefined : owners(page).at(-1);
  if (last === undefined) throw new Error('a page with an indicator');
  return last.text;
}

function firstNoteText({ items }: Page): string {
  return items
    .filter(isNoteText)
    .slice(0, 2)
    .map(({ text }) => text)
    .join('');
}

/** All that is printed in the face and size of notes; repeated headings between two pages are in others. */
function noteText({ pages }: ReadPdf): string {
  return pages
    .flatMap(({ items }) => items)
    .filter(isNoteText)
    .map(({ text }) => text)
    .join('');
}

function isPartOf(note: string, line: string): boolean {
  return line.length > 20 && note.includes(line);
}
