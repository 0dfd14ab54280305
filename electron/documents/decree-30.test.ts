import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../tests/read-pdf.ts';
import { heading, headingHeight, landscape, portrait, sheet } from './decree-30.ts';
import { type Issuer, unsetIssuer } from './document-input.ts';
import { renderPdf } from './pdf.ts';

const about = { title: 'Thử', subject: '', date: '2026-11-22' };
const issuers: readonly Issuer[] = [
  unsetIssuer,
  { superior: 'Tỉnh ví dụ', body: 'Ủy ban nhân dân huyện ví dụ', place: 'Ví dụ' },
  {
    superior: 'Tỉnh ví dụ',
    body: 'Ủy ban nhân dân huyện Rất Dài '.repeat(4).trim(),
    place: 'Ví dụ '.repeat(20),
  },
];

async function read(issuer: Issuer, page = portrait) {
  const definition: TDocumentDefinitions = {
    ...sheet(page, about),
    content: [heading(issuer, '2026', page), { text: 'Dưới', fontSize: 10 }],
  };
  const [first] = (await readPdf(await renderPdf(definition))).pages;
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
      const read30 = await read(unsetIssuer, page);
      const motto = read30.items.find(({ text }) => text === 'Độc lập - Tự do - Hạnh phúc');
      if (motto === undefined) throw new Error('the motto stands on one line');
      const rule = ruleBelow(read30, motto.y, motto.x, motto.x + motto.width);
      expect(rule.heights).toBe(1);
      expect(Math.abs(rule.left - motto.x)).toBeLessThan(0.6);
      expect(Math.abs(rule.right - (motto.x + motto.width))).toBeLessThan(0.6);
    }
  });

  it('has a rule under the issuing body of a third to a half of its length, centred', async () => {
    for (const issuer of issuers.slice(0, 2)) {
      const page = await read(issuer);
      const body = page.items.find(({ text }) => text === issuer.body.toLocaleUpperCase('vi'));
      if (body === undefined) throw new Error('the body stands on one line');
      const rule = ruleBelow(page, body.y, body.x, body.x + body.width);
      expect(rule.heights).toBe(1);
      expect(rule.length).toBeGreaterThanOrEqual(body.width / 3 - 0.1);
      expect(rule.length).toBeLessThanOrEqual(body.width / 2);
      expect(Math.abs(rule.left + rule.right - (2 * body.x + body.width))).toBeLessThan(2);
    }
  });

  it('never wraps the name of the state', async () => {
    for (const page of [portrait, landscape]) {
      expect(JSON.stringify(heading(unsetIssuer, '2026', page))).toMatch(
        /"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"[^}]*"noWrap":true/,
      );
      const state = (await read(unsetIssuer, page)).items.filter(({ text }) => text.startsWith('CỘNG HÒA'));
      expect(state.map(({ text }) => text)).toEqual(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
    }
  });

  it('is no higher than it says, whatever the office is called', async () => {
    for (const page of [portrait, landscape])
      for (const issuer of issuers) {
        const { items, height } = await read(issuer, page);
        const below = items.find(({ text }) => text === 'Dưới');
        const bottom = height - page.margins[1] - (below?.y ?? 0) - 0.9 * 10;
        expect(headingHeight(issuer, '2026', page)).toBeGreaterThanOrEqual(bottom - 0.5);
        expect(headingHeight(issuer, '2026', page)).toBeLessThan(bottom + 6);
      }
  });
});
