import { describe, expect, it } from 'vitest';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { numberText, verdictText, vi } from '../../../criteria/wording.ts';
import { bestAnswers, currentSet, scorecardInput } from '../../../tests/example-document-input.ts';
import type { PdfShape } from '../../../tests/read-pdf.ts';
import {
  isMark,
  markAt,
  type Page,
  pictureRows,
  readScorecard,
  solid,
  type TextItem,
} from '../../../tests/read-scorecard.ts';
import { outsideMargins } from '../../../tests/within-margins.ts';
import type { ScorecardInput } from '../document-input.ts';
import { portrait } from '../page/decree-30.ts';

const set = currentSet();
const best = bestAnswers(set);
/** Some of the points here, none of them there. */
const middling = {
  ...best,
  children_registered: 1920,
  children_abused: 7,
  children_checked: 1431,
  '11.2': false,
};
/** And some figures not given: of all, or of a part of a criterion. */
const unfinished = { ...middling, hamlets: null, children_drugs: null, children_registered: null };

const firstPage = async (input: ScorecardInput): Promise<Page> => {
  const [page] = (await readScorecard(input)).pages;
  if (page === undefined) throw new Error('a page');
  return page;
};

describe('the picture of the points', () => {
  it('is drawn whole where the ids of criteria are words that take several lines', async () => {
    for (const prefix of ['tieu-chi-', 'tieu-chi-so-', 'dieu-kien-song-an-toan-']) {
      const criteria = set.criteria.map((criterion) => ({ ...criterion, id: `${prefix}${criterion.id}` }));
      const { solidText } = await readScorecard(scorecardInput(best, { set: { ...set, criteria } }));
      expect(solidText).toContain(solid('Điểm theo tiêu chí'));
      expect(solidText).toContain(solid('phần tô đen: số điểm đạt được'));
    }
  });

  it('draws every bar as long as its points within a track for the maximum', async () => {
    for (const answers of [best, middling, unfinished]) {
      const input = scorecardInput(answers);
      const page = await firstPage(input);
      const rows = pictureRows(page.items);
      expect(rows).toHaveLength(set.criteria.length);
      for (const [index, { y }] of rows.entries()) {
        const score = input.scorecard.criteria[index];
        const { track, bar } = barAt(page, y);
        expect(score?.id).toBe(rows[index]?.text);
        const share = (score?.points ?? 0) / (score?.max ?? 0);
        expect(bar === undefined ? 0 : bar.width / track.width, score?.id).toBeCloseTo(share, 4);
        if (bar === undefined) continue;
        expect(bar.left).toBe(track.left);
        expect(Math.abs(bar.bottom - track.bottom)).toBeLessThan(0.5);
        expect(Math.abs(bar.top - track.top)).toBeLessThan(0.5);
      }
    }
  });

  it('gives each criterion with its name, points and maximum on the line of its bar', async () => {
    const input = scorecardInput(unfinished);
    const page = await firstPage(input);
    for (const [index, { y }] of pictureRows(page.items).entries()) {
      const score = input.scorecard.criteria[index];
      const points = score?.points === null ? '–' : numberText(score?.points ?? 0);
      const line = page.items.filter((item) => Math.abs(item.y - y) < 0.5).map(({ text }) => text);
      expect(line).toContain(`${points}/${numberText(score?.max ?? 0)}`);
      expect(vi(set.criteria[index]?.name ?? { vi: '', en: '' })).toContain(line[1]);
    }
  });

  it('tells zero from unanswered without any colour', async () => {
    const input = scorecardInput(unfinished);
    const page = await firstPage(input);
    const seen = new Set<string>();
    for (const [index, { y }] of pictureRows(page.items).entries()) {
      const score = input.scorecard.criteria[index];
      const { track, bar, stub } = barAt(page, y);
      const state = score?.points === null ? 'unanswered' : score?.points === 0 ? 'zero' : 'points';
      seen.add(score?.complete ? state : `${state}, incomplete`);
      expect(track.shape.dashed, score?.id).toBe(!score?.complete);
      expect(stub, score?.id).toBe(state === 'zero');
      expect(bar !== undefined, score?.id).toBe(state === 'points');
    }
    expect([...seen].sort()).toEqual(['points', 'points, incomplete', 'unanswered, incomplete', 'zero']);
  });

  it('draws a tick for what is met, a cross for zero and a dash for what is not known', async () => {
    for (const answers of [middling, unfinished]) {
      const input = scorecardInput(answers);
      const page = await firstPage(input);
      for (const [index, { y }] of pictureRows(page.items).entries()) {
        const { track } = barAt(page, y);
        const marks = page.strokes.filter(
          (points) => isMark(points) && points.every(([x]) => x > track.right),
        );
        const score = input.scorecard.criteria[index];
        const expected = !score?.complete ? 'dash' : score.points === 0 ? 'cross' : 'tick';
        expect(markAt(marks, y), score?.id).toBe(expected);
      }
      for (const [text, mark] of legend) {
        const entry = page.items.find((item) => item.text === text);
        const before = page.strokes.filter(
          (points) =>
            isMark(points) && points.every(([x]) => x < (entry?.x ?? 0) && x > (entry?.x ?? 0) - 15),
        );
        expect(markAt(before, entry?.y ?? 0), text).toBe(mark);
      }
    }
  });

  it('marks the provisional total, verdict and criteria where they stand', async () => {
    const input = scorecardInput(middling);
    const { items } = await firstPage(input);
    const middle = ({ x, width }: TextItem) => x + width / 2;
    const { total, max, verdict } = input.scorecard;
    for (const value of [`${numberText(total)}/${numberText(max)}`, verdictText[verdict]]) {
      const shown = items.find(({ text, height }) => text === value && height > 15);
      if (shown === undefined) throw new Error(`${value} is shown large`);
      const below = items.filter(
        (item) => Math.abs(middle(item) - middle(shown)) < 3 && item.y < shown.y && shown.y - item.y < 20,
      );
      expect(below.map(({ text }) => text)).toEqual(['Tạm tính']);
    }
    const rows = pictureRows(items);
    expect(rows).toHaveLength(set.criteria.length);
    for (const [index, row] of rows.entries()) {
      const marked = items.some((item) => item.text === 'Tạm tính' && Math.abs(item.y - row.y) < 3);
      expect(marked, row.text).toBe(input.scorecard.criteria[index]?.provisional);
    }
  });

  it('draws the total as a bar over the whole width, and the threshold across it with its figure below', async () => {
    const outOfReach: CriteriaSet = {
      ...set,
      unitClasses: set.unitClasses.map((one) => ({ ...one, threshold: 2 * set.max })),
    };
    for (const input of [
      scorecardInput(best),
      scorecardInput(middling),
      scorecardInput({}),
      scorecardInput(best, { set: outOfReach }),
    ]) {
      const page = await firstPage(input);
      const { total, max, threshold, complete } = input.scorecard;
      const { track, bar, mark, gap } = totalBarOf(page);
      const scale = portrait.contentWidth / Math.max(max, threshold);
      expect(track.left).toBeCloseTo(portrait.margins[0], 2);
      expect(track.width).toBeCloseTo(max * scale, 2);
      expect(track.shape.dashed).toBe(!complete);
      expect(bar?.width ?? 0).toBeCloseTo(total * scale, 2);
      expect(mark.left).toBeCloseTo(track.left + threshold * scale, 2);
      expect(mark.top).toBeGreaterThan(track.top);
      expect(mark.bottom).toBeLessThan(track.bottom);
      expect(gap.left).toBeCloseTo(mark.left, 2);
      const figure = page.items.find(
        ({ text, y }) => text === numberText(threshold) && y < track.bottom && y > track.bottom - 20,
      );
      expect(figure?.font).toBe('Tinos-Bold');
      const label = page.items.find(({ text, y }) => text.startsWith('Mức tối thiểu') && y === figure?.y);
      const width = (figure?.x ?? 0) + (figure?.width ?? 0) - (label?.x ?? 0);
      const nearest = Math.min(mark.left, portrait.margins[0] + portrait.contentWidth - width / 2);
      expect(Math.abs((label?.x ?? 0) + width / 2 - nearest)).toBeLessThan(2);
    }
  });

  it('is drawn in black and greys only', async () => {
    const { shapes } = await firstPage(scorecardInput(unfinished));
    for (const { colour } of shapes) expect(colour).toMatch(/^#(..)\1\1$/);
  });

  it('stands whole on the first page with any answers of ours', async () => {
    for (const input of [
      scorecardInput(best),
      scorecardInput(middling),
      scorecardInput({}, { status: 'draft' }),
    ]) {
      const { text } = await firstPage(input);
      expect(text).toContain(legend.map(([entry]) => entry).join(' '));
    }
  });

  it('serves a set of one criterion and of thirty with long names, with its head on every page', async () => {
    for (const count of [1, 30]) {
      const criteria = Array.from({ length: count }, (_, index) => {
        const model = set.criteria[index % set.criteria.length];
        if (model === undefined) throw new Error('the set has criteria');
        const name = `Tiêu chí thứ ${index + 1} ${'có tên rất dài '.repeat(index % 8)}`.trim();
        return { ...model, id: String(index + 1), name: { vi: name, en: '' }, max: 10 ** (index % 6) };
      });
      const max = criteria.reduce((sum, one) => sum + one.max, 0);
      const pdf = await readScorecard(scorecardInput(best, { set: { ...set, criteria, max } }));
      expect(outsideMargins(pdf, portrait, /^Phiếu chấm điểm/)).toEqual([]);
      const heads = pdf.pages.filter(({ text }) => text.includes('TT Tiêu chí Điểm/tối đa'));
      expect(heads.length).toBeGreaterThanOrEqual(count === 1 ? 1 : 2);
      for (const { name } of criteria) expect(pdf.solidText.split(solid(vi(name))).length).toBeGreaterThan(2);
      for (const page of heads)
        for (const row of pictureRows(page.items)) expect(barAt(page, row.y).track.width).toBeGreaterThan(90);
    }
  });
});

const legend = [
  ['đạt (trên 0 điểm)', 'tick'],
  ['bị 0 điểm', 'cross'],
  ['chưa đủ số liệu', 'dash'],
] as const;

interface Box {
  readonly shape: PdfShape;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly width: number;
}

function boxOf(shape: PdfShape): Box {
  const xs = shape.points.map(([x]) => x);
  const ys = shape.points.map(([, y]) => y);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { shape, left, right, bottom, top, width: right - left };
}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('it is drawn');
  return one;
}

/** What is drawn of the bar on a line of text. */
function barAt({ shapes }: Page, baseline: number) {
  const here = shapes.map(boxOf).filter(({ bottom, top }) => bottom > baseline - 4 && top < baseline + 11);
  const track = found(
    here.find(({ shape, width }) => shape.points.length === 4 && shape.painted === 'stroke' && width > 50),
  );
  return {
    track,
    bar: here.find(({ shape }) => shape.painted === 'fill'),
    /** Stands at the beginning of the track for zero points. */
    stub: here.some(
      ({ width, left, top }) => width === 0 && left < track.left + 2 && left > track.left && top > track.top,
    ),
  };
}

/** What is drawn above the picture of the criteria. */
function totalBarOf({ shapes, items }: Page) {
  const below = found(items.find(({ text }) => text === 'Điểm theo tiêu chí')).y;
  const above = found(items.find(({ text }) => text === 'Kết quả')).y;
  const here = shapes.map(boxOf).filter(({ bottom, top }) => bottom > below && top < above);
  const upright = here.filter(({ width }) => width === 0);
  return {
    track: found(here.find(({ shape }) => shape.points.length === 4 && shape.painted === 'stroke')),
    bar: here.find(({ shape }) => shape.painted === 'fill'),
    mark: found(upright.find(({ shape }) => shape.colour === '#000000')),
    gap: found(upright.find(({ shape }) => shape.colour === '#ffffff')),
  };
}
