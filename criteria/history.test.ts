import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assessment, answersOf, emptyDraft, evidenceOf, notesOf } from './assessment.ts';
import type { Change } from './change.ts';
import { reversed } from './change.ts';
import { type EvidenceItem, evidenceKey } from './evidence.ts';
import { changesBetween, extended, withHistory } from './history.ts';

const begun = '2026-11-02T01:00:00.000Z';
const made = { at: begun, by: 'Chị Lan' };
const minutes = (n: number) => new Date(Date.parse(begun) + n * 60_000).toISOString();
const draft = emptyDraft(
  {
    unit: { code: '1', name: 'Xã Mẫu', type: 'xa', class: 'other', province: 'Tỉnh Mẫu' },
    year: 2026,
    criteriaSet: { id: 'x', version: 1 },
  },
  made,
);

/** The bare content that changes speak of. */
interface Content {
  readonly answers: Readonly<Record<string, number | boolean>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly evidence: Readonly<Record<string, readonly string[]>>;
  readonly unconfirmed: Readonly<Record<string, number>>;
}

const few = <T>(keys: readonly string[], value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...keys), value);
const contents: fc.Arbitrary<Content> = fc.record({
  answers: few(['a', 'b', 'c'], fc.oneof(fc.integer({ min: 0, max: 2 }), fc.boolean())),
  notes: few(['1', '2'], fc.constantFrom('x', 'y')),
  evidence: few(['1', '2'], fc.subarray(['giấy 1', 'giấy 2', 'giấy 3'], { minLength: 1 })),
  unconfirmed: few(['d', 'e'], fc.integer({ min: 0, max: 2 })),
});
const steps = fc.array(
  fc.record({
    content: contents,
    by: fc.constantFrom('Chị Lan', 'Anh Hùng', null),
    minute: fc.integer({ min: 0, max: 15 }),
  }),
  { minLength: 1, maxLength: 8 },
);

function stateOf(before: Assessment, { answers, notes, evidence, unconfirmed }: Content): Assessment {
  const each = <T, U>(record: Readonly<Record<string, T>>, entry: (value: T) => U) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, entry(value)]));
  return {
    ...before,
    answers: each(answers, (value) => ({ value, ...made })),
    notes: each(notes, (text) => ({ text, ...made })),
    evidence: each(evidence, (texts) =>
      texts.map((text) => ({ item: { kind: 'paper' as const, text }, ...made })),
    ),
    unconfirmed: each(unconfirmed, (value) => ({ brought: { value, year: 2025 }, ...made })),
  };
}

type Bare = Record<Change['kind'], Record<string, unknown>>;

function bare(assessment: Assessment): Bare {
  const unconfirmed = Object.entries(assessment.unconfirmed).map(([id, { brought }]) => [id, brought]);
  return {
    answer: { ...answersOf(assessment) },
    note: { ...notesOf(assessment) },
    evidence: evidenceOf(assessment),
    unconfirmed: Object.fromEntries(unconfirmed),
  };
}

function withChange(content: Bare, change: Change): Bare {
  const { kind, of } = change;
  const { [of]: before, ...others } = content[kind];
  const to = kind === 'evidence' ? withPieces(before, change) : change.to;
  const nothing = to === null || to === '' || (Array.isArray(to) && to.length === 0);
  return { ...content, [kind]: nothing ? others : { ...others, [of]: to } };
}

/** Of evidence, a change holds what went and what came. */
function withPieces(before: unknown, { from, to }: Extract<Change, { kind: 'evidence' }>): EvidenceItem[] {
  const went = new Set(from.map(evidenceKey));
  const stay = ((before ?? []) as EvidenceItem[]).filter((item) => !went.has(evidenceKey(item)));
  return [...stay, ...to].sort((a, b) => evidenceKey(a).localeCompare(evidenceKey(b)));
}

describe('the history', () => {
  test('made backwards from the state that it led to gives the state that it began from', () => {
    fc.assert(
      fc.property(contents, steps, (first, later) => {
        const before = stateOf(draft, first);
        let after = before;
        let minute = 0;
        for (const step of later) {
          minute += step.minute;
          after = withHistory(after, stateOf(after, step.content), { at: minutes(minute), by: step.by });
        }
        const back = after.history.toReversed().map(({ change }) => reversed(change));
        expect(back.reduce(withChange, bare(after))).toEqual(bare(before));
        const forth = after.history.map(({ change }) => change);
        expect(forth.reduce(withChange, bare(before))).toEqual(bare(after));
      }),
    );
  });

  test('has nothing to say where nothing differs', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const state = stateOf(draft, content);
        expect(changesBetween(state, structuredClone(state))).toEqual([]);
      }),
    );
  });

  test('says of a figure that was confirmed only that it is answered', () => {
    const empty = { answers: {}, notes: {}, evidence: {}, unconfirmed: {} };
    const waiting = stateOf(draft, { ...empty, unconfirmed: { d: 7 } });
    const confirmed = stateOf(draft, { ...empty, answers: { d: 7 } });
    expect(changesBetween(waiting, confirmed)).toEqual([{ kind: 'answer', of: 'd', from: null, to: 7 }]);
  });
});

describe('typing in one place', () => {
  const typed = (from: number | null, to: number | null): Change => ({ kind: 'answer', of: 'a', from, to });
  const lan = 'Chị Lan';
  const log: Assessment['log'] = [{ at: minutes(-60), by: lan, event: 'created' }];
  const begin = {
    log,
    history: extended({ log, history: [] }, [typed(null, 1)], { at: minutes(0), by: lan }),
  };

  test('that goes on is one change, dated at its beginning', () => {
    expect(extended(begin, [typed(1, 12)], { at: minutes(2), by: lan })).toEqual([
      { at: minutes(0), by: lan, change: typed(null, 12) },
    ]);
  });

  test('that comes back to where it began is told all the same, because it was saved in between', () => {
    expect(
      extended(begin, [typed(1, null)], { at: minutes(1), by: lan }).map(({ change }) => change),
    ).toEqual([typed(null, 1), typed(1, null)]);
  });

  test('joins nothing from before the assessment was finalised and reopened', () => {
    const reopened = {
      ...begin,
      log: [...log, { at: minutes(0.5), by: lan, event: 'finalised', revision: 1 } as const],
    };
    expect(extended(reopened, [typed(1, 12)], { at: minutes(1), by: lan })).toHaveLength(2);
  });

  test.each([
    ['by somebody else', { at: minutes(1), by: 'Anh Hùng' }, 'a'],
    ['more than two minutes after it began', { at: minutes(2.1), by: lan }, 'a'],
    ['with a clock that was put back', { at: minutes(-1), by: lan }, 'a'],
    ['in another place', { at: minutes(1), by: lan }, 'b'],
  ])('and again %s is two changes', (_, again, of) => {
    expect(extended(begin, [{ ...typed(1, 12), of } as Change], again)).toHaveLength(2);
  });

  test('is not what evidence comes in by: each piece is a change of its own', () => {
    const paper = (text: string) => ({ kind: 'paper', text }) as const;
    const one: Change = { kind: 'evidence', of: '1', from: [], to: [paper('a')] };
    const two: Change = { kind: 'evidence', of: '1', from: [paper('a')], to: [paper('a'), paper('b')] };
    expect(
      extended({ log, history: extended({ log, history: [] }, [one], made) }, [two], made).map(
        ({ change }) => change,
      ),
    ).toEqual([one, { ...two, from: [], to: [paper('b')] }]);
  });
});
