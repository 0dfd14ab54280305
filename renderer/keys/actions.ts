/** What the program can be asked for by a key or from the menu. Who can act on it says so while it is shown. */
import { useEffect, useRef } from 'react';
import type { DesktopMenu, MenuCommand } from '../../electron/api.ts';
import { type ShortcutId, shortcutOf } from './shortcuts.ts';

declare global {
  interface Window {
    readonly desktopMenu?: DesktopMenu;
  }
}

/** The menu calls the table of shortcuts "keys". */
type ActionId = ShortcutId | Exclude<MenuCommand, 'keys'>;

/** What each of them does at the moment; the latest to come acts. */
const actions = new Map<ActionId, (() => void)[]>();

/** Acts on a key or a command of the menu for as long as the component is there. */
export function useAction(id: ActionId, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const action = () => latest.current();
    actions.set(id, [...(actions.get(id) ?? []), action]);
    return () => {
      actions.set(
        id,
        (actions.get(id) ?? []).filter((other) => other !== action),
      );
    };
  }, [id]);
}

/** Listens to the keys for as long as the program is shown. */
export function useKeyListener(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Listens to the menu of the desktop application from now on; elsewhere there is none. */
export function listenToMenu(): void {
  window.desktopMenu?.listen(onCommand);
}

const actionOf = (id: ActionId) => actions.get(id)?.at(-1);
const isUndoing = (id: ActionId) => id === 'undo' || id === 'redo';

/** A dialog is asked first; its own fields keep the undoing of the browser. */
const dialogIsOpen = () => document.querySelector('dialog[open]') !== null;

/** So does a field whose text is no part of the assessment yet. */
const undoesItself = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[data-own-undo]') !== null;

function onKey(event: KeyboardEvent): void {
  const id = shortcutOf(event);
  const action = id === null ? undefined : actionOf(id);
  if (id === null || action === undefined) return;
  if (dialogIsOpen()) {
    if (!isUndoing(id)) event.preventDefault();
    return;
  }
  if (isUndoing(id) && undoesItself(event.target)) return;
  event.preventDefault();
  action();
}

/** The same as the key does, also where that is left to the browser. */
function onCommand(command: MenuCommand): void {
  const id = command === 'keys' ? 'sheet' : command;
  const action = actionOf(id);
  const inDialog = dialogIsOpen();
  if (isUndoing(id) && (action === undefined || inDialog || undoesItself(document.activeElement)))
    document.execCommand(id);
  // NOTE: what a dialog asks is not answered by saving what stands behind it.
  else if (!inDialog || command === 'save') action?.();
}
