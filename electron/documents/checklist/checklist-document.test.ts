import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unsetOffice } from '../../../criteria/office.ts';
import type { CriteriaSet, Indicator } from '../../../criteria/schema.ts';
import { lowerFirst, numberText, ruleLines, vi } from '../../../criteria/wording.ts';
import { arbitraryCriteriaSet } from '../../../tests/arbitrary-criteria-set.ts';
import { currentSet, office, unit } from '../../../tests/example-document-input.ts';
import { type ReadPdf, readPdf } from '../../../tests/read-pdf.ts';
import { outsideMargins } from '../../../tests/within-margins.ts';
import type { ChecklistInput } from '../document-input.ts';
import { renderPdf } from '../engine/pdf.ts';
import { portrait } from '../page/decree-30.ts';
import { checklistDocument } from './checklist-document.ts';

const set = currentSet();
const foot = /^Phiếu ghi tay .* Trang \d+\/\d+$/;

function checklistInput(replaced: Partial<ChecklistInput> = {}): ChecklistInput {
  return { set, date: '2026-11-22', office: unsetOffice, about: { unit, year: 2026 }, ...replaced };
}

const print = (input: ChecklistInput) => renderPdf([checklistDocument(input)]);
const read = async (input: ChecklistInput) => readPdf(await print(input));
const solid = (text: string) => text.replace(/\s/g, '');
const indicatorsOf = ({ criteria }: CriteriaSet) => criteria.flatMap(({ indicators }) => indicators);

type Page = ReadPdf['pages'][number];

/** Where the part of an indicator begins: its number in the first column, in the size of body text. */
function startOf({ items }: Page, { id }: Indicator) {
  return items.find(
    ({ text, x, font }) => text === id && x < portrait.margins[0] + 1 && font === 'Tinos-Regular',
  );
}

/** The text of one indicator's part without white space: a line may end anywhere. All of it is on one page. */
function partOf(of: CriteriaSet, { pages }: ReadPdf, indicator: Indicator): string {
  const page = pages.find((candidate) => startOf(candidate, indicator) !== undefined);
  if (page === undefined) throw new Error(`no page has ${indicator.id}`);
  const text = solid(page.text);
  const heads = [
    ...indicatorsOf(of).map((other) => other.id + vi(other.text)),
    ...of.criteria.map(({ id, name }) => id + vi(name)),
    'Phiếu ghi tay',
  ].map(solid);
  const start = text.indexOf(solid(indicator.id + vi(indicator.text)));
  const ends = heads.map((head) => text.indexOf(head, start + 1)).filter((end) => end > start);
  return start < 0 ? '' : text.slice(start, Math.min(...ends));
}

/** Every box that is drawn to be ticked, by its lower left corner. */
function boxes({
  strokes,
}: Page): { readonly x: number; readonly y: number; readonly size: number; readonly ticked: boolean }[] {
  const within = (points: Page['strokes'][number], size: number) => {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return Math.max(...xs) - Math.min(...xs) < size && Math.max(...ys) - Math.min(...ys) < size;
  };
  const small = strokes.filter((points) => within(points, 15));
  return small
    .filter(({ length }) => length >= 4)
    .map((corners) => {
      const [x, y] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))];
      const ticked = small.some(
        (points) =>
          points.length === 3 && points.every(([u, v]) => u > x && u < x + 14 && v > y && v < y + 14),
      );
      return { x, y, size: Math.max(...corners.map(([u]) => u)) - x, ticked };
    });
}

describe('the checklist', () => {
  it('asks everything the set asks: every criterion, indicator and figure, with its sector', async () => {
    const pdf = await read(checklistInput());
    for (const { id, name, max, sector, indicators } of set.criteria) {
      expect(pdf.text).toContain(`${id} ${vi(name)}`);
      expect(pdf.text).toContain(`Nguồn số liệu: ${vi(sector)}`);
      expect(pdf.text).toContain(`Tối đa ${numberText(max)} điểm`);
      for (const indicator of indicators) {
        const part = partOf(set, pdf, indicator);
        expect(part).toContain(solid(vi(indicator.text)));
        if (indicator.kind === 'check') {
          expect(part).toContain(solid(`Có (${numberText(indicator.points)} điểm) Không (0 điểm)`));
          continue;
        }
        for (const [label, id] of [
          ['Tử số', indicator.numerator],
          ['Mẫu số', indicator.denominator],
        ]) {
          const fact = set.facts.find((candidate) => candidate.id === id);
          expect(part).toContain(solid(`${label}: ${fact?.label.vi}`));
        }
        expect(part).toMatch(/Tỷlệ:(%|trên[\d.]+)Điểm:/);
        expect(part).toContain(`/${numberText(indicator.points)}`);
      }
    }
  });

  it('asks every figure once, and says later where it was written', async () => {
    const pdf = await read(checklistInput());
    const seen = new Map<string, string>();
    let references = 0;
    for (const indicator of indicatorsOf(set)) {
      if (indicator.kind === 'check') continue;
      const part = partOf(set, pdf, indicator);
      for (const id of [indicator.numerator, indicator.denominator]) {
        const label = set.facts.find((fact) => fact.id === id)?.label.vi ?? '';
        const first = seen.get(id);
        const reference = solid(`: ${label} (đã ghi ở chỉ tiêu ${first})`);
        expect(part.includes(reference), `${indicator.id} ${id}`).toBe(first !== undefined);
        if (first === undefined) seen.set(id, indicator.id);
        else references += 1;
      }
      expect(part.match(/đãghiởchỉtiêu/g) ?? []).toHaveLength(
        [indicator.numerator, indicator.denominator].filter((id) => seen.get(id) !== indicator.id).length,
      );
    }
    expect([...seen.keys()].sort()).toEqual(set.facts.map(({ id }) => id).sort());
    expect(references).toBeGreaterThan(0);
  });

  it('shows every band with its points, of every class where classes differ', async () => {
    const pdf = await read(checklistInput());
    const ratios = indicatorsOf(set).filter((indicator) => indicator.kind === 'ratio');
    expect(ratios.some(({ classBands }) => classBands.length > 0)).toBe(true);
    for (const indicator of ratios) {
      const part = partOf(set, pdf, indicator);
      for (const table of [indicator, ...indicator.classBands])
        for (const { condition, points } of ruleLines(indicator, table)) {
          expect(part).toContain(solid(condition));
          expect(part).toContain(`${numberText(points)}điểm`);
        }
      for (const { wording } of set.unitClasses)
        expect(part.includes(solid(lowerFirst(vi(wording))))).toBe(indicator.classBands.length > 0);
      const { gives } = indicator.zeroDenominator;
      expect(part).toContain(
        solid(`Khi mẫu số bằng 0, ${gives === 'full' ? 'được điểm tối đa' : 'không được điểm'}`),
      );
    }
  });

  it('draws two boxes to tick for every check, each before its answer', async () => {
    const { pages } = await read(checklistInput());
    let answers = 0;
    for (const page of pages)
      for (const { text, x, y } of page.items.filter(({ text }) => /^(Có|Không) \(/.test(text))) {
        const before = boxes(page).filter(
          (box) => x - box.x > 0 && x - box.x < 22 && Math.abs(box.y - y) < 5,
        );
        expect(before, text).toHaveLength(1);
        expect(before[0]?.ticked).toBe(false);
        answers += 1;
      }
    expect(answers).toBe(2 * indicatorsOf(set).filter(({ kind }) => kind === 'check').length);
  });

  it('is filled in for a known unit: its name, code and place, its type and class ticked', async () => {
    const { text, pages } = await read(checklistInput({ office }));
    for (const known of [
      unit.name,
      `Mã đơn vị: ${unit.code}`,
      'Địa bàn: Huyện Châu Đức, tỉnh Bà Rịa - Vũng Tàu',
      'Năm đánh giá: 2026',
    ])
      expect(text).toContain(known);
    const [first] = pages;
    if (first === undefined) throw new Error('a page');
    const ticked = boxes(first).filter((box) => box.ticked);
    const beside = ticked.map(
      ({ x, y }) =>
        first.items.filter((item) => item.x > x && item.x < x + 22 && Math.abs(item.y - y) < 5)[0]?.text ??
        '',
    );
    const type = set.unitTypes.find(({ id }) => id === unit.type);
    const unitClass = set.unitClasses.find(({ id }) => id === unit.class);
    expect(beside).toHaveLength(2);
    expect(beside[0]).toBe(type?.label.vi);
    expect(beside[1]?.startsWith(unitClass?.wording.vi ?? '?')).toBe(true);
  });

  it('leaves a line for everything that is not known, and a box for every type and class', async () => {
    const { pages, text } = await read(checklistInput({ about: null }));
    const [first] = pages;
    if (first === undefined) throw new Error('a page');
    expect(text).not.toContain(unit.name);
    for (const label of ['Đơn vị:', 'Mã đơn vị:', 'Địa bàn:', 'Năm đánh giá:', 'Ngày ghi số liệu:']) {
      const shown = first.items.find((item) => item.text === label);
      if (shown === undefined) throw new Error(`${label} is asked`);
      const right = portrait.margins[0] + portrait.contentWidth;
      const line = first.strokes.find(
        ([[, y] = [0, 0], [end] = [0, 0]]) => Math.abs(end - right) < 1 && Math.abs(shown.y - y) < 6,
      );
      expect(line, label).toBeDefined();
    }
    const head = first.items.find((item) => item.text === 'Chỉ tiêu và số liệu');
    const above = boxes(first).filter(({ y }) => y > (head?.y ?? 0));
    expect(above).toHaveLength(set.unitTypes.length + set.unitClasses.length);
    expect(above.some(({ ticked }) => ticked)).toBe(false);
    for (const { threshold } of set.unitClasses)
      expect(text).toContain(`(mức tối thiểu ${numberText(threshold)} điểm)`);
  });

  it('marks what is provisional and explains it once, and says nothing of the kind when all is confirmed', async () => {
    const pdf = await read(checklistInput());
    expect(pdf.text.split('Giải thích về số liệu tạm tính')).toHaveLength(2);
    const legend = pdf.text.slice(pdf.text.indexOf('lấy từ đâu:'));
    const cited = new Set(pdf.text.match(/\[\d+\]/g));
    expect(cited.size).toBeGreaterThan(2);
    for (const mark of cited) expect(legend).toContain(`${mark} `);
    for (const indicator of indicatorsOf(set)) {
      const provisional = JSON.stringify(indicator).includes('"provisional"');
      expect(partOf(set, pdf, indicator).includes('(Tạmtính)'), indicator.id).toBe(provisional);
    }

    const confirmed = JSON.parse(JSON.stringify(set).replaceAll('"provisional"', '"confirmed"'));
    const sure = await read(checklistInput({ set: confirmed }));
    expect(sure.text.toLowerCase()).not.toContain('tạm tính');
    expect(sure.text).not.toMatch(/\[\d+\]/);
  });

  it('ends with all points on one table, and three signatures', async () => {
    const { text } = await read(checklistInput({ office }));
    const totals = text.slice(text.indexOf('Tổng hợp điểm'));
    for (const { id, name, max } of set.criteria)
      expect(totals).toContain(`${id} ${vi(name)} ${numberText(max)}`);
    expect(totals).toContain('Kết luận sơ bộ: Đủ điều kiện Chưa đủ điều kiện');
    expect(totals).toContain(`Tổng điểm ${numberText(set.max)}`);
    expect(totals).toContain('không có tiêu chí nào được 0 điểm');
    expect(totals).toMatch(/THƯ KÝ ĐẠI DIỆN UBND XÃ TRƯỞNG ĐOÀN/);
  });

  it('marks every provisional maximum where all are added up, and explains the mark on that sheet', async () => {
    const { pages } = await read(checklistInput());
    const { text } = pages.find((page) => page.text.includes('Tổng hợp điểm')) ?? { text: '' };
    const [table = '', below = ''] = text.slice(text.indexOf('Tổng hợp điểm')).split('Điểm tối đa có số');
    const marks = new Set<string>();
    for (const { name, max, maxProvenance } of set.criteria) {
      const [mark] = table.match(new RegExp(`(?<=${vi(name)} ${numberText(max)} )\\[\\d+\\]`)) ?? [];
      expect(mark !== undefined, vi(name)).toBe(maxProvenance.status === 'provisional');
      if (mark !== undefined) marks.add(mark);
    }
    expect(marks.size).toBeGreaterThan(0);
    for (const mark of marks) expect(below).toContain(`${mark} `);
  });

  it('has boxes of 4.5 to 5 mm to tick', async () => {
    const { pages } = await read(checklistInput());
    const drawn = pages.flatMap((page) => boxes(page));
    expect(drawn.length).toBeGreaterThan(20);
    for (const { size } of drawn) {
      expect((size / 72) * 25.4).toBeGreaterThanOrEqual(4.5);
      expect((size / 72) * 25.4).toBeLessThanOrEqual(5);
    }
  });

  it('leaves little of its last page empty: lines to write on fill it', async () => {
    for (const about of [null, { unit, year: 2026 }]) {
      const { pages } = await read(checklistInput({ about }));
      const lowest = Math.min(
        ...(pages.at(-1)?.items ?? []).map(({ y }) => y).filter((y) => y >= portrait.margins[3]),
      );
      expect((lowest - portrait.margins[3]) / portrait.contentHeight).toBeLessThan(0.25);
    }
  });

  it('repeats the heading of a criterion that runs over, and begins every page with one', async () => {
    const { pages } = await read(checklistInput());
    const forms = pages
      .slice(1)
      .filter(({ items }) => items.some(({ text }) => text === 'Ghi chú, minh chứng'));
    expect(forms.length).toBeGreaterThan(3);
    for (const { items } of forms) {
      const onPage = items.filter(({ y }) => y < portrait.contentHeight + portrait.margins[3]);
      const highest = Math.max(...onPage.map(({ y }) => y));
      const [top] = onPage.filter(({ y }) => y > highest - 3).sort((a, b) => a.x - b.x);
      expect(set.criteria.map(({ id }) => id)).toContain(top?.text);
      expect(top?.font).toBe('Tinos-Bold');
    }
  });

  it('has its fonts embedded, its text in NFC, and its name on every page', async () => {
    const pdf = await read(checklistInput({ about: null }));
    expect(pdf.fonts.length).toBeGreaterThan(2);
    for (const { name, embedded } of pdf.fonts) expect([name, embedded]).toEqual([name, true]);
    expect(pdf.text).toBe(pdf.text.normalize('NFC'));
    for (const [index, { text }] of pdf.pages.entries())
      expect(text).toContain(`Phiếu ghi tay – ${vi(set.title)} Trang ${index + 1}/${pdf.pages.length}`);
  });

  it('stays within its margins with names of 200 characters', async () => {
    for (const name of [`Xã ${'Rất Dài '.repeat(24)}`.trim(), 'W'.repeat(200)]) {
      const pdf = await read(
        checklistInput({ about: { unit: { ...unit, name, province: name, district: name }, year: 2026 } }),
      );
      expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
      expect(pdf.solidText).toContain(solid(name));
    }
    expect(outsideMargins(await read(checklistInput({ about: null })), portrait, foot)).toEqual([]);
  });

  it('writes nothing over the room for notes', async () => {
    const { pages } = await read(checklistInput());
    const forms = pages.slice(1).flatMap(({ items }) => {
      const notes = items.find(({ text }) => text === 'Ghi chú, minh chứng');
      const end = items.find(({ text }) => text === 'Tổng hợp điểm')?.y ?? portrait.margins[3];
      const inForm = items.filter(({ y }) => y > end && y < portrait.contentHeight + portrait.margins[3]);
      return notes === undefined ? [] : [{ left: notes.x, inForm }];
    });
    expect(forms.length).toBeGreaterThan(3);
    for (const { left, inForm } of forms)
      for (const { text, x, width } of inForm) if (x < left) expect(x + width, text).toBeLessThan(left - 6);
  });

  it('loses nothing of a set with many bands and a rule for each of many classes', async () => {
    const [criterion] = set.criteria.filter(({ indicators }) =>
      indicators.some(({ kind }) => kind === 'ratio'),
    );
    const ratio = criterion?.indicators.find((indicator) => indicator.kind === 'ratio');
    const [unitClass] = set.unitClasses;
    if (!criterion || !ratio || !unitClass) throw new Error('the set has ratios and classes');
    const unitClasses = Array.from({ length: 24 }, (_, index) => ({
      ...unitClass,
      id: `class${index}`,
      wording: { vi: `Nhóm thứ ${index} ${'rất dài '.repeat(20)}`.trim(), en: 'Class' },
    }));
    const bands = Array.from({ length: 9 }, (_, index) => ({
      op: '>=' as const,
      rate: String(95 - index),
      points: 50 - index,
      provenance: ratio.provenance,
    }));
    const classBands = unitClasses.map(({ id }) => ({ unitClass: id, bands, otherwise: ratio.otherwise }));
    const indicator = { ...ratio, bands, classBands };
    const pdf = await read(
      checklistInput({
        set: { ...set, unitClasses, criteria: [{ ...criterion, indicators: [indicator] }] },
        about: null,
      }),
    );
    for (const { wording } of unitClasses)
      expect(pdf.solidText).toContain(solid(`cho ${lowerFirst(vi(wording))}:`));
    expect(pdf.text.match(/từ 87 % trở lên/g)).toHaveLength(unitClasses.length);
    expect(pdf.text).toContain('Tỷ lệ:');
    expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
  });

  it('can be made of any set', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCriteriaSet, fc.boolean(), async (one, known) => {
        const about = { unit: { ...unit, class: one.unitClasses[0]?.id ?? '' }, year: 2026 };
        const pdf = await read(checklistInput({ set: one, about: known ? about : null }));
        const text = solid(pdf.text);
        for (const indicator of indicatorsOf(one)) {
          // The longest texts go over a page's end.
          expect(text).toContain(solid(vi(indicator.text)).slice(0, 40));
          expect(text).toContain(
            indicator.kind === 'check' ? 'Không(0điểm)' : `/${numberText(indicator.points)}`,
          );
        }
        expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it('is the same bytes for the same input, today and tomorrow', async () => {
    const input = checklistInput({ office });
    const [first, again] = [await print(input), await print(input)];
    expect(Buffer.compare(first, again)).toBe(0);
    expect(createHash('sha256').update(first).digest('hex')).toBe(
      '8bf157d147f127c6f402ce17af5eb609edff9101b469788717f94eb85c9f0148',
    );
    expect(Buffer.compare(first, await print({ ...input, about: null }))).not.toBe(0);
  });
});
