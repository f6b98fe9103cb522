import type { Operation, ShownRow } from '../tables/changes';
import type { TableDocument } from '../tables/current';
import type { TableRecord } from '../tables/record';

/**
 * The document as the pane knows it. `OfficeDocument` implements it with Office.js; it is loaded by `import()` only where there
 * is an Office host. Every method rejects with a `WordFailure`.
 */
export interface WordDocument {
  /** Word on the web inserts OOXML slowly and drops controls on paste; what differs is decided behind this interface. */
  readonly platform: 'desktop' | 'web';

  /** Every control of ours in reading order, with what it shows and its record; a fixed number of syncs whatever their number. */
  tables(): Promise<DocumentTable[]>;

  /** Inserts a table on paragraphs of its own after the selection, and its record; returns the instance. */
  insert(order: InsertOrder): Promise<string>;

  /** Selects the table and scrolls to it. */
  goTo(table: DocumentTable): Promise<void>;

  /**
   * Carries out operations and writes the record. What is shown is read anew before: if it is not what `table` says, nothing is
   * changed and the failure is `table-changed-meanwhile`. `record.asOf` becomes the caption's "Stand"; without a record (it was lost,
   * and something is undecided) neither is touched.
   */
  apply(table: DocumentTable, operations: readonly Operation[], record: TableRecord | null): Promise<void>;

  /** Replaces the whole table and its record (the columns changed, or everything is to be as the concept says); caption and bookmark stay. */
  replace(table: DocumentTable, order: InsertOrder): Promise<void>;

  /** Turns the table into a plain one: control and record go, the text stays. */
  unlink(table: DocumentTable): Promise<void>;

  /** Tables that look like ours without being in a control: a caption of ours above or headings of a record without a control. */
  looseTables(): Promise<LooseTable[]>;

  /**
   * Puts a control around a loose table and writes a record for it; returns its instance, which is new where the record's is taken.
   * The record is what the table is to be compared with: that of `candidate.records`, or one made from the concept's table by `recordOf`.
   */
  relink(candidate: LooseTable, record: TableRecord): Promise<string>;

  /**
   * Mends what `table.flags` says: a duplicate gets an instance, tag and record of its own (the first in reading order keeps its own);
   * a nested control loses the inner or outer one that is too much; a damaged one that holds no table is removed, its text stays.
   * A lost record is not mended here: refresh the table and decide its conflicts.
   */
  repair(table: DocumentTable): Promise<void>;

  /** The document's name, and its address where it has one that others can open. */
  identity(): Promise<DocumentIdentity>;

  /** From now on the document loads the add-in when it is opened. Called after the first insert; may be called again. */
  loadOnOpen(): Promise<void>;
}

/** A control of ours. A snapshot: what changed since is noticed by `apply`. */
export interface DocumentTable {
  /** The control's id in this document. */
  readonly key: number;
  /** Third segment of the tag; of a duplicate, the same as that of its original. */
  readonly instance: string;
  readonly tag: string;
  /** The control's title: the table's, cut to 64 characters. */
  readonly title: string;
  /** The caption paragraph as shown, for example "Tabelle 3: Ziele (Stand: 22.11.2026)"; empty where there is none. */
  readonly caption: string;
  /** Null where the part is lost or unreadable. */
  readonly record: TableRecord | null;
  readonly headings: readonly string[];
  readonly shown: readonly ShownRow[];
  readonly flags: TableFlags;
}

export interface TableFlags {
  /** Another control before it in reading order has the same instance. */
  readonly duplicate: boolean;
  /** It stands in another control of ours, or holds one. */
  readonly nested: boolean;
  /** It does not hold exactly one table. */
  readonly damaged: boolean;
}

export interface InsertOrder {
  readonly table: TableDocument;
  /** 8 characters, a to z and 0 to 9; see `newInstance`. */
  readonly instance: string;
  /** Flat OPC from `GET …/tables/{definition}.ooxml?instance=…`; null to build the table from `table` (needed where there is no network twice). */
  readonly ooxml: string | null;
}

/** A table without a control of ours. Held only until the next reading of the document. */
export interface LooseTable {
  /** Place among the document's tables, from 0; checked again by `relink`. */
  readonly place: number;
  readonly caption: string;
  readonly headings: readonly string[];
  readonly shown: readonly ShownRow[];
  /** Records in the document it may belong to, best first: their headings agree; those without a control come before those with one. */
  readonly records: readonly TableRecord[];
}

export interface DocumentIdentity {
  readonly name: string;
  readonly link: string | null;
}
