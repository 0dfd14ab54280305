import { describe, expect, test } from 'vitest';
import type { AssessmentSummary } from '../../electron/api.ts';
import { type Choice, choiceFaults, outlookOf, requestOf } from './choice.ts';

function unit(id: string, part: Partial<AssessmentSummary> = {}): AssessmentSummary {
  return {
    id,
    unit: { code: id, name: `Xã ${id}`, type: 'xa', class: 'other', province: 'Tỉnh Ví Dụ' },
    year: 2026,
    status: 'draft',
    revision: 1,
    sample: false,
    updatedAt: '2026-11-22T05:00:00.000Z',
    total: 0,
    max: 1000,
    threshold: 700,
    verdict: 'incomplete',
    provisional: false,
    answered: 0,
    indicators: 1,
    criteriaAtZero: [],
    ...part,
  };
}

const units = [
  unit('2026-1', { status: 'final', verdict: 'eligible' }),
  unit('2026-2', { status: 'final', verdict: 'ineligible' }),
  unit('2026-3', { verdict: 'eligible' }),
];
const choice: Choice = {
  whole: true,
  ids: new Set(),
  kinds: ['scorecard'],
  summary: false,
  merged: false,
  folder: '/in',
};

describe('what is wrong with a choice', () => {
  test('nothing, when units, a kind and a folder are chosen', () => {
    expect(choiceFaults(choice, units)).toEqual([]);
  });

  test('no unit, no document, no folder', () => {
    expect(choiceFaults({ ...choice, whole: false, folder: ' "" ' }, units)).toEqual(['units', 'folder']);
    expect(choiceFaults({ ...choice, kinds: [] }, units)).toEqual(['kinds']);
  });

  test('units that are no longer there are none', () => {
    expect(choiceFaults({ ...choice, whole: false, ids: new Set(['2026-9']) }, units)).toEqual(['units']);
  });

  test('the summary alone needs no unit', () => {
    const summary = { ...choice, whole: false, kinds: [], summary: true };
    expect(choiceFaults(summary, units)).toEqual([]);
    expect(requestOf(summary, 2026, units).ids).toBeNull();
  });
});

test('a pasted folder is asked for without its quotes, and units in the order of the list', () => {
  const chosen = { ...choice, whole: false, ids: new Set(['2026-3', '2026-1']), folder: '"E:\\Bản in"' };
  expect(requestOf(chosen, 2026, units)).toEqual({
    year: 2026,
    ids: ['2026-1', '2026-3'],
    kinds: ['scorecard'],
    summary: false,
    merged: false,
    folder: 'E:\\Bản in',
  });
});

describe('the outlook', () => {
  test('counts a certificate only for what is final and eligible', () => {
    const all = { ...choice, kinds: ['scorecard', 'certificate'], summary: true } as const;
    expect(outlookOf(all, units)).toEqual({ documents: 5, withoutCertificate: 2, drafts: 1 });
  });

  test('speaks of drafts only where they are printed', () => {
    expect(outlookOf({ ...choice, kinds: ['checklist'] }, units).drafts).toBe(0);
  });
});
