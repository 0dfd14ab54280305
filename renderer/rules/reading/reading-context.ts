/** What every rule of the document that is being read needs to know and can ask for. */
import { createContext, useContext } from 'react';
import type { OpenedSet } from '../../../electron/api.ts';
import type { Failed } from './set-room.ts';

export interface Reading {
  readonly opened: OpenedSet;
  /** Rules whose confirmation is on its way. */
  readonly underWay: ReadonlySet<string>;
  readonly failed: Failed | null;
  /** What was typed last as the place in the decision. */
  readonly lastPlace: string;
  /** The place that was typed for a rule, or what was typed last. */
  placeOf(rule: string): string;
  /** Whether only what nobody has confirmed is shown. */
  readonly onlyOpen: boolean;
  /** Notes that rules were read as they stand, and goes on to the next. */
  confirm(rules: readonly string[], place: string): Promise<void>;
  withdraw(rule: string, by: string | null, reason: string): Promise<boolean>;
  correct(rule: string): Promise<void>;
  /** Goes on to the next without confirming. */
  pass(rule: string): void;
}

export const ReadingContext = createContext<Reading | null>(null);

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (reading === null) throw new Error('a rule was shown outside of a set');
  return reading;
}
