/** The latest thing to be said near the head of an open assessment: what was undone, that it was saved. */
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

export function fallSilent(): void {
  useSaid.setState({ saying: null });
}
