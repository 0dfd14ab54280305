import { expect, test } from 'vitest';
import { placeAfterMove, placeAfterRemoval, withPlaces } from './refused-places.ts';

const text = (words: string) => ({ text: words, message: 'không nhận' });
const refused = {
  'facts[0].id': text('a'),
  'facts[1].label.vi': text('b'),
  'facts[2].id': text('c'),
  'criteria[1].indicators[1].points': text('d'),
};

test('refused texts move with their rows', () => {
  expect(withPlaces(refused, 'facts', placeAfterMove(0, 2))).toEqual({
    'facts[2].id': text('a'),
    'facts[0].label.vi': text('b'),
    'facts[1].id': text('c'),
    'criteria[1].indicators[1].points': text('d'),
  });
  expect(withPlaces(refused, 'facts', placeAfterMove(2, 0))).toMatchObject({ 'facts[0].id': text('c') });
  expect(withPlaces(refused, 'criteria[1].indicators', placeAfterMove(1, 0))).toMatchObject({
    'criteria[1].indicators[0].points': text('d'),
    'facts[0].id': text('a'),
  });
});

test('refused texts of a row that is removed go with it', () => {
  expect(withPlaces(refused, 'facts', placeAfterRemoval(1))).toEqual({
    'facts[0].id': text('a'),
    'facts[1].id': text('c'),
    'criteria[1].indicators[1].points': text('d'),
  });
});
