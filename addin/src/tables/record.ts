import type { CellItem, TableDocument } from './current';

/** The namespace of the custom XML part that holds a record. */
export const recordNamespace = 'urn:insek-office:tables:1';

/** What was rendered last into one table of a document, as the custom XML part beside it says. */
export interface TableRecord {
  /** Names the table in its document; third segment of the control's tag. */
  readonly instance: string;
  readonly concept: string;
  readonly definition: string;
  /** In canonical form. */
  readonly parameters: string;
  /** Content hash over the record's own columns and rows. */
  readonly hash: string;
  readonly asOf: string | null;
  /** Null in parts written before columns were recorded. */
  readonly columns: readonly RecordColumn[] | null;
  readonly rows: readonly RecordRow[];
}

export interface RecordColumn {
  readonly key: string;
  readonly heading: string;
}

export interface RecordRow {
  readonly key: string;
  /** Left out of the document on purpose: it is never put back. */
  readonly own: boolean;
  readonly cells: readonly RecordCell[];
}

export interface RecordCell {
  /** The column's key. */
  readonly column: string;
  /** "Mine from now on": never compared, never changed, until somebody says otherwise. */
  readonly own: boolean;
  readonly items: readonly CellItem[];
}

/** The record of a table that shows exactly what the concept says: after inserting, or to compare a table with that lost its own. */
export function recordOf(table: TableDocument, instance: string): TableRecord {
  return {
    instance,
    concept: table.concept,
    definition: table.definition,
    parameters: table.parameters,
    hash: table.hash,
    asOf: table.asOf ?? null,
    columns: table.columns.map(({ key, heading }) => ({ key, heading })),
    rows: table.rows.map((row) => ({
      key: row.key,
      own: false,
      cells: row.cells.map((cell, index) => ({ column: table.columns[index]?.key ?? '', own: false, items: cell.items })),
    })),
  };
}
