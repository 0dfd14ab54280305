import { describe, expect, test } from 'vitest';
import { confirmedBy, ruleKeys, unconfirmed } from '../../tests/confirmed-rules.ts';
import { currentSet, office, scorecardInput } from '../../tests/example-document-input.ts';
import { listed } from '../../tests/example-summary.ts';
import { type ReadPdf, readPdf } from '../../tests/read-pdf.ts';
import type { PrintOrder } from './document-input.ts';
import { landscape, landscapeList, mm, portrait } from './page/decree-30.ts';
import { rulesCode } from './page/rules-block.ts';
import { printDocument } from './print.ts';

const names = Array.from({ length: 12 }, (_, index) =>
  (index % 2 === 0 ? 'Nguyễn Phúc Bảo Trân '.repeat(6) : 'W'.repeat(100))
    .slice(0, 98)
    .concat(String(10 + index)),
);
const set = { ...confirmedBy(currentSet(), names), version: 3 };
const input = scorecardInput(undefined, { set, office });
const total = ruleKeys(set).length;
const date = '2026-11-22';
const group = { set, units: [listed('Xã Kim Long')] };

interface Expected {
  readonly digits: number;
  readonly names: number;
}

const orders: readonly (readonly [order: PrintOrder, expected: Expected])[] = [
  [
    { kind: 'scorecard', input },
    { digits: 64, names: 12 },
  ],
  [
    { kind: 'minutes', input },
    { digits: 64, names: 12 },
  ],
  [
    { kind: 'certificate', input },
    { digits: 16, names: 3 },
  ],
  [
    {
      kind: 'evidence',
      input: { ...input, evidence: { '1.1': [{ kind: 'paper', text: 'Quyết định' }] }, files: {} },
    },
    { digits: 16, names: 3 },
  ],
  [
    { kind: 'checklist', input: { set, date, office, about: null } },
    { digits: 16, names: 3 },
  ],
  [
    { kind: 'summary', input: { year: 2026, date, office, groups: [group], missing: [] } },
    { digits: 64, names: 12 },
  ],
];

const read = async (order: PrintOrder) => readPdf((await printDocument(order)).bytes);

describe.each(orders)('$kind', (order, { digits, names: named }) => {
  test('names version, hash and confirmers of its rules, however long they are called, within its margins', async () => {
    const pdf = await read(order);
    expect(pdf.text).toContain('bản 3');
    const inFours = rulesCode(set);
    expect(pdf.text).toContain(inFours.slice(0, (digits * 5) / 4 - 1));
    expect(pdf.text.includes(inFours)).toBe(digits === 64);
    expect(pdf.text).toContain(`Đã đối chiếu ${total}/${total} quy tắc: `);
    expect(names.filter((name) => pdf.solidText.includes(name.replace(/\s/g, '')))).toHaveLength(named);
    expect(pdf.text.includes('và 9 người khác')).toBe(named === 3);
    expect(beyond(pdf, order)).toEqual([]);
  });
});

test('a summary tells two versions of a set apart, with the code and the confirmers of each', async () => {
  const older = { ...unconfirmed(currentSet()), version: 2 };
  const { text } = await read({
    kind: 'summary',
    input: {
      year: 2026,
      date,
      office,
      groups: [group, { set: older, units: [listed('Xã Hai')] }],
      missing: [],
    },
  });
  for (const one of [set, older]) {
    expect(text).toContain(`(bản ${one.version}), Quyết định`);
    expect(text).toContain(rulesCode(one));
  }
  expect(text).toContain(`Chưa đối chiếu quy tắc nào trong ${total} quy tắc.`);
});

/** Texts that stand out of the left and the right margin. */
function beyond({ pages }: ReadPdf, { kind }: PrintOrder): string[] {
  const { margins, contentWidth } =
    kind === 'certificate' ? landscape : kind === 'summary' ? landscapeList : portrait;
  const rounding = mm(0.1);
  return pages.flatMap(({ items }) =>
    items
      .filter(({ upright }) => upright)
      .filter(({ x, width }) => x < margins[0] - rounding || x + width > margins[0] + contentWidth + rounding)
      .map(({ text }) => text),
  );
}
