/** Where a rule stands in the document, and which one is to be read next. Pure. */
import type { Rule } from '../../../criteria/rules/rules.ts';

/** The next rule that nobody has confirmed, from the one behind `after` on and round again; null when there is none. */
export function nextToRead(rules: readonly Rule[], after: string | null): string | null {
  const start = rules.findIndex(({ key }) => key === after) + 1;
  const inTurn = [...rules.slice(start), ...rules.slice(0, start)];
  return inTurn.find(({ key, confirmed }) => !confirmed && key !== after)?.key ?? null;
}

/** The same backwards. */
export function previousToRead(rules: readonly Rule[], before: string | null): string | null {
  return nextToRead([...rules].reverse(), before);
}

/** Where a rule was read, as it is noted: the document and the place in it. */
export function readInText(document: string, place: string): string {
  return [document, place]
    .map((part) => part.normalize('NFC').replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(', ');
}
