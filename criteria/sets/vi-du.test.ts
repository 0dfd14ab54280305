import { describe, expect, test } from 'vitest';
import { answerFaults } from '../answers.ts';
import { impactOf } from '../rules/impact.ts';
import { countRules, rulesOf } from '../rules/rules.ts';
import type { CriteriaSet } from '../schema.ts';
import { score } from '../score.ts';
import { setFaults } from '../set-faults.ts';
import { builtInSets, currentSetId, exampleSetId } from './built-in.ts';
import { exampleCorrection, exampleUnits } from './example-units.ts';

const set = builtInSets.get(exampleSetId) as CriteriaSet;
const law = builtInSets.get(currentSetId) as CriteriaSet;
const ratios = set.criteria.flatMap(({ indicators }) => indicators).filter((one) => one.kind === 'ratio');

function corrected(): CriteriaSet {
  const { indicator, band, after } = exampleCorrection;
  const next = structuredClone(set);
  const found = next.criteria.flatMap(({ indicators }) => indicators).find(({ id }) => id === indicator);
  if (found?.kind !== 'ratio') throw new Error(`no ratio ${indicator}`);
  Object.assign(found.bands[band] as object, after);
  return next;
}

describe('the example set', () => {
  test('says that it is made up wherever it names itself or a source', () => {
    expect(set.fictional).toBe(true);
    for (const { vi, en } of [set.title, set.legalBasis, ...Object.values(set.sources)]) {
      expect(vi).toContain('không có giá trị pháp lý');
      expect(en).toContain('without legal force');
    }
  });

  test('differs from the law in all that could be taken for granted', () => {
    expect([set.criteria.length, set.max]).toEqual([3, 100]);
    expect(set.criteria.every(({ id }) => Number.isNaN(Number(id)))).toBe(true);
    expect(new Set(ratios.map(({ base }) => base))).toEqual(new Set([100, 1_000, 10_000]));
    expect(new Set(ratios.map(({ zeroDenominator }) => zeroDenominator.gives)).size).toBe(2);
    expect(ratios.filter(({ better }) => better === 'lower')).toHaveLength(1);
    expect(ratios.filter(({ classBands }) => classBands.length > 0)).toHaveLength(1);
    expect(set.unitClasses.map(({ threshold }) => threshold)).toEqual([70, 60]);
    expect(set.recognition.everyCriterionAboveZero).toBe(false);
    expect(set.calendar.month).not.toBe(law.calendar.month);
    expect(set.authorities).toHaveLength(2);
    const ids = (one: CriteriaSet) => [...one.unitTypes, ...one.unitClasses].map(({ id }) => id);
    expect(ids(set).filter((id) => ids(law).includes(id))).toEqual([]);
  });

  test('has rules of both marks, and a figure that is a numerator here and a denominator there', () => {
    const { confirmed, total } = countRules(rulesOf(set));
    expect(confirmed).toBeGreaterThan(0);
    expect(confirmed).toBeLessThan(total);
    const denominators = new Set(ratios.map(({ denominator }) => denominator));
    expect(ratios.filter(({ numerator }) => denominators.has(numerator))).not.toEqual([]);
  });
});

describe('the example communes', () => {
  test('are of the example set, and answer all of it without a fault', () => {
    for (const { unit, answers } of exampleUnits) {
      const klass = set.unitClasses.find(({ id }) => id === unit.class);
      expect(klass?.unitTypes).toContain(unit.type);
      expect(answerFaults(set, answers)).toEqual([]);
      expect(score(set, unit.class, answers).complete).toBe(true);
    }
  });

  test('show all that a correction of one band can do', () => {
    const next = corrected();
    expect(setFaults(next)).toEqual([]);
    expect(
      exampleUnits.map((one) => {
        const { effect, before, after } = impactOf(set, next, one);
        return [one.unit.name, effect, before.total, after?.total, before.verdict, after?.verdict];
      }),
    ).toEqual([
      ['Làng Ban Mai', 'flips', 72, 68, 'eligible', 'ineligible'],
      ['Khóm Hoa Sữa', 'gains', 85, 88, 'eligible', 'eligible'],
      ['Làng Suối Trong', 'loses', 92, 88, 'eligible', 'eligible'],
      ['Xóm mới Mây Trắng', 'same', 59, 59, 'ineligible', 'ineligible'],
    ]);
  });

  test('are corrected at the band that stands in the set', () => {
    const { indicator, band, before } = exampleCorrection;
    const found = ratios.find(({ id }) => id === indicator);
    expect(found?.bands[band]).toMatchObject(before);
  });
});
