import { describe, expect, test } from 'vitest';
import { type Assessment, answersOf, assessmentId, assessmentSchema, notesOf } from './assessment.ts';

const at = '2026-11-05T03:00:00.000Z';
const assessment: Assessment = {
  id: '2026-24769',
  unit: { code: '24769', name: 'Xã Hòa Bình (ví dụ)', type: 'xa', class: 'other', province: 'Lâm Đồng' },
  year: 2026,
  criteriaSet: { id: 'qd-06-2019', version: 1 },
  answers: { children: { value: 0, at }, '1.1': { value: false, at } },
  notes: { '1.1': { text: 'Chưa có quyết định', at } },
  status: 'draft',
  revision: 1,
  saves: 2,
  createdAt: at,
  updatedAt: at,
  finalised: [],
  sample: true,
  log: [{ at, event: 'created' }],
};

const accepts = (part: object) => assessmentSchema.safeParse({ ...assessment, ...part }).success;

describe('an assessment as kept', () => {
  test('is read back as it was written', () => {
    expect(assessmentSchema.parse(JSON.parse(JSON.stringify(assessment)))).toEqual(assessment);
  });

  test('has its year and unit in its id', () => {
    expect(assessmentId(2026, '24769')).toBe(assessment.id);
  });

  test('gives its bare answers, zeros and noes with them, and its bare notes', () => {
    expect(answersOf(assessment)).toEqual({ children: 0, '1.1': false });
    expect(notesOf(assessment)).toEqual({ '1.1': 'Chưa có quyết định' });
  });

  test.each([
    ['a negative figure', { answers: { children: { value: -1, at } } }],
    ['a fractional figure', { answers: { children: { value: 1.5, at } } }],
    ['an answer that is a text', { answers: { children: { value: '1', at } } }],
    ['an answer without its time', { answers: { children: { value: 1 } } }],
    ['an empty note', { notes: { '1.1': { text: '', at } } }],
    ['an id that leaves the folder', { id: '../2026-1' }],
    ['another status', { status: 'closed' }],
    ['an entry that does not belong', { points: 850 }],
    ['a time that is none', { updatedAt: 'yesterday' }],
  ])('is refused with %s', (_, part) => {
    expect(accepts({})).toBe(true);
    expect(accepts(part)).toBe(false);
  });
});
