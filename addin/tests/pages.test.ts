import { describe, expect, it } from 'vitest';
import { pageOf } from '../src/shared/pages';

describe('pageOf', () => {
  const all = Array.from({ length: 45 }, (_, index) => index + 1);

  it('cuts a list so that every entry is on one page', () => {
    expect([1, 2, 3].flatMap((page) => pageOf(all, page, 20).items)).toEqual(all);
    expect(pageOf(all, 3, 20)).toMatchObject({ from: 41, to: 45, total: 45, pages: 3 });
  });

  it.each([[0, 1], [-3, 1], [4, 3], [99, 3]])('shows the nearest page for %i: %i', (asked, shown) => {
    expect(pageOf(all, asked, 20).page).toBe(shown);
  });

  it('of nothing is one empty page', () => {
    expect(pageOf([], 1, 20)).toEqual({ items: [], page: 1, pages: 1, from: 0, to: 0, total: 0 });
  });
});
