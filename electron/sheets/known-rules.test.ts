import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asPublished } from '../../criteria/rules/published-set.ts';
import { type RegisterEntry, withRegister } from '../../criteria/rules/register.ts';
import { score } from '../../criteria/score.ts';
import { parseCriteriaSet } from '../../criteria/set-faults.ts';
import { confirmations, ruleKeys, unconfirmed } from '../../tests/confirmed-rules.ts';
import { printedSheet, sheetInput } from '../../tests/example-sheet.ts';
import { readPdf } from '../../tests/read-pdf.ts';
import { hashOfSet } from '../set-hash.ts';
import { examineSheet } from './examine.ts';
import { rulesOfSheet } from './known-rules.ts';

const published = unconfirmed(sheetInput().set);
const keys = ruleKeys(published);
const register: RegisterEntry[] = [
  ...confirmations(keys.slice(0, 3)),
  { kind: 'withdrawn', rule: keys[1] ?? '', at: '2026-11-21T08:00:00.000Z', by: null, reason: 'Đọc nhầm' },
  ...confirmations(keys.slice(1), 'Trần Văn Minh', '2026-11-22'),
];
const known = [{ set: published, register }];
const stateAfter = (entries: number) => withRegister(published, register.slice(0, entries));
const whole = register.length;

/** A sheet that was finalised when nothing was confirmed, printed in a state of the register. */
function printedIn(set = published): Promise<Uint8Array> {
  const { answers, unit } = sheetInput();
  const coded = score(published, unit.class, answers);
  const scorecard = score(set, unit.class, answers);
  return printedSheet(sheetInput({ set, scorecard, coded }));
}

describe('the rules of a sheet', () => {
  test('are found in every state in which the register ever was, also after a withdrawal', () => {
    for (let entries = whole; entries >= 0; entries -= 1) {
      const set = stateAfter(entries);
      const named = { id: set.id, version: set.version, digest: hashOfSet(set) };
      expect(rulesOfSheet(named, known)).toEqual({ state: 'known', set });
      expect(rulesOfSheet(named, known)).toEqual({ state: 'known', set });
    }
  });

  test('are not found in a state that never was, in another version or by another name', () => {
    const { id, version } = published;
    const never = withRegister(published, register.slice(1, 2));
    expect(rulesOfSheet({ id, version, digest: hashOfSet(never) }, known)).toEqual({ state: 'other_state' });
    const digest = hashOfSet(published);
    expect(rulesOfSheet({ id, version: version + 1, digest }, known).state).toBe('unknown_version');
    expect(rulesOfSheet({ id: 'other', version, digest }, known).state).toBe('unknown_version');
  });
});

describe('a sheet is genuine in whichever known state it was printed', () => {
  test('before anything was confirmed, and checked after', async () => {
    const bytes = await printedIn();
    expect((await readPdf(bytes)).text).toContain('Tạm tính');
    expect(await examineSheet(bytes, known)).toMatchObject({ verdict: 'genuine', remarks: [] });
  });

  test('after all was confirmed, with the check code and the marks of when it was finalised inside it', async () => {
    const bytes = await printedIn(stateAfter(whole));
    expect((await readPdf(bytes)).text).not.toContain('Tạm tính');
    expect(await examineSheet(bytes, known)).toMatchObject({
      verdict: 'genuine',
      remarks: [],
      sheet: { scorecard: { provisional: true } },
    });
  });

  test('but is unchecked where only other confirmations are known, which is said with what to do', async () => {
    const bytes = await printedIn(stateAfter(whole));
    expect(await examineSheet(bytes, [{ set: published, register: register.slice(0, 2) }])).toMatchObject({
      verdict: 'unchecked',
      message: expect.stringMatching(/khác lúc in phiếu \(nơi in đã đối chiếu .*hãy xin tệp bộ tiêu chí/),
    });
  });
});

test('a sheet of the layout before this one is told to be old, and its figures are known to be right', async () => {
  const sample = (name: string) => readFile(join(import.meta.dirname, 'samples', name));
  const bytes = await sample('phieu-mau-1.pdf');
  const parsed = parseCriteriaSet(JSON.parse(String(await sample('phieu-mau-1-bo-tieu-chi.json'))));
  if (!parsed.ok) throw new Error('the set of the sample has faults');
  const findings = await examineSheet(bytes, [asPublished(parsed.set)]);
  expect(findings).toMatchObject({
    verdict: 'unchecked',
    message: expect.stringMatching(/^Phiếu do phiên bản cũ của chương trình \(0\.1\.0\) in ra, theo mẫu/),
    remarks: [expect.stringContaining('và đều thấy')],
  });
  const { sheet } = findings as Extract<typeof findings, { verdict: 'unchecked' }>;
  expect(sheet.printed.layout).toBe(1);
  expect(rulesOfSheet(sheet.criteriaSet, [asPublished(parsed.set)])).toEqual({
    state: 'known',
    set: parsed.set,
  });
});
