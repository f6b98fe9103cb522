import type { AskedTable } from '../../api/documents';
import type { TableRecord } from '../../tables/record';
import type { DocumentTable } from '../../word/document';

/** What the API is asked about a table. */
export function askedOf({ instance, tag, record }: DocumentTable): AskedTable {
  return {
    instance,
    tag,
    ...(record && { concept: record.concept, definition: record.definition, parameters: record.parameters, record: recordDocument(record) }),
  };
}

function recordDocument({ hash, asOf, columns, rows }: TableRecord) {
  return {
    hash,
    ...(asOf !== null && { asOf }),
    ...(columns && { columns: columns.map(({ key, heading }) => ({ key, heading })) }),
    rows: rows.map(({ key, own, cells }) => ({ key, own, cells: cells.map(({ column, own: kept, items }) => ({ column, own: kept, items: items.map((item) => ({ ...item })) })) })),
  };
}
