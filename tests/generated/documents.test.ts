import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../criteria/answers.ts';
import { asPublished } from '../../criteria/rules/published-set.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { setFaults } from '../../criteria/set-faults.ts';
import { totalText, vi } from '../../criteria/wording.ts';
import { checkCode } from '../../electron/check-code.ts';
import type { PrintOrder, ScorecardInput } from '../../electron/documents/document-input.ts';
import { printDocument } from '../../electron/documents/print.ts';
import { examineSheet } from '../../electron/sheets/examine.ts';
import { arbitraryAnswers, sampleSets } from '../arbitrary-criteria-set.ts';
import { scorecardInput, unit } from '../example-document-input.ts';
import { readPdf } from '../read-pdf.ts';
import { solid } from '../read-scorecard.ts';

const seed = 20_261_122;

/** Passed by whoever has answered everything, so that a certificate can be printed. */
const passed = (set: CriteriaSet): CriteriaSet => ({
  ...set,
  recognition: { ...set.recognition, everyCriterionAboveZero: false },
  unitClasses: set.unitClasses.map((one) => ({ ...one, threshold: 0 })),
});

function inputOf(set: CriteriaSet, answers: Answers): ScorecardInput {
  const unitClass = set.unitClasses.at(-1) as CriteriaSet['unitClasses'][number];
  const type = unitClass.unitTypes[0] as string;
  const input = scorecardInput(answers, { set, unit: { ...unit, type, class: unitClass.id } });
  return { ...input, sha256: checkCode({ ...input, scorecard: input.coded }) };
}

function ordersOf(input: ScorecardInput): readonly PrintOrder[] {
  const { set, unit, year, date, office, status, revision, scorecard } = input;
  return [
    { kind: 'scorecard', input },
    { kind: 'certificate', input },
    { kind: 'minutes', input },
    { kind: 'evidence', input: { ...input, evidence: {}, files: {} } },
    { kind: 'checklist', input: { set, date, office, about: { unit, year } } },
    {
      kind: 'summary',
      input: {
        date,
        office,
        year,
        missing: [],
        groups: [{ set, units: [{ unit, status, revision, scorecard }] }],
      },
    },
  ];
}

/** What a text comes to on paper where the foot of a page or a heading that is repeated may cut it in two. */
function holds(printed: string, text: string): boolean {
  const words = solid(text);
  if (printed.includes(words)) return true;
  const half = Math.ceil(words.length / 2);
  const at = printed.indexOf(words.slice(0, 40));
  return at >= 0 && (printed.includes(words.slice(0, half)) || printed.includes(words.slice(half)));
}

describe('whatever is printed of any valid set', () => {
  const cases = sampleSets(seed, 10).map((set, index) => {
    const [answers] = fc.sample(arbitraryAnswers(set, { complete: true }), {
      seed: seed + index,
      numRuns: 1,
    });
    return { index, input: inputOf(passed(set), answers as Answers) };
  });

  test.each(cases)('is whole: set $index, all six documents', async ({ input }) => {
    const { set, scorecard } = input;
    expect(setFaults(set)).toEqual([]);
    for (const order of ordersOf(input)) {
      const { bytes } = await printDocument(order);
      const { solidText } = await readPdf(bytes);
      const said = (text: string) =>
        expect(holds(solidText, text), `${order.kind} of ${set.criteria.length} criteria: ${text}`).toBe(
          true,
        );
      expect(solidText.normalize('NFC')).toBe(solidText);
      expect(solidText).not.toMatch(/undefined|NaN|\[object/);
      if (order.kind === 'certificate') said(vi(set.recognisedAs));
      if (order.kind === 'summary' || order.kind === 'certificate') continue;
      if (order.kind !== 'checklist' && order.kind !== 'evidence') said(totalText(scorecard));
      if (order.kind === 'scorecard') said('Điểm theo tiêu chí');
      if (order.kind === 'evidence') continue;
      for (const { name, indicators } of set.criteria) {
        said(vi(name));
        if (order.kind !== 'minutes') for (const { text } of indicators) said(vi(text));
      }
      if (order.kind === 'scorecard')
        expect(await examineSheet(bytes, [asPublished(set)])).toMatchObject({ verdict: 'genuine' });
    }
  });
});
