import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { numberText, reasonText, vi } from '../../../criteria/wording.ts';
import {
  bestAnswers,
  currentSet,
  office,
  scorecardInput,
  unit,
} from '../../../tests/example-document-input.ts';
import { readScorecard, solid, textOf } from '../../../tests/read-scorecard.ts';
import { outsideMargins } from '../../../tests/within-margins.ts';
import { layoutVersion } from '../../sheets/attachment.ts';
import type { ScorecardInput } from '../document-input.ts';
import { renderPdf } from '../engine/pdf.ts';
import { mm, portrait } from '../page/decree-30.ts';
import { scorecardDocument } from './scorecard-document.ts';

const set = currentSet();
const indicators = set.criteria.flatMap((criterion) => criterion.indicators);
const foot = /^Phiếu chấm điểm .* – mã kiểm tra( [0-9a-f]{4}){4} Trang \d+\/\d+$/;
const sentence = 'Đoàn đã đối chiếu sổ đăng ký với báo cáo của trạm y tế xã, hỏi thêm các hộ ở thôn 3. ';
const longNote = sentence.repeat(24).slice(0, 2_000).trim();

/** A little under the best everywhere, one criterion at zero, one denominator at zero, one figure not given. */
const middling = {
  ...bestAnswers(set),
  children_registered: 1920,
  children_abused: 7,
  children_injured: 12,
  children_checked: 1431,
  cases: 0,
  cases_planned: 0,
  under5_underweight: 230,
  '11.2': false,
};

describe('the layout of the scorecard', () => {
  it('has the margins of Decree 30 on every page, with all that is drawn inside them', async () => {
    expect(portrait.margins.map((margin) => Math.round(margin / mm(1)))).toEqual([30, 20, 15, 20]);
    const evidence = Object.fromEntries(indicators.map(({ id }) => [id, Array(20).fill(sentence)]));
    const notes = Object.fromEntries(indicators.map(({ id }) => [id, longNote]));
    const pdf = await readScorecard(scorecardInput(middling, { office, notes, evidence }));
    expect(pdf.pages.length).toBeGreaterThan(20);
    expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
    const [left, top, right, bottom] = portrait.margins;
    for (const { width, height, shapes } of pdf.pages) {
      expect([width / mm(1), height / mm(1)].map(Math.round)).toEqual([210, 297]);
      for (const [x, y] of shapes.flatMap(({ points }) => points)) {
        expect(x).toBeGreaterThanOrEqual(left - 0.1);
        expect(x).toBeLessThanOrEqual(width - right + 0.1);
        expect(y).toBeGreaterThanOrEqual(bottom - 0.1);
        expect(y).toBeLessThanOrEqual(height - top + 0.1);
      }
    }
  });

  it('never splits the row of an indicator between pages', async () => {
    const notes = Object.fromEntries(indicators.map(({ id }) => [id, sentence.repeat(5).trim()]));
    const evidence = Object.fromEntries(indicators.map(({ id }) => [id, [sentence.trim(), 'Sổ theo dõi.']]));
    for (const replaced of [{}, { notes, evidence }]) {
      const { pages } = await readScorecard(scorecardInput(middling, replaced));
      for (const indicator of indicators) {
        const parts = pages.map(({ text }) => textOf(text, indicator)).filter((part) => part !== '');
        expect(parts, indicator.id).toHaveLength(1);
        expect(parts[0]).toContain('Quy định');
        expect(parts[0]).toContain('Kết quả: ');
        if ('notes' in replaced) expect(solid(parts[0] ?? '')).toContain(solid(`${notes[indicator.id]}Minh`));
        if ('evidence' in replaced) expect(parts[0]).toContain('Sổ theo dõi.');
      }
    }
  });

  it('never has its signatures on a sheet without the code of what is signed', async () => {
    for (const words of [0, 2, 4, 6, 8]) {
      const notes = { '13.2': sentence.repeat(words).trim() };
      const { pages } = await readScorecard(scorecardInput(middling, { office, notes }));
      const last = pages.at(-1)?.text ?? '';
      for (const part of ['Mã kiểm tra', '(Ký tên)', 'Nơi nhận:', 'Trần Quốc Huy'])
        expect(last).toContain(part);
    }
  });

  it('prints all recipients below the signatures, on a further page only what one does not hold', async () => {
    const list = (words: number) =>
      Array.from({ length: 10 }, (_, index) => `Ủy ban số ${index} ${'để báo cáo '.repeat(words)}`.trim());
    const [many, long] = [list(1), list(18)];
    const secretary = {
      capacity: Array(4).fill('Phó Trưởng phòng Lao động, Thương binh và Xã hội'),
      name: '',
    };
    for (const scorecard of [many, long]) {
      const named = {
        ...office,
        signatories: { ...office.signatories, ...(scorecard === long ? { secretary } : {}) },
        recipients: { ...office.recipients, scorecard },
      };
      const pdf = await readScorecard(scorecardInput(middling, { office: named }));
      for (const name of scorecard) expect(pdf.text).toContain(name);
      const signed = pdf.pages.find(({ text }) => text.includes('Mã kiểm tra'));
      expect(signed?.text).toContain(`Nơi nhận: - ${scorecard[0]}`);
      const last = pdf.pages.at(-1);
      expect(last === signed).toBe(scorecard === many);
      expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
    }
  });

  it('never tears the list of sources, nor the reasons of a verdict up to six', async () => {
    const [first = ''] = indicators.map(({ id }) => id);
    for (let words = 0; words <= 24; words += 3) {
      const named = { ...office, body: `Ủy ban ${'nhân dân xã '.repeat(words)}` };
      const notes = { [first]: 'dòng\n'.repeat(words + 1) };
      const answers = { ...middling, children_registered: 0, under1_vaccinated: 0, children_checked: 0 };
      const input = scorecardInput(answers, { office: named, notes });
      const { pages } = await readScorecard(input);
      const together = (from: string, to: string) =>
        pages.filter(({ text }) => text.includes(from) && text.includes(to)).length;
      expect(together('Giải thích về số liệu tạm tính', '[4] ')).toBe(1);
      const { reasons } = input.scorecard;
      expect(reasons.length).toBeGreaterThan(3);
      expect(reasons.length).toBeLessThanOrEqual(6);
      const last = reasons.at(-1);
      if (last === undefined) throw new Error('a reason');
      expect(together('Lý do kết luận', reasonText(set, last))).toBe(1);
    }
  });

  it('never breaks a figure, however large', async () => {
    const most = Number.MAX_SAFE_INTEGER;
    const answers = Object.fromEntries(
      Object.entries(bestAnswers(set)).map(([id, answer]) => [id, answer === 2000 ? most : answer]),
    );
    const pdf = await readScorecard(scorecardInput(answers));
    const whole = pdf.pages.flatMap(({ items }) => items.filter(({ text }) => text === numberText(most)));
    const asked = indicators.filter(({ kind }) => kind === 'ratio').length;
    expect(whole.length).toBeGreaterThan(asked);
    expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
  });

  it('stays within its margins with names of 200 characters', async () => {
    for (const name of [`Xã ${'Rất Dài '.repeat(24)}`.trim(), 'W'.repeat(200)]) {
      const pdf = await readScorecard(
        scorecardInput(middling, { unit: { ...unit, name, province: name, district: name } }),
      );
      expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
      expect(pdf.solidText).toContain(solid(name));
    }
  });

  it('begins with the state’s name on one line, and numbers its sheets', async () => {
    const pdf = await readScorecard(scorecardInput());
    const [first] = pdf.pages;
    const state = first?.items.filter(({ text }) => text === 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(state).toHaveLength(1);
    expect(first?.items.some(({ text }) => text === 'Độc lập - Tự do - Hạnh phúc')).toBe(true);
    const number = first?.items.find(({ text }) => text.startsWith('Số: '));
    const date = first?.items.find(({ text }) => text.includes('năm 2026') && text.includes('ngày'));
    expect(number?.y).toBe(date?.y);
    for (const [index, page] of pdf.pages.entries())
      expect(page.text).toContain(`Trang ${index + 1}/${pdf.pages.length}`);
    expect(pdf.pages.length).toBeLessThanOrEqual(8);
  });

  it('repeats the heading of a criterion that runs over, and leaves no heading alone', async () => {
    const notes = Object.fromEntries(indicators.map(({ id }) => [id, longNote.slice(0, 600)]));
    const pdf = await readScorecard(scorecardInput(undefined, { notes }));
    const carrying = set.criteria.map(
      ({ id, name }) =>
        pdf.pages.filter(({ text }) => text.includes(`${id} ${vi(name)} Nguồn số liệu`)).length,
    );
    expect(Math.min(...carrying)).toBe(1);
    expect(Math.max(...carrying)).toBe(2);
    for (const page of pdf.pages.slice(2, -1)) {
      const [top] = page.items.filter(({ upright, y }) => upright && y < page.height - portrait.margins[1]);
      expect(set.criteria.map(({ id }) => id)).toContain(top?.text);
    }
    for (const page of pdf.pages) {
      const lowest = page.items
        .filter(({ upright, y }) => upright && y >= portrait.margins[3])
        .sort((a, b) => a.y - b.y)[0];
      expect(lowest?.text).not.toMatch(/^(Nguồn số liệu|Chi tiết theo|Giải thích về số liệu)/);
    }
  });

  it('leaves no title alone at the foot of a page, however its parts fall', async () => {
    const criteria = set.criteria.map((criterion) => ({
      ...criterion,
      name: { vi: `${vi(criterion.name)} ${'và những việc khác có liên quan '.repeat(4)}`.trim(), en: '' },
    }));
    for (const longNames of [set, { ...set, criteria }])
      for (let words = 0; words <= 120; words += 12) {
        const named = { ...office, body: `Ủy ban ${'nhân dân xã '.repeat(words)}` };
        const { pages } = await readScorecard(scorecardInput(middling, { set: longNames, office: named }));
        for (const page of pages) {
          const lowest = page.items
            .filter(({ upright, y }) => upright && y >= portrait.margins[3])
            .sort((a, b) => a.y - b.y)[0];
          expect(lowest?.text).not.toMatch(
            /^(Điểm theo tiêu chí|Kết quả|Lý do kết luận|Mã kiểm tra|Mức điểm kế tiếp.*|Cần có để.*|Các chỉ tiêu khác|Không tính được tỷ lệ|Chi tiết theo.*|Nguồn số liệu.*|Giải thích về.*|Điểm\/tối đa|TT)$/,
          );
        }
      }
  });

  it('keeps its rows whole, and a heading with its first row', () => {
    const tables = tablesIn(scorecardDocument(scorecardInput(middling)).content);
    const ofRows = tables.filter(({ headerRows }) => headerRows !== undefined);
    expect(ofRows).toHaveLength(1 + set.criteria.length);
    for (const table of ofRows) {
      expect(table.dontBreakRows).toBe(true);
      expect(table.keepWithHeaderRows).toBeGreaterThanOrEqual(1);
    }
  });

  it('keeps every title with what stands below it', () => {
    const { content } = scorecardDocument(scorecardInput(middling));
    for (const title of [
      'Kết quả',
      'Lý do kết luận',
      'Điểm theo tiêu chí',
      'Chi tiết theo chỉ tiêu',
      'Giải thích về số liệu tạm tính',
    ]) {
      const stack = stackUnder(content, title);
      expect(stack?.unbreakable, title).toBe(true);
      expect(stack?.stack.length, title).toBeGreaterThan(1);
    }
  });

  it('has all fonts embedded', async () => {
    const { fonts } = await readScorecard(scorecardInput());
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts)
      expect(font).toMatchObject({ embedded: true, name: expect.stringMatching(/^Tinos/) });
  });

  it('is the same bytes for the same input, today and tomorrow, and other bytes for another', async () => {
    const input = scorecardInput(middling, {
      office,
      notes: { '1.1': longNote, '2.1': 'Đã xem sổ.' },
      evidence: { '1.1': ['Quyết định phân công', 'Sổ họp'], '2.1': Array(20).fill(sentence) },
    });
    const bytes = (of: ScorecardInput) => renderPdf([scorecardDocument(of)]);
    const [first, again] = [await bytes(input), await bytes(input)];
    expect(Buffer.compare(first, again)).toBe(0);
    // NOTE: when what is drawn has changed, so must the version: sheets that were printed before are then checked otherwise.
    expect([layoutVersion, createHash('sha256').update(first).digest('hex')]).toEqual([
      2,
      '3cd98ee42c9cc0961b8905f413de524813d6e9feba5c58fc5c98a58770a99838',
    ]);
    expect(Buffer.compare(first, await bytes({ ...input, date: '2026-11-23' }))).not.toBe(0);
  });
});

/** Every table within a part of a document's definition. */
function tablesIn(part: unknown): Record<string, unknown>[] {
  if (Array.isArray(part)) return part.flatMap(tablesIn);
  if (typeof part !== 'object' || part === null) return [];
  const own = 'table' in part ? [part.table as Record<string, unknown>] : [];
  return [...own, ...Object.values(part).flatMap(tablesIn)];
}

interface Stack {
  readonly stack: readonly unknown[];
  readonly unbreakable?: boolean;
}

/** The stack that begins with a title. */
function stackUnder(part: unknown, title: string): Stack | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  if ('stack' in part && Array.isArray(part.stack) && part.stack[0]?.text === title) return part as Stack;
  for (const inner of Object.values(part)) {
    const found = stackUnder(inner, title);
    if (found !== undefined) return found;
  }
  return undefined;
}
