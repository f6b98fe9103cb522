import type { RegisterDocument, RegisteredTable } from '../../api/documents';
import type { DocumentIdentity } from '../../word/document';
import type { Entry } from './entry';

/** The register takes no more tables of one document. */
const mostTables = 200;

/** What the register is told: which tables the document holds and in which revisions, none of its text. */
export function registration({ name, link }: DocumentIdentity, entries: readonly Entry[]): RegisterDocument {
  const tables = entries.flatMap(({ table: { instance, tag, record, flags } }): RegisteredTable[] => (record && !flags.duplicate ? [{
    instance,
    tag,
    concept: record.concept,
    definition: record.definition,
    parameters: record.parameters,
    hash: record.hash,
    ...(record.asOf !== null && { asOf: record.asOf }),
    items: heldItems(record.rows),
  }] : []));

  // Only an address that others can open helps whoever reads the register.
  return { name, ...(link?.startsWith('https://') && { link }), tables: tables.slice(0, mostTables) };
}

function heldItems(rows: readonly { readonly cells: readonly { readonly items: readonly { readonly key: string; readonly revision: number }[] }[] }[]): { key: string; revision: number }[] {
  const items = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.items)).filter(({ revision }) => revision > 0);
  return [...new Map(items.map(({ key, revision }) => [key, { key, revision }])).values()];
}
