/** Texts that a set cannot hold, which stay at their fields when the rows of a list move. Pure. */
import type { RefusedTexts } from '../correcting/draft-session.ts';

/** `placeOf` gives where what stood at a place of the list stands now; null when it is gone. */
export function withPlaces(
  refused: RefusedTexts,
  list: string,
  placeOf: (place: number) => number | null,
): RefusedTexts {
  return Object.fromEntries(
    Object.entries(refused).flatMap(([path, text]) => {
      const rest = path.startsWith(`${list}[`) ? /^(\d+)(\].*)$/s.exec(path.slice(list.length + 1)) : null;
      if (rest === null) return [[path, text]];
      const place = placeOf(Number(rest[1]));
      return place === null ? [] : [[`${list}[${place}${rest[2]}`, text]];
    }),
  );
}

/** For a row that went from one place to another. */
export function placeAfterMove(from: number, to: number): (place: number) => number {
  return (place) => {
    if (place === from) return to;
    if (place > from && place <= to) return place - 1;
    if (place < from && place >= to) return place + 1;
    return place;
  };
}

/** For a row that was removed. */
export function placeAfterRemoval(gone: number): (place: number) => number | null {
  return (place) => (place === gone ? null : place > gone ? place - 1 : place);
}
