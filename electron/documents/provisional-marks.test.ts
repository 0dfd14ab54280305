import fc from 'fast-check';
import { expect, test } from 'vitest';
import { targetFor } from '../../criteria/national-target.ts';
import { withRegister } from '../../criteria/rules/register.ts';
import { type Rule, type RuleKind, ruleKey, rulesOf } from '../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { score } from '../../criteria/score.ts';
import type { Unit } from '../../criteria/unit.ts';
import { arbitraryAnswers, arbitraryCriteriaSet } from '../../tests/arbitrary-criteria-set.ts';
import { confirmations, unconfirmed } from '../../tests/confirmed-rules.ts';
import {
  bestAnswers,
  currentSet,
  office,
  scorecardInput,
  unit as someUnit,
} from '../../tests/example-document-input.ts';
import { readPdf } from '../../tests/read-pdf.ts';
import type { PrintOrder, ScorecardInput } from './document-input.ts';
import { printDocument } from './print.ts';

const marked = /tạm tính|số tạm|\[\d+\]|\*|DỰ THẢO/i;

const textOf = async (order: PrintOrder) => (await readPdf((await printDocument(order)).bytes)).text;

/** Which rules a document of one unit rests on, whatever its figures. */
function ofUnit({ type, class: of }: Unit): (rule: Rule) => boolean {
  return ({ kind, key }) =>
    kind === 'recognition' ||
    kind === 'criterion' ||
    kind === 'indicator' ||
    key === ruleKey('unit_type', type) ||
    key === ruleKey('unit_class', of);
}

function ofKinds(...kinds: readonly RuleKind[]): (rule: Rule) => boolean {
  return ({ kind }) => kinds.includes(kind);
}

/** NOTE: the documents of a large set have a hundred pages. */
function shortened(set: CriteriaSet): CriteriaSet {
  const criteria = set.criteria.slice(0, 3);
  return { ...set, criteria, max: criteria.reduce((sum, one) => sum + one.max, 0) };
}

interface Case {
  readonly order: PrintOrder;
  readonly restsOn: (rule: Rule) => boolean;
}

function casesOf(set: CriteriaSet, input: ScorecardInput): readonly Case[] {
  const { unit, year, date } = input;
  const authority = set.authorities.at(-1)?.from;
  const target = targetFor(set, year);
  // NOTE: only an eligible unit is certified, so nothing is asked of it.
  const lenient = {
    ...set,
    unitClasses: set.unitClasses.map((one) => ({ ...one, threshold: 0 })),
    recognition: { ...set.recognition, everyCriterionAboveZero: false },
  };
  const listed = { unit, status: 'final', revision: 1, scorecard: input.scorecard } as const;
  return [
    { order: { kind: 'scorecard', input }, restsOn: ofUnit(unit) },
    { order: { kind: 'minutes', input }, restsOn: ofUnit(unit) },
    {
      order: {
        kind: 'certificate',
        input: scorecardInput(bestAnswers(set), { set: lenient, unit, year, date, office }),
      },
      restsOn: (rule) =>
        ofUnit(unit)(rule) || ofKinds('calendar')(rule) || rule.key === ruleKey('authority', authority),
    },
    {
      order: {
        kind: 'summary',
        input: { year, date, office, groups: [{ set, units: [listed] }], missing: [] },
      },
      restsOn: (rule) =>
        ofKinds('recognition', 'criterion', 'indicator', 'unit_class')(rule) ||
        (target !== undefined && rule.key === ruleKey('target', String(target.byYear))),
    },
  ];
}

test('a document is marked as provisional while a rule that it rests on is, and only then', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryCriteriaSet
        .map((set) => unconfirmed(shortened(set)))
        .chain((set) =>
          fc.tuple(
            fc.constant(set),
            arbitraryAnswers(set, { complete: false }),
            fc.constantFrom(...set.unitClasses),
            fc.subarray(rulesOf(set).slice(), { maxLength: 2 }),
          ),
        ),
      async ([published, answers, { id }, left]) => {
        const open = new Set(left.map(({ key }) => key));
        const keys = rulesOf(published).map(({ key }) => key);
        const set = withRegister(published, confirmations(keys.filter((key) => !open.has(key))));
        const type = (set.unitTypes[0]?.id ?? '') as Unit['type'];
        const year = Number(set.authorities.at(-1)?.from.slice(0, 4)) + 1;
        const date = `${year}-11-22`;
        const unit: Unit = { ...someUnit, type, class: id };
        const input = scorecardInput(answers, { set, unit, year, date, office });
        for (const { order, restsOn } of casesOf(set, input)) {
          const provisional = rulesOf(set).some((rule) => !rule.confirmed && restsOn(rule));
          expect(marked.test(await textOf(order)), `${order.kind} without ${[...open]}`).toBe(provisional);
        }
      },
    ),
    { numRuns: 6, endOnFailure: true },
  );
});

test('a final scorecard is drawn by the set as it stands now, whatever marks its check code covers', async () => {
  const published = unconfirmed(scorecardInput().set);
  const set = withRegister(published, confirmations(rulesOf(published).map(({ key }) => key)));
  const coded = score(published, someUnit.class, bestAnswers(set));
  expect(coded.provisional).toBe(true);
  const drawn = await textOf({ kind: 'scorecard', input: scorecardInput(undefined, { set, coded }) });
  expect(drawn).not.toMatch(marked);
});

test('a checklist is marked for every rule but those of recognising and of the national target', async () => {
  const published = unconfirmed(currentSet());
  const keys = rulesOf(published).map(({ key }) => key);
  const isMarked = async (open: readonly string[]) => {
    const set = withRegister(published, confirmations(keys.filter((key) => !open.includes(key))));
    return marked.test(
      await textOf({ kind: 'checklist', input: { set, date: '2026-11-22', office, about: null } }),
    );
  };
  const elsewhere = keys.filter((key) => /^(authority|calendar|target)/.test(key));
  expect(elsewhere.length).toBeGreaterThan(2);
  expect(await isMarked(elsewhere)).toBe(false);
  for (const kind of ['recognition', 'criterion', 'indicator', 'unit_type', 'unit_class'])
    expect([kind, await isMarked(keys.filter((key) => key.startsWith(kind)).slice(0, 1))]).toEqual([
      kind,
      true,
    ]);
});
