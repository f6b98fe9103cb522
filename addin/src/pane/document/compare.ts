import type { TableStatusView } from '../../api/documents';
import type { TableDocument } from '../../tables/current';
import { planRefresh } from '../../tables/plan';
import type { TableRecord } from '../../tables/record';
import type { DocumentTable } from '../../word/document';
import type { Entry } from './entry';

/** Puts together what the document shows and what the API said. */
export function entryOf(table: DocumentTable, status: TableStatusView | null): Entry {
  const target = table.flags.damaged ? null : (status?.table ?? (status?.state === 'current' && table.record ? asTable(table.record, table.headings) : null));
  return { table, status, target, plan: target && planRefresh(table.record, { headings: table.headings, rows: table.shown }, target) };
}

// The API does not send a table that is current: then the concept says what the record says.
function asTable(record: TableRecord, headings: readonly string[]): TableDocument {
  const keys = record.rows[0]?.cells.map(({ column }) => column) ?? [];
  return {
    ...record,
    title: '',
    columns: (record.columns ?? headings.map((heading, index) => ({ key: keys[index] ?? String(index), heading }))).map((column) => ({ ...column, share: 0, numeric: false })),
    rows: record.rows.map(({ key, cells }) => ({ key, kind: 'normal', cells })),
  };
}
