import type { RefusedTexts } from './draft-session.ts';

/** Refused texts after a level of the table at `table` was put in at, or taken from, place `at`. Pure. */
export function afterBandMove(
  refused: RefusedTexts,
  table: string,
  at: number,
  move: 'added' | 'removed',
): RefusedTexts {
  const before = `${table}.bands[`;
  return Object.fromEntries(
    Object.entries(refused).flatMap(([path, text]) => {
      if (!path.startsWith(before)) return [[path, text]];
      const [, number = '', rest = ''] = /^(\d+)(.*)$/.exec(path.slice(before.length)) ?? [];
      const band = Number(number);
      if (move === 'removed' && band === at) return [];
      const next = band < at ? band : move === 'added' ? band + 1 : band - 1;
      return [[`${before}${next}${rest}`, text]];
    }),
  );
}

/** Without those anywhere under a place. */
export function withoutUnder(refused: RefusedTexts, path: string): RefusedTexts {
  return Object.fromEntries(
    Object.entries(refused).filter(
      ([place]) => place !== path && !(place.startsWith(path) && /[.[]/.test(place.charAt(path.length))),
    ),
  );
}
