import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { setDifferences } from '../../../criteria/rules/set-difference.ts';
import type { CriteriaSet, RatioIndicator } from '../../../criteria/schema.ts';
import { currentSet } from '../../../tests/example-assessment.ts';
import { startTranslation } from '../../i18n.ts';
import { differenceGroups } from './difference-groups.ts';

beforeAll(startTranslation);

function groups(before: CriteriaSet, after: CriteriaSet) {
  return differenceGroups(i18next.t, before, after, setDifferences(before, after));
}

function firstRatio(set: CriteriaSet): RatioIndicator {
  const found = set.criteria.flatMap(({ indicators }) => indicators).find(({ kind }) => kind === 'ratio');
  if (found?.kind !== 'ratio') throw new Error('the set has no ratio');
  return found;
}

test('sets that say the same have no groups, whatever their versions', () => {
  expect(groups(currentSet, { ...currentSet, version: 2 })).toEqual([]);
});

test('a corrected band is shown under its indicator, before and after, and no other', () => {
  const after = structuredClone(currentSet);
  const ratio = firstRatio(after);
  const [band] = ratio.bands;
  if (band === undefined) throw new Error('the ratio has no band');
  band.rate = '97.5';
  const [group, ...others] = groups(currentSet, after);
  expect(others).toEqual([]);
  expect(group).toMatchObject({ key: `indicator/${ratio.id}`, fate: 'changed' });
  expect(group?.title).toContain(ratio.text.vi);
  expect(group?.rows).toHaveLength(1);
  expect(group?.rows[0]).toMatchObject({ name: 'Mức 1', raw: false });
  expect(group?.rows[0]?.after).toBe(`từ 97,5 % trở lên: ${band.points} điểm`);
  expect(group?.rows[0]?.before).not.toContain('97,5');
});

test('what is new or gone is said so, and everything it says stands on one side', () => {
  const [target, ...rest] = currentSet.nationalTargets;
  if (target === undefined) throw new Error('the set has no target');
  const without = { ...currentSet, nationalTargets: rest };
  expect(groups(currentSet, without)).toMatchObject([
    { key: `target/${target.byYear}`, fate: 'removed', rows: [{ after: null }, { after: null }] },
  ]);
  expect(groups(without, currentSet)).toMatchObject([
    { fate: 'added', rows: [{ before: null, after: `${target.percent} %` }, { before: null }] },
  ]);
});

test('a confirmation says who read the rule, when and where', () => {
  const after = structuredClone(currentSet);
  Object.assign(after.calendar.provenance, {
    status: 'confirmed',
    confirmedBy: 'Lan',
    confirmedOn: '2026-11-02',
    confirmedIn: 'Điều 5',
  });
  const [group] = groups(currentSet, after);
  expect(group?.rows).toMatchObject([{ name: 'Đối chiếu', after: 'Lan, ngày 02/11/2026, tại Điều 5' }]);
});

test('the title comes first, and what there are no words for is named by its place', () => {
  const after = {
    ...currentSet,
    title: { ...currentSet.title, vi: 'Tên khác' },
    criteria: currentSet.criteria.toReversed(),
  };
  const [group, ...others] = groups(currentSet, after);
  expect(others).toEqual([]);
  expect(group?.rows).toMatchObject([
    { name: 'Tên', before: currentSet.title.vi, after: 'Tên khác' },
    { name: 'criteria', raw: true },
  ]);
});
