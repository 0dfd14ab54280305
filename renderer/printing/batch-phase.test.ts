import { expect, test } from 'vitest';
import type { BatchState } from '../../electron/api.ts';
import { failedDocuments } from './batch-phase.ts';

const batch: BatchState = {
  request: {
    year: 2026,
    ids: null,
    kinds: ['scorecard'],
    summary: false,
    merged: true,
    folder: '/in',
  },
  phase: 'finished',
  total: 40,
  done: 40,
  written: ['a.pdf', 'b.pdf'],
  leftOut: [{ kind: 'certificate', id: '2026-1', unitName: 'Xã A', message: 'Phiếu chưa chốt' }],
  failures: [{ kind: 'scorecard', id: null, unitName: null, message: 'Còn 37 tài liệu chưa in' }],
  removed: [],
  merged: null,
  startedAt: '2026-11-22T05:00:00.000Z',
};

test('one failure that stops everything counts for all the documents that it kept from being printed', () => {
  expect(failedDocuments(batch)).toBe(37);
});

test('a merged file that could not be made counts as one more', () => {
  const merged = { kind: 'merged', id: null, unitName: null, message: 'Chưa gộp được' } as const;
  expect(failedDocuments({ ...batch, failures: [...batch.failures, merged] })).toBe(38);
});
