/**
 * Every shortcut of the program: the listener acts by this table and the sheet prints it. Pure.
 *
 * NOTE: no single letters, which input methods send; nothing with Ctrl+Alt, which is AltGr; not Alt+Z or Ctrl+Shift
 * alone, by which UniKey switches; not Alt+Home or Ctrl+PageDown, which browsers keep; not Alt+arrows, which screen
 * readers read sentences with.
 */
interface Combination {
  /** As `KeyboardEvent.key` gives it, letters small. */
  readonly key: string;
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
}

interface Shortcut {
  readonly id: string;
  /** `assessment`: only while one is open. */
  readonly where: 'everywhere' | 'assessment';
  readonly combinations: readonly Combination[];
}

export const shortcuts = [
  { id: 'search', where: 'everywhere', combinations: [{ key: 'k', ctrl: true }] },
  { id: 'sheet', where: 'everywhere', combinations: [{ key: 'F1' }, { key: '/', ctrl: true }] },
  { id: 'undo', where: 'assessment', combinations: [{ key: 'z', ctrl: true }] },
  {
    id: 'redo',
    where: 'assessment',
    combinations: [
      { key: 'y', ctrl: true },
      { key: 'z', ctrl: true, shift: true },
    ],
  },
  { id: 'save', where: 'assessment', combinations: [{ key: 's', ctrl: true }] },
  { id: 'print', where: 'assessment', combinations: [{ key: 'p', ctrl: true }] },
  { id: 'next', where: 'assessment', combinations: [{ key: 'PageDown', alt: true }] },
  { id: 'previous', where: 'assessment', combinations: [{ key: 'PageUp', alt: true }] },
  { id: 'tasks', where: 'assessment', combinations: [{ key: 'F8' }] },
  { id: 'check', where: 'assessment', combinations: [{ key: 'F9' }] },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof shortcuts)[number]['id'];

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** The shortcut that a key press means; null for all other keys, and while an input method composes. */
export function shortcutOf(pressed: Pressed): ShortcutId | null {
  // NOTE: 229 is what some input methods send before they say that they compose.
  if (pressed.isComposing || pressed.keyCode === 229) return null;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const found = shortcuts.find(({ combinations }: Shortcut) =>
    combinations.some(
      ({ ctrl = false, alt = false, shift = false, ...combination }) =>
        combination.key === key &&
        (pressed.ctrlKey || pressed.metaKey) === ctrl &&
        pressed.altKey === alt &&
        pressed.shiftKey === shift,
    ),
  );
  return found?.id ?? null;
}

/** "Ctrl+Shift+Z", as it is printed on the keys. */
export function combinationText({ key, ctrl = false, alt = false, shift = false }: Combination): string {
  return [
    ...(ctrl ? ['Ctrl'] : []),
    ...(alt ? ['Alt'] : []),
    ...(shift ? ['Shift'] : []),
    key.length === 1 ? key.toUpperCase() : key.replace(/^Page(?=[A-Z])/, 'Page '),
  ].join('+');
}

/** The first combination of a shortcut, for the name of a button: "Ctrl+K". */
export function shortcutText(id: ShortcutId): string {
  const combination = shortcuts.find((shortcut) => shortcut.id === id)?.combinations[0];
  return combination === undefined ? '' : combinationText(combination);
}
