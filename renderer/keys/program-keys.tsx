import { useLocation } from 'wouter';
import { paths } from '../paths.ts';
import { useAction, useKeyListener } from './actions.ts';
import { ProgramSearch } from './program-search.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';

/** What works on every screen, also before anybody has said who works, and the listener for all keys. */
export function CommonKeys() {
  const [, navigate] = useLocation();
  useKeyListener();
  useAction('about', () => navigate(paths.about()));
  return <ShortcutSheet />;
}

/** The search, and the screens that the menu leads to. */
export function ProgramKeys() {
  const [, navigate] = useLocation();
  useAction('list', () => navigate(paths.list()));
  useAction('newAssessment', () => navigate(paths.newAssessment()));
  useAction('printing', () => navigate(paths.printing()));
  useAction('sheets', () => navigate(paths.sheets()));
  useAction('recovery', () => navigate(paths.recovery()));
  useAction('office', () => navigate(paths.office()));
  useAction('rules', () => navigate(paths.rules()));
  return <ProgramSearch />;
}
