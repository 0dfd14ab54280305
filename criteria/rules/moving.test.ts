import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAnswers, arbitraryCriteriaSet } from '../../tests/arbitrary-criteria-set.ts';
import { type Answers, answerFaults } from '../answers.ts';
import { type Assessment, answersOf, assessmentSchema, emptyDraft, notesOf } from '../assessment.ts';
import { hasIndicator } from '../lookup.ts';
import type { CriteriaSet, Indicator } from '../schema.ts';
import { score } from '../score.ts';
import { moved, unknownToSet } from './moving.ts';

const before = { at: '2026-11-02T01:00:00.000Z', by: 'Anh Hùng' };
const made = { at: '2026-11-20T02:00:00.000Z', by: 'Chị Lan' };
const few = { numRuns: 25 };

function draftBy(set: CriteriaSet, answers: Answers): Assessment {
  const [klass] = set.unitClasses;
  const [type] = set.unitTypes;
  const unit = {
    code: '1',
    name: 'Xã Mẫu',
    type: type?.id ?? '',
    class: klass?.id ?? '',
    province: 'Tỉnh Mẫu',
  } as Assessment['unit'];
  const given = Object.entries(answers).flatMap(([id, value]) =>
    value === null || value === undefined ? [] : [[id, { value, ...before }] as const],
  );
  const ids = indicatorsOf(set).map(({ id }) => id);
  return {
    ...emptyDraft({ unit, year: 2026, criteriaSet: set }, before),
    answers: Object.fromEntries(given),
    notes: Object.fromEntries(ids.map((id) => [id, { text: `Ghi chú ${id}`, ...before }])),
    evidence: Object.fromEntries(
      ids.map((id) => [id, [{ item: { kind: 'paper' as const, text: `Quyết định ${id}` }, ...before }]]),
    ),
    undo: { done: [[{ kind: 'note', of: '1.1', from: '', to: 'a' }]], undone: [] },
  };
}

const indicatorsOf = (set: CriteriaSet) => set.criteria.flatMap(({ indicators }) => indicators);

const drafts = arbitraryCriteriaSet.chain((set) =>
  fc
    .tuple(fc.constant(set), arbitraryAnswers(set, { complete: false }), arbitraryCriteriaSet)
    .map(([from, answers, other]) => ({ from, to: { ...other, version: 2 }, draft: draftBy(from, answers) })),
);

describe('a draft that is moved to other rules', () => {
  test('can be scored and saved by them, and says so in its log', () => {
    fc.assert(
      fc.property(drafts, ({ from, to, draft }) => {
        const after = moved(from, to, draft, made);
        expect(after.criteriaSet).toEqual({ id: to.id, version: 2 });
        expect(answerFaults(to, answersOf(after))).toEqual([]);
        const klass = to.unitClasses[0]?.id ?? '';
        expect(score(to, klass, answersOf(after)).criteriaSet).toEqual(after.criteriaSet);
        expect(Object.keys({ ...after.notes, ...after.evidence }).every((id) => hasIndicator(to, id))).toBe(
          true,
        );
        expect(after.log.at(-1)).toEqual({
          ...made,
          event: 'moved',
          from: draft.criteriaSet,
          to: after.criteriaSet,
        });
        expect(after.undo).toEqual({ done: [], undone: [] });
        expect(assessmentSchema.safeParse(after).success).toBe(true);
      }),
      few,
    );
  });

  test('loses nothing: whatever it does not hold any more is in its history', () => {
    fc.assert(
      fc.property(drafts, ({ from, to, draft }) => {
        const after = moved(from, to, draft, made);
        const told = (kind: string) =>
          Object.fromEntries(
            after.history
              .filter(({ change }) => change.kind === kind)
              .map(({ change }) => [change.of, change.from]),
          );
        expect({ ...answersOf(after), ...told('answer') }).toEqual(answersOf(draft));
        expect({ ...notesOf(after), ...told('note') }).toEqual(notesOf(draft));
        const gone = Object.keys(draft.evidence).filter((id) => after.evidence[id] === undefined);
        expect(Object.keys(told('evidence')).sort()).toEqual(gone.sort());
        expect(after.history.every(({ at, by }) => at === made.at && by === made.by)).toBe(true);
      }),
      few,
    );
  });

  test('comes back as it was when the rules ask for the same, but for its log', () => {
    fc.assert(
      fc.property(drafts, ({ from, draft }) => {
        const next = { ...from, version: 2 };
        const there = moved(from, next, draft, made);
        const back = moved(next, from, there, made);
        const { log, undo, updatedAt, ...rest } = back;
        expect({ ...draft, ...rest }).toEqual(draft);
        expect(log.map(({ event }) => event)).toEqual(['created', 'moved', 'moved']);
      }),
      few,
    );
  });
});

describe('what the new rules ask in another way', () => {
  const checkAs = (id: string): Indicator => ({
    id,
    kind: 'check',
    text: { vi: 'Có', en: 'Yes' },
    points: 10,
    provenance: { status: 'provisional', sources: ['source'] },
  });
  const ratioOf = (id: string, numerator: string, denominator: string): Indicator => ({
    ...checkAs(id),
    kind: 'ratio',
    numerator,
    denominator,
    base: 100,
    better: 'higher',
    zeroDenominator: { gives: 'zero', provenance: checkAs(id).provenance },
    bands: [{ op: '>=', rate: '50', points: 10, provenance: checkAs(id).provenance }],
    otherwise: { points: 0, provenance: checkAs(id).provenance },
    classBands: [],
  });
  const [base] = fc.sample(arbitraryCriteriaSet, { seed: 1, numRuns: 1 }) as [CriteriaSet];
  const [criterion] = base.criteria as [CriteriaSet['criteria'][number]];
  const withIndicators = (version: number, indicators: Indicator[]): CriteriaSet => ({
    ...base,
    version,
    criteria: [{ ...criterion, indicators }],
    facts: indicators
      .flatMap((one) => (one.kind === 'ratio' ? [one.numerator, one.denominator] : []))
      .map((id) => ({ id, label: { vi: id, en: id }, noun: { vi: 'trẻ', en: 'children' } })),
  });

  test('leaves the draft, as does a part that is now greater than its whole', () => {
    const from = withIndicators(1, [
      checkAs('kept'),
      checkAs('fact'),
      ratioOf('r1', 'part', 'large'),
      ratioOf('r2', 'x', 'small'),
    ]);
    const to = withIndicators(2, [
      checkAs('kept'),
      ratioOf('r1', 'part', 'small'),
      ratioOf('r2', 'fact', 'large'),
    ]);
    const draft = draftBy(from, { kept: true, fact: true, part: 60, large: 100, small: 50, x: 1 });
    const after = moved(from, to, draft, made);
    expect(answersOf(after)).toEqual({ kept: true, large: 100, small: 50 });
    expect(answersOf(moved(to, from, after, made))).toEqual({ kept: true, large: 100, small: 50 });
  });

  test('keeps figures of an earlier year only where they are still asked for', () => {
    const from = withIndicators(1, [checkAs('gone'), ratioOf('r1', 'part', 'whole')]);
    const to = withIndicators(2, [ratioOf('r1', 'part', 'whole')]);
    const brought = { gone: { value: true, year: 2025 }, part: { value: 3, year: 2025 } };
    const unconfirmed = Object.fromEntries(
      Object.entries(brought).map(([id, one]) => [id, { brought: one, ...before }]),
    );
    const after = moved(from, to, { ...draftBy(from, {}), unconfirmed }, made);
    expect(Object.keys(after.unconfirmed)).toEqual(['part']);
    expect(after.history.map(({ change }) => [change.kind, change.of])).toContainEqual([
      'unconfirmed',
      'gone',
    ]);
  });

  test('tells whether the unit is one that they know', () => {
    const { unit } = draftBy(base, {});
    expect(unknownToSet(base, unit)).toBeNull();
    expect(unknownToSet({ ...base, unitClasses: [] }, unit)).toBe('class');
    expect(unknownToSet({ ...base, unitTypes: [] }, unit)).toBe('type');
  });
});
