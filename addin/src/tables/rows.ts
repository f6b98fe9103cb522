import { alignRows } from './align';
import type { ShownCell, ShownRow, ShownTable } from './changes';
import type { CellItem, TableDocument, TableRow } from './current';
import { ItemChanges, sameItems, textsOf } from './items';
import { normalize, sameTexts } from './normalize';
import type { RecordCell, RecordRow, TableRecord } from './record';
import { labelsOf, longestIncreasing, placesOf } from './sequence';

/** A row of a table in a document: as it was rendered, as it is shown, as the concept has it; each may be missing. */
export interface PlanRow {
  /** The row's key, told apart from others of the same key; for a row added by hand its number in the document, from 1. */
  readonly label: string;
  readonly recorded: RecordRow | null;
  readonly shown: ShownRow | null;
  /** Where it is shown, from 0; null where it is not. */
  readonly shownPlace: number | null;
  readonly current: TableRow | null;
  /** By column; none for a row added by hand. */
  readonly cells: readonly PlanCell[];
  /** Whether it must move to stand where the concept has it. */
  readonly moves: boolean;
}

export interface PlanCell {
  readonly column: string;
  /** Null where nobody knows. */
  readonly recorded: readonly CellItem[] | null;
  /** The shown paragraphs that are not empty; null where the row is not shown. */
  readonly shown: ShownCell | null;
  /** Null where the concept does not have the row. */
  readonly current: readonly CellItem[] | null;
  readonly own: boolean;
  /** Reads otherwise than rendered (where nobody knows: than the concept has it), and not as the concept has it. */
  readonly edited: boolean;
  /** Null where nobody would read a difference, or nothing can be compared. */
  readonly changes: ItemChanges | null;
  /** A change of the concept waits for it. */
  readonly outdated: boolean;
}

export interface PlanRows {
  /** In the order of the document; what it does not show behind the row it was rendered behind. Rows new in the concept are not among them. */
  readonly inOrder: readonly PlanRow[];
  /** In the order of the concept, new rows included. */
  readonly byConcept: readonly PlanRow[];
}

/** Somebody has left it out of the document on purpose. */
export const isLeftOut = (row: PlanRow): boolean => row.recorded?.own === true;

/** One of its cells is not the concept's any more. */
export const isEdited = (row: PlanRow): boolean => row.cells.some((cell) => cell.edited || cell.own);

/** It is not shown, and has changed in the concept since it was rendered. */
export const isMissing = (row: PlanRow): boolean => row.shown === null && row.current !== null && !isLeftOut(row) && row.cells.some((cell) => cell.changes !== null);

/** Finds every row in record, document and concept, whose columns are the same. Without a record, by what the concept has. */
export function findRows(record: TableRecord | null, shown: ShownTable, current: TableDocument): PlanRows {
  const wanted = labelsOf(current.rows.map((row) => row.key));
  const known = record?.rows ?? null;
  const labels = known === null ? wanted : labelsOf(known.map((row) => row.key));
  const places = placesOf(wanted);
  const shownPlaces = placesShown(known ?? current.rows, shown, current.columns.length);
  const make = (label: string, recorded: RecordRow | null, place: number | null, at: number): PlanRow => {
    const [row, fresh] = [place === null ? null : (shown.rows[place] ?? null), current.rows[at] ?? null];
    const cells = current.columns.map((column, index) => planCell(column.key, recorded?.cells[index] ?? null, row?.[index] ?? null, fresh?.cells[index]?.items ?? null));
    return { label, recorded, shown: row, shownPlace: place, current: fresh, cells, moves: false };
  };
  const rows = labels.map((label, index) => make(label, known?.[index] ?? null, shownPlaces[index] ?? null, places.get(label) ?? -1));
  const marked = known === null ? rows : markMoves(rows, places);
  const byLabel = new Map(marked.map((row) => [row.label, row] as const).reverse());
  return { inOrder: combine(marked, shown), byConcept: wanted.map((label, at) => byLabel.get(label) ?? make(label, null, null, at)) };
}

function planCell(column: string, cell: RecordCell | null, row: ShownCell | null, current: readonly CellItem[] | null): PlanCell {
  const [recorded, own] = [cell?.items ?? null, cell?.own ?? false];
  const shown = row?.filter((text) => normalize(text) !== '') ?? null;
  const differs = !own && shown !== null && !sameTexts(shown, textsOf(recorded ?? current ?? []));
  const upToDate = differs && current !== null && sameTexts(shown, textsOf(current));
  const changes = own || recorded === null || current === null || sameItems(recorded, current) ? null : new ItemChanges(recorded, current);
  return { column, recorded, shown, current, own, edited: differs && !upToDate, changes, outdated: changes !== null && !upToDate };
}

/** Rows left out on purpose are looked for nowhere; a row with merged or split cells is none that was rendered. */
function placesShown(rows: readonly (RecordRow | TableRow)[], shown: ShownTable, columns: number): (number | null)[] {
  const even = shown.rows.flatMap((row, place) => (row.length === columns ? [place] : []));
  const present = rows.flatMap((row, index) => ('own' in row && row.own ? [] : [index]));
  const texts = (row: RecordRow | TableRow | undefined) => row?.cells.map((cell) => textsOf(cell.items)) ?? [];
  const pairs = alignRows(present.map((index) => texts(rows[index])), even.map((place) => shown.rows[place] ?? []));
  const places = new Map(present.map((index, order) => [index, even[pairs[order] ?? -1] ?? null]));
  return rows.map((_, index) => places.get(index) ?? null);
}

function markMoves(rows: readonly PlanRow[], places: ReadonlyMap<string, number>): PlanRow[] {
  const common = rows.filter((row) => row.shown !== null && row.current !== null);
  const still = new Set(longestIncreasing(common.map((row) => places.get(row.label) ?? -1)).map((index) => common[index]));
  const moving = new Set(common.filter((row) => !still.has(row)));
  return rows.map((row) => (moving.has(row) ? { ...row, moves: true } : row));
}

function combine(rows: readonly PlanRow[], shown: ShownTable): PlanRow[] {
  const combined: PlanRow[] = [];
  let next = 0;
  for (let place = -1; place < shown.rows.length; place++) {
    const row = rows[next];
    if (place >= 0 && row?.shownPlace === place) {
      combined.push(row);
      next++;
    } else if (place >= 0) {
      combined.push({ label: String(place + 1), recorded: null, shown: shown.rows[place] ?? [], shownPlace: place, current: null, cells: [], moves: false });
      continue;
    }

    for (let missing = rows[next]; missing?.shown === null; missing = rows[++next]) {
      combined.push(missing);
    }
  }

  return combined;
}
