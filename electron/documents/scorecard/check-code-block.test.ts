import { describe, expect, it } from 'vitest';
import { shortCode } from '../../../criteria/short-code.ts';
import { office, scorecardInput, unit } from '../../../tests/example-document-input.ts';
import { readQr } from '../../../tests/read-qr.ts';
import { type Page, readScorecard } from '../../../tests/read-scorecard.ts';
import type { ScorecardInput } from '../document-input.ts';
import { mm } from '../page/decree-30.ts';
import { checkCodeText } from './check-code-block.ts';

const lastPage = async (input: ScorecardInput): Promise<Page> => {
  const page = (await readScorecard(input)).pages.at(-1);
  if (page === undefined) throw new Error('a page');
  return page;
};

describe('the check code on the scorecard', () => {
  it('is read by a camera as format, unit, year, revision, status and digits, whatever the code of the unit', async () => {
    const inputs = [
      scorecardInput(),
      scorecardInput({}, { status: 'draft', revision: 12 }),
      scorecardInput(undefined, {
        unit: { ...unit, code: `Xa-${'0123456789'.repeat(3).slice(0, 29)}` },
        revision: 123,
      }),
    ];
    for (const input of inputs) {
      const { unit: of, year, revision, status, sha256 } = input;
      const { text } = readCode(await lastPage(input));
      expect(text).toBe(`CFC1;${of.code};${year};${revision};${status};${sha256}`);
      expect(text).toBe(checkCodeText(input));
    }
  });

  it('is black on white, 24 mm or more, with four modules of white around it', async () => {
    const { ground, dark, width, module } = readCode(await lastPage(scorecardInput()));
    expect(width).toBeGreaterThan(mm(24));
    expect(module).toBeGreaterThan(mm(0.5));
    expect(ground.colour).toBe('#ffffff');
    for (const { colour } of dark) expect(colour).toBe('#000000');
    const left = Math.min(...dark.map(({ x }) => x));
    const top = Math.max(...dark.map(({ y }) => y));
    expect(left - ground.x).toBeCloseTo(4 * module, 2);
    expect(ground.y - top).toBeCloseTo(4 * module, 2);
    expect(ground.width - width).toBeCloseTo(8 * module, 2);
  });

  it('stands beside the code in short and large, in full, and with what it is', async () => {
    const input = scorecardInput();
    const page = await lastPage(input);
    const { ground } = readCode(page);
    const short = page.items.find(({ text, height }) => text === shortCode(input.sha256) && height >= 18);
    expect(short?.x).toBeGreaterThanOrEqual(ground.x + ground.width);
    expect(short?.y).toBeLessThan(ground.y);
    expect(short?.y).toBeGreaterThan(ground.y - ground.width);
    expect(page.items.some(({ text }) => text === input.sha256)).toBe(true);
    expect(page.text).toContain(
      'Số trên giấy phải được đối chiếu với bản ghi mang cùng mã; mã không phải là chữ ký.',
    );
  });

  it('is said in short at the foot of every page, of drafts as well', async () => {
    for (const status of ['draft', 'final'] as const) {
      const { pages } = await readScorecard(scorecardInput(undefined, { status }));
      for (const { text } of pages) expect(text).toContain('mã kiểm tra 3f6a 9b2c 1d4e 5f60');
    }
  });

  it('leaves the room of signatures and stamp free', async () => {
    for (const named of [scorecardInput(), scorecardInput(undefined, { office })]) {
      const page = await lastPage(named);
      const line = (text: RegExp) =>
        page.items.filter((item) => item.upright && text.test(item.text)).map(({ y }) => y);
      const instructions = Math.min(...line(/^\(Ký(, ghi rõ họ)? tên\)$/));
      const names = Math.max(...line(/^(…+|Đỗ Thị Ngọc Ánh|Trần Quốc Huy)$/).filter((y) => y < instructions));
      expect(instructions - names).toBeGreaterThan(mm(28));
      const within = (y: number) => y < instructions - 3 && y > names + 12;
      expect(page.items.filter(({ y }) => within(y))).toEqual([]);
      expect(page.shapes.filter(({ points }) => points.some(([, y]) => within(y)))).toEqual([]);
    }
  });
});

interface Bar {
  readonly x: number;
  /** Of its top. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/** The code that is drawn on a page, which has no other filled bars: its dark modules, those that touch in a row as one. */
function readCode({ shapes }: Page) {
  const [ground, ...dark] = shapes
    .filter(({ painted, points }) => painted === 'fill' && points.length === 4)
    .map(({ points, colour }): Bar => {
      const xs = points.map(([x]) => x);
      const ys = points.map(([, y]) => y);
      return {
        x: Math.min(...xs),
        y: Math.max(...ys),
        width: Math.max(...xs) - Math.min(...xs),
        height: Math.max(...ys) - Math.min(...ys),
        colour,
      };
    });
  const module = dark[0]?.height ?? 0;
  if (ground === undefined || module === 0) throw new Error('a code is drawn');
  const left = Math.min(...dark.map(({ x }) => x));
  const top = Math.max(...dark.map(({ y }) => y));
  const width = Math.max(...dark.map((bar) => bar.x + bar.width)) - left;
  const drawn = new Set(
    dark.flatMap((bar) =>
      Array.from(
        { length: Math.round(bar.width / module) },
        (_, further) =>
          `${Math.round((top - bar.y) / module)},${Math.round((bar.x - left) / module) + further}`,
      ),
    ),
  );
  const text = readQr(Math.round(width / module), (row, column) => drawn.has(`${row},${column}`));
  return { ground, dark, width, module, text };
}
