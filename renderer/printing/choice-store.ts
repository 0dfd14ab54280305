/** What was chosen on the print screen. Outlives the screen; another year begins with none of its units chosen. */
import { create } from 'zustand';
import type { Choice } from './choice.ts';

interface ChoiceState extends Omit<Choice, 'folder'> {
  /** Null until it is typed; the program then offers one. */
  readonly folder: string | null;
  /** That the units belong to. */
  readonly year: number | null;
  readonly filter: string;
  /** Of the filtered units, from 1. */
  readonly page: number;
}

const noUnits = { ids: new Set<string>(), filter: '', page: 1 };

export const useChoice = create<ChoiceState>(() => ({
  ...noUnits,
  year: null,
  whole: true,
  kinds: ['scorecard'],
  summary: false,
  merged: false,
  folder: null,
}));

export function choose(part: Partial<Choice>): void {
  useChoice.setState(part);
}

export function chooseUnits(ids: Iterable<string>, chosen: boolean): void {
  const next = new Set(useChoice.getState().ids);
  for (const id of ids) {
    if (chosen) next.add(id);
    else next.delete(id);
  }
  useChoice.setState({ ids: next });
}

export function chooseAmong(year: number): void {
  useChoice.setState((state) => (state.year === year ? {} : { ...noUnits, year }));
}
