import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bandText,
  nextLevelText,
  numberText,
  pointsText,
  rateText,
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
import { isMark, markAt, readScorecard, solid, textOf } from '../../../tests/read-scorecard.ts';
import { attachmentName, attachmentText, readAttachment } from '../../sheets/attachment.ts';

const set = currentSet();
const indicators = set.criteria.flatMap((criterion) => criterion.indicators);
const ratios = indicators.filter((indicator) => indicator.kind === 'ratio');

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

describe('the scorecard', () => {
  it('explains every indicator: text, figures, rate, band, points and the next step', async () => {
    const input = scorecardInput(middling);
    const { text } = await readScorecard(input);
    const scores = input.scorecard.criteria.flatMap((criterion) => criterion.indicators);
    for (const [index, indicator] of indicators.entries()) {
      const score = scores[index];
      if (score?.state !== 'scored') throw new Error('all indicators are answered');
      expect(text).toContain(vi(indicator.text));
      const part = textOf(detail(text), indicator);
      expect(part).toContain(pointsText(score));
      const { explanation } = score;
      if (explanation.kind === 'check') {
        expect(part).toContain(explanation.value ? 'Kết quả: Có' : 'Kết quả: Không');
        expect(part.includes('Mức kế tiếp: có (')).toBe(!explanation.value);
        continue;
      }
      if (indicator.kind === 'check') throw new Error('a ratio is explained as a ratio');
      const fact = (id: string) => set.facts.find((candidate) => candidate.id === id);
      for (const [id, figure] of [
        [indicator.numerator, explanation.numerator],
        [indicator.denominator, explanation.denominator],
      ] as const)
        expect(solid(part)).toContain(
          solid(`${vi(fact(id)?.label ?? { vi: '', en: '' })}${numberText(figure)}`),
        );
      expect(part).toContain(bandText(indicator, explanation.band));
      if (explanation.shownHundredths !== null)
        expect(part).toContain(rateText(explanation.shownHundredths, indicator.base));
      const numerator = fact(indicator.numerator);
      if (explanation.next !== null && numerator !== undefined)
        expect(flat(part)).toContain(
          flat(
            `Mức kế tiếp: ${nextLevelText(indicator, explanation.next, numerator, explanation.numerator)}.`,
          ),
        );
    }
  });

  it('gives the total, the threshold, the verdict and every reason', async () => {
    const input = scorecardInput(middling);
    const { text } = await readScorecard(input);
    const { scorecard } = input;
    expect(scorecard.verdict).toBe('ineligible');
    expect(text).toContain(`Tổng điểm ${numberText(scorecard.total)}/${numberText(scorecard.max)}`);
    expect(text).toContain(`Mức tối thiểu ${numberText(scorecard.threshold)}`);
    expect(text).toContain(`Kết luận ${verdictText[scorecard.verdict]}`);
    expect(scorecard.reasons.length).toBeGreaterThan(0);
    for (const reason of scorecard.reasons) expect(text).toContain(reasonText(set, reason));
    expect(text).toContain(levelsTitle);
  });

  it('gives the next level of each indicator below its best, those of criteria at zero first', async () => {
    const input = scorecardInput(middling);
    const text = flat((await readScorecard(input)).text);
    const [list = '', required = '', others = ''] = [
      ...text.slice(0, text.indexOf('Chi tiết theo chỉ tiêu')).split(levelsTitle).slice(1),
      ...(text.split('(mỗi tiêu chí phải được trên 0 điểm)')[1] ?? '').split('Các chỉ tiêu khác'),
    ];
    expect(list).toMatch(/^ Cần có để đủ điều kiện/);
    const atZero = input.scorecard.criteria.filter(({ points }) => points === 0);
    expect(atZero.map(({ id }) => id)).toEqual(['3']);
    for (const criterion of input.scorecard.criteria)
      for (const { id, points, max } of criterion.indicators) {
        const here = list.match(
          new RegExp(`Chỉ tiêu ${id}: [^–]*? Hiện được ${points} điểm[^–]*?; mức kế tiếp: `),
        );
        expect(here !== null, id).toBe(points !== max);
        if (here !== null)
          expect((points === 0 && criterion.points === 0 ? required : others).includes(here[0])).toBe(true);
      }
    expect(list).toContain('mức kế tiếp: không quá 2 trẻ em (30 điểm)');
    expect(list).toContain(
      'Hiện được 40 điểm (tạm tính); mức kế tiếp: từ 1.960 trẻ em trở lên (50 điểm), còn thiếu 40',
    );
    expect(text).not.toMatch(/[Gg]iảm \d/);
  });

  it('marks the next level where its rule is provisional, and only there', async () => {
    const input = scorecardInput(middling);
    const confirmed = JSON.parse(JSON.stringify(set.criteria).replaceAll('"provisional"', '"confirmed"'));
    for (const [of, marked] of [
      [input, true],
      [scorecardInput(middling, { set: { ...set, criteria: confirmed } }), false],
    ] as const) {
      const text = flat((await readScorecard(of)).text);
      const level = /Chỉ tiêu 3\.1: [^–]*?mức kế tiếp: không quá 2 trẻ em \(30 điểm\)( \[\d\])?\./.exec(text);
      expect(level).not.toBeNull();
      expect(level?.[1] !== undefined).toBe(marked);
    }
  });

  it('gives no verdict for a draft, only what it would be, smaller than that of a final sheet', async () => {
    const heights = [];
    for (const status of ['final', 'draft'] as const) {
      const { text, pages } = await readScorecard(scorecardInput(undefined, { status }));
      const label = status === 'draft' ? 'Nếu chốt với số liệu hiện nay:' : 'Kết luận';
      expect(text).toContain(`${label} ${verdictText.eligible}`);
      expect(/Kết luận|Lý do kết luận/.test(text)).toBe(status === 'final');
      heights.push(pages[0]?.items.find((item) => item.text === verdictText.eligible)?.height ?? 0);
    }
    const [final = 0, draft = 0] = heights;
    expect(draft).toBeGreaterThan(0);
    expect(draft).toBeLessThan(final - 3);
  });

  it('shows what is unanswered as such, never as zero', async () => {
    const { text } = await readScorecard(scorecardInput({ children: 2000 }, { status: 'draft' }));
    for (const indicator of indicators) {
      const part = textOf(detail(text), indicator);
      expect(part).toContain('chưa có số liệu');
      expect(part).not.toMatch(/(^|\s)0\/\d/);
    }
    expect(text).toContain('Tổng điểm đến nay –/1.000');
    expect(text).not.toContain('0/1.000');
    expect(text).toContain(verdictText.incomplete);
    expect(text).toContain('Số liệu còn thiếu');
    for (const fact of set.facts.filter(({ id }) => id !== 'children'))
      expect(text).toContain(`“${vi(fact.label)}”`);
    expect(text).not.toContain('“Tổng số trẻ em dưới 16 tuổi”');
    expect(text).toContain('Tổng số trẻ em dưới 16 tuổi 2.000');
  });

  it('uses the bands of the unit’s class', async () => {
    const own = ratios.find(({ classBands }) => classBands.length > 0);
    const table = own?.classBands[0];
    if (own === undefined || table === undefined) throw new Error('the set has bands for a class');
    const unitClass = set.unitClasses.find(({ id }) => id === table.unitClass);
    const { text } = await readScorecard(
      scorecardInput(undefined, { unit: { ...unit, class: table.unitClass } }),
    );
    const part = textOf(detail(text), own);
    expect(part.toLowerCase()).toContain(`quy định cho ${unitClass?.wording.vi.toLowerCase()}`);
    expect(part).toContain(`${table.bands[0]?.rate} %: ${table.bands[0]?.points} điểm`);
  });

  it('marks what is provisional, and says what that means and where it comes from', async () => {
    const { text } = await readScorecard(scorecardInput());
    expect(text).toContain('Giải thích về số liệu tạm tính');
    const cited = new Set(text.match(/\[\d+\]/g));
    expect(cited.size).toBeGreaterThan(2);
    const legend = text.slice(text.indexOf('lấy từ đâu:'));
    for (const mark of cited) expect(legend).toContain(`${mark} `);
    const provisional = scorecardInput().scorecard.criteria.flatMap((c) => c.indicators);
    for (const [index, indicator] of indicators.entries())
      expect(textOf(detail(text), indicator).includes('Tạm tính')).toBe(provisional[index]?.provisional);
  });

  it('says nothing of the kind when every rule is confirmed', async () => {
    const confirmed = JSON.parse(JSON.stringify(set).replaceAll('"provisional"', '"confirmed"'));
    const { text } = await readScorecard(scorecardInput(undefined, { set: confirmed }));
    expect(text).not.toContain('Tạm tính');
    expect(text).not.toMatch(/\[\d+\]/);
  });

  it('carries its draft mark on every page, and only as a draft', async () => {
    const draft = await readScorecard(scorecardInput(undefined, { status: 'draft' }));
    for (const page of draft.pages) {
      expect(page.items.some(({ text, upright }) => text === 'BẢN NHÁP' && !upright)).toBe(true);
      expect(page.items.some(({ text }) => text.startsWith('BẢN NHÁP – Phiếu chấm điểm'))).toBe(true);
    }
    expect(draft.text).toContain('BẢN NHÁP: số liệu chưa chốt');
    expect((await readScorecard(scorecardInput())).text).not.toContain('BẢN NHÁP');
  });

  it('draws a tick before Có and a cross before Không', async () => {
    const { pages } = await readScorecard(scorecardInput(middling));
    const seen = { Có: 0, Không: 0 };
    for (const { items, strokes } of pages)
      for (const item of items.filter(({ text, height }) => /^(Có|Không)$/.test(text) && height === 11)) {
        const before = strokes.filter((points) => isMark(points) && points.every(([x]) => x < item.x));
        expect(markAt(before, item.y)).toBe(item.text === 'Có' ? 'tick' : 'cross');
        seen[item.text as 'Có' | 'Không'] += 1;
      }
    const checks = indicators.filter(({ kind }) => kind === 'check').length;
    expect(seen).toEqual({ Có: checks - 1, Không: 1 });
  });

  it('says which zero denominators cost points, and has no title above nothing', async () => {
    const zeroed = ratios.filter(({ zeroDenominator }) => zeroDenominator.gives === 'zero');
    const answers = { ...bestAnswers(set) };
    for (const { numerator, denominator } of zeroed) {
      answers[numerator] = 0;
      answers[denominator] = 0;
    }
    const { text } = await readScorecard(scorecardInput(answers));
    const list = text.slice(text.indexOf('Không tính được tỷ lệ'), text.indexOf('Chi tiết theo chỉ tiêu'));
    expect(text).toContain(`${levelsTitle} Không tính được tỷ lệ`);
    expect(zeroed.length).toBeGreaterThan(0);
    for (const { id, denominator } of zeroed) {
      const label = vi(set.facts.find((fact) => fact.id === denominator)?.label ?? { vi: '', en: '' });
      expect(list).toMatch(new RegExp(`Chỉ tiêu ${id}: [^–]*“${label}” bằng 0 nên không tính được tỷ lệ`));
    }
    expect(list.match(/Chỉ tiêu /g)).toHaveLength(zeroed.length);

    const outOfReach = {
      ...set,
      unitClasses: set.unitClasses.map((one) => ({ ...one, threshold: set.max + 1 })),
    };
    const best = await readScorecard(scorecardInput(undefined, { set: outOfReach }));
    expect(best.text).toContain(verdictText.ineligible);
    expect(best.text).not.toContain(levelsTitle);
  });

  it('loses nothing of a set that is much longer than ours', async () => {
    const criteria = Array.from({ length: 60 }, (_, index) => {
      const model = set.criteria[index % set.criteria.length];
      if (model === undefined) throw new Error('the set has criteria');
      return {
        ...model,
        id: `c${index}`,
        name: { vi: `Tiêu chí dài thứ ${index} ${'rất dài '.repeat(12)}`, en: '' },
      };
    });
    const zero = Object.fromEntries(
      Object.entries(bestAnswers(set)).map(([id, answer]) => [id, typeof answer === 'boolean' ? false : 0]),
    );
    const input = scorecardInput(zero, { set: { ...set, criteria } });
    const { solidText } = await readScorecard(input);
    for (const { name } of criteria)
      expect(solidText.split(solid(name.vi)).length - 1).toBeGreaterThanOrEqual(2);
    for (const reason of input.scorecard.reasons)
      expect(solidText).toContain(solid(reasonText(input.set, reason)));
  });

  it('names the office, its signatories and recipients', async () => {
    const { text } = await readScorecard(scorecardInput(undefined, { office }));
    expect(text).toContain(`${office.superior} ${office.body} CỘNG HÒA`.toLocaleUpperCase('vi'));
    expect(text).toMatch(
      /THƯ KÝ ĐẠI DIỆN UBND XÃ TRƯỞNG ĐOÀN \(Ký tên\) \(Ký, ghi rõ họ tên\) \(Ký tên\) Đỗ Thị Ngọc Ánh …+ Trần Quốc Huy/,
    );
    expect(text).toContain('Nơi nhận: - UBND xã; - Phòng Y tế; - Lưu: VT, ĐĐG.');
    const unset = await readScorecard(scorecardInput());
    expect(unset.text).toContain('NGƯỜI CHẤM ĐIỂM');
    expect(unset.text).toContain('TRƯỞNG ĐOÀN ĐÁNH GIÁ');
    expect(unset.text).toContain(`Nơi nhận: - ${unit.name}; - Đoàn đánh giá; - Lưu: VT.`);
  });

  it('carries the whole assessment inside', async () => {
    const [first] = indicators;
    const remarks = first === undefined ? {} : { [first.id]: 'Đã đối chiếu.' };
    const input = scorecardInput(middling, {
      office,
      notes: remarks,
      evidence: { '1.1': ['Quyết định số 12'] },
    });
    const { attachments } = await readScorecard(input);
    expect(attachments.map(({ name }) => name)).toEqual([attachmentName]);
    const bytes = attachments[0]?.bytes ?? new Uint8Array();
    expect(Buffer.from(bytes).toString('utf8')).toBe(attachmentText(input));
    const { unit: of, year, status, revision, answers, notes, evidence, scorecard, sha256 } = input;
    expect(readAttachment(bytes)).toMatchObject({
      state: 'whole',
      sheet: { unit: of, year, status, revision, answers, notes, evidence, scorecard, sha256 },
    });
  });

  it('can be made of any set, any answers and any notes', async () => {
    const anyNote = fc.string({ unit: 'binary', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(
        arbitraryCriteriaSet.chain((one) =>
          fc.tuple(fc.constant(one), arbitraryAnswers(one, { complete: false }), anyNote),
        ),
        async ([one, answers, note]) => {
          const unitClass = one.unitClasses[0]?.id ?? '';
          const notes = Object.fromEntries(
            one.criteria.flatMap((criterion) => criterion.indicators.map(({ id }) => [id, note])),
          );
          const input = scorecardInput(answers, { set: one, unit: { ...unit, class: unitClass }, notes });
          const { text } = await readScorecard(input);
          expect(text).toContain(totalText(input.scorecard));
        },
      ),
      { numRuns: 4 },
    );
  });
});

const levelsTitle = 'Mức điểm kế tiếp của những chỉ tiêu chưa đạt điểm tối đa';

/** With every white space as a plain one. */
function flat(text: string): string {
  return text.replace(/\s/g, ' ');
}

/** What stands below the title of the detail. */
function detail(text: string): string {
  return text.slice(text.indexOf('Chi tiết theo chỉ tiêu'));
}
