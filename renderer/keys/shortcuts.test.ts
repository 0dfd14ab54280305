import { expect, test } from 'vitest';
import { combinationText, type Pressed, shortcutOf, shortcuts } from './shortcuts.ts';

const plain: Pressed = {
  key: 'a',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
};

const combinations = shortcuts.flatMap(({ combinations }) => combinations.map(combinationText));

test('no two shortcuts have the same keys', () => {
  expect(new Set(combinations).size).toBe(combinations.length);
});

test('no shortcut is a letter, digit or sign alone, nor one that types with AltGr', () => {
  for (const text of combinations) {
    expect(text).toMatch(/^(Ctrl\+|Alt\+|F\d)/);
    expect(text).not.toMatch(/Ctrl\+Alt/);
  }
});

test.each([
  [{ key: 'k', ctrlKey: true }, 'search'],
  [{ key: 'K', ctrlKey: true }, 'search'],
  [{ key: 'z', metaKey: true }, 'undo'],
  [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
  [{ key: 'y', ctrlKey: true }, 'redo'],
  [{ key: 'PageDown', altKey: true }, 'next'],
  [{ key: 'F1' }, 'sheet'],
  [{ key: 'p', ctrlKey: true }, 'print'],
  [{ key: 'P', ctrlKey: true, shiftKey: true }, null],
  [{ key: 'k' }, null],
  [{ key: 'z', altKey: true }, null],
  [{ key: 's', ctrlKey: true, altKey: true }, null],
  [{ key: 'Backspace' }, null],
] as const)('%j means %s', (pressed, id) => {
  expect(shortcutOf({ ...plain, ...pressed })).toBe(id);
});

test('what an input method composes is never a shortcut', () => {
  const save = { ...plain, key: 's', ctrlKey: true };
  expect(shortcutOf(save)).toBe('save');
  expect(shortcutOf({ ...save, isComposing: true })).toBeNull();
  expect(shortcutOf({ ...save, keyCode: 229 })).toBeNull();
});
