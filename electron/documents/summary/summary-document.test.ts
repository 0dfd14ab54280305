import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../criteria/answers.ts';
import { unsetOffice } from '../../../criteria/office.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { score } from '../../../criteria/score.ts';
import { numberText, provisionalMeaning, rateText, vi } from '../../../criteria/wording.ts';
import { arbitraryAnswers, arbitraryCriteriaSet } from '../../../tests/arbitrary-criteria-set.ts';
import { bestAnswers, currentSet, office, unit } from '../../../tests/example-document-input.ts';
import { type ReadPdf, readPdf } from '../../../tests/read-pdf.ts';
import type { SummaryInput, SummaryUnit } from '../document-input.ts';
import { renderPdf } from '../engine/pdf.ts';
import { landscapeList } from '../page/decree-30.ts';
import { summaryDocument } from './summary-document.ts';

const set = currentSet();
const best = bestAnswers(set);
const atZeroInThree = { ...best, children_abused: 2000 };
const partly = { ...best, hamlets: null };

function listed(name: string, answers: Answers = best, replaced: Partial<SummaryUnit> = {}): SummaryUnit {
  return {
    unit: { ...unit, name },
    status: 'final',
    revision: 1,
    scorecard: score(set, unit.class, answers),
    ...replaced,
  };
}

function inputOf(units: readonly SummaryUnit[], replaced: Partial<SummaryInput> = {}): SummaryInput {
  return { date: '2026-11-22', office, year: 2026, groups: [{ set, units }], missing: [], ...replaced };
}

/** As many units as wished, of every verdict and status. */
function communes(count: number): SummaryUnit[] {
  const kinds = [best, atZeroInThree, partly, { ...best, children_checked: 1300 }, {}];
  return Array.from({ length: count }, (_, index) =>
    listed(`Xã Số ${index + 1}`, kinds[index % kinds.length], {
      status: index % 4 === 3 ? 'draft' : 'final',
      revision: 1 + (index % 2),
    }),
  );
}

const read = async (input: SummaryInput) => readPdf(await renderPdf([summaryDocument(input)]));
const solid = (text: string) => text.replace(/\s/g, '');

type Page = ReadPdf['pages'][number];
type Item = Page['items'][number];

const right = ({ x, width }: Item) => x + width;
const words = (items: readonly Item[]) => items.map(({ text }) => text.trim());

/** The line of text that begins with a figure at the left edge and then names a unit. */
function rowOf({ pages }: ReadPdf, name: string): readonly Item[] {
  for (const { items } of pages) {
    const named = items.find(({ text, x }) => text.trim() === name && x < 200);
    if (named !== undefined)
      return items.filter(({ y }) => Math.abs(y - named.y) < 1).toSorted((a, b) => a.x - b.x);
  }
  throw new Error(`no row of ${name}`);
}

/** What the row of a unit is to say, from its number to its status. */
function expectedRow(number: number, { unit, status, revision, scorecard }: SummaryUnit): string[] {
  return [
    numberText(number),
    unit.name,
    ...scorecard.criteria.map(({ points }) => (points === null ? '–' : numberText(points))),
    numberText(scorecard.total),
    ...(scorecard.provisional ? ['*'] : []),
    numberText(scorecard.threshold),
    { eligible: 'Đủ ĐK', ineligible: 'Chưa đủ ĐK', incomplete: 'Thiếu số liệu' }[scorecard.verdict],
    status === 'final' ? `Chốt lần ${revision}` : 'Nháp',
  ];
}

/** Without what stands in the margins, so that text which goes on overleaf can be found. */
function bodyText({ pages }: ReadPdf): string {
  const [, top, , bottom] = landscapeList.margins;
  const inBody = ({ items, height }: Page) => items.filter(({ y }) => y > bottom && y < height - top);
  return words(pages.flatMap(inBody)).join(' ');
}

function expectWithinMargins({ pages }: ReadPdf): void {
  const [left, top, rightMargin, bottom] = landscapeList.margins;
  for (const page of pages) {
    expect(page.width).toBeGreaterThan(page.height);
    const onSheet = page.items.filter(({ upright }) => upright);
    for (const item of onSheet) {
      expect(item.x, item.text).toBeGreaterThanOrEqual(left - 0.1);
      expect(right(item), item.text).toBeLessThanOrEqual(page.width - rightMargin + 0.1);
    }
    for (const [x] of page.strokes.flat()) {
      expect(x).toBeGreaterThanOrEqual(left - 0.1);
      expect(x).toBeLessThanOrEqual(page.width - rightMargin + 0.1);
    }
    const above = onSheet.filter((item) => item.y + 0.9 * item.height > page.height - top + 0.5);
    expect(words(above).join('')).toMatch(/^\d*$/);
    const below = onSheet.filter(({ y }) => y < bottom);
    expect(words(below).join(' ')).toMatch(/^Danh sách tổng hợp .* Trang \d+\/\d+$/);
  }
}

describe('the list of a year', () => {
  it.each([1, 12, 200])('says everything about %i units, each on a line of its own', async (count) => {
    const units = communes(count);
    const pdf = await read(inputOf(units));
    for (const [index, one] of units.entries())
      expect(words(rowOf(pdf, one.unit.name))).toEqual(expectedRow(index + 1, one));
    expectWithinMargins(pdf);
  });

  it('has the figures of a column end at one edge', async () => {
    const units = communes(200);
    const pdf = await read(inputOf(units));
    const edges = Array.from({ length: 3 + set.criteria.length }, () => new Set<string>());
    for (const { unit } of units) {
      const row = rowOf(pdf, unit.name);
      const figures = row.filter(({ text }) => /^[\d.–]+$/.test(text.trim()));
      expect(figures).toHaveLength(edges.length);
      for (const [index, figure] of figures.entries()) edges[index]?.add(right(figure).toFixed(0));
    }
    for (const edge of edges) expect(edge.size).toBe(1);
  });

  it('heads every page with the criteria, of which each is named below the list', async () => {
    const pdf = await read(inputOf(communes(200)));
    const withRows = pdf.pages.filter(({ text }) => /Xã Số \d+/.test(text));
    expect(withRows.length).toBeGreaterThan(4);
    for (const page of withRows) {
      expect(page.text.match(/Điểm theo tiêu chí/g)).toHaveLength(1);
      const heads = words(page.items).filter((text) => /^\d+\*$/.test(text));
      expect(heads).toEqual(set.criteria.map(({ id }) => `${id}*`));
    }
    for (const { name } of set.criteria) expect(pdf.solidText).toContain(solid(vi(name)));
  });

  it('draws a tick for what passes, a cross for what does not and a dash for what is not known', async () => {
    const units = communes(12);
    const pdf = await read(inputOf(units));
    const shapes = { eligible: [3], ineligible: [2, 2], incomplete: [2] };
    for (const { unit, scorecard } of units) {
      const [{ y } = { y: 0 }] = rowOf(pdf, unit.name);
      const page = pdf.pages.find(({ items }) => items.some(({ text }) => text.trim() === unit.name));
      const marks = (page?.strokes ?? []).filter((points) => {
        const xs = points.map(([x]) => x);
        return Math.max(...xs) - Math.min(...xs) < 9 && points.every(([, at]) => Math.abs(at - y - 3) < 6);
      });
      expect(
        marks.map(({ length }) => length),
        unit.name,
      ).toEqual(shapes[scorecard.verdict]);
    }
  });

  it('sorts names as people do', async () => {
    const names = [
      'Xã Ý Yên',
      'Xã Đông Hà',
      'Xã Số 10',
      'Xã Dân Chủ',
      'Xã Số 9',
      'Phường Ấp Bắc',
      'Phường An Lộc',
    ];
    const pdf = await read(inputOf(names.map((name) => listed(name))));
    expect(names.toSorted((a, b) => Number(rowOf(pdf, a)[0]?.text) - Number(rowOf(pdf, b)[0]?.text))).toEqual(
      ['Phường An Lộc', 'Phường Ấp Bắc', 'Xã Dân Chủ', 'Xã Đông Hà', 'Xã Số 9', 'Xã Số 10', 'Xã Ý Yên'],
    );
  });

  it('names each place once above its first unit, on the same page, where there are several', async () => {
    const at = (district: string, one: SummaryUnit) => ({ ...one, unit: { ...one.unit, district } });
    const units = communes(150).map((one, index) => at(`Huyện ${index % 40}`, one));
    const pdf = await read(inputOf(units));
    for (let district = 0; district < 40; district += 1) {
      const title = `Huyện ${district}, ${unit.province}`;
      const pages = pdf.pages.filter(({ text }) => text.includes(`${title} (`));
      expect(pages).toHaveLength(1);
      const items = pages[0]?.items ?? [];
      const caption = items.find(({ text }) => text.startsWith(title));
      const first = items.find(({ text }) => text.trim() === `Xã Số ${district + 1}`);
      expect((caption?.y ?? 0) - (first?.y ?? 0)).toBeGreaterThan(5);
      expect((caption?.y ?? 0) - (first?.y ?? 0)).toBeLessThan(25);
    }
    expect((await read(inputOf(communes(3)))).text).not.toContain(unit.province);
    expectWithinMargins(pdf);
  });

  it('counts the units at zero for each criterion, and sets a zero off from other points', async () => {
    const pdf = await read(inputOf(communes(12)));
    const zeros = words(rowOf(pdf, 'Số đơn vị bị 0 điểm')).slice(1);
    expect(zeros).toEqual(set.criteria.map(({ id }) => (id === '3' ? '3' : '0')));
    const fonts = new Set(
      rowOf(pdf, 'Xã Số 2')
        .filter(({ text }) => text.trim() === '0')
        .map(({ font }) => font),
    );
    expect([...fonts]).toEqual(['Tinos-Bold']);
  });

  it('prints names of 200 characters whole, in rows that stay on one page', async () => {
    const long = (index: number) => `Xã ${index} ${'Rất Dài Tên '.repeat(20)}`.slice(0, 200).trim();
    const names = [...Array.from({ length: 40 }, (_, index) => long(index)), 'W'.repeat(200)];
    const pdf = await read(
      inputOf(names.map((name) => listed(name, best, { unit: { ...unit, name, district: name } }))),
    );
    for (const name of names)
      expect(
        pdf.pages.filter(({ text }) => solid(text).includes(solid(name))),
        name,
      ).toHaveLength(1);
    expectWithinMargins(pdf);
  });

  it.each([1, 2, 30])('fits a set of %i criteria', async (count) => {
    const criteria = Array.from({ length: count }, (_, index) => {
      const model = set.criteria[index % set.criteria.length];
      if (model === undefined) throw new Error('the set has criteria');
      return { ...model, id: `tieu-chi-${index}`, name: { vi: `Tiêu chí dài ${index} `.repeat(10), en: '' } };
    });
    const other: CriteriaSet = { ...set, criteria };
    const units = communes(30).map((one) => ({ ...one, scorecard: score(other, unit.class, best) }));
    const pdf = await read(inputOf([], { groups: [{ set: other, units }] }));
    for (const [index, one] of units.entries())
      expect(words(rowOf(pdf, one.unit.name)).join(' ')).toBe(expectedRow(index + 1, one).join(' '));
    for (const { name } of criteria) expect(pdf.solidText).toContain(solid(vi(name)));
    expectWithinMargins(pdf);
  });

  it('lists units of several sets apart, each under the title of its set', async () => {
    const older = { ...set, id: 'older', version: 7 };
    const groups = [
      { set, units: [listed('Xã Mới')] },
      { set: older, units: [listed('Xã Cũ')] },
    ];
    const { text } = await read(inputOf([], { groups }));
    const places = [`(phiên bản ${set.version})`, 'Xã Mới', '(phiên bản 7)', 'Xã Cũ', 'Nơi nhận:'].map(
      (part) => text.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain('(2/2 đơn vị)');
    expect(text.match(/NGƯỜI LẬP BIỂU/g)).toHaveLength(1);
  });

  it('can be made of any set and any answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryCriteriaSet.chain((anySet) =>
          fc.tuple(
            fc.constant(anySet),
            arbitraryAnswers(anySet, { complete: false }),
            fc.constantFrom(2026, 2100),
          ),
        ),
        async ([anySet, answers, year]) => {
          const scorecard = score(anySet, anySet.unitClasses[0]?.id ?? '', answers);
          const one = listed('Xã Bất Kỳ', best, { scorecard });
          const pdf = await read(inputOf([], { year, groups: [{ set: anySet, units: [one] }] }));
          expect(words(rowOf(pdf, 'Xã Bất Kỳ'))).toEqual(expectedRow(1, one));
          expectWithinMargins(pdf);
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('the results above the list', () => {
  const passing = (count: number) => Array.from({ length: count }, (_, index) => listed(`Xã Được ${index}`));
  const failing = (count: number) =>
    Array.from({ length: count }, (_, index) => listed(`Xã Trượt ${index}`, atZeroInThree));

  it.each([
    ['at', 3, 1, 'Tỷ lệ đạt: 75 %', 'Đạt mục tiêu quốc gia 75 % đến năm 2030.'],
    [
      'above',
      4,
      1,
      'Tỷ lệ đạt: 80 %',
      'Cao hơn 5 điểm phần trăm so với mục tiêu quốc gia 75 % đến năm 2030.',
    ],
    [
      'far below',
      0,
      2,
      'Tỷ lệ đạt: 0 %',
      'Thấp hơn 75 điểm phần trăm so với mục tiêu quốc gia 75 % đến năm 2030.',
    ],
    [
      'just below, never rounded up to it',
      2,
      1,
      'Tỷ lệ đạt: 66,66 %',
      'Thấp hơn 8,34 điểm phần trăm so với mục tiêu quốc gia 75 % đến năm 2030.',
    ],
  ])('say how the pass rate stands to the target: %s', async (_, eligible, others, rate, comparison) => {
    const { text } = await read(inputOf([...passing(eligible), ...failing(others)]));
    expect(text).toContain(`${rate} (${eligible}/${eligible + others} đơn vị)`);
    expect(text).toContain(comparison);
  });

  it('take the target of the year, and say so where there is none', async () => {
    const of = async (year: number) => (await read(inputOf(passing(1), { year }))).text;
    expect(await of(2024)).toContain('Cao hơn 35 điểm phần trăm so với mục tiêu quốc gia 65 % đến năm 2025.');
    expect(await of(2031)).toContain('Bộ tiêu chí không nêu mục tiêu quốc gia cho năm 2031.');
  });

  it('draw a bar from 0 to 100 % with a mark where the target is', async () => {
    const [page] = (await read(inputOf([...passing(1), ...failing(3)]))).pages;
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
    expect(((mark[0] ?? 0) - from) / (full.x - 5 - from)).toBeCloseTo(0.75, 2);
    expect(Math.abs((mark[0] ?? 0) - (label.x + label.width / 2))).toBeLessThan(2);
  });

  it('count what is final apart from drafts, and tell what the drafts would bring', async () => {
    const drafts = [
      listed('Xã Nháp Đủ', best, { status: 'draft' }),
      listed('Xã Nháp Thiếu', partly, { status: 'draft' }),
    ];
    const pdf = await read(inputOf([...passing(3), ...failing(2), ...drafts]));
    const figures = (label: string) => words(rowOf(pdf, label)).slice(1, 5);
    expect(figures('Đã chốt')).toEqual(['5', '3', '2', '0']);
    expect(figures('Chưa chốt (nháp)')).toEqual(['2', '1', '0', '1']);
    expect(figures('Tổng số')).toEqual(['7', '4', '2', '1']);
    expect(pdf.text).toContain(`Tỷ lệ đạt: ${rateText(4285, 100)} (3/7 đơn vị)`);
    expect(pdf.text).toContain('Có 1 phiếu nháp đang đủ điều kiện');
    expect(pdf.text).toContain('thì tỷ lệ là 57,14 %');
    expect(pdf.text).toContain('Có 2 phiếu chưa chốt, số liệu còn có thể thay đổi');
    expect(pdf.text).not.toContain('BẢN NHÁP');
  });

  it('stand under a watermark while everything is a draft', async () => {
    const { text } = await read(inputOf([listed('Xã Nháp', best, { status: 'draft' })]));
    expect(text).toContain('BẢN NHÁP');
    const { text: final } = await read(inputOf(passing(1)));
    expect(final).not.toMatch(/BẢN NHÁP|chưa chốt, số liệu/);
  });

  it('explain provisional points once, and nothing where all rules are confirmed', async () => {
    const { solidText } = await read(inputOf(communes(40)));
    expect(solidText.split(solid(provisionalMeaning(set)))).toHaveLength(2);
    const sure: CriteriaSet = JSON.parse(JSON.stringify(set).replaceAll('"provisional"', '"confirmed"'));
    const units = communes(2).map((one) => ({ ...one, scorecard: score(sure, unit.class, best) }));
    const { text } = await read(inputOf([], { groups: [{ set: sure, units }] }));
    expect(text).not.toMatch(/\*|Tạm tính|\[1\]/i);
  });

  it('name the units whose assessment could not be read, however many there are', async () => {
    const missing = Array.from({ length: 300 }, (_, index) => `Xã Không Đọc Được ${index + 1}`);
    for (const units of [passing(2), []]) {
      const pdf = await read(inputOf(units, { missing }));
      expect(pdf.text).toContain(
        'Danh sách và các số tổng hợp chưa gồm 300 đơn vị, vì chương trình không đọc được phiếu',
      );
      for (const name of missing) expect(bodyText(pdf)).toMatch(new RegExp(`${name}[;.]`));
      expect(pdf.text).not.toContain('Chưa có đơn vị nào');
      expectWithinMargins(pdf);
    }
    expect((await read(inputOf(passing(2)))).text).not.toContain('chưa gồm');
  });

  it('say in a sentence that there is no unit yet', async () => {
    for (const groups of [[], [{ set, units: [] }]]) {
      const pdf = await read(inputOf([], { groups }));
      expect(pdf.pages).toHaveLength(1);
      expect(pdf.text).toContain('Chưa có đơn vị nào được đánh giá trong năm 2026');
      expect(pdf.text).not.toMatch(/Tỷ lệ đạt|Đơn vị TT|BẢN NHÁP/);
    }
  });
});

describe('who signs and receives it', () => {
  it('are those whom the office named, never on a page of their own', async () => {
    for (let count = 1; count <= 40; count += 3) {
      const { pages } = await read(inputOf(communes(count)));
      const last = pages.at(-1);
      for (const part of ['NGƯỜI LẬP BIỂU', 'PHÓ CHỦ TỊCH', 'Nguyễn Thị Hoàng Yến', 'Đỗ Thị Ngọc Ánh'])
        expect(last?.text).toContain(part);
      expect(last?.text).toContain('- Sở Y tế (để báo cáo); - Lưu: VT.');
      expect(last?.text).toContain('Số tạm không phải là quy định');
    }
  });

  it('are all there, however long they are called', async () => {
    const name = 'Nguyễn Thị '.repeat(9).trim();
    const long = (index: number) => `${index} ${'Phòng Y tế '.repeat(20)}`.slice(0, 200).trim();
    const recipients = Array.from({ length: 10 }, (_, index) => long(index));
    const head = {
      capacity: ['một', 'hai', 'ba', 'bốn'].map((line) => `${line} ${'chức vụ '.repeat(11)}`),
      name,
    };
    const pdf = await read(
      inputOf(communes(9), {
        office: {
          ...office,
          signatories: { ...office.signatories, head },
          recipients: { ...office.recipients, summary: recipients },
        },
      }),
    );
    for (const text of [...recipients, name, ...head.capacity.map((line) => line.toLocaleUpperCase('vi'))])
      expect(pdf.solidText).toContain(solid(text));
    expectWithinMargins(pdf);
  });

  it('are the usual ones where the office named none', async () => {
    const { text } = await read(inputOf(communes(1), { office: unsetOffice }));
    expect(text).toContain('THỦ TRƯỞNG ĐƠN VỊ');
    expect(text).toContain('- Các đơn vị có tên trong danh sách;');
  });
});

describe('the bytes of the list', () => {
  it('are the same for the same input, today and tomorrow', async () => {
    const bytes = await renderPdf([summaryDocument(inputOf(communes(12)))]);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      'e99a8a1c959aadc6d52826f38702260455ac9a91156f4f45cd25ec5099cc6777',
    );
  });
});
