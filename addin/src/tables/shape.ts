import { alignRows } from './align';
import type { Change, Plan, ShownTable } from './changes';
import type { TableDocument } from './current';
import { textsOf } from './items';
import { normalize, sameTexts } from './normalize';
import type { TableRecord } from './record';
import { labelsOf } from './sequence';

/** Whether record, document and concept have the same columns, in number and order. */
export function sameShape(record: TableRecord | null, shown: ShownTable, current: TableDocument): boolean {
  const agrees = (keys: readonly string[]) => keys.length === current.columns.length && keys.every((key, index) => key === current.columns[index]?.key);
  return (
    shown.headings.length === current.columns.length &&
    (record === null || ((record.columns === null || agrees(record.columns.map((column) => column.key))) && record.rows.every((row) => agrees(row.cells.map((cell) => cell.column)))))
  );
}

/** Only the whole table can be replaced. What is edited by hand, and would be lost, is named as conflicts; without a record all that is shown. */
export function planShape(record: TableRecord | null, shown: ShownTable, current: TableDocument): Plan {
  const changes: Change[] = [];
  const rows = record?.rows.filter((row) => !row.own) ?? [];
  const labels = labelsOf(rows.map((row) => row.key));
  const places = alignRows(rows.map((row) => row.cells.map((cell) => textsOf(cell.items))), shown.rows);
  rows.forEach((row, index) => {
    const [label = '', place = null] = [labels[index], places[index]];
    if (place === null) {
      const before = row.cells.map((cell) => textsOf(cell.items));
      changes.push({ id: `row-missing:${label}`, kind: 'row-missing', conflict: true, row: label, shownRow: null, follows: null, mine: null, before, after: null });
    }

    row.cells.forEach((cell, column) => {
      const mine = shown.rows[place ?? -1]?.[column]?.filter((text) => normalize(text) !== '') ?? [];
      if (place !== null && (cell.own || !sameTexts(mine, textsOf(cell.items)))) {
        const wanted = current.rows.find(({ key }) => key === row.key)?.cells[current.columns.findIndex(({ key }) => key === cell.column)];
        changes.push({ id: `cell:${label}:${cell.column}`, kind: 'cell', conflict: true, row: label, shownRow: place, column: cell.column, mine, before: textsOf(cell.items), after: textsOf(wanted?.items ?? []) });
      }
    });
  });
  const known = new Set(places);
  shown.rows.forEach((row, place) => {
    if (!known.has(place)) {
      changes.push({ id: `row-extra:${place + 1}`, kind: 'row-extra', conflict: true, row: String(place + 1), shownRow: place, follows: null, mine: row, before: null, after: null });
    }
  });
  return { shape: true, changes, edits: [] };
}
