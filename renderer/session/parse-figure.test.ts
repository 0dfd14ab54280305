import { describe, expect, test } from 'vitest';
import { parseFigure, pastedText } from './parse-figure.ts';

describe('a figure as people type it', () => {
  test.each([
    ['0', 0],
    ['7', 7],
    ['007', 7],
    ['1234', 1234],
    ['1.234', 1234],
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    ['  1234  ', 1234],
    ['1.234.567', 1_234_567],
    ['1 234 567', 1_234_567],
    ['1.234,0', 1234],
    ['1234,00', 1234],
    ['1234.0', 1234],
    ['1,234,567', 1_234_567],
    ['1,234.0', 1234],
    ['0.000', 0],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('%j is %d', (text, value) => {
    expect(parseFigure(text)).toEqual({ kind: 'figure', value });
  });

  test.each(['', ' ', '\u00a0'])('%j is unanswered, never zero', (text) => {
    expect(parseFigure(text)).toEqual({ kind: 'unanswered' });
  });

  test.each([
    ['-1', 'negative'],
    ['−1', 'negative'],
    ['- 1,5', 'negative'],
    ['1.234,5', 'fraction'],
    ['1234.5', 'fraction'],
    ['0.500', 'fraction'],
    ['1.23', 'fraction'],
    ['1.2345', 'fraction'],
    ['1,234', 'ambiguous'],
    ['1,234.5', 'fraction'],
    ['1.23.4', 'ambiguous'],
    ['1 2', 'ambiguous'],
    ['1.234 567', 'ambiguous'],
    ['12,', 'ambiguous'],
    ['mười', 'not_a_number'],
    ['12 em', 'not_a_number'],
    ['1e3', 'not_a_number'],
    ['-', 'not_a_number'],
    ['.', 'not_a_number'],
    ['9007199254740992', 'too_large'],
  ])('%j is refused as %s', (text, fault) => {
    expect(parseFigure(text)).toEqual({ kind: 'refused', fault });
  });
});

test.each(['150\n200', '150\r\n200', '150\t200', '1.200\n\n3'])(
  'two cells of a spreadsheet never become one figure: %j',
  (clipboard) => {
    expect(parseFigure(pastedText(clipboard))).toEqual({ kind: 'refused', fault: 'several' });
  },
);

test('one cell is a figure, with the line end that the spreadsheet puts after it', () => {
  expect(parseFigure(pastedText('1.234\r\n'))).toEqual({ kind: 'figure', value: 1234 });
});
