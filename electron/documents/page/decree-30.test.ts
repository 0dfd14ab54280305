import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { describe, expect, it } from 'vitest';
import { type Office, unsetOffice } from '../../../criteria/office.ts';
import { readPdf } from '../../../tests/read-pdf.ts';
import { renderPdf } from '../engine/pdf.ts';
import { heading, headingHeight, landscape, portrait, sheet } from './decree-30.ts';

const about = { title: 'Thử', subject: '', date: '2026-11-22' };
const offices: readonly Office[] = [
  unsetOffice,
  { ...unsetOffice, superior: 'Tỉnh ví dụ', body: 'Ủy ban nhân dân huyện ví dụ', place: 'Ví dụ' },
  { ...unsetOffice, body: 'Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu' },
  {
    ...unsetOffice,
    superior: 'Tỉnh ví dụ',
    body: 'Ủy ban nhân dân huyện Rất Dài '.repeat(4).trim(),
    place: 'Ví dụ '.repeat(20),
  },
];

/** What stands for an office that has not been named. */
const dotted = '……………………………………';

async function read(office: Office, page = portrait) {
  const definition: TDocumentDefinitions = {
    ...sheet(page, about),
    content: [heading(office, '2026', page), { text: 'Dưới', fontSize: 10 }],
  };
  const [first] = (await readPdf(await renderPdf([definition]))).pages;
  if (first === undefined) throw new Error('a page');
  return first;
}

type Page = Awaited<ReturnType<typeof read>>;

/** The level line that is drawn closest below a height, within a stretch of the page. */
function ruleBelow({ strokes }: Page, y: number, from: number, to: number) {
  const xs = strokes
    .map((points) => points.map(([x, height]) => ({ x, height })))
    .filter((points) =>
      points.every(({ x, height }) => height < y && y - height < 8 && x > from - 2 && x < to + 2),
    )
    .flat();
  const left = Math.min(...xs.map(({ x }) => x));
  const right = Math.max(...xs.map(({ x }) => x));
  return { left, right, length: right - left, heights: new Set(xs.map(({ height }) => height)).size };
}

describe('the heading of Decree 30', () => {
  it('has a rule under the motto exactly as long as it', async () => {
    for (const page of [portrait, landscape]) {
      const read30 = await read(unsetOffice, page);
      const motto = read30.items.find(({ text }) => text === 'Độc lập - Tự do - Hạnh phúc');
      if (motto === undefined) throw new Error('the motto stands on one line');
      const rule = ruleBelow(read30, motto.y, motto.x, motto.x + motto.width);
      expect(rule.heights).toBe(1);
      expect(Math.abs(rule.left - motto.x)).toBeLessThan(0.6);
      expect(Math.abs(rule.right - (motto.x + motto.width))).toBeLessThan(0.6);
    }
  });

  it('has a rule under the issuing body of a third to a half of its length, centred', async () => {
    for (const office of offices.slice(0, 2)) {
      const page = await read(office);
      const body = page.items.find(
        ({ text, font }) => font === 'Tinos-Bold' && text === (office.body.toLocaleUpperCase('vi') || dotted),
      );
      if (body === undefined) throw new Error('the body stands on one line');
      const rule = ruleBelow(page, body.y, body.x, body.x + body.width);
      expect(rule.heights).toBe(1);
      expect(rule.length).toBeGreaterThanOrEqual(body.width / 3 - 0.1);
      expect(rule.length).toBeLessThanOrEqual(body.width / 2);
      expect(Math.abs(rule.left + rule.right - (2 * body.x + body.width))).toBeLessThan(2);
    }
  });

  it('has no line above a body without a superior, and dotted ones only where neither is named', async () => {
    const lines = async (office: Office) =>
      (await read(office)).items
        .filter(({ x, font, text }) => x < 200 && !font.includes('Italic') && !/^(Số|Dưới)/.test(text))
        .map(({ text }) => text);
    const [unset, , alone] = offices;
    expect(await lines(unset ?? unsetOffice)).toEqual(['……………………………', dotted]);
    expect(await lines(alone ?? unsetOffice)).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH BÀ RỊA - VŨNG TÀU']);
    expect(await lines({ ...unsetOffice, superior: 'Tỉnh ví dụ' })).toEqual(['TỈNH VÍ DỤ', dotted]);
  });

  it('never wraps the name of the state', async () => {
    for (const page of [portrait, landscape]) {
      expect(JSON.stringify(heading(unsetOffice, '2026', page))).toMatch(
        /"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"[^}]*"noWrap":true/,
      );
      const state = (await read(unsetOffice, page)).items.filter(({ text }) => text.startsWith('CỘNG HÒA'));
      expect(state.map(({ text }) => text)).toEqual(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
    }
  });

  it('is no higher than it says, whatever the office is called', async () => {
    for (const page of [portrait, landscape])
      for (const office of offices) {
        const { items, height } = await read(office, page);
        const below = items.find(({ text }) => text === 'Dưới');
        const bottom = height - page.margins[1] - (below?.y ?? 0) - 0.9 * 10;
        expect(headingHeight(office, '2026', page)).toBeGreaterThanOrEqual(bottom - 0.5);
        expect(headingHeight(office, '2026', page)).toBeLessThan(bottom + 6);
      }
  });
});
