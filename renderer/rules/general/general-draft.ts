/** The draft as the parts of the general screen change it. */
import { createContext, useContext } from 'react';
import { flushSync } from 'react-dom';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { OpenDraft } from '../draft-store.ts';
import { moved } from './ordered.ts';
import { placeAfterMove, placeAfterRemoval, withPlaces } from './refused-places.ts';

export type ReadyDraft = Extract<OpenDraft, { state: 'ready' }>;

export interface GeneralDraft extends ReadyDraft {
  readonly set: CriteriaSet;
  /** Takes something out, tells what, and offers to take that back. The focus goes to the first of `focus` that is there. */
  readonly remove: (said: string, next: CriteriaSet, row: RemovedRow) => void;
}

export interface RemovedRow {
  /** The list as a place of the set, as in `criteria[2].indicators`. */
  readonly list: string;
  readonly place: number;
}

export const GeneralContext = createContext<GeneralDraft | null>(null);

export function useGeneral(): GeneralDraft {
  const general = useContext(GeneralContext);
  if (general === null) throw new Error('outside of a draft');
  return general;
}

/** How the button that does something to a row is found again once the row has moved. */
export function rowElement(list: string, place: number, action: 'up' | 'down' | 'remove'): string {
  return `${list}[${place}]:${action}`;
}

/** The button that adds to a list. */
export function addElement(list: string): string {
  return `${list}:add`;
}

/** The first field of a row. */
export function focusRow(list: string, place: number): void {
  document.querySelector<HTMLElement>(`[data-path^=${JSON.stringify(`${list}[${place}]`)}]`)?.focus();
}

/** Makes the change and then focuses the first of these elements that is there and can be pressed. */
export function thenFocus(change: () => void, ...ids: readonly string[]): void {
  flushSync(change);
  for (const id of ids) {
    const element = document.getElementById(id);
    if (element === null || element.matches(':disabled')) continue;
    element.focus();
    return;
  }
}

/** Moves a row of a list by one place; the focus stays on the button that did it. */
export function moveRow<T>(
  draft: GeneralDraft,
  list: string,
  items: readonly T[],
  place: number,
  step: -1 | 1,
  next: (items: T[]) => CriteriaSet,
): void {
  const to = place + step;
  const [same, other] = step < 0 ? (['up', 'down'] as const) : (['down', 'up'] as const);
  thenFocus(
    () => {
      if (draft.change(next(moved(items, place, to))) !== null) return;
      draft.refuseAll(withPlaces(draft.refused, list, placeAfterMove(place, to)));
    },
    rowElement(list, to, same),
    rowElement(list, to, other),
  );
}

/** Forgets what was refused in a row that is gone. */
export function forgetRow(draft: ReadyDraft, { list, place }: RemovedRow): void {
  draft.refuseAll(withPlaces(draft.refused, list, placeAfterRemoval(place)));
}

/** Where a rule was read goes with it when it is called by another key. */
export function carryReadIn(draft: GeneralDraft, from: string, to: string): void {
  const read = draft.draft.readIn[from];
  if (read === undefined || from === to) return;
  draft.setReadIn(from, null);
  draft.setReadIn(to, read);
}
