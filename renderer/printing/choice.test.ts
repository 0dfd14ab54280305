import { describe, expect, test } from 'vitest';
import type { AssessmentSummary, TroubledFile } from '../../electron/api.ts';
import { exampleLine } from '../../tests/example-line.ts';
import { type Choice, hasFolder, nothingToPrint, outlookOf, requestOf } from './choice.ts';

const unit = (id: string, part: Partial<AssessmentSummary> = {}) => exampleLine({ id, ...part });

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

const list = { assessments: units, troubled: [] };

function troubled(id: string | null): TroubledFile {
  return {
    file: `${id}.json`,
    kind: 'damaged',
    message: 'Tệp bị hỏng',
    id,
    writtenAt: null,
    size: 1,
    unitName: null,
    viewable: false,
  };
}

describe('nothing would be printed', () => {
  const why = (part: Partial<Choice>, of = list) => {
    const changed = { ...choice, ...part };
    return nothingToPrint(changed, outlookOf(changed, 2026, of));
  };

  test('of no unit, of units that are no longer there, of no kind of document', () => {
    expect(why({})).toBeNull();
    expect(why({ whole: false })).toBe('units');
    expect(why({ whole: false, ids: new Set(['2026-9']) })).toBe('units');
    expect(why({ kinds: [] })).toBe('kinds');
  });

  test('of certificates that nobody may have', () => {
    expect(why({ kinds: ['certificate'] })).toBeNull();
    expect(why({ kinds: ['certificate'], whole: false, ids: new Set(['2026-2', '2026-3']) })).toBe(
      'certificates',
    );
  });

  test('the summary alone needs no unit', () => {
    const summary = { ...choice, whole: false, kinds: [], summary: true };
    expect(why(summary)).toBeNull();
    expect(requestOf(summary, 2026, units).ids).toBeNull();
  });
});

test('a folder of nothing but quotes is none', () => {
  expect(hasFolder(choice)).toBe(true);
  expect(hasFolder({ ...choice, folder: ' "" ' })).toBe(false);
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
  const all = { ...choice, kinds: ['scorecard', 'certificate'], summary: true } as const;

  test('counts a certificate only for what is final and eligible, and says of how many documents', () => {
    expect(outlookOf(all, 2026, list)).toEqual({
      total: 7,
      documents: 5,
      withoutCertificate: 2,
      troubled: 0,
      drafts: 1,
    });
  });

  test('counts what cannot be used now with the whole year, and only what is of the year and not in the list', () => {
    const files = [
      troubled('2026-4'),
      troubled('2026-4'),
      troubled('2027-1'),
      troubled('2026-1'),
      troubled(null),
    ];
    const withTrouble = { ...list, troubled: files };
    expect(outlookOf(all, 2026, withTrouble)).toMatchObject({ total: 9, documents: 5, troubled: 2 });
    const one = { ...all, whole: false, ids: new Set(['2026-1']) };
    expect(outlookOf(one, 2026, withTrouble)).toMatchObject({ total: 3, documents: 3, troubled: 0 });
  });

  test('speaks of drafts only where they are printed', () => {
    expect(outlookOf({ ...choice, kinds: ['checklist'] }, 2026, list).drafts).toBe(0);
  });
});
