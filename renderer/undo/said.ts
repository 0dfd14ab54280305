/** The latest thing to be said at the foot of an open assessment: what was undone, that it was saved. */
import { create } from 'zustand';

export interface Saying {
  readonly text: string;
  /** Where the field is that it speaks of. */
  readonly link?: { readonly address: string; readonly text: string };
}

interface Said {
  readonly saying: Saying | null;
  /** Counts, so that the same words said again are read again. */
  readonly times: number;
}

export const useSaid = create<Said>(() => ({ saying: null, times: 0 }));

export function say(saying: Saying): void {
  useSaid.setState(({ times }) => ({ saying, times: times + 1 }));
}

/** In characters: more of a name would make the notice long. */
const nameLimit = 60;

/** A name, or the beginning of one that is too long to be said. */
export function saidName(name: string): string {
  const characters = [...name];
  if (characters.length <= nameLimit) return name;
  // Cut between words, where there are any.
  return `${characters
    .slice(0, nameLimit)
    .join('')
    .replace(/\s\S*$/, '')}…`;
}

export function fallSilent(): void {
  useSaid.setState({ saying: null });
}
