import { describe, expect, it } from 'vitest';
import { newInstance, readTag, tagOf, withInstance } from '../../src/tables/tag';

const verkehr = { concept: 'insek-torgau', definition: 'sector-measures', parameters: 'sector=verkehr' };

describe('tags', () => {
  it('say concept, instance, definition and parameters', async () => {
    const tag = await tagOf(verkehr, 'abcd1234');
    expect(tag).toBe('insek:1:insek-torgau:abcd1234:sector-measures:sector=verkehr');
    expect(readTag(tag)).toEqual({ ...verkehr, instance: 'abcd1234', shortId: null });
  });

  it.each([
    [{ ...verkehr, parameters: 'sector=verkehr-und-infrastruktur' }, /^insek:1:insek-torgau:abcd1234:sector-measures:~[a-z2-7]{12}$/],
    [{ ...verkehr, concept: 'insek-grosse-kreisstadt-torgau' }, /^insek:1:insek-grosse-kreisstadt-torgau:abcd1234:~[a-z2-7]{12}$/],
    [{ ...verkehr, concept: 'insek-grosse-kreisstadt-torgau-2035-fortschreibung' }, /^insek:1:~:abcd1234:~[a-z2-7]{12}$/],
  ])('shorten %o to what Word keeps', async (table, expected) => {
    const tag = await tagOf(table, 'abcd1234');
    expect(tag).toMatch(expected);
    expect(tag.length).toBeLessThanOrEqual(64);
    expect(readTag(tag)?.shortId).toHaveLength(12);
  });

  it.each(['', 'insek:1:a', 'insek:1:a:ABCD1234:overview:', 'insek:2:a:abcd1234:overview:', 'other'])('of others are none: %s', (tag) => {
    expect(readTag(tag)).toBeNull();
  });

  it('take another instance', () => {
    expect(withInstance('insek:1:a:abcd1234:overview:x=1:2', '1bcd5678')).toBe('insek:1:a:1bcd5678:overview:x=1:2');
    expect(newInstance()).toMatch(/^[a-z0-9]{8}$/);
    expect(newInstance()).not.toBe(newInstance());
  });
});
