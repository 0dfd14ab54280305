import { expect, test } from 'vitest';
import { factOf } from '../../criteria/lookup.ts';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import { answerOf, placesOf, searchPlaces } from './search-places.ts';

const set = builtInSets.get(currentSetId);
if (set === undefined) throw new Error('there is no set to search');
const places = placesOf(set, ({ vi }) => vi);
const found = (query: string) => searchPlaces(places, query).map(({ kind, id }) => `${kind} ${id}`);

test('every criterion, indicator and figure can be found, each figure once', () => {
  expect(new Set(places.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(places.length);
  expect(places.filter(({ kind }) => kind === 'fact')).toHaveLength(set.facts.length);
});

test.each(['kham suc khoe', 'khám sức khoẻ', 'KHÁM SỨC KHỎE', 'khoe kham'])(
  '%s finds the figure first, then the indicator and the criterion that it counts for',
  (query) => {
    expect(found(query)).toEqual(['fact children_checked', 'indicator 9.1', 'criterion 9']);
  },
);

test('words are found in either language, whichever the interface speaks', () => {
  const inEnglish = placesOf(set, ({ en }) => en);
  const [first] = searchPlaces(inEnglish, 'khám sức khỏe');
  expect(first).toMatchObject({ id: 'children_checked', label: factOf(set, 'children_checked').label.en });
  expect(searchPlaces(places, factOf(set, 'children_checked').label.en)[0]).toMatchObject({
    id: 'children_checked',
  });
});

test('words begin where words begin, and what begins with them comes first', () => {
  expect(found('hoe')).toEqual([]);
  expect(found('tổng')[0]).toBe('fact children');
  expect(found('diem vui choi')[0]).toBe('fact hamlets_playground');
});

test('a number leads to the criterion or the indicator of that number', () => {
  expect(found('9')).toEqual(['criterion 9', 'indicator 9.1']);
  expect(found('9.1')).toEqual(['indicator 9.1']);
  expect(found('9,1')).toEqual(['indicator 9.1']);
  expect(found('1')[0]).toBe('criterion 1');
  expect(found('1')).not.toContain('criterion 10');
  expect(found('16')).toContain('fact children');
});

test('an id of any shape is found before words, whole before begun, a criterion before an indicator', () => {
  const [first, second] = set.criteria;
  if (first === undefined || second === undefined) throw new Error('the set has too few criteria');
  const [asked] = second.indicators;
  if (asked === undefined) throw new Error('the criterion has no indicator');
  const named = {
    ...set,
    criteria: [
      { ...first, id: 'yte-2' },
      { ...second, id: 'yte', indicators: [{ ...asked, id: 'yte' }] },
    ],
  };
  const inNamed = (query: string) =>
    searchPlaces(
      placesOf(named, ({ vi }) => vi),
      query,
    ).map(({ kind, id }) => `${kind} ${id}`);
  expect(inNamed('YTE')).toEqual(['criterion yte', 'indicator yte', 'criterion yte-2']);
  expect(inNamed('yte-')).toEqual(['criterion yte-2']);
});

test('nothing typed lists the criteria', () => {
  expect(found(' ')).toEqual(set.criteria.map(({ id }) => `criterion ${id}`));
});

test('an indicator leads to the first of its figures that is not answered', () => {
  const [place] = searchPlaces(places, '9.1');
  if (place === undefined) throw new Error('9.1 was not found');
  expect(answerOf(place, () => false)).toBe('children');
  expect(answerOf(place, (fact) => fact === 'children')).toBe('children_checked');
  expect(answerOf(place, () => true)).toBe('children_checked');
});

test('a figure and a check lead to themselves, a criterion to its page', () => {
  expect(searchPlaces(places, 'dang ky khai sinh').map((place) => answerOf(place, () => false))[0]).toBe(
    'children_registered',
  );
  expect(searchPlaces(places, '1.1').map((place) => answerOf(place, () => false))).toEqual(['1.1']);
  expect(searchPlaces(places, '9').map((place) => answerOf(place, () => false))[0]).toBeNull();
});
