/** The one listener for shortcuts. Who can act on one says so while it is shown. */
import { useEffect, useRef } from 'react';
import { type ShortcutId, shortcutOf } from './shortcuts.ts';

/** What each shortcut does at the moment; the latest to come acts. */
const actions = new Map<ShortcutId, (() => void)[]>();

/** Acts on a shortcut for as long as the component is there. */
export function useShortcut(id: ShortcutId, act: () => void): void {
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

/** Listens for as long as the program is shown. */
export function useKeyListener(): void {
  useEffect(() => {
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function listen(event: KeyboardEvent): void {
  const id = shortcutOf(event);
  const action = id === null ? undefined : actions.get(id)?.at(-1);
  if (action === undefined) return;
  const isUndoing = id === 'undo' || id === 'redo';
  if (document.querySelector('dialog[open]') !== null) {
    // A dialog is asked first; its own fields keep the undoing of the browser.
    if (!isUndoing) event.preventDefault();
    return;
  }
  // So does a field whose text is no part of the assessment yet.
  if (isUndoing && event.target instanceof Element && event.target.closest('[data-own-undo]') !== null)
    return;
  event.preventDefault();
  action();
}
