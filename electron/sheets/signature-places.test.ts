import { beforeAll, describe, expect, test } from 'vitest';
import { knownRules, printedSheet, sheetInput } from '../../tests/example-sheet.ts';
import { signed } from '../../tests/pdf-surgery.ts';
import { readPdf } from '../../tests/read-pdf.ts';
import { examineSheet, type SheetFindings } from './examine.ts';

type Item = Awaited<ReturnType<typeof readPdf>>['pages'][number]['items'][number];

let printed: Uint8Array;
let pages: readonly (readonly Item[])[];
beforeAll(async () => {
  printed = await printedSheet();
  pages = (await readPdf(printed)).pages.map(({ items }) => items);
});

const examine = (bytes: Uint8Array) => examineSheet(bytes, knownRules);
const { name: leader } = sheetInput().office.signatories.leader;

function item(page: number, is: (text: string) => boolean): Item {
  const found = pages.at(page - 1)?.find(({ text }) => is(text.trim()));
  if (found === undefined) throw new Error(`nothing like that on page ${page}`);
  return found;
}

/** Left, bottom, right, top around a text. */
function around({ x, y, width, height }: Item): readonly [number, number, number, number] {
  return [x, y, x + width, y + height];
}

const box = (...sides: readonly number[]) => sides.join(' ');

function expectCovered(findings: SheetFindings, message: RegExp) {
  expect(findings).toMatchObject({
    verdict: 'altered',
    differences: [{ message: expect.stringMatching(message) }],
  });
}

describe('a signature that is seen', () => {
  test('is welcome in the room above the names, as wide as it likes, also over the line that asks for it', async () => {
    const asked = item(0, (text) => text.startsWith('(Ký'));
    const name = item(0, (text) => text === leader);
    const [, , , nameTop] = around(name);
    const [, , , askedTop] = around(asked);
    for (const room of [
      box(name.x - 30, nameTop, name.x + name.width + 30, asked.y - 3),
      box(40, nameTop, 570, askedTop),
    ])
      expect(await examine(signed(printed, room))).toMatchObject({
        verdict: 'genuine',
        remarks: [expect.stringContaining('đã được ký'), expect.stringContaining('1 ô chữ ký số')],
      });
  });

  test('may not cover a name, a capacity or the check code', async () => {
    const [left, bottom, right, top] = around(item(0, (text) => text === leader));
    expectCovered(
      await examine(signed(printed, box(left - 2, bottom - 2, right + 2, top + 2))),
      /^Trang \d+: ô chữ ký số che chữ đã in$/,
    );
    expectCovered(await examine(signed(printed, '0 0 595 842')), /che chữ đã in$/);
    const code = item(0, (text) => text === 'Mã kiểm tra');
    expectCovered(
      await examine(signed(printed, box(code.x - 100, code.y - 60, code.x - 20, code.y - 10))),
      /^Trang \d+: ô chữ ký số che hình đã in$/,
    );
  });

  test('may not cover figures in halves', async () => {
    const total = `${sheetInput().scorecard.total}`;
    const figure = item(1, (text) => text.includes(total));
    const [left, bottom, right, top] = around(figure);
    const middle = (left + right) / 2;
    const half = signed(printed, box(left - 1, bottom - 4, middle, top + 2), 1);
    const both = signed(half, box(middle, bottom - 4, right + 1, top + 2), 1);
    for (const bytes of [half, both])
      expect(await examine(bytes)).toMatchObject({
        verdict: 'altered',
        differences: [{ page: 1, expected: expect.stringContaining(total), found: 'bị che' }],
      });
  });

  test('on empty ground elsewhere is told as a remark, and on the page of the result as a difference', async () => {
    for (const page of [2, pages.length])
      expect(await examine(signed(printed, '2 2 40 20', page))).toMatchObject({
        verdict: 'genuine',
        remarks: [
          expect.any(String),
          expect.any(String),
          expect.stringMatching(new RegExp(`^Trang ${page} có ô chữ ký số hiện ngoài chỗ ký`)),
        ],
      });
    expectCovered(await examine(signed(printed, '2 2 40 20', 1)), /^Trang 1: có ô chữ ký số hiện trên trang/);
  });
});
