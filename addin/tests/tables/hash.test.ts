import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TableDocument } from '../../src/tables/current';
import { canonical, hashOf } from '../../src/tables/hash';
import { recordOf } from '../../src/tables/record';

interface HashVector {
  readonly name: string;
  readonly table: TableDocument;
  readonly canonical?: string;
  readonly hash: string;
}

const vectors = JSON.parse(readFileSync(new URL('../../../tests/vectors/table-hash.json', import.meta.url), 'utf8')) as HashVector[];

describe('the content hash agrees with the server', () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', async (_, { table, canonical: expected, hash }) => {
    if (expected !== undefined) {
      expect(canonical(table)).toBe(expected);
    }

    expect(await hashOf(table)).toBe(hash);
  });

  it('of a record is that of the table it was made from', async () => {
    for (const { table, hash } of vectors) {
      const record = recordOf(table, 'abcd1234');
      expect(await hashOf({ ...record, columns: record.columns ?? [] })).toBe(hash);
    }
  });
});
