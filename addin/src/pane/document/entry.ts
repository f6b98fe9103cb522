import type { AskedTable, TableStatusView } from '../../api/documents';
import type { Plan } from '../../tables/changes';
import type { TableDocument } from '../../tables/current';
import { planRefresh } from '../../tables/plan';
import type { TableRecord } from '../../tables/record';
import { stateOf as stateOfPlan, type TableState } from '../../tables/state';
import type { DocumentTable } from '../../word/document';

/** How a table stands; `unchecked` where the API was never asked. */
export type EntryState = TableState | 'unchecked';

/** A table of the document with what is known about it. */
export interface Entry {
  readonly table: DocumentTable;
  /** What the API said last; null where it was never asked. */
  readonly status: TableStatusView | null;
  /** What the table would become; null where it cannot be compared. */
  readonly target: TableDocument | null;
  /** How it would become that; null without a target. */
  readonly plan: Plan | null;
}

/** Puts together what the document shows and what the API said. */
export function entryOf(table: DocumentTable, status: TableStatusView | null): Entry {
  const target = table.flags.damaged ? null : (status?.table ?? (status?.state === 'current' && table.record ? asTable(table.record, table.headings) : null));
  return { table, status, target, plan: target && planRefresh(table.record, { headings: table.headings, rows: table.shown }, target) };
}

export function stateOf({ status, plan }: Entry): EntryState {
  if (plan) {
    return stateOfPlan(plan);
  }

  return status === null ? 'unchecked' : status.state === 'current' || status.state === 'outdated' ? status.state : 'unknown';
}

/** How many of its changes meet an edit by hand. */
export function conflictsOf({ plan }: Entry): number {
  return plan?.changes.filter(({ conflict }) => conflict).length ?? 0;
}

/** Whether something can be done without asking: it has changes that are no conflicts. */
export function isRefreshable({ plan }: Entry): boolean {
  return plan !== null && (plan.shape ? plan.changes.length === 0 : plan.changes.some(({ conflict }) => !conflict));
}

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
