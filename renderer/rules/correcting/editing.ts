/** The draft that is being edited, for the parts of its screens. */
import { createContext, useContext } from 'react';
import type { OpenDraft } from '../draft-store.ts';

export type Editing = Extract<OpenDraft, { readonly state: 'ready' }>;

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error('a part of a draft was shown outside of it');
  return editing;
}
