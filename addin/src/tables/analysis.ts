import { alignRows } from './align';
import type { ShownCell, ShownRow, ShownTable } from './changes';
import type { CellItem, TableDocument, TableRow } from './current';
import { normalize, sameText, sameTexts } from './normalize';
import { recordOf, type RecordCell, type RecordRow, type TableRecord } from './record';
import { longestIncreasing, pairKeys } from './sequence';

/** What became of every row and cell; the plan says it to people, applying it needs the places. */
export interface Analysis {
  /** The record is lost: what is compared with are the rows of the concept, and every difference is a conflict. */
  readonly lost: boolean;
  readonly shown: ShownTable;
  readonly current: TableDocument;
  /** Rows of the record, in its order. */
  readonly recorded: readonly RecordedRow[];
  /** For each row of the concept the place of its recorded row, or -1. */
  readonly pairs: readonly number[];
  /** Rows of the concept that stand elsewhere than in the record, by their place in the record. */
  readonly moved: ReadonlySet<number>;
  /** Shown rows nobody recorded. */
  readonly extra: readonly number[];
}

export interface RecordedRow {
  readonly row: RecordRow;
  /** Its place among the rows of the concept; -1 where it is gone. */
  readonly current: number;
  /** Its place among the shown rows; null where it is not shown. */
  readonly shown: number | null;
  readonly cells: readonly AnalysedCell[];
}

export interface AnalysedCell {
  readonly column: string;
  readonly recorded: readonly CellItem[];
  /** Null where the row is gone from the concept. */
  readonly wanted: readonly CellItem[] | null;
  /** The non-empty shown paragraphs; null where the row is not shown. */
  readonly shown: ShownCell | null;
  readonly own: boolean;
  /** Shown otherwise than recorded. */
  readonly edited: boolean;
  /** Shown as the concept has it. */
  readonly asWanted: boolean;
  readonly items: ItemChanges;
}

/** Recorded items against those of the concept, by place. */
export interface ItemChanges {
  /** For each wanted item the place of its recorded one, or -1 where it came. */
  readonly pairs: readonly number[];
  readonly removed: readonly number[];
  /** Places of wanted items that read otherwise. */
  readonly changed: readonly number[];
  readonly reordered: boolean;
  readonly any: boolean;
}

/** Compares record, document and concept, whose columns are the same. */
export function analyse(known: TableRecord | null, shown: ShownTable, current: TableDocument): Analysis {
  const record = known ?? recordOf(current, '');
  const visible = record.rows.flatMap((row, index) => (row.own ? [] : [index]));
  const aligned = alignRows(visible.map((index) => textsOf(record.rows[index])), shown.rows);
  const shownOf = new Map(visible.map((index, order) => [index, aligned[order] ?? null]));
  const pairs = pairKeys(record.rows.map((row) => row.key), current.rows.map((row) => row.key));
  const currentOf = new Map(pairs.map((recorded, index) => [recorded, index]));
  const recorded = record.rows.map((row, index): RecordedRow => {
    const at = currentOf.get(index) ?? -1;
    const place = shownOf.get(index) ?? null;
    return { row, current: at, shown: place, cells: analyseCells(row, at < 0 ? null : (current.rows[at] ?? null), place === null ? null : (shown.rows[place] ?? null), current) };
  });
  const paired = new Set(aligned);
  return { lost: known === null, shown, current, recorded, pairs, moved: movedRows(pairs), extra: shown.rows.flatMap((_, index) => (paired.has(index) ? [] : [index])) };
}

/** The texts of a recorded row or one of the concept, cell by cell. */
export const textsOf = (row: { readonly cells: readonly { readonly items: readonly CellItem[] }[] } | undefined): ShownRow =>
  row?.cells.map((cell) => cell.items.map((item) => item.text)) ?? [];

export const itemTexts = (items: readonly CellItem[]): string[] => items.map((item) => item.text);

/** What is shown of a cell, without paragraphs that do not count. */
export const paragraphsOf = (cell: ShownCell | undefined): string[] => (cell ?? []).filter((text) => normalize(text) !== '');

function analyseCells(row: RecordRow, wanted: TableRow | null, shown: ShownRow | null, current: TableDocument): AnalysedCell[] {
  return current.columns.map((column, index): AnalysedCell => {
    const cell: RecordCell | undefined = row.cells[index];
    const recorded = cell?.items ?? [];
    const fresh = wanted?.cells[index]?.items ?? null;
    const paragraphs = shown === null ? null : paragraphsOf(shown[index]);
    return {
      column: column.key,
      recorded,
      wanted: fresh,
      shown: paragraphs,
      own: cell?.own ?? false,
      edited: paragraphs !== null && !sameTexts(paragraphs, itemTexts(recorded)),
      asWanted: paragraphs !== null && fresh !== null && sameTexts(paragraphs, itemTexts(fresh)),
      items: compareItems(recorded, fresh ?? recorded),
    };
  });
}

function compareItems(recorded: readonly CellItem[], wanted: readonly CellItem[]): ItemChanges {
  const pairs = pairKeys(recorded.map((item) => item.key), wanted.map((item) => item.key));
  const kept = new Set(pairs);
  const common = pairs.filter((place) => place >= 0);
  const removed = recorded.flatMap((_, place) => (kept.has(place) ? [] : [place]));
  const changed = wanted.flatMap((item, place) => {
    const before = recorded[pairs[place] ?? -1];
    return before === undefined || sameText(before.text, item.text) ? [] : [place];
  });
  const reordered = common.some((place, index) => index > 0 && place < (common[index - 1] ?? 0));
  return { pairs, removed, changed, reordered, any: reordered || removed.length > 0 || changed.length > 0 || common.length < wanted.length };
}

function movedRows(pairs: readonly number[]): Set<number> {
  const common = pairs.filter((place) => place >= 0);
  const still = new Set(longestIncreasing(common).map((index) => common[index]));
  return new Set(common.filter((place) => !still.has(place)));
}
