import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../criteria/schema.ts';
import {
  bandText,
  nextBandText,
  numberText,
  pointsText,
  rateText,
  reasonText,
  verdictText,
  vi,
} from '../../criteria/wording.ts';
import { arbitraryAnswers, arbitraryCriteriaSet } from '../../tests/arbitrary-criteria-set.ts';
import { bestAnswers, currentSet, scorecardInput, unit } from '../../tests/example-document-input.ts';
import { readPdf } from '../../tests/read-pdf.ts';
import { portrait } from './decree-30.ts';
import type { ScorecardDocumentInput } from './document-input.ts';
import { renderPdf } from './pdf.ts';
import { scorecardDocument } from './scorecard-document.ts';

const set = currentSet();
const indicators = set.criteria.flatMap((criterion) => criterion.indicators);
const ratios = indicators.filter((indicator) => indicator.kind === 'ratio');

const read = async (input: ScorecardDocumentInput) => readPdf(await renderPdf(scorecardDocument(input)));
const solid = (text: string) => text.replace(/\s/g, '');

const vietnamese =
  'Ắ ằ ẳ ẵ ặ Ấ ầ ẩ ẫ ậ Ế ề ể ễ ệ Ố ồ ổ ỗ ộ Ớ ờ ở ỡ ợ Ứ ừ ử ữ ự ỳ ý ỷ ỹ ỵ đ Đ; trẻ được hỏi ý kiến ở thôn, ấp, bản. ';
const longNote = vietnamese.repeat(30).slice(0, 2_000).trim();
const longWord = 'nghiêngngả'.repeat(200);

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
    const { text } = await read(input);
    const scores = input.scorecard.criteria.flatMap((criterion) => criterion.indicators);
    for (const [index, indicator] of indicators.entries()) {
      const score = scores[index];
      if (score?.state !== 'scored') throw new Error('all indicators are answered');
      expect(text).toContain(vi(indicator.text));
      const part = textOf(text, indicator);
      expect(part).toContain(pointsText(score));
      const { explanation } = score;
      if (explanation.kind === 'check') {
        expect(part).toContain(explanation.value ? 'Kết quả: Có' : 'Kết quả: Không');
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
        expect(part).toContain(nextBandText(indicator, explanation.next, numerator));
    }
  });

  it('gives the total, the threshold, the verdict and every reason', async () => {
    const input = scorecardInput(middling);
    const { text } = await read(input);
    const { scorecard } = input;
    expect(scorecard.verdict).toBe('ineligible');
    expect(text).toContain(`Tổng điểm ${numberText(scorecard.total)}/${numberText(scorecard.max)}`);
    expect(text).toContain(`Mức tối thiểu ${numberText(scorecard.threshold)}`);
    expect(text).toContain(`Kết luận ${verdictText[scorecard.verdict]}`);
    expect(scorecard.reasons.length).toBeGreaterThan(0);
    for (const reason of scorecard.reasons) expect(text).toContain(reasonText(set, reason));
    expect(text).toContain('Những chỉ tiêu có thể nâng điểm để đủ điều kiện');
  });

  it('shows what is unanswered as such, never as zero', async () => {
    const { text } = await read(scorecardInput({ children: 2000 }, { status: 'draft' }));
    for (const indicator of indicators) {
      const part = textOf(text, indicator);
      expect(part).toContain('chưa có số liệu');
      expect(part).not.toMatch(/(^|\s)0\/\d/);
    }
    expect(text).toContain('Tổng điểm đến nay 0/1.000');
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
    const { text } = await read(scorecardInput(undefined, { unit: { ...unit, class: table.unitClass } }));
    const part = textOf(text, own);
    expect(part.toLowerCase()).toContain(`quy định cho ${unitClass?.wording.vi.toLowerCase()}`);
    expect(part).toContain(`${table.bands[0]?.rate} %: ${table.bands[0]?.points} điểm`);
  });

  it('marks what is provisional, and says what that means and where it comes from', async () => {
    const { text } = await read(scorecardInput());
    expect(text).toContain('Tạm tính nghĩa là gì');
    const cited = new Set(text.match(/\[\d+\]/g));
    expect(cited.size).toBeGreaterThan(2);
    const legend = text.slice(text.indexOf('lấy từ đâu:'));
    for (const mark of cited) expect(legend).toContain(`${mark} `);
    const provisional = scorecardInput().scorecard.criteria.flatMap((c) => c.indicators);
    for (const [index, indicator] of indicators.entries())
      expect(textOf(text, indicator).includes('Tạm tính')).toBe(provisional[index]?.provisional);
  });

  it('says nothing of the kind when every rule is confirmed', async () => {
    const confirmed = JSON.parse(JSON.stringify(set).replaceAll('"provisional"', '"confirmed"'));
    const { text } = await read(scorecardInput(undefined, { set: confirmed }));
    expect(text).not.toContain('Tạm tính');
    expect(text).not.toMatch(/\[\d+\]/);
  });

  it('carries its draft mark on every page, and only as a draft', async () => {
    const draft = await read(scorecardInput(undefined, { status: 'draft' }));
    for (const page of draft.pages)
      expect(page.items.some(({ text, upright }) => text === 'BẢN NHÁP' && !upright)).toBe(true);
    expect(draft.text).toContain('BẢN NHÁP: số liệu chưa chốt');
    expect((await read(scorecardInput())).text).not.toContain('BẢN NHÁP');
  });

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
    const pdf = await read(scorecardInput(undefined, { notes }));
    expectWithinMargins(pdf);
    const printed = solid(noteText(pdf));
    for (const note of Object.values(notes)) expect(printed).toContain(solid(note.normalize('NFC')));
    expect(pdf.text).toBe(pdf.text.normalize('NFC'));
    expect(pdf.text).not.toContain('\uFFFD');
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
    const { solidText } = await read(input);
    for (const { name } of criteria)
      expect(solidText.split(solid(name.vi)).length - 1).toBeGreaterThanOrEqual(2);
    for (const reason of input.scorecard.reasons)
      expect(solidText).toContain(solid(reasonText(input.set, reason)));
  });

  it('stays within its margins with names of 200 characters', async () => {
    for (const name of [`Xã ${'Rất Dài '.repeat(24)}`.trim(), 'W'.repeat(200)]) {
      const pdf = await read(
        scorecardInput(middling, { unit: { ...unit, name, province: name, district: name } }),
      );
      expectWithinMargins(pdf);
      expect(pdf.solidText).toContain(solid(name));
    }
  });

  it('begins with the state’s name on one line, and numbers its sheets', async () => {
    const pdf = await read(scorecardInput());
    const [first] = pdf.pages;
    const state = first?.items.filter(({ text }) => text === 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(state).toHaveLength(1);
    expect(first?.items.some(({ text }) => text === 'Độc lập - Tự do - Hạnh phúc')).toBe(true);
    const number = first?.items.find(({ text }) => text.startsWith('Số: '));
    const date = first?.items.find(({ text }) => text.includes('năm 2026') && text.includes('ngày'));
    expect(number?.y).toBe(date?.y);
    for (const [index, page] of pdf.pages.entries())
      expect(page.text).toContain(`Trang ${index + 1}/${pdf.pages.length}`);
    expect(pdf.pages.every((page) => page.text.includes('mã kiểm tra 3f6a9b2c1d4e'))).toBe(true);
    expect(pdf.pages.length).toBeLessThanOrEqual(8);
  });

  it('repeats the heading of a criterion that runs over, and leaves no heading alone', async () => {
    const notes = Object.fromEntries(indicators.map(({ id }) => [id, longNote.slice(0, 700)]));
    const pdf = await read(scorecardInput(undefined, { notes }));
    const name = vi(set.criteria[0]?.name ?? { vi: '', en: '' });
    const carrying = pdf.pages.filter((page) => page.text.includes(`1 ${name} Nguồn số liệu`));
    expect(carrying.length).toBeGreaterThan(1);
    for (const page of pdf.pages) {
      const lowest = page.items
        .filter(({ upright, y }) => upright && y >= portrait.margins[3])
        .sort((a, b) => a.y - b.y)[0];
      expect(lowest?.text).not.toMatch(/^(Nguồn số liệu|Chi tiết theo|Tạm tính nghĩa)/);
    }
  });

  it('has all fonts embedded', async () => {
    const { fonts } = await read(scorecardInput());
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts)
      expect(font).toMatchObject({ embedded: true, name: expect.stringMatching(/^Tinos/) });
  });

  it('is the same bytes for the same input, and other bytes for another', async () => {
    const bytes = async (input: ScorecardDocumentInput) =>
      Buffer.from(await renderPdf(scorecardDocument(input))).toString('base64');
    const first = await bytes(scorecardInput(middling));
    expect(await bytes(scorecardInput(middling))).toBe(first);
    expect(await bytes(scorecardInput(middling, { date: '2026-11-23' }))).not.toBe(first);
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
          const { text } = await read(input);
          expect(text).toContain(`${numberText(input.scorecard.total)}/${numberText(input.scorecard.max)}`);
        },
      ),
      { numRuns: 8 },
    );
  });
});

/** The text of one indicator's part of the detail, up to the next indicator or criterion. */
function textOf(text: string, indicator: Indicator): string {
  const detail = text.slice(text.indexOf('Chi tiết theo chỉ tiêu'));
  const start = detail.indexOf(` ${indicator.id} ${vi(indicator.text)}`);
  const rest = detail.slice(start + 1);
  const ends = [...indicators.map((other) => `${other.id} ${vi(other.text)}`), 'Tạm tính nghĩa', 'NGƯỜI CHẤM']
    .map((next) => rest.indexOf(` ${next}`, 1))
    .concat(set.criteria.map(({ name }) => rest.indexOf(`${vi(name)} Nguồn số liệu`, 1)))
    .filter((end) => end > 0);
  return start < 0 ? '' : rest.slice(0, Math.min(...ends));
}

type Pdf = Awaited<ReturnType<typeof readPdf>>;

function expectWithinMargins({ pages }: Pdf): void {
  const [left, top, right, bottom] = portrait.margins;
  for (const page of pages) {
    const onSheet = page.items.filter(({ upright }) => upright);
    for (const item of onSheet) {
      expect(item.x, item.text).toBeGreaterThanOrEqual(left - 0.1);
      expect(item.x + item.width, item.text).toBeLessThanOrEqual(page.width - right + 0.1);
    }
    // The margins themselves hold the number of the page above, and the name of the sheet below.
    const above = onSheet.filter((item) => item.y + 0.9 * item.height > page.height - top + 0.5);
    expect(above.map(({ text }) => text).join('')).toMatch(/^\d*$/);
    const below = onSheet.filter((item) => item.y < bottom);
    expect(below.map(({ text }) => text).join(' ')).toMatch(/^Phiếu chấm điểm .* Trang \d+\/\d+$/);
  }
}

/** All that is printed in the face and size of notes; repeated headings between two pages are in others. */
function noteText({ pages }: Pdf): string {
  return pages
    .flatMap(({ items }) => items)
    .filter(({ font, height }) => font === 'Tinos-Regular' && Math.abs(height - 11) < 0.01)
    .map(({ text }) => text)
    .join('');
}
