import { alignRows } from './align';
import { itemTexts, paragraphsOf, textsOf } from './analysis';
import type { Change, Plan, ShownTable } from './changes';
import type { TableDocument } from './current';
import type { Ids } from './ids';
import { sameTexts } from './normalize';
import type { TableRecord } from './record';

/** Whether the columns are the same in number and order; by the record, or by their number where it does not say. */
export function sameShape(record: TableRecord | null, shown: ShownTable, current: TableDocument): boolean {
  const keys = record?.columns?.map((column) => column.key) ?? record?.rows[0]?.cells.map((cell) => cell.column);
  const agrees = keys === undefined || (keys.length === current.columns.length && keys.every((key, index) => key === current.columns[index]?.key));
  return agrees && shown.headings.length === current.columns.length;
}

/** Only the whole table can be replaced; what is edited by hand and would be lost is named as a conflict. */
export function planShape(record: TableRecord | null, shown: ShownTable, current: TableDocument, ids: Ids): Plan {
  const changes: Change[] = [];
  const rows = record?.rows.filter((row) => !row.own) ?? [];
  alignRows(rows.map(textsOf), shown.rows).forEach((place, index) => {
    const row = rows[index];
    row?.cells.forEach((cell, column) => {
      const mine = paragraphsOf(shown.rows[place ?? -1]?.[column]);
      if (place !== null && (cell.own || !sameTexts(mine, itemTexts(cell.items)))) {
        const wanted = current.rows.find(({ key }) => key === row.key)?.cells[current.columns.findIndex(({ key }) => key === cell.column)];
        const id = ids.name('cell', [index, column], row.key, cell.column);
        changes.push({ id, kind: 'cell', conflict: true, row: row.key, shownRow: place, column: cell.column, mine, before: itemTexts(cell.items), after: itemTexts(wanted?.items ?? []) });
      }
    });
  });
  return { shape: true, changes, edits: [] };
}
