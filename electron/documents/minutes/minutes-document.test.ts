import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortCode } from '../../../criteria/short-code.ts';
import {
  lowerFirst,
  numberText,
  passText,
  pointsText,
  reasonText,
  totalText,
  verdictText,
  vi,
} from '../../../criteria/wording.ts';
import { arbitraryAnswers, arbitraryCriteriaSet } from '../../../tests/arbitrary-criteria-set.ts';
import {
  bestAnswers,
  currentSet,
  office,
  scorecardInput,
  unit,
} from '../../../tests/example-document-input.ts';
import { type ReadPdf, readPdf } from '../../../tests/read-pdf.ts';
import { outsideMargins } from '../../../tests/within-margins.ts';
import type { MinutesInput } from '../document-input.ts';
import { renderPdf } from '../engine/pdf.ts';
import { printableText } from '../engine/printable-text.ts';
import { portrait } from '../page/decree-30.ts';
import { minutesDocument } from './minutes-document.ts';

const set = currentSet();
const indicators = set.criteria.flatMap((criterion) => criterion.indicators);

const print = (input: MinutesInput) => renderPdf([minutesDocument(input)]);
const read = async (input: MinutesInput) => readPdf(await print(input));
const solid = (text: string) => text.replace(/\s/g, '');
/** The unit within a sentence. */
const named = lowerFirst(unit.name);
const foot = /^(?:BẢN NHÁP – )?Biên bản đánh giá .* năm \d{4} – mã kiểm tra( [0-9a-f]{4}){4} Trang \d+\/\d+$/;

const sentence = 'Đoàn đã đối chiếu sổ đăng ký với báo cáo của trạm y tế xã, hỏi thêm các hộ ở thôn 3. ';
const longNote = sentence.repeat(24).slice(0, 2_000).trim();

/** Below the threshold, with one criterion at zero. */
const failing = { ...bestAnswers(set), children_abused: 7, children_injured: 12, '11.2': false };

/** All that is printed in the face and size of remarks; what comes again on every page is in others. */
function remarkText({ pages }: ReadPdf): string {
  const ofRemarks = pages
    .flatMap(({ items }) => items)
    .filter(({ font, height }) => font === 'Tinos-Regular' && Math.abs(height - 11.5) < 0.01);
  return solid(ofRemarks.map(({ text }) => text).join(''));
}

describe('the minutes', () => {
  it('name the unit, the team and the commune, and leave lines for whom no setting names', async () => {
    const { text } = await read(scorecardInput(undefined, { office }));
    expect(text).toContain(
      `làm việc với Ủy ban nhân dân xã Kim Long (ví dụ), huyện Châu Đức, tỉnh Bà Rịa - Vũng Tàu (loại đơn vị: xã; mã đơn vị: ${unit.code})`,
    );
    expect(text).toContain('1. Ông (bà): Trần Quốc Huy Chức vụ: Trưởng đoàn');
    expect(text).toContain('2. Ông (bà): Đỗ Thị Ngọc Ánh Chức vụ: Thư ký');
    expect(text).toContain('3. Ông (bà): Chức vụ: 4. Ông (bà): Chức vụ:');
    expect(text).toContain('2. Đại diện UBND xã 1. Ông (bà): Chức vụ: 2. Ông (bà):');
    expect(text).toMatch(/Hôm nay, vào hồi …+ giờ …+ phút, ngày …+ tháng …+ năm …+, tại/);
    expect(text).toContain(`Căn cứ: ${vi(set.legalBasis)}.`);
    expect(text).toContain('- UBND xã; - Lưu: ĐĐG.');
  });

  it('are signed by secretary, commune and leader, side by side', async () => {
    const { pages, text } = await read(scorecardInput(undefined, { office }));
    expect(text).toMatch(/THƯ KÝ ĐẠI DIỆN UBND XÃ TRƯỞNG ĐOÀN/);
    const names = pages
      .at(-1)
      ?.items.filter(({ text, font }) => font === 'Tinos-Bold' && /^(Đỗ Thị|Trần Quốc)/.test(text));
    expect(names?.map(({ text }) => text)).toEqual(['Đỗ Thị Ngọc Ánh', 'Trần Quốc Huy']);
    expect(names?.[0]?.y).toBe(names?.[1]?.y);
    expect((await read(scorecardInput())).text).toContain('- Đoàn đánh giá; - Lưu: VT.');
  });

  it('give points and maximum of every criterion, the total against the threshold, and the reasons', async () => {
    for (const answers of [undefined, failing, { ...bestAnswers(set), children: null }]) {
      const input = scorecardInput(answers);
      const { scorecard } = input;
      const { text } = await read(input);
      for (const { id, points, max } of scorecard.criteria) {
        const name = vi(set.criteria.find((criterion) => criterion.id === id)?.name ?? { vi: '', en: '' });
        expect(text).toContain(
          `${id} ${name} ${points === null ? '–' : numberText(points)} ${numberText(max)}`,
        );
      }
      expect(text).toContain(
        `${numberText(scorecard.total)}/${numberText(scorecard.max)}; mức tối thiểu: ${numberText(scorecard.threshold)}.`,
      );
      const verdict = lowerFirst(verdictText[scorecard.verdict]);
      expect(text).toContain(`Kết quả theo số liệu: ${verdict}`);
      expect(text).toContain(
        scorecard.verdict === 'incomplete'
          ? `chưa đủ để xét công nhận ${named} đạt tiêu chuẩn “${vi(set.recognisedAs)}” năm 2026`
          : `Theo số liệu của phiếu đánh giá, ${named} ${verdict} được công nhận đạt tiêu chuẩn “${vi(set.recognisedAs)}” năm 2026`,
      );
      const reasons =
        scorecard.verdict === 'eligible'
          ? [passText(set, scorecard)]
          : scorecard.reasons.map((reason) => reasonText(set, reason));
      expect(reasons.length).toBeGreaterThan(0);
      for (const reason of reasons) expect(text).toContain(reason);
    }
  });

  it('draw a tick for what is met, a cross for zero and a dash for what is not known', async () => {
    const { scorecard, ...rest } = scorecardInput({ ...failing, hamlets: null });
    const pdf = await read({ ...rest, scorecard });
    const rows = pdf.pages.flatMap(({ items, strokes }) =>
      items
        .filter(({ text, x, height }) => x < portrait.margins[0] + 1 && height === 11.5 && /^\d+$/.test(text))
        .map(({ y }) => ({ y, strokes })),
    );
    expect(rows).toHaveLength(set.criteria.length);
    for (const [index, { y, strokes }] of rows.entries()) {
      const score = scorecard.criteria[index];
      const drawn = strokes.filter(
        (points) =>
          points.every(([, height]) => height > y - 3 && height < y + 9) &&
          Math.abs((points[0]?.[0] ?? 0) - (points.at(-1)?.[0] ?? 0)) < 9,
      );
      const corners = drawn.map(({ length }) => length);
      expect(corners, score?.id).toEqual(!score?.complete ? [2] : score.points === 0 ? [2, 2] : [3]);
    }
  });

  it('print every note and every line of evidence whole', async () => {
    const notes = Object.fromEntries(
      indicators.map(({ id }, index) => [id, `${id}: ${longNote}`.slice(0, index % 3 === 0 ? 2_000 : 90)]),
    );
    const [first, second] = indicators;
    if (!first || !second) throw new Error('the set has indicators');
    notes[second.id] = 'W'.repeat(2_000);
    const evidence = {
      [first.id]: Array.from({ length: 60 }, (_, index) => `Biên bản xác minh số ${index} `.repeat(7).trim()),
      [second.id]: ['W'.repeat(200), 'Sổ họp'.normalize('NFD')],
    };
    const pdf = await read(scorecardInput(failing, { office, notes, evidence }));
    const printed = remarkText(pdf);
    for (const note of Object.values(notes)) expect(printed).toContain(solid(note));
    for (const [index, line] of Object.values(evidence).flat().entries())
      expect(printed, String(index)).toContain(solid(line.normalize('NFC')));
    for (const number of [1, 30, 60]) expect(printed).toContain(`${number}.Biênbản`);
    expect(pdf.text).toBe(pdf.text.normalize('NFC'));
    expect(pdf.text).not.toContain('\uFFFD');
    expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
    for (const { name, embedded } of pdf.fonts) expect([name, embedded]).toEqual([name, true]);
  });

  it('never split a line of evidence between two pages', async () => {
    const line = (index: number) => `Biên bản xác minh số ${index} của Công an xã `.repeat(5).trim();
    for (const count of [60, 61]) {
      const lines = Array.from({ length: count }, (_, index) => line(index));
      const { pages } = await read(scorecardInput(undefined, { evidence: { '1.1': lines, '2.1': lines } }));
      for (const whole of lines)
        expect(pages.filter(({ text }) => text.includes(whole)).length, whole).toBeGreaterThan(0);
      const broken = pages.filter(({ items }) => {
        const [top] = items.filter(({ height }) => Math.abs(height - 11.5) < 0.01);
        return top !== undefined && /xác minh số/.test(top.text) && !/^Biên bản/.test(top.text);
      });
      expect(broken).toEqual([]);
    }
  });

  it('say on every page whose remarks go on there, with their points', async () => {
    const [first] = indicators;
    if (!first) throw new Error('the set has indicators');
    const input = scorecardInput(undefined, {
      notes: { [first.id]: `${'dòng\n'.repeat(120)}hết` },
      evidence: { [first.id]: ['Sổ họp'] },
    });
    const { pages } = await read(input);
    const score = input.scorecard.criteria[0]?.indicators[0];
    if (score === undefined) throw new Error('the set has indicators');
    const going = pages.filter(({ items }) => items.some(({ text }) => text === 'dòng' || text === 'hết'));
    expect(going.length).toBeGreaterThan(1);
    for (const { text } of going)
      expect(text).toContain(`${first.id} ${vi(first.text)} ${pointsText(score)}`);
  });

  it('say so when nothing was noted, and name no indicator then', async () => {
    const { text } = await read(scorecardInput());
    expect(text).toContain('Phiếu đánh giá không có ghi chú và minh chứng nào.');
    expect(text).not.toContain('Ghi chú:');
    expect(text).not.toContain('Minh chứng:');
  });

  it('name a participant by a position, not by a formula that one signs with', async () => {
    const leader = (capacity: string[]) => ({
      office: {
        ...office,
        signatories: { ...office.signatories, leader: { capacity, name: 'Trần Quốc Huy' } },
      },
    });
    const { text } = await read(
      scorecardInput(undefined, leader(['TM. ĐOÀN ĐÁNH GIÁ', 'KT. TRƯỞNG ĐOÀN', 'PHÓ TRƯỞNG ĐOÀN'])),
    );
    expect(text).toContain('Trần Quốc Huy Chức vụ: PHÓ TRƯỞNG ĐOÀN 2. Ông (bà)');
    expect(text).toContain('TM. ĐOÀN ĐÁNH GIÁ KT. TRƯỞNG ĐOÀN PHÓ TRƯỞNG ĐOÀN');
    const formulas = await read(scorecardInput(undefined, leader(['TL. Chủ tịch', 'TUQ. Trưởng phòng'])));
    expect(formulas.text).toContain('Trần Quốc Huy Chức vụ: 2. Ông (bà)');
  });

  it('say of a draft what would be, and give no total while nothing is answered', async () => {
    for (const answers of [undefined, failing]) {
      const input = scorecardInput(answers, { status: 'draft' });
      const verdict = lowerFirst(verdictText[input.scorecard.verdict]);
      const { text } = await read(input);
      expect(text).toContain(`Nếu chốt với số liệu hiện nay: ${verdict}`);
      expect(text).toContain(`Nếu chốt với số liệu hiện nay: ${named} ${verdict} được công nhận`);
      expect(text).not.toContain('Theo số liệu của phiếu');
    }
    const { text } = await read(scorecardInput({}, { status: 'draft' }));
    expect(text).toContain(`Tổng điểm đến nay – ${numberText(set.max)}`);
    expect(text).toContain(`Tổng điểm đến nay: –/${numberText(set.max)}; `);
  });

  it('explain what is provisional before the paragraph that ends them, which only signatures follow', async () => {
    const { text } = await read(scorecardInput());
    const [before, after] = text.split('Buổi làm việc kết thúc');
    expect(before).toContain('Giải thích về số liệu tạm tính');
    expect(after).toMatch(/bản\.\/\. THƯ KÝ/);
  });

  it('leave no page nearly empty: what is noted flows on, and lines to write on fill the rest', async () => {
    const remarks = { '1.1': longNote, '2.1': 'Đã xem sổ' };
    for (const notes of [{}, remarks, { '1.1': longNote, '1.2': longNote, '2.1': longNote }])
      for (const status of ['draft', 'final'] as const) {
        const { pages } = await read(scorecardInput(failing, { office, status, notes }));
        for (const [index, { items, strokes }] of pages.entries()) {
          const ends = [
            ...items.filter(({ upright }) => upright).map(({ y }) => y),
            ...strokes.flat().map(([, y]) => y),
          ].filter((y) => y >= portrait.margins[3]);
          const empty = (Math.min(...ends) - portrait.margins[3]) / portrait.contentHeight;
          expect(empty, `page ${index + 1} of ${pages.length}`).toBeLessThan(0.25);
        }
      }
  });

  it('leave a hand room to write: dotted lines wide enough apart for remarks, opinions and the conclusion', async () => {
    const { pages } = await read(scorecardInput());
    const width = portrait.contentWidth;
    const lines = pages.flatMap(({ strokes }, page) =>
      strokes
        .filter(([[x] = [0, 0], [u] = [0, 0]]) => Math.abs(u - x - width) < 0.1)
        .map(([[, y] = [0, 0]]) => ({ page, y })),
    );
    const apart = lines
      .slice(1)
      .map(({ page, y }, index) => (lines[index]?.page === page ? (lines[index]?.y ?? 0) - y : Infinity))
      .filter((distance) => distance < 30);
    expect(apart.length).toBeGreaterThanOrEqual(12);
    expect(Math.min(...apart)).toBeGreaterThan(20);
  });

  it('mark what is provisional and explain it once, and say nothing of the kind when all is confirmed', async () => {
    const { text } = await read(scorecardInput(undefined, { notes: { '2.1': 'Đã xem sổ' } }));
    expect(text.split('Giải thích về số liệu tạm tính')).toHaveLength(2);
    expect(text).toContain('đủ điều kiện (tạm tính)');
    const legend = text.slice(text.indexOf('lấy từ đâu:'));
    const cited = new Set(text.match(/\[\d+\]/g));
    expect(cited.size).toBeGreaterThan(1);
    for (const mark of cited) expect(legend).toContain(`${mark} `);

    const confirmed = JSON.parse(JSON.stringify(set).replaceAll('"provisional"', '"confirmed"'));
    const sure = await read(scorecardInput(undefined, { set: confirmed }));
    expect(sure.text.toLowerCase()).not.toContain('tạm tính');
    expect(sure.text).not.toMatch(/\[\d+\]/);
  });

  it('carry the draft mark on every page, and only as a draft', async () => {
    const draft = await read(scorecardInput(undefined, { status: 'draft' }));
    for (const { items } of draft.pages)
      expect(items.some(({ text, upright }) => text === 'BẢN NHÁP' && !upright)).toBe(true);
    expect(draft.text).toContain('BẢN NHÁP: số liệu chưa chốt');
    expect((await read(scorecardInput())).text).not.toContain('BẢN NHÁP');
  });

  it('number their sheets and carry the short check code on each', async () => {
    const input = scorecardInput(failing);
    const { pages } = await read(input);
    for (const [index, { text }] of pages.entries())
      expect(text).toContain(
        `Biên bản đánh giá ${unit.name} năm 2026 – mã kiểm tra ${shortCode(input.sha256)} Trang ${index + 1}/${pages.length}`,
      );
  });

  it('stay within their margins with names of 200 characters', async () => {
    for (const name of [`Xã ${'Rất Dài '.repeat(24)}`.trim(), 'W'.repeat(200)]) {
      const named = { capacity: [name.slice(0, 100)], name: name.slice(0, 100) };
      const pdf = await read(
        scorecardInput(failing, {
          unit: { ...unit, name, province: name, district: name },
          office: {
            ...office,
            signatories: { head: named, leader: named, secretary: named },
            recipients: { ...office.recipients, minutes: Array.from({ length: 10 }, () => name) },
          },
        }),
      );
      expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
      expect(pdf.solidText).toContain(solid(`Ủy ban nhân dân ${name.replace('Xã', 'xã')}, `));
    }
  });

  it('leave no title alone at the foot of a page, however their parts fall', async () => {
    for (let words = 0; words <= 120; words += 15) {
      const body = `Ủy ban ${'nhân dân xã '.repeat(words)}`;
      const notes = { '1.1': longNote, '2.1': 'Đã xem sổ' };
      const { pages } = await read(scorecardInput(failing, { office: { ...office, body }, notes }));
      for (const { items, strokes } of pages) {
        const [lowest] = items
          .filter(({ upright, y }) => upright && y >= portrait.margins[3])
          .sort((a, b) => a.y - b.y);
        expect(lowest?.text).not.toMatch(
          /^((I|II|III|IV|VI)\. |\d\. (Đoàn|Đại diện)|Ghi chú:|Minh chứng:|Giải thích về|TT$|\(Ký)/,
        );
        for (const { text, y } of items.filter(({ text }) => /^(V\. Ý kiến|Ghi nhận thêm)/.test(text)))
          expect(strokes.filter(([[, at] = [0, 0]]) => at < y).length, text).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('can be made of any set, any answers, any notes and any evidence', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 300 });
    const input = arbitraryCriteriaSet.chain((one) =>
      fc.record({
        one: fc.constant(one),
        answers: arbitraryAnswers(one, { complete: false }),
        note: anyText,
        lines: fc.array(anyText, { maxLength: 3 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(input, async ({ one, answers, note, lines }) => {
        const ids = one.criteria.flatMap((criterion) => criterion.indicators.map(({ id }) => id));
        const made = scorecardInput(answers, {
          set: one,
          unit: { ...unit, class: one.unitClasses[0]?.id ?? '' },
          notes: Object.fromEntries(ids.map((id) => [id, note])),
          evidence: Object.fromEntries(ids.map((id) => [id, lines])),
        });
        const pdf = await read(made);
        const printed = remarkText(pdf);
        for (const part of [note, ...lines]) expect(printed).toContain(solid(printableText(part)));
        expect(pdf.text).toContain(`${totalText(made.scorecard)}; mức tối thiểu`);
        expect(outsideMargins(pdf, portrait, foot)).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('are the same bytes for the same input, today and tomorrow', async () => {
    const input = scorecardInput(failing, {
      office,
      status: 'draft',
      notes: { '1.1': longNote, '2.1': 'Đã xem sổ' },
      evidence: { '1.1': ['Quyết định phân công', 'Sổ họp'] },
    });
    const [first, again] = [await print(input), await print(input)];
    expect(Buffer.compare(first, again)).toBe(0);
    expect(createHash('sha256').update(first).digest('hex')).toBe(
      '2e41f3051f75162c5ff61b3fdff8b16ad670496ecc3863dee49f574c5c49470e',
    );
    expect(Buffer.compare(first, await print({ ...input, date: '2026-11-23' }))).not.toBe(0);
  });
});
