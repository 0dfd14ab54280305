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
import { lineSpacing, textWidth } from './fonts.ts';
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
        expect(part).toContain(nextBandText(indicator, explanation.next, numerator, explanation.numerator));
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

  it('prints no empty box for a sign that the fonts lack, in notes and names', async () => {
    const [first, second] = indicators;
    if (!first || !second) throw new Error('the set has indicators');
    const pdf = await read(
      scorecardInput(undefined, {
        unit: { ...unit, name: 'Xã 漢 ★' },
        notes: { [first.id]: '✓ có sổ\v☐ thiếu biên bản 😀', [second.id]: `${'➢ ①\n'.repeat(20)}✗ hết` },
      }),
    );
    expect(pdf.text).not.toContain('\u0000');
    for (const part of ['Xã [U+6F22] *', '√ có sổ □ thiếu biên bản [U+1F600]', '► (1)', '× hết'])
      expect(pdf.text).toContain(part);
    const lines = pdf.pages.flatMap(({ items }) => items.map(({ text }) => text));
    expect(lines).toContain('□ thiếu biên bản [U+1F600]');
  });

  it('breaks a long note only where its next word does not fit, and says on the next page whose it is', async () => {
    const notes = Object.fromEntries(indicators.slice(0, 4).map(({ id }) => [id, longNote]));
    const { pages } = await read(scorecardInput(middling, { notes }));
    const right = portrait.margins[0] + 28 + 6 + (portrait.contentWidth - 28 - 82 - 12);
    const column = (page: Pdf['pages'][number]) => page.items.filter(isNoteText);
    const lines = pages.flatMap((page) => column(page).filter(({ text }) => isPartOf(longNote, text)));
    expect(lines.length).toBeGreaterThan(40);
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      if (next === undefined || longNote.endsWith(line.text)) continue;
      const word = next.text.split(' ')[0] ?? '';
      expect(line.x + line.width + textWidth(` ${word}`, 'normal', 11)).toBeGreaterThan(right - 1);
    }
    const onNext = pages.filter((page) => {
      const [top] = column(page);
      return top !== undefined && isPartOf(longNote, top.text) && !longNote.startsWith(top.text);
    });
    expect(onNext.length).toBeGreaterThan(0);
    for (const page of onNext) {
      const [top] = column(page);
      const label = page.items.find(({ text }) => text.startsWith('(tiếp ghi chú '));
      expect(label?.text).toMatch(/^\(tiếp ghi chú 1\.[1-4]\)$/);
      expect(Math.abs((label?.y ?? 0) - (top?.y ?? 0))).toBeLessThan(2);
      const rules = page.strokes.flat().map(([, y]) => y);
      const above = Math.min(...rules.filter((y) => y > (top?.y ?? 0)));
      expect(above - (top?.y ?? 0)).toBeGreaterThan(0.9 * 11 + 3);
    }
  });

  it('prints the empty lines of a long note, wherever its rows are cut', async () => {
    const [indicator] = indicators;
    if (!indicator) throw new Error('the set has indicators');
    const typed = Array.from({ length: 12 }, (_, index) => `dòng ${index}\n\n`).join('');
    const { pages } = await read(scorecardInput(undefined, { notes: { [indicator.id]: typed } }));
    const lines = pages.flatMap(({ items }, page) =>
      items.filter(({ text }) => /^dòng \d+$/.test(text)).map(({ y }) => ({ y, page })),
    );
    expect(lines).toHaveLength(12);
    for (const [index, { y, page }] of lines.slice(1).entries())
      if (lines[index]?.page === page)
        expect((lines[index]?.y ?? 0) - y).toBeCloseTo(2 * 11 * lineSpacing(), 1);
  });

  it('never breaks a figure, however large', async () => {
    const most = Number.MAX_SAFE_INTEGER;
    const answers = Object.fromEntries(
      Object.entries(bestAnswers(set)).map(([id, answer]) => [id, answer === 2000 ? most : answer]),
    );
    const pdf = await read(scorecardInput(answers));
    const whole = pdf.pages.flatMap(({ items }) => items.filter(({ text }) => text === numberText(most)));
    const asked = indicators.filter(({ kind }) => kind === 'ratio').length;
    expect(whole.length).toBeGreaterThan(asked);
    expectWithinMargins(pdf);
  });

  it('says which zero denominators cost points, and has no title above nothing', async () => {
    const zeroed = ratios.filter(({ zeroDenominator }) => zeroDenominator.gives === 'zero');
    const answers = { ...bestAnswers(set) };
    for (const { numerator, denominator } of zeroed) {
      answers[numerator] = 0;
      answers[denominator] = 0;
    }
    const { text } = await read(scorecardInput(answers));
    const title = 'Những chỉ tiêu có thể nâng điểm để đủ điều kiện';
    const list = text.slice(text.indexOf(title), text.indexOf('Chi tiết theo chỉ tiêu'));
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
    const best = await read(scorecardInput(undefined, { set: outOfReach }));
    expect(best.text).toContain(verdictText.ineligible);
    expect(best.text).not.toContain(title);
  });

  it('marks the provisional total, verdict and criteria where they stand in the overview', async () => {
    const input = scorecardInput(middling);
    const [page] = (await read(input)).pages;
    const items = page?.items ?? [];
    const middle = ({ x, width }: { x: number; width: number }) => x + width / 2;
    const { total, max, verdict } = input.scorecard;
    for (const value of [`${numberText(total)}/${numberText(max)}`, verdictText[verdict]]) {
      const shown = items.find(({ text, height }) => text === value && height > 15);
      if (shown === undefined) throw new Error(`${value} is shown large`);
      const below = items.filter(
        (item) => Math.abs(middle(item) - middle(shown)) < 3 && item.y < shown.y && shown.y - item.y < 20,
      );
      expect(below.map(({ text }) => text)).toEqual(['Tạm tính']);
    }
    const marked = (row: TextItem | undefined) =>
      items.some((item) => item.text === 'Tạm tính' && Math.abs(item.y - (row?.y ?? 0)) < 3);
    const rows = overviewRows(items);
    expect(rows).toHaveLength(set.criteria.length);
    for (const [index, row] of rows.entries())
      expect(marked(row), row.text).toBe(input.scorecard.criteria[index]?.provisional);
    expect(marked(items.find(({ text, height }) => text === 'Tổng điểm' && height === 11.5))).toBe(true);
  });

  it('draws a tick for what is met, a cross for zero and a dash for what is not known', async () => {
    for (const answers of [middling, { ...middling, hamlets: null, children_drugs: null }]) {
      const input = scorecardInput(answers);
      const { pages } = await read(input);
      const [first] = pages;
      const marks = (first?.strokes ?? []).filter(isMark);
      for (const [index, { y }] of overviewRows(first?.items ?? []).entries()) {
        const score = input.scorecard.criteria[index];
        const expected = !score?.complete ? 'dash' : score.points === 0 ? 'cross' : 'tick';
        expect(markAt(marks, y), score?.id).toBe(expected);
      }
    }
  });

  it('draws a tick before Có and a cross before Không', async () => {
    const { pages } = await read(scorecardInput(middling));
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

  it('leaves no title alone at the foot of a page, however its parts fall', async () => {
    const criteria = set.criteria.map((criterion) => ({
      ...criterion,
      name: { vi: `${vi(criterion.name)} ${'và những việc khác có liên quan '.repeat(4)}`.trim(), en: '' },
    }));
    for (const longNames of [set, { ...set, criteria }])
      for (let words = 0; words <= 120; words += 12) {
        const issuer = {
          superior: 'Tỉnh ví dụ',
          body: `Ủy ban ${'nhân dân xã '.repeat(words)}`,
          place: 'Ví dụ',
        };
        const { pages } = await read(scorecardInput(middling, { set: longNames, issuer }));
        for (const page of pages) {
          const lowest = page.items
            .filter(({ upright, y }) => upright && y >= portrait.margins[3])
            .sort((a, b) => a.y - b.y)[0];
          expect(lowest?.text).not.toMatch(
            /^(Điểm theo tiêu chí|Kết quả|Những chỉ tiêu|Chi tiết theo|Nguồn số liệu|Tạm tính nghĩa|Tối đa|Điểm)$/,
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
      'Điểm theo tiêu chí',
      'Những chỉ tiêu có thể nâng điểm để đủ điều kiện',
      'Chi tiết theo chỉ tiêu',
      'Tạm tính nghĩa là gì',
    ]) {
      const stack = stackUnder(content, title);
      expect(stack?.unbreakable, title).toBe(true);
      expect(stack?.stack.length, title).toBeGreaterThan(1);
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

type TextItem = Pdf['pages'][number]['items'][number];
type Stroke = Pdf['pages'][number]['strokes'][number];

const isNoteText = ({ font, height }: TextItem) => font === 'Tinos-Regular' && Math.abs(height - 11) < 0.01;

/** All that is printed in the face and size of notes; repeated headings between two pages are in others. */
function noteText({ pages }: Pdf): string {
  return pages
    .flatMap(({ items }) => items)
    .filter(isNoteText)
    .map(({ text }) => text)
    .join('');
}

function isPartOf(note: string, line: string): boolean {
  return line.length > 20 && note.includes(line);
}

/** The number of each criterion in the overview, in the order of the rows. */
function overviewRows(items: readonly TextItem[]): readonly TextItem[] {
  const ids = set.criteria.map(({ id }) => id);
  return items.filter(
    ({ text, x, height }) => ids.includes(text) && height === 11.5 && x < portrait.margins[0] + 22,
  );
}

function isMark(points: Stroke): boolean {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return Math.max(...xs) - Math.min(...xs) < 9 && Math.max(...ys) - Math.min(...ys) < 9;
}

/** The mark that is drawn on a line of text, told by its shape. */
function markAt(marks: readonly Stroke[], baseline: number): 'tick' | 'cross' | 'dash' | undefined {
  const here = marks.filter((points) => points.every(([, y]) => y > baseline - 4 && y < baseline + 11));
  const [one, other] = here;
  if (one === undefined) return undefined;
  if (here.length === 1 && one.length === 2) return one[0]?.[1] === one[1]?.[1] ? 'dash' : undefined;
  if (here.length === 1 && one.length === 3) {
    // A tick: down to its lowest point in the middle, then up higher than it began.
    const [[, start] = [0, 0], [, middle] = [0, 0], [, end] = [0, 0]] = one;
    return middle < start && start < end ? 'tick' : undefined;
  }
  const slope = ([[x, y] = [0, 0], [u, v] = [0, 0]]: Stroke) => Math.sign((v - y) / (u - x));
  return here.length === 2 && other !== undefined && slope(one) * slope(other) === -1 ? 'cross' : undefined;
}

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
