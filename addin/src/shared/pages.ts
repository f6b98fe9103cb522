/** A list cut into pages. */
export interface PageOf<T> {
  readonly items: readonly T[];
  /** The page shown, from 1. */
  readonly page: number;
  readonly pages: number;
  /** The first entry shown, from 1; 0 where there is none. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** One page of a list; a page that does not exist is the nearest that does. */
export function pageOf<T>(all: readonly T[], page: number, size: number): PageOf<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const shown = Math.min(Math.max(1, page), pages);
  const start = (shown - 1) * size;
  const items = all.slice(start, start + size);
  return { items, page: shown, pages, from: items.length === 0 ? 0 : start + 1, to: start + items.length, total: all.length };
}
