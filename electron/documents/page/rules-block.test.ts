import { describe, expect, test } from 'vitest';
import { withRegister } from '../../../criteria/rules/register.ts';
import { confirmations, confirmedBy, ruleKeys, unconfirmed } from '../../../tests/confirmed-rules.ts';
import { currentSet } from '../../../tests/example-document-input.ts';
import { hashOfSet } from '../../set-hash.ts';
import { confirmedText, rulesCode, versionText } from './rules-block.ts';

const set = unconfirmed(currentSet());
const keys = ruleKeys(set);
const total = keys.length;

describe('the rules that a document names', () => {
  test('are those of one version', () => {
    expect(versionText({ ...set, version: 2 })).toMatch(/^Bộ tiêu chí .* \(bản 2\)$/);
  });

  test('have the hash of the set as it stands, in fours, whole or its first digits', () => {
    const confirmed = confirmedBy(set, ['Nguyễn Thị Lan']);
    expect(rulesCode(confirmed)).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    expect(rulesCode(confirmed).replaceAll(' ', '')).toBe(hashOfSet(confirmed));
    expect(rulesCode(confirmed, 'first')).toBe(rulesCode(confirmed).slice(0, 19));
    expect(rulesCode(confirmed)).not.toBe(rulesCode(set));
  });

  test('are said to be read by nobody where they are', () => {
    expect(confirmedText(set)).toBe(`Chưa đối chiếu quy tắc nào trong ${total} quy tắc`);
    const read = JSON.parse(JSON.stringify(set).replace(/"provisional"/g, '"confirmed"'));
    expect(confirmedText(read)).toBe(
      `${total}/${total} quy tắc được ghi là đã đọc trong văn bản, chưa có người đối chiếu`,
    );
  });

  test('are counted by who confirmed them, with the days, most rules first', () => {
    const register = [
      ...confirmations(keys.slice(0, 1), 'Trần Văn Minh', '2026-11-21'),
      ...confirmations(keys.slice(1, 3), 'Nguyễn Thị Lan', '2026-11-20'),
      ...confirmations(keys.slice(3, 4), 'Nguyễn Thị Lan', '2026-11-22'),
    ];
    expect(confirmedText(withRegister(set, register))).toBe(
      `Đã đối chiếu 4/${total} quy tắc: Nguyễn Thị Lan (3\u00a0quy tắc, từ 20/11/2026 đến 22/11/2026), Trần Văn Minh (1\u00a0quy tắc, 21/11/2026)`,
    );
    const withdrawn = {
      kind: 'withdrawn',
      rule: keys[0] ?? '',
      at: '2026-11-23T08:00:00.000Z',
      by: null,
      reason: 'Đọc nhầm',
    } as const;
    expect(confirmedText(withRegister(set, [...register, withdrawn]))).not.toContain('Trần Văn Minh');
  });

  test('are told apart from those that were read without a name', () => {
    const known = currentSet();
    const given = known.recognition.provenance.status;
    expect(given).toBe('confirmed');
    const one = withRegister(known, confirmations(['calendar']));
    expect(confirmedText(one)).toMatch(
      /^Đã đối chiếu \d+\/\d+ quy tắc: Nguyễn Thị Lan \(1\u00a0quy tắc, 20\/11\/2026\); \d+ quy tắc được ghi là đã đọc trong văn bản, không ghi tên người đối chiếu$/,
    );
  });

  test('name a few of many, and count the others', () => {
    const many = confirmedBy(set, ['Lan', 'Minh', 'Hoa', 'An', 'Bình']);
    expect(confirmedText(many, 3)).toMatch(/: Lan .*, Minh .*, Hoa .* và 2 người khác$/);
    expect(confirmedText(many)).toMatch(/An .*, Bình [^,]*, [^,]*$/);
  });
});
