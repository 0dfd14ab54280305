/** What a filter above a list finds. Pure. */
import { fold } from '../../criteria/fold.ts';

/** A text as `filterOf` looks through it. Folding costs more than looking, so each text is folded once. */
export function filterable(...parts: readonly (string | number | null | undefined)[]): string {
  return ` ${fold(parts.join(' '))}`;
}

/** Whether a folded text holds what was typed, from the start of a word, so that "an" does not find every Văn. */
export function filterOf(typed: string): (text: string) => boolean {
  const wanted = fold(typed);
  return (text) => wanted === '' || text.includes(` ${wanted}`);
}
