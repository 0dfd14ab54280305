/** One page of a long list. Pure. */
export interface Paged<T> {
  readonly items: readonly T[];
  /** From 1; never beyond the last page. */
  readonly page: number;
  readonly pages: number;
  /** The first and last line of the page, from 1, of all. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

export function paged<T>(all: readonly T[], wanted: number, size: number): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  const items = all.slice((page - 1) * size, page * size);
  const before = (page - 1) * size;
  return { items, page, pages, from: before + 1, to: before + items.length, total: all.length };
}
