import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { type Args, type CallApi, type ErrorCode, largestSheet, type Method } from '../../electron/api.ts';
import { draftAssessment, currentSet as set } from '../../tests/example-assessment.ts';
import {
  changesNothing,
  checkSheet,
  importDifferences,
  importSheet,
  type PossibleImport,
  type Sheet,
} from './sheet-check.ts';

const outcome = draftAssessment({ children: 1240 });
const there = draftAssessment({ children: 1204 }, { saves: 7 });
const outlook = (present: Assessment | null): PossibleImport => ({
  possible: true,
  id: outcome.id,
  present,
  outcome,
  remarks: [],
});
const sheet: Sheet = { name: 'phiếu.pdf', size: 4, read: async () => 'JVBERg==' };
const unreadable: Sheet = { ...sheet, read: () => Promise.reject(new Error('gone')) };

/** A host that answers everything with `reply`; notes what it and the window were asked, in order. */
function desk(reply: unknown, settled = true) {
  const asked: string[] = [];
  const calls: { method: Method; args: unknown }[] = [];
  const call = (async (method: Method, args: Args<Method>) => {
    asked.push(method);
    calls.push({ method, args });
    return reply;
  }) as CallApi;
  const settle = async () => {
    asked.push('settle');
    return settled;
  };
  const forget = (id: string) => {
    asked.push(`forget ${id}`);
  };
  return { asked, calls, call, settle, settleAll: settle, forget, by: () => 'Nguyễn Thị An' };
}

const refusal = (code: ErrorCode) => ({ ok: false, error: { code, message: 'không được' } });

describe('checking', () => {
  test('compares with what is there after this window has saved what it held', async () => {
    const host = desk({ ok: true, value: { verdict: 'not_ours', message: 'lạ' } });
    expect(await checkSheet(host, sheet)).toEqual({
      kind: 'checked',
      check: { verdict: 'not_ours', message: 'lạ' },
    });
    expect(host.asked).toEqual(['settle', 'sheets.check']);
    expect(host.calls[0]?.args).toEqual({ base64: 'JVBERg==' });
  });

  test('a file that is larger than any sheet is not even read', async () => {
    const host = desk(refusal('internal'));
    expect(await checkSheet(host, { ...unreadable, size: largestSheet + 1 })).toEqual({ kind: 'too_large' });
    expect(await checkSheet(host, { ...unreadable, size: largestSheet })).toEqual({ kind: 'unreadable' });
    expect(host.calls).toEqual([]);
  });

  test('a host that does not answer says nothing about the sheet', async () => {
    expect(await checkSheet(desk(refusal('unreachable')), sheet)).toEqual({
      kind: 'failed',
      message: 'không được',
    });
  });
});

describe('the preview', () => {
  test('names what gives way, and nothing where nothing is there', () => {
    expect(importDifferences(set, outlook(there))).toMatchObject([{ now: 1204, offered: 1240 }]);
    expect(importDifferences(set, outlook(null))).toBeNull();
  });

  test('says when the assessment that is there is already the same', () => {
    expect(changesNothing(set, outlook(draftAssessment({ children: 1240 }, { saves: 9 })))).toBe(true);
    expect(changesNothing(set, outlook({ ...outcome, status: 'final' }))).toBe(false);
    expect(changesNothing(set, outlook(there))).toBe(false);
    expect(changesNothing(set, outlook(null))).toBe(false);
  });
});

describe('importing', () => {
  test('is based on what the preview showed, and drops what the window held once it is done', async () => {
    const host = desk({ ok: true, value: outcome });
    expect(await importSheet(host, sheet, 'draft', outlook(there))).toEqual({
      kind: 'imported',
      assessment: outcome,
    });
    expect(host.calls).toEqual([
      { method: 'sheets.import', args: { base64: 'JVBERg==', as: 'draft', basedOn: 7, by: 'Nguyễn Thị An' } },
    ]);
    expect(host.asked).toEqual(['settle', 'sheets.import', `forget ${outcome.id}`]);
  });

  test('makes a new assessment only where the preview found none', async () => {
    const host = desk({ ok: true, value: outcome });
    await importSheet(host, sheet, 'last_year', outlook(null));
    expect(host.calls[0]?.args).toEqual({
      base64: 'JVBERg==',
      as: 'last_year',
      basedOn: null,
      by: 'Nguyễn Thị An',
    });
  });

  test('asks for nothing while something unsaved would be lost, or when the file is gone', async () => {
    const host = desk({ ok: true, value: outcome }, false);
    expect(await importSheet(host, sheet, 'draft', outlook(there))).toEqual({ kind: 'unsaved' });
    expect(await importSheet(host, unreadable, 'draft', outlook(there))).toEqual({ kind: 'unreadable' });
    expect(host.calls).toEqual([]);
  });

  test.each([
    ['conflict', 'conflict'],
    ['not_genuine', 'refused'],
    ['final', 'refused'],
    ['unreachable', 'unknown'],
    ['storage_failed', 'unknown'],
  ] as const)('that is answered with %s keeps what the window holds and is %s', async (code, kind) => {
    const host = desk(refusal(code));
    expect(await importSheet(host, sheet, 'draft', outlook(there))).toEqual({ kind, message: 'không được' });
    expect(host.asked).toEqual(['settle', 'sheets.import']);
  });
});
