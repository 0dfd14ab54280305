import { expect, test } from 'vitest';
import { changedRules } from '../../../criteria/rules/set-draft.ts';
import type { RatioIndicator } from '../../../criteria/schema.ts';
import { setFaults } from '../../../criteria/set-faults.ts';
import { currentSet as set } from '../../../tests/example-assessment.ts';
import {
  placeOfIndicator,
  restored,
  turnedAround,
  withBandAfter,
  withClassTable,
  withCriterion,
  withFact,
  withIndicator,
  withoutBand,
  withoutClassTable,
  withTable,
} from './edit-set.ts';
import { afterBandMove, withoutUnder } from './refused-move.ts';

const ratios = set.criteria
  .flatMap(({ indicators }) => indicators)
  .filter((one): one is RatioIndicator => one.kind === 'ratio');
const ratio = ratios.find(
  ({ classBands, bands }) => classBands.length === 0 && bands.length > 1,
) as RatioIndicator;

test('a corrected rule put back is as it was, with the words of its facts', () => {
  const corrected = withFact(
    withIndicator(set, ratio, (one) =>
      withTable(one, { unitClass: null }, (table) => withBandAfter(table, 0)),
    ),
    ratio.numerator,
    { noun: { vi: 'thứ khác', en: 'something else' } },
  );
  expect(changedRules({ set: corrected }, set)).toContain(`indicator/${ratio.id}`);
  expect(restored(corrected, set, 'indicator', ratio.id)).toEqual(set);
});

test('a criterion put back keeps the corrections of its indicators', () => {
  const { id } = set.criteria[placeOfIndicator(set, ratio.id)?.criterion ?? -1] ?? { id: '' };
  const indicators = withIndicator(set, ratio, (one) => ({ ...one, points: one.points + 1 }));
  const both = withCriterion(indicators, id, { max: 7 });
  expect(restored(both, set, 'criterion', id)).toEqual(indicators);
});

test('turned around and back, an indicator says what it said', () => {
  const turned = turnedAround(ratio);
  expect(turned.better).not.toBe(ratio.better);
  expect(turned.bands.map(({ op }) => op)).not.toEqual(ratio.bands.map(({ op }) => op));
  expect(turnedAround(turned)).toEqual(ratio);
});

test('a hint about zeros goes where a zero is not good', () => {
  const lower: RatioIndicator = { ...ratio, better: 'lower', zeroNeedsNote: true };
  expect(turnedAround(lower).zeroNeedsNote).toBeUndefined();
});

test('a class gets the levels of all others for its own, and gives them up again', () => {
  const unitClass = set.unitClasses[0]?.id ?? '';
  const own = withClassTable(ratio, unitClass);
  expect(setFaults(withIndicator(set, ratio, () => own))).toEqual([]);
  const changed = withTable(own, { unitClass }, (table) => withoutBand(table, 1));
  expect(changed.bands).toEqual(ratio.bands);
  expect(changed.classBands[0]?.bands).toHaveLength(ratio.bands.length - 1);
  expect(withoutClassTable(changed, unitClass)).toEqual(ratio);
});

test('the last level of a table stays', () => {
  const [band] = ratio.bands;
  const table = { bands: band === undefined ? [] : [band], otherwise: ratio.otherwise };
  expect(withoutBand(table, 0)).toEqual(table);
});

test('refused texts go along with their levels', () => {
  const at = (place: string) => ({ [place]: { text: 'x', message: '' } });
  const refused = { ...at('a.bands[0].rate'), ...at('a.bands[1].points'), ...at('b.bands[1].rate') };
  expect(Object.keys(afterBandMove(refused, 'a', 1, 'added'))).toEqual([
    'a.bands[0].rate',
    'a.bands[2].points',
    'b.bands[1].rate',
  ]);
  expect(Object.keys(afterBandMove(refused, 'a', 0, 'removed'))).toEqual([
    'a.bands[0].points',
    'b.bands[1].rate',
  ]);
  expect(Object.keys(withoutUnder(refused, 'a'))).toEqual(['b.bands[1].rate']);
});
