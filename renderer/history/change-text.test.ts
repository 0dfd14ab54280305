import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import type { Change } from '../../criteria/change.ts';
import type { EvidenceItem } from '../../criteria/evidence.ts';
import { currentSet } from '../../tests/example-assessment.ts';
import { startTranslation } from '../i18n.ts';
import { changeText } from './change-text.ts';

beforeAll(startTranslation);

const file = (name: string, letter: string): EvidenceItem => ({
  kind: 'file',
  sha256: letter.repeat(64),
  name,
  size: 1,
  type: 'application/pdf',
});
const paper: EvidenceItem = { kind: 'paper', text: 'Quyết định số 12/QĐ-UBND' };

test.each<[Change, string]>([
  [{ kind: 'answer', of: 'children', from: 1204, to: 1240 }, 'Tổng số trẻ em dưới 16 tuổi: 1.204 → 1.240'],
  [{ kind: 'answer', of: 'children', from: null, to: 0 }, 'Tổng số trẻ em dưới 16 tuổi: chưa trả lời → 0'],
  [{ kind: 'answer', of: '1.1', from: null, to: true }, 'Chỉ tiêu 1.1: chưa trả lời → có'],
  [{ kind: 'answer', of: '1.1', from: false, to: null }, 'Chỉ tiêu 1.1: không → chưa trả lời'],
  [{ kind: 'note', of: '3.1', from: 'a', to: 'b' }, 'Ghi chú chỉ tiêu 3.1'],
  [{ kind: 'note', of: '3.1', from: 'a', to: '' }, 'Ghi chú chỉ tiêu 3.1: đã xóa'],
  [
    { kind: 'evidence', of: '3.1', from: [file('cũ.pdf', 'a')], to: [file('mới.pdf', 'b'), paper] },
    'Minh chứng chỉ tiêu 3.1: thêm mới.pdf, Quyết định số 12/QĐ-UBND; bỏ cũ.pdf',
  ],
  [
    { kind: 'evidence', of: '3.1', from: [file('a.pdf', 'a'), paper], to: [paper, file('a.pdf', 'a')] },
    'Minh chứng chỉ tiêu 3.1: sắp xếp lại',
  ],
  [
    { kind: 'unconfirmed', of: 'children', from: null, to: { value: 1204, year: 2025 } },
    'Tổng số trẻ em dưới 16 tuổi: mang “1.204” từ năm 2025 sang, chưa xác nhận',
  ],
  [{ kind: 'answer', of: 'gone', from: 5, to: null }, 'Số liệu “gone”: 5 → chưa trả lời'],
  [
    { kind: 'unconfirmed', of: '1.1', from: { value: true, year: 2025 }, to: null },
    'Chỉ tiêu 1.1: bỏ “có” mang từ năm 2025 sang',
  ],
])('%j is said in words', (change, words) => {
  expect(changeText(i18next.t, currentSet, change)).toBe(words);
});
