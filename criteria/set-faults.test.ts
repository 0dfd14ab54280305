import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAnswers, arbitraryCriteriaSet } from '../tests/arbitrary-criteria-set.ts';
import { at, placeOf, placesIn, without, withValue } from '../tests/json-places.ts';
import { pathText } from './path-text.ts';
import { score } from './score.ts';
import { parseCriteriaSet } from './set-faults.ts';
import law from './sets/qd-06-2019.json' with { type: 'json' };

/** The law with some places set to other values. */
function damaged(changes: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(changes).reduce(
    (copy, [place, value]) => withValue(copy, placeOf(place), value),
    law as unknown,
  );
}

function placesOf(json: unknown): string[] {
  const parsed = parseCriteriaSet(json);
  if (parsed.ok) return [];
  for (const { message } of parsed.faults) expect(message).not.toBe('');
  return parsed.faults.map(({ path }) => path);
}

const everyPlace = placesIn(law).filter((place) => place.length > 0);

describe('a criteria set is accepted', () => {
  test('when it is the built-in one', () => {
    expect(parseCriteriaSet(law)).toEqual({ ok: true, set: law });
  });

  test('when it is any other with the same rules of form, and it scores within its own bounds', () => {
    const setWithAnswers = arbitraryCriteriaSet.chain((set) =>
      fc.record({ set: fc.constant(set), answers: arbitraryAnswers(set, { complete: true }) }),
    );
    fc.assert(
      fc.property(setWithAnswers, ({ set, answers }) => {
        const parsed = parseCriteriaSet(JSON.parse(JSON.stringify(set)));
        expect(parsed).toEqual({ ok: true, set });
        for (const { id } of set.unitClasses) {
          const card = score(set, id, answers);
          expect(card.complete).toBe(true);
          expect(card.max).toBe(set.max);
          expect(card.total).toBeGreaterThanOrEqual(0);
          expect(card.total).toBeLessThanOrEqual(set.max);
        }
      }),
    );
  });

  test('when it names the schema that it was written with, which is no part of it', () => {
    expect(parseCriteriaSet({ $schema: './criteria-set.schema.json', ...law })).toEqual({
      ok: true,
      set: law,
    });
    expect(placesOf({ $schema: 5, ...law })).toEqual(['$schema']);
  });

  test('when a class asks for nothing, and a text has several lines', () => {
    expect(
      placesOf(damaged({ 'unitClasses[0].threshold': 0, 'criteria[0].name.vi': 'Dòng một\nDòng hai' })),
    ).toEqual([]);
  });

  test('when an office has confirmed a rule and says who and when', () => {
    const rule = 'criteria[1].maxProvenance';
    expect(
      placesOf(
        damaged({
          [`${rule}.status`]: 'confirmed',
          [`${rule}.confirmedBy`]: 'Phòng Y tế',
          [`${rule}.confirmedOn`]: '2027-03-01',
        }),
      ),
    ).toEqual([]);
  });
});

const ratio21 = 'criteria[1].indicators[0]';
const ratio31 = 'criteria[2].indicators[0]';
const ratio62 = 'criteria[5].indicators[1]';
const ratio81 = 'criteria[7].indicators[0]';

describe('a criteria set is refused at the place where it is wrong', () => {
  test.each<readonly [string, Readonly<Record<string, unknown>>, readonly string[]]>([
    [
      'the indicators do not sum to the criterion',
      { 'criteria[0].indicators[0].points': 51 },
      ['criteria[0].max'],
    ],
    ['a criterion is not its sum, nor then the total', { 'criteria[1].max': 60 }, ['criteria[1].max', 'max']],
    ['the criteria do not sum to the total', { max: 999 }, ['max']],
    ['two criteria have one id', { 'criteria[1].id': '1' }, ['criteria[1].id']],
    [
      'two indicators have one id',
      { 'criteria[0].indicators[1].id': '1.1' },
      ['criteria[0].indicators[1].id'],
    ],
    ['indicators of two criteria have one id', { [`${ratio21}.id`]: '1.1' }, [`${ratio21}.id`]],
    ['two facts have one id', { 'facts[2].id': 'children' }, ['facts[2].id', `${ratio31}.numerator`]],
    [
      'a fact and a check have one id',
      { 'criteria[0].indicators[0].id': 'children' },
      ['criteria[0].indicators[0].id'],
    ],
    ['two unit classes have one id', { 'unitClasses[2].id': 'ward_central_city' }, ['unitClasses[2].id']],
    [
      'two unit types have one id',
      {
        'unitTypes[3].id': 'xa',
        'unitClasses[1].unitTypes': ['thi_tran'],
        'unitClasses[2].unitTypes': ['xa'],
      },
      ['unitTypes[3].id'],
    ],
    [
      'a numerator is no fact, which leaves one unused',
      { [`${ratio21}.numerator`]: 'x' },
      [`${ratio21}.numerator`, 'facts[1]'],
    ],
    ['a denominator is no fact', { [`${ratio21}.denominator`]: 'constructor' }, [`${ratio21}.denominator`]],
    ['a fact is never used', { 'facts[29]': { ...law.facts[0], id: 'x' } }, ['facts[29]']],
    [
      'bands are for an unknown class',
      { [`${ratio81}.classBands[0].unitClass`]: 'x' },
      [`${ratio81}.classBands[0].unitClass`],
    ],
    [
      'a class has two tables of bands',
      { [`${ratio81}.classBands[1]`]: at(law, placeOf(`${ratio81}.classBands[0]`)) },
      [`${ratio81}.classBands[1].unitClass`],
    ],
    [
      'a class is for an unknown unit type',
      { 'unitClasses[0].unitTypes[0]': 'x' },
      ['unitClasses[0].unitTypes[0]'],
    ],
    [
      'a class asks for more than there is',
      { 'unitClasses[0].threshold': 1_001 },
      ['unitClasses[0].threshold'],
    ],
    ['bands are out of order', { [`${ratio21}.bands[1].rate`]: '99' }, [`${ratio21}.bands[1].rate`]],
    [
      'bands of a lower-is-better ratio are out of order',
      { [`${ratio31}.bands[1].rate`]: '1.1' },
      [`${ratio31}.bands[2].rate`],
    ],
    ['two bands have one threshold', { [`${ratio21}.bands[1].rate`]: '98.00' }, [`${ratio21}.bands[1].rate`]],
    ['"=" in the middle leaves a gap', { [`${ratio21}.bands[1].op`]: '=' }, [`${ratio21}.bands[1].op`]],
    [
      '"=" at the top is not the best rate',
      { [`${ratio62}.bands[0].rate`]: '99' },
      [`${ratio62}.bands[0].op`],
    ],
    [
      '"=" is the worst rate',
      {
        [`${ratio31}.bands[0].rate`]: '1000',
        [`${ratio31}.bands`]: [{ ...(at(law, placeOf(`${ratio31}.bands[0]`)) as object), rate: '1000' }],
      },
      [`${ratio31}.bands[0].op`],
    ],
    ['a band points the wrong way', { [`${ratio21}.bands[1].op`]: '<=' }, [`${ratio21}.bands[1].op`]],
    [
      'a band of a lower-is-better ratio points the wrong way',
      { [`${ratio31}.bands[2].op`]: '>=' },
      [`${ratio31}.bands[2].op`],
    ],
    [
      'a threshold is beyond the base',
      { [`${ratio21}.bands[0].rate`]: '100.01' },
      [`${ratio21}.bands[0].rate`],
    ],
    [
      'a threshold is beyond the base of 1,000',
      { [`${ratio31}.bands[2].rate`]: '1000.5' },
      [`${ratio31}.bands[2].rate`],
    ],
    [
      'the top band does not give all points',
      { [`${ratio21}.bands[0].points`]: 49 },
      [`${ratio21}.bands[0].points`],
    ],
    ['points do not fall', { [`${ratio21}.bands[2].points`]: 40 }, [`${ratio21}.bands[2].points`]],
    [
      'the rest gives as much as the last band',
      { [`${ratio21}.otherwise.points`]: 25 },
      [`${ratio21}.otherwise.points`],
    ],
    [
      'the top band of a class does not give all points',
      { [`${ratio81}.classBands[0].bands[0].points`]: 24 },
      [`${ratio81}.classBands[0].bands[0].points`],
    ],
    [
      'bands of a class are out of order',
      { [`${ratio81}.classBands[0].bands[1].rate`]: '12' },
      [`${ratio81}.classBands[0].bands[1].rate`],
    ],
    [
      'the rest of a class gives as much as its last band',
      { [`${ratio81}.classBands[0].otherwise.points`]: 10 },
      [`${ratio81}.classBands[0].otherwise.points`],
    ],
    [
      'a ratio is a fact over itself',
      { [`${ratio21}.numerator`]: 'children' },
      [`${ratio21}.denominator`, 'facts[1]'],
    ],
    [
      'a band takes every rate, so that the rest of the table is dead',
      { [`${ratio21}.bands[2].rate`]: '0' },
      [`${ratio21}.bands[2].rate`],
    ],
    [
      'an authority ends before it begins',
      { 'authorities[0].to': '2018-01-01' },
      ['authorities[0].to', 'authorities[0].to'],
    ],
    ['authorities leave a gap', { 'authorities[1].from': '2025-07-02' }, ['authorities[0].to']],
    ['authorities overlap', { 'authorities[1].from': '2025-06-30' }, ['authorities[0].to']],
    ['an authority follows one without end', { 'authorities[0].to': null }, ['authorities[0].to']],
    [
      'national targets are out of order',
      { 'nationalTargets[0].byYear': 2031 },
      ['nationalTargets[1].byYear'],
    ],
    [
      'two national targets are for one year',
      { 'nationalTargets[0].byYear': 2030 },
      ['nationalTargets[1].byYear'],
    ],
    [
      'a national target is more than all',
      { 'nationalTargets[0].percent': 101 },
      ['nationalTargets[0].percent'],
    ],
    [
      'a national target is no whole percent',
      { 'nationalTargets[1].percent': 74.5 },
      ['nationalTargets[1].percent'],
    ],
    [
      'a stand-in is shown as law',
      { [`${ratio21}.bands[1].provenance.status`]: 'confirmed' },
      [`${ratio21}.bands[1].provenance`],
    ],
    [
      'a confirmation has no day',
      { 'criteria[0].provenance.confirmedBy': 'Sở Y tế' },
      ['criteria[0].provenance'],
    ],
    [
      'a provisional rule has been confirmed by somebody',
      {
        [`${ratio21}.provenance.confirmedBy`]: 'Sở Y tế',
        [`${ratio21}.provenance.confirmedOn`]: '2026-11-02',
      },
      [`${ratio21}.provenance`],
    ],
    [
      'a confirmation names an article and nobody',
      { 'criteria[0].provenance.confirmedIn': 'Phụ lục, mục 1' },
      ['criteria[0].provenance'],
    ],
    [
      'years of the calendar are out of order',
      { 'calendar.years': [2022, 2027, 2024, 2024] },
      ['calendar.years[2]', 'calendar.years[3]'],
    ],
    [
      'a unit type ends before it begins',
      { 'unitTypes[0].from': '2025-07-01', 'unitTypes[0].to': '2025-06-30' },
      ['unitTypes[0].to'],
    ],
    [
      'a unit class ends before it begins',
      { 'unitClasses[2].from': '2025-07-01', 'unitClasses[2].to': '2025-06-30' },
      ['unitClasses[2].to'],
    ],
    [
      'a class takes a type that was abolished before it began',
      { 'unitTypes[2].to': '2025-06-30', 'unitClasses[1].from': '2025-07-01' },
      ['unitClasses[1].unitTypes[1]'],
    ],
    [
      'a class takes a type twice',
      { 'unitClasses[2].unitTypes[3]': 'xa', 'unitClasses[2].unitTypes[4]': 'dac_khu' },
      ['unitClasses[2].unitTypes[3]'],
    ],
    [
      'no class takes a type',
      { 'unitClasses[1].unitTypes': ['xa'], 'unitClasses[2].unitTypes': ['phuong'] },
      ['unitTypes[2]', 'unitTypes[3]'],
    ],
    [
      'a text is not composed Unicode',
      { 'criteria[0].name.vi': 'Nguồn lực'.normalize('NFD') },
      ['criteria[0].name.vi'],
    ],
    ['a text turns the direction of writing', { 'facts[0].noun.en': 'chil\u202edren' }, ['facts[0].noun.en']],
    [
      'a name is too long for the documents',
      { 'criteria[0].name.vi': 'ấ'.repeat(301) },
      ['criteria[0].name.vi'],
    ],
    ['a wording is too long', { [`${ratio21}.text.vi`]: 'ấ'.repeat(1_001) }, [`${ratio21}.text.vi`]],
    [
      'there are more criteria than the screens can show',
      { criteria: Array.from({ length: 61 }, () => law.criteria[0]) },
      ['criteria'],
    ],
    [
      'points overflow',
      { 'criteria[0].max': 100_001, 'criteria[0].indicators[0].points': Number.MAX_VALUE },
      ['criteria[0].max', 'criteria[0].indicators[0].points'],
    ],
    [
      'points add up to more than a total can be',
      { 'criteria[0].max': 100_000, 'criteria[0].indicators[0].points': 99_950 },
      ['max'],
    ],
    ['there is no criterion', { criteria: [] }, ['criteria']],
    ['a criterion has no indicator', { 'criteria[0].indicators': [] }, ['criteria[0].indicators']],
    ['a ratio has no band', { [`${ratio21}.bands`]: [] }, [`${ratio21}.bands`]],
    ['a base is not one of the four', { [`${ratio21}.base`]: 10 }, [`${ratio21}.base`]],
    ['a threshold is a number', { [`${ratio21}.bands[0].rate`]: 98 }, [`${ratio21}.bands[0].rate`]],
    [
      'a threshold is not a plain decimal',
      { [`${ratio21}.bands[0].rate`]: '9.8e1' },
      [`${ratio21}.bands[0].rate`],
    ],
    ['points are fractional', { 'criteria[0].max': 99.5 }, ['criteria[0].max']],
    ['points are negative', { [`${ratio21}.otherwise.points`]: -1 }, [`${ratio21}.otherwise.points`]],
    ['an id is what every object has', { 'facts[1].id': 'constructor' }, ['facts[1].id']],
    ['an id has a space', { 'facts[0].id': 'all children' }, ['facts[0].id']],
    ['a day is not in the calendar', { validFrom: '2019-02-30' }, ['validFrom']],
    ['a text is blank', { 'title.vi': '  ' }, ['title.vi']],
    ['a rule has no source', { 'criteria[0].provenance.sources': [] }, ['criteria[0].provenance.sources']],
  ])('%s', (_, changes, places) => {
    expect(placesOf(damaged(changes))).toEqual(places);
  });

  test('a zero asks for a note where it is the worst that there is', () => {
    const place = 'criteria[1].indicators[0].zeroNeedsNote';
    expect(placesOf(damaged({ [place]: true }))).toEqual([place]);
    expect(placesOf(damaged({ [place]: false }))).toEqual([]);
  });

  test('several at once, each told', () => {
    expect(
      placesOf(damaged({ max: 999, 'unitClasses[0].threshold': 1_000, [`${ratio21}.otherwise.points`]: 30 })),
    ).toEqual(['unitClasses[0].threshold', 'max', `${ratio21}.otherwise.points`]);
  });
});

describe('what is no criteria set at all', () => {
  test.each([[null], [undefined], [5], [true], ['x'], [[]], [[law]]])('%j is refused as a whole', (json) => {
    expect(placesOf(json)).toEqual(['']);
  });

  test('an empty object lacks every part', () => {
    expect(placesOf({})).toEqual(Object.keys(law));
  });

  test('deep nesting is refused without harm', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    expect(placesOf(deep)).toEqual(['']);
    expect(placesOf(damaged({ 'title.vi': deep }))).toEqual(['title.vi']);
    expect(placesOf(damaged({ extra: deep }))).toEqual(['extra']);
  });

  test('the words of a refusal are Vietnamese', () => {
    const parsed = parseCriteriaSet({ ...law, max: 'x', extra: 1, title: undefined });
    expect(!parsed.ok && parsed.faults.map(({ message }) => message)).toEqual([
      'Thiếu mục này',
      'Cần số',
      'Thừa mục "extra"',
    ]);
  });
});

describe('a set damaged at random', () => {
  const place = fc.constantFrom(...everyPlace);
  const replacement = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(0, 1, -1, 1e21, '', '0', '100', '>=', '=', 'children', 'other', '1.1', null, [], {}),
    place.map((path) => structuredClone(at(law, path))),
  );
  const damage = fc.oneof(
    place.map((path) => without(law, path)),
    fc.tuple(place, replacement).map(([path, value]) => damaged({ [pathText(path)]: value })),
    place.map((path) => {
      const copy = structuredClone(law);
      const owner = at(copy, path.slice(0, -1));
      if (Array.isArray(owner)) owner.push(structuredClone(at(law, path)));
      return copy;
    }),
  );

  test('is accepted and scores, or is refused at some place, and never throws', () => {
    fc.assert(
      fc.property(damage, (json) => {
        const parsed = parseCriteriaSet(json);
        if (parsed.ok) {
          for (const { id } of parsed.set.unitClasses)
            expect(score(parsed.set, id, {}).verdict).toBe('incomplete');
        } else {
          expect(parsed.faults.length).toBeGreaterThan(0);
          for (const { path, message } of parsed.faults) {
            expect(path).not.toBe('');
            expect(message).not.toBe('');
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
