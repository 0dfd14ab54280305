import { beforeAll, expect, test } from 'vitest';
import { type Office, unsetOffice } from '../../criteria/office.ts';
import { startTranslation } from '../i18n.ts';
import { differs, formOf, officeFaults, officeOf } from './office-form.ts';

beforeAll(() => startTranslation());

const office: Office = {
  superior: 'Ủy ban nhân dân tỉnh Ví Dụ',
  body: 'Đoàn đánh giá',
  place: 'Ví Dụ',
  recogniser: 'Chủ tịch',
  signatories: {
    head: { capacity: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Nguyễn Văn An' },
    leader: { capacity: [], name: 'Trần Thị Bình' },
    secretary: { capacity: ['Thư ký'], name: '' },
  },
  recipients: { scorecard: ['Như trên', 'Lưu: VT'], certificate: [], minutes: ['Lưu: VT'], summary: [] },
};

test('an office comes back from its form as it was', () => {
  expect(officeOf(formOf(office))).toEqual(office);
  expect(officeOf(formOf(unsetOffice))).toEqual(unsetOffice);
});

test('empty lines and spaces around a line are no entries, and no change', () => {
  const form = {
    ...formOf(office),
    'recipients.scorecard': '\n  Như trên \n\nLưu: VT\n',
    body: 'Đoàn đánh giá ',
  };
  expect(officeOf(form)).toEqual(office);
  expect(differs(form, office)).toBe(false);
  expect(differs({ ...form, place: 'Nơi khác' }, office)).toBe(true);
});

test('a text, a line and a number of lines beyond what is kept are each told at their field', () => {
  const form = {
    ...formOf(office),
    body: 'a'.repeat(201),
    'signatories.head.capacity': `TM.\n\n${'b'.repeat(101)}`,
    'signatories.leader.capacity': '1\n2\n3\n4\n5',
    'recipients.minutes': Array.from({ length: 11 }, (_, line) => `Nơi ${line}`).join('\n'),
  };
  expect(officeFaults(form)).toEqual({
    body: { line: null, message: expect.stringContaining('200') },
    'signatories.head.capacity': { line: 3, message: expect.stringContaining('100') },
    'signatories.leader.capacity': { line: null, message: 'Không được quá 4 dòng' },
    'recipients.minutes': { line: null, message: expect.stringContaining('10') },
  });
  expect(officeFaults(formOf(office))).toEqual({});
});
