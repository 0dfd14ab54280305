import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unsetOffice } from '../../../criteria/office.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { score } from '../../../criteria/score.ts';
import { numberText, provisionalMeaning, vi } from '../../../criteria/wording.ts';
import { arbitraryAnswers, arbitraryCriteriaSet } from '../../../tests/arbitrary-criteria-set.ts';
import { currentSet, office, unit } from '../../../tests/example-document-input.ts';
import {
  best,
  communes,
  inputOf,
  listed,
  partly,
  readSummary,
  right,
  rowOf,
  words,
} from '../../../tests/example-summary.ts';
import type { ReadPdf } from '../../../tests/read-pdf.ts';
import type { SummaryUnit } from '../document-input.ts';
import { renderPdf } from '../engine/pdf.ts';
import { landscapeList } from '../page/decree-30.ts';
import { summaryDocument } from './summary-document.ts';

const set = currentSet();
const solid = (text: string) => text.replace(/\s/g, '');
const read = readSummary;

type Page = ReadPdf['pages'][number];

/** What the row of a unit is to say, from its number to its status. */
function expectedRow(number: number, { unit, status, revision, scorecard }: SummaryUnit): string[] {
  const answered = scorecard.criteria.some(({ points }) => points !== null);
  return [
    numberText(number),
    unit.name,
    ...scorecard.criteria.map(({ points }) => (points === null ? '–' : numberText(points))),
    answered ? numberText(scorecard.total) : '–',
    ...(scorecard.provisional && answered ? ['*'] : []),
    numberText(scorecard.threshold),
    (status === 'final'
      ? { eligible: 'Đủ ĐK', ineligible: 'Chưa đủ ĐK', incomplete: 'Thiếu số liệu' }
      : { eligible: '(nếu chốt: đủ)', ineligible: '(nếu chốt: chưa đủ)', incomplete: 'Thiếu số liệu' })[
      scorecard.verdict
    ],
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

  it('draws a tick for what passes, a cross for what does not, a dash for what is not known, nothing for a draft', async () => {
    const units = communes(12);
    const pdf = await read(inputOf(units));
    const shapes = { eligible: [3], ineligible: [2, 2], incomplete: [2] };
    for (const { unit, scorecard, status } of units) {
      const [{ y } = { y: 0 }] = rowOf(pdf, unit.name);
      const page = pdf.pages.find(({ items }) => items.some(({ text }) => text.trim() === unit.name));
      const marks = (page?.strokes ?? []).filter((points) => {
        const xs = points.map(([x]) => x);
        return Math.max(...xs) - Math.min(...xs) < 9 && points.every(([, at]) => Math.abs(at - y - 3) < 6);
      });
      expect(
        marks.map(({ length }) => length),
        unit.name,
      ).toEqual(status === 'final' ? shapes[scorecard.verdict] : []);
      if (status === 'draft') expect(rowOf(pdf, unit.name).at(-2)?.font).toBe('Tinos-Italic');
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

  it('names each place above its first unit, and never tears a small one apart, where there are several', async () => {
    const units = communes(120).map((one, index) => ({
      ...one,
      unit: { ...one.unit, district: `Huyện ${index % 40}` },
    }));
    const pdf = await read(inputOf(units));
    for (let district = 0; district < 40; district += 1) {
      const title = `Huyện ${district}, ${unit.province} – 3 đơn vị`;
      const pages = pdf.pages.filter(({ text }) => text.includes(title));
      expect(pages).toHaveLength(1);
      const items = pages[0]?.items ?? [];
      const caption = items.find(({ text }) => text.startsWith(title));
      const named = [1, 41, 81].map((first) =>
        items.find(({ text }) => text.trim() === `Xã Số ${district + first}`),
      );
      const below = named.map((item) => (caption?.y ?? 0) - (item?.y ?? 0));
      expect(Math.min(...below)).toBeGreaterThan(5);
      expect(Math.min(...below)).toBeLessThan(25);
      expect(Math.max(...below)).toBeLessThan(60);
    }
    expect((await read(inputOf(communes(3)))).text).not.toContain(unit.province);
    expectWithinMargins(pdf);
  });

  it('names a larger place at the head of every page that it goes on to', async () => {
    const sizes = { 'Huyện Lớn': 70, 'Huyện Nhỏ': 2, 'Huyện Vừa': 25 };
    const units = Object.entries(sizes).flatMap(([district, count]) =>
      communes(count).map((one) => ({
        ...one,
        unit: { ...one.unit, name: `${district} ${one.unit.name}`, district },
      })),
    );
    const pdf = await read(inputOf(units));
    let pagesOfTheLargest = 0;
    for (const { items } of pdf.pages)
      for (const [district, count] of Object.entries(sizes)) {
        const first = items.find(({ text }) => text.startsWith(`${district} Xã Số`));
        if (first === undefined) continue;
        const caption = items.find(({ text }) =>
          text.startsWith(`${district}, ${unit.province} – ${count} đơn vị`),
        );
        expect(caption?.y).toBeGreaterThan(first.y);
        if (district === 'Huyện Lớn') pagesOfTheLargest += 1;
      }
    expect(pagesOfTheLargest).toBeGreaterThan(2);
    for (const [index, { unit: one }] of units.entries())
      expect(rowOf(pdf, one.name)[0]?.text).toBe(numberText(index + 1));
    expect(pdf.text).toContain('Cả danh sách – 97 đơn vị');
    expectWithinMargins(pdf);
  });

  it('tells units of the same name apart by their codes', async () => {
    const at = (code: string, district: string, name: string) =>
      listed(name, best, { unit: { ...unit, code, district, name } });
    const pdf = await read(
      inputOf([
        at('1', 'Huyện A', 'Xã Tân Lập'),
        at('2', 'Huyện B', 'Xã Tân Lập'),
        at('3', 'Huyện B', 'Xã Khác'),
      ]),
    );
    expect(pdf.text).toContain('Xã Tân Lập (mã 1)');
    expect(pdf.text).toContain('Xã Tân Lập (mã 2)');
    expect(pdf.text).not.toContain('(mã 3)');
  });

  it('gives no total to a unit of which nothing is answered', async () => {
    const pdf = await read(inputOf([listed('Xã Trống', {}), listed('Xã Dở', partly)]));
    const totals = (name: string) => words(rowOf(pdf, name))[2 + set.criteria.length];
    expect(totals('Xã Trống')).toBe('–');
    expect(totals('Xã Dở')).toBe('970');
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
    const withZeros = pdf.pages.find(({ text }) => text.includes('Số đơn vị bị 0 điểm'));
    const lastUnit = withZeros?.items.find(({ text }) => text.trim() === 'Xã Số 12');
    expect(lastUnit?.y).toBeGreaterThan(rowOf(pdf, 'Số đơn vị bị 0 điểm')[0]?.y ?? Number.POSITIVE_INFINITY);
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
    const places = [`(bản ${set.version})`, 'Xã Mới', '(bản 7)', 'Xã Cũ', 'Nơi nhận:'].map((part) =>
      text.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain('2 trong số 2 đơn vị');
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
          // Where a set has many criteria, columns stand so close that two figures are read as one text.
          expect(words(rowOf(pdf, 'Xã Bất Kỳ')).join(' ')).toBe(expectedRow(1, one).join(' '));
          expectWithinMargins(pdf);
        },
      ),
      { numRuns: 400, endOnFailure: true },
    );
  });
});

describe('beside the units', () => {
  it('stands a watermark while everything is a draft', async () => {
    const { text } = await read(inputOf([listed('Xã Nháp', best, { status: 'draft' })]));
    expect(text).toContain('BẢN NHÁP');
    const { text: final } = await read(inputOf([listed('Xã Được')]));
    expect(final).not.toMatch(/BẢN NHÁP|chưa chốt, số liệu/);
  });

  it('explains provisional points once, and nothing where all rules are confirmed', async () => {
    const { solidText } = await read(inputOf(communes(40)));
    expect(solidText.split(solid(provisionalMeaning(set)))).toHaveLength(2);
    const sure: CriteriaSet = JSON.parse(JSON.stringify(set).replaceAll('"provisional"', '"confirmed"'));
    const units = communes(2).map((one) => ({ ...one, scorecard: score(sure, unit.class, best) }));
    const { text } = await read(inputOf([], { groups: [{ set: sure, units }] }));
    expect(text).not.toMatch(/\*|Tạm tính|\[1\]/i);
  });

  it('names the units whose assessment could not be read, however many there are', async () => {
    const missing = Array.from({ length: 300 }, (_, index) => `Xã Không Đọc Được ${index + 1}`);
    for (const units of [[listed('Xã Được')], []]) {
      const pdf = await read(inputOf(units, { missing }));
      expect(pdf.text).toContain('Không có trong danh sách vì tệp phiếu không đọc được: Xã Không');
      for (const name of missing) expect(bodyText(pdf)).toMatch(new RegExp(`${name}[;.]`));
      expect(pdf.text).not.toMatch(/Không có đơn vị nào|Hãy/);
      expectWithinMargins(pdf);
    }
    expect((await read(inputOf([listed('Xã Được')]))).text).not.toContain('không đọc được:');
  });

  it('says of which units only the version of the rules is missing', async () => {
    const withoutSet = [{ name: 'Xã Bản Bảy', id: 'qd-moi', version: 7 }];
    const both = await read(inputOf([listed('Xã Được')], { missing: ['Xã Hỏng', 'Xã Bản Bảy'], withoutSet }));
    expect(both.text).toContain('vì máy này không có bộ tiêu chí “qd-moi” bản 7: Xã Bản Bảy.');
    expect(both.text).toContain('vì tệp phiếu không đọc được: Xã Hỏng.');
    const one = await read(inputOf([listed('Xã Được')], { missing: ['Xã Bản Bảy'], withoutSet }));
    expect(one.text).not.toContain('không đọc được:');
  });

  it('says in a neutral sentence that no unit was assessed', async () => {
    for (const groups of [[], [{ set, units: [] }]]) {
      const pdf = await read(inputOf([], { groups }));
      expect(pdf.pages).toHaveLength(1);
      expect(pdf.text).toContain('Không có đơn vị nào được đánh giá trong năm 2026.');
      expect(pdf.text).not.toMatch(/Hãy|Tỷ lệ đạt|Đơn vị TT|BẢN NHÁP/);
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
      '2a12d7a82e3b87b1fdf9e474fde7c872937843f507a1b08a7bd6309c59466800',
    );
  });
});
