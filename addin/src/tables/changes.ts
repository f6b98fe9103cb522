import type { TableRecord } from './record';

/** What people see in a table now: insertions accepted, deletions left out. */
export interface ShownTable {
  readonly headings: readonly string[];
  /** Without the header row: rows, cells, paragraphs. Empty paragraphs do not count. */
  readonly rows: readonly ShownRow[];
}

export type ShownRow = readonly ShownCell[];
export type ShownCell = readonly string[];

/** What a refresh would do, and what it needs to be told. Made by `planRefresh`, shown by the pane, carried out by `applyPlan`. */
export interface Plan {
  /** The columns differ: only the whole table can be replaced. Then `changes` holds what is edited by hand and would be lost, as conflicts (ids are not for deciding). */
  readonly shape: boolean;
  readonly changes: readonly Change[];
  /** Edited by hand without a change of the concept: nothing happens by default. */
  readonly edits: readonly Edit[];
}

export type Change = ItemChange | CellChange | RowChange;

interface ChangeBase {
  /** `{kind}:{row}[:{column}[:{item}]]`. */
  readonly id: string;
  /** Edited by hand and changed in the concept: decided by `mine`, `concept` or `own`; never by default. */
  readonly conflict: boolean;
  /** The row's key, with "#k" from the second row of that key on; for a row nobody recorded, its number among the shown rows, from 1. */
  readonly row: string;
  /** Its place among the shown rows, from 0; null where it is not shown. */
  readonly shownRow: number | null;
}

/** One paragraph came, went or reads otherwise. */
export interface ItemChange extends ChangeBase {
  readonly kind: 'item-changed' | 'item-added' | 'item-removed';
  readonly conflict: false;
  readonly column: string;
  /** The item's key, with "#k" from the second item of that key on. */
  readonly item: string;
  /** For `item-added`: the item it comes after; null for the first place. */
  readonly follows: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** The revision now shown by the concept; null where the item is gone. */
  readonly revision: number | null;
}

/** A whole cell: its items changed places, or it is a conflict. */
export interface CellChange extends ChangeBase {
  readonly kind: 'cell' | 'cell-reordered';
  readonly column: string;
  /** The shown paragraphs. */
  readonly mine: readonly string[];
  /** What was rendered; empty where the record is lost. */
  readonly before: readonly string[];
  /** What the concept says. */
  readonly after: readonly string[];
}

/** A whole row; texts are cells of paragraphs, null where there is no such row. */
export interface RowChange extends ChangeBase {
  /** A row that moved moves as it is shown; its cells are asked about themselves. */
  readonly kind: 'row-added' | 'row-removed' | 'row-moved' | 'row-missing' | 'row-extra';
  /** For a row that comes or moves: the row it comes after; null for the first place. */
  readonly follows: string | null;
  readonly mine: ShownRow | null;
  readonly before: ShownRow | null;
  readonly after: ShownRow | null;
}

/** Something edited by hand that the concept has not changed. May be decided by `concept` (restore) or `own` (keep from now on). */
export interface Edit {
  /** `edit`, `own`, `left-out` or `extra`, then `:{row}[:{column}]`. */
  readonly id: string;
  readonly kind: 'cell' | 'row-removed' | 'row-added';
  readonly row: string;
  readonly shownRow: number | null;
  /** Null for a whole row. */
  readonly column: string | null;
  /** Already "mine from now on": `concept` takes that back. */
  readonly own: boolean;
  readonly mine: ShownRow | null;
  readonly recorded: ShownRow | null;
}

/** `accept` and `reject` for plain changes; the others for conflicts and edits. */
export type Decision = 'accept' | 'reject' | 'mine' | 'concept' | 'own';

/** By id of change or edit. What is missing is undecided: it stays, and the table stays outdated. */
export type Decisions = ReadonlyMap<string, Decision>;

/** A step in the document. Rows count as shown when the plan was made, header not counted, so the order of carrying out is free. */
export type Operation = CellOperation | InsertRowOperation | DeleteRowOperation;

export interface CellOperation {
  readonly kind: 'cell';
  readonly row: number;
  /** Place of the cell, from 0. */
  readonly column: number;
  /** The paragraphs wanted, in order. */
  readonly paragraphs: readonly TargetParagraph[];
}

export interface TargetParagraph {
  /** The non-empty shown paragraph it grows from, from 0; null for a new one. */
  readonly from: number | null;
  readonly text: string;
}

export interface InsertRowOperation {
  readonly kind: 'insert-row';
  /** The shown row it comes after; -1 for the first place. Several after one row stand in the order of the operations. */
  readonly after: number;
  readonly cells: ShownRow;
}

export interface DeleteRowOperation {
  readonly kind: 'delete-row';
  readonly row: number;
}

/** What carrying out a plan means. */
export interface Outcome {
  readonly operations: readonly Operation[];
  /** Null where it was lost and something is still undecided: nothing is recorded then, so that every difference asks again. */
  readonly record: TableRecord | null;
  /** Changes left undecided, rejected, or kept as conflict: the table is still outdated. */
  readonly open: number;
}
