/** A table as the concept has it now, as the API answers it (`TableDocument` there; only what is used here). */
export interface TableDocument {
  readonly definition: string;
  readonly concept: string;
  /** In canonical form, "name=value" joined by ';'. */
  readonly parameters: string;
  /** The caption without number and "Stand", in German. */
  readonly title: string;
  /** "Stand": when the newest content shown changed, in UTC; null or absent where nothing shown could change. */
  readonly asOf?: string | null;
  readonly hash: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly key: string;
  readonly heading: string;
  /** Share of the width, in percent. */
  readonly share: number;
  readonly numeric: boolean;
}

export interface TableRow {
  readonly key: string;
  /** normal or total. */
  readonly kind: string;
  /** As many as there are columns. */
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly items: readonly CellItem[];
}

/** A piece of text that changes by itself; one paragraph. */
export interface CellItem {
  readonly key: string;
  /** The revision it was taken from; 0 for a count. */
  readonly revision: number;
  readonly text: string;
}
