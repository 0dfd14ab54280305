import { useKeyListener } from './key-listener.ts';
import { ProgramSearch } from './program-search.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';

/** The shortcuts that work on every screen, and the listener for all of them. */
export function ProgramKeys() {
  useKeyListener();
  return (
    <>
      <ProgramSearch />
      <ShortcutSheet />
    </>
  );
}
