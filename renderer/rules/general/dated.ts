/** Days as they are typed, and authorities that follow one another from day to day. Pure. */
import type { CriteriaSet } from '../../../criteria/schema.ts';

export type Authority = CriteriaSet['authorities'][number];

/** How a day is typed. */
export const dayForm = 'dd/mm/yyyy';

/** `22/11/2026`, `1-7-2025` and `2025-07-01` as ISO days; null for what is no day. */
export function dayFrom(typed: string): string | null {
  const text = typed.trim();
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = day === undefined ? text : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const instant = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== iso ? null : iso;
}

export function dayBefore(day: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() - 1);
  return instant.toISOString().slice(0, 10);
}

/** With one more authority at the end; when `closing`, the one before it ends on the day before. */
export function withAuthority(
  authorities: readonly Authority[],
  next: Authority,
  closing: boolean,
): Authority[] {
  const last = authorities.at(-1);
  if (last === undefined || !closing) return [...authorities, next];
  return [...authorities.slice(0, -1), { ...last, to: dayBefore(next.from) }, next];
}

/** Without one of several; what lay before it lasts as long as it did, so that no day is left without an authority. */
export function withoutAuthority(authorities: readonly Authority[], place: number): Authority[] {
  const gone = authorities[place];
  if (gone === undefined) throw new RangeError(`no authority at ${place}`);
  return authorities
    .map((one, index) => (index === place - 1 ? { ...one, to: gone.to } : one))
    .filter((_, index) => index !== place);
}

/** "2022, 2024" as years in order, each once; null when something in it is no year. */
export function yearsFrom(typed: string): number[] | null {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '');
  if (!words.every((word) => /^\d{4}$/.test(word) && Number(word) >= 2000 && Number(word) <= 2100))
    return null;
  return [...new Set(words.map(Number))].sort((a, b) => a - b);
}
