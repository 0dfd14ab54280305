import { describe, expect, it } from 'vitest';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { score } from '../../../criteria/score.ts';
import { rateText } from '../../../criteria/wording.ts';
import { currentSet, unit } from '../../../tests/example-document-input.ts';
import {
  atZeroInThree,
  best,
  inputOf,
  listed,
  partly,
  readSummary,
  right,
  rowOf,
  words,
} from '../../../tests/example-summary.ts';
import type { SummaryUnit } from '../document-input.ts';
import { passRate } from './summary-count.ts';

const set = currentSet();
const passing = (count: number) => Array.from({ length: count }, (_, index) => listed(`Xã Được ${index}`));
const failing = (count: number) =>
  Array.from({ length: count }, (_, index) => listed(`Xã Trượt ${index}`, atZeroInThree));
const draft = (name: string, answers: Parameters<typeof listed>[1] = best) =>
  listed(name, answers, { status: 'draft' });

describe('the results above the list', () => {
  it.each([
    ['at', 3, 1, '75 %', 'bằng mục tiêu'],
    ['above', 4, 1, '80 %', 'cao hơn 5 điểm phần trăm so với mục tiêu'],
    ['far below', 0, 2, '0 %', 'thấp hơn 75 điểm phần trăm so với mục tiêu'],
    ['below by thirds', 5, 7, '41,67 %', 'thấp hơn 33,33 điểm phần trăm so với mục tiêu'],
    ['just below', 2, 1, '66,67 %', 'thấp hơn 8,33 điểm phần trăm so với mục tiêu'],
    ['below by sevenths', 5, 2, '71,43 %', 'thấp hơn 3,57 điểm phần trăm so với mục tiêu'],
  ])('say how the pass rate stands to the target: %s', async (_, eligible, others, rate, standing) => {
    const { text } = await readSummary(inputOf([...passing(eligible), ...failing(others)]));
    expect(text).toContain(
      `Tỷ lệ đạt: ${rate} (tạm tính) ${eligible} trong số ${eligible + others} đơn vị đã lập phiếu`,
    );
    expect(text).toContain(
      `Trong số đơn vị đã lập phiếu, tỷ lệ đạt (tạm tính) ${standing} quốc gia 75 % đến năm 2030.`,
    );
    expect(text).toContain('đơn vị chưa lập phiếu không được tính');
    expect(text).not.toContain('Chưa so sánh');
  });

  it('call nothing provisional where all rules are confirmed', async () => {
    const sure: CriteriaSet = JSON.parse(JSON.stringify(set).replaceAll('"provisional"', '"confirmed"'));
    const one = listed('Xã Chắc', best, { scorecard: score(sure, unit.class, best) });
    const { text } = await readSummary(inputOf([], { groups: [{ set: sure, units: [one] }] }));
    expect(text).toContain('Tỷ lệ đạt: 100 % 1 trong số 1 đơn vị');
    expect(text).toContain('tỷ lệ đạt cao hơn 25 điểm phần trăm');
  });

  it('take the target of the year, and say so where there is none', async () => {
    const of = async (year: number) => (await readSummary(inputOf(passing(1), { year }))).text;
    expect(await of(2024)).toContain('cao hơn 35 điểm phần trăm so với mục tiêu quốc gia 65 % đến năm 2025.');
    expect(await of(2031)).toContain('Bộ tiêu chí không nêu mục tiêu quốc gia cho năm 2031.');
  });

  it.each([
    ['drafts', [draft('Xã Nháp')], [], '1 phiếu chưa chốt.'],
    ['what cannot be read', [], ['Xã Hỏng', 'Xã Mất'], '2 phiếu không đọc được.'],
    ['both', [draft('Xã Nháp')], ['Xã Hỏng'], '1 phiếu chưa chốt và 1 phiếu không đọc được.'],
  ] satisfies [string, SummaryUnit[], string[], string][])(
    'leave the comparison until all is final: %s',
    async (_, drafts, missing, open) => {
      const { text } = await readSummary(inputOf([...passing(2), ...drafts], { missing }));
      expect(text).toContain(
        `Mục tiêu quốc gia: 75 % đến năm 2030. Chưa so sánh với mục tiêu vì còn ${open}`,
      );
      expect(text).toContain(`2 trong số ${2 + drafts.length + missing.length} đơn vị đã lập phiếu`);
      expect(text).toContain('mục tiêu 75 %');
      expect(text).not.toMatch(/điểm phần trăm/);
    },
  );

  it('draw a black bar from 0 to 100 % with a mark where the target is', async () => {
    const [page] = (await readSummary(inputOf([...passing(1), ...failing(3)]))).pages;
    const zero = page?.items.find(({ text }) => text === '0 %');
    const full = page?.items.find(({ text }) => text === '100 %');
    const label = page?.items.find(({ text }) => text === 'mục tiêu 75 %');
    if (zero === undefined || full === undefined || label === undefined)
      throw new Error('the bar has its words');
    const mark = (page?.strokes ?? [])
      .filter(([a, b]) => a !== undefined && b !== undefined && a[0] === b[0] && a[0] > right(zero))
      .map(([point]) => point?.[0] ?? 0);
    expect(mark).toHaveLength(1);
    const from = right(zero) + 5;
    const shareAt = (x: number) => (x - from) / (full.x - 5 - from);
    expect(shareAt(mark[0] ?? 0)).toBeCloseTo(0.75, 2);
    expect(Math.abs((mark[0] ?? 0) - (label.x + label.width / 2))).toBeLessThan(2);
    const filled = (page?.shapes ?? []).filter(
      ({ painted, colour, points }) =>
        painted === 'fill' && colour === '#000000' && points.some(([x]) => Math.abs(x - from) < 1),
    );
    expect(filled).toHaveLength(1);
    expect(shareAt(Math.max(...(filled[0]?.points ?? []).map(([x]) => x)))).toBeCloseTo(0.25, 2);
  });

  it('count what is final apart from drafts, and tell what the drafts would bring', async () => {
    const drafts = [draft('Xã Nháp Đủ'), draft('Xã Nháp Thiếu', partly)];
    const pdf = await readSummary(inputOf([...passing(3), ...failing(2), ...drafts]));
    const figures = (label: string) => words(rowOf(pdf, label)).slice(1, 5);
    expect(figures('Đã chốt')).toEqual(['5', '3', '2', '0']);
    expect(figures('Chưa chốt (nháp)')).toEqual(['2', '1', '0', '1']);
    expect(figures('Tổng số')).toEqual(['7', '4', '2', '1']);
    expect(pdf.text).toContain(`Tỷ lệ đạt: ${rateText(4286, 100)} (tạm tính) 3 trong số 7 đơn vị`);
    expect(pdf.text).toContain('Có 1 phiếu nháp đang đủ điều kiện');
    expect(pdf.text).toContain('thì tỷ lệ là 57,14 % (tạm tính)');
    expect(pdf.text).toContain('Có 2 phiếu chưa chốt, số liệu còn có thể thay đổi');
    expect(pdf.text).not.toContain('BẢN NHÁP');
  });

  it('count what cannot be read in the total, but give it no verdict', async () => {
    const pdf = await readSummary(inputOf(passing(2), { missing: ['Xã Hỏng'] }));
    const figures = (label: string) => words(rowOf(pdf, label)).slice(1, 5);
    expect(figures('Không đọc được phiếu')).toEqual(['1', '–', '–', '–']);
    expect(figures('Tổng số')).toEqual(['3', '2', '0', '0']);
    expect((await readSummary(inputOf(passing(2)))).text).not.toContain('Không đọc được phiếu');
  });

  it('name the source of the target once', async () => {
    const { text } = await readSummary(inputOf(passing(1)));
    expect(text).toContain('Nguồn: Mục tiêu nêu trong Quyết định');
    expect(text).not.toContain('Nguồn của mục tiêu');
  });
});

describe('the pass rate', () => {
  it('is as far from the target as it looks, to the nearest hundredth', () => {
    for (let all = 1; all <= 250; all += 1)
      for (let passed = 0; passed <= all; passed += 1) {
        const shown = 7500 - passRate(passed, all, 75);
        // |shown - exact| <= 1/2, cross-multiplied.
        expect(2 * Math.abs(shown * all - (7500 * all - 10_000 * passed))).toBeLessThanOrEqual(all);
      }
  });

  it('never looks as if it had reached the target, or everything', () => {
    expect(passRate(74_999, 100_000, 75)).toBe(7499);
    expect(passRate(99_999, 100_000, 75)).toBe(9999);
    expect(passRate(99_999, 100_000)).toBe(9999);
    expect(passRate(75_000, 100_000, 75)).toBe(7500);
    expect(passRate(3, 3)).toBe(10_000);
  });
});
