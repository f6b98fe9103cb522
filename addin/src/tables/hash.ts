import { normalize } from './normalize';

/** What a content hash is made of; a `TableDocument` is one, and a record with its columns. */
export interface Hashed {
  readonly definition: string;
  readonly parameters: string;
  readonly columns: readonly { readonly heading: string }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly { readonly items: readonly { readonly key: string; readonly text: string }[] }[] }[];
}

/** The canonical JSON (RFC 8785) of a table: "Stand", title and revisions left out, every text as it is compared. */
export function canonical(table: Hashed): string {
  // Members in RFC 8785's order; JSON.stringify escapes as it asks.
  return JSON.stringify({
    columns: table.columns.map((column) => normalize(column.heading)),
    definition: normalize(table.definition),
    parameters: normalize(table.parameters),
    rows: table.rows.map((row) => ({
      cells: row.cells.map((cell) => cell.items.map((item) => ({ key: normalize(item.key), text: normalize(item.text) }))),
      key: normalize(row.key),
    })),
  });
}

/** A table's content hash: SHA-256 over its canonical JSON, 64 lower-case hex digits. The same as `TableHash.Of`. */
export async function hashOf(table: Hashed): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(table)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
