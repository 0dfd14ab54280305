import { describe, expect, test } from 'vitest';
import {
  type Assessment,
  answersOf,
  assessmentId,
  assessmentSchema,
  evidenceOf,
  type Made,
  notesOf,
} from './assessment.ts';

const at = '2026-11-05T03:00:00.000Z';
const made: Made = { at, by: 'Chị Lan' };
const assessment: Assessment = {
  id: '2026-24769',
  unit: { code: '24769', name: 'Xã Hòa Bình (ví dụ)', type: 'xa', class: 'other', province: 'Lâm Đồng' },
  year: 2026,
  criteriaSet: { id: 'qd-06-2019', version: 1 },
  answers: { children: { value: 0, ...made }, '1.1': { value: false, ...made } },
  notes: { '1.1': { text: 'Chưa có quyết định', at, by: null } },
  evidence: { '1.1': [{ item: { kind: 'paper', text: 'Quyết định số 12' }, ...made }] },
  unconfirmed: { under1: { brought: { value: 84, year: 2025 }, ...made } },
  status: 'draft',
  revision: 1,
  saves: 2,
  createdAt: at,
  updatedAt: at,
  finalised: [],
  sample: true,
  log: [{ ...made, event: 'created' }],
  history: [{ ...made, change: { kind: 'answer', of: 'children', from: null, to: 0 } }],
  undo: { done: [[{ kind: 'answer', of: 'children', from: null, to: 0 }]], undone: [] },
};

const accepts = (part: object) => assessmentSchema.safeParse({ ...assessment, ...part }).success;

describe('an assessment as kept', () => {
  test('is read back as it was written', () => {
    expect(assessmentSchema.parse(JSON.parse(JSON.stringify(assessment)))).toEqual(assessment);
  });

  test('has its year and unit in its id', () => {
    expect(assessmentId(2026, '24769')).toBe(assessment.id);
  });

  test('gives its bare answers, zeros and noes with them, its bare notes and evidence', () => {
    expect(answersOf(assessment)).toEqual({ children: 0, '1.1': false });
    expect(notesOf(assessment)).toEqual({ '1.1': 'Chưa có quyết định' });
    expect(evidenceOf(assessment)).toEqual({ '1.1': [{ kind: 'paper', text: 'Quyết định số 12' }] });
  });

  test.each([
    ['a negative figure', { answers: { children: { value: -1, ...made } } }],
    ['a fractional figure', { answers: { children: { value: 1.5, ...made } } }],
    ['an answer that is a text', { answers: { children: { value: '1', ...made } } }],
    ['an answer without its time', { answers: { children: { value: 1, by: null } } }],
    ['an answer that says of nobody, not even that', { answers: { children: { value: 1, at } } }],
    ['an empty note', { notes: { '1.1': { text: '', ...made } } }],
    ['an id that leaves the folder', { id: '../2026-1' }],
    ['another status', { status: 'closed' }],
    ['an entry that does not belong', { points: 850 }],
    ['a time that is none', { updatedAt: 'yesterday' }],
  ])('is refused with %s', (_, part) => {
    expect(accepts({})).toBe(true);
    expect(accepts(part)).toBe(false);
  });
});
