import type { InsertRowOperation, Operation, ShownRow } from '../tables/changes';
import { forWord } from './hunks';
import type { ReadRow } from './reading';

/**
 * Inserts and deletes rows singly. From the bottom to the top: what stands above keeps its place.
 * @param rows The table's rows in Word.
 * @param seen Those that are seen, header included.
 */
export function editRows(table: Word.Table, rows: readonly Word.TableRow[], seen: readonly ReadRow[], operations: readonly Operation[]): void {
  const inserts = operations.filter((operation) => operation.kind === 'insert-row');
  const deleted = new Set(operations.flatMap((operation) => (operation.kind === 'delete-row' ? [operation.row] : [])));
  for (let row = seen.length - 2; row >= -1; row--) {
    insertAfter(table, rows, seen, row, inserts);

    // The first row goes last: what comes before it is inserted beside it.
    const done = row === -1 ? 0 : row;
    if (row !== 0 && deleted.has(done)) {
      rows[seen[done + 1]?.place ?? -1]?.delete();
    }
  }
}

function insertAfter(table: Word.Table, rows: readonly Word.TableRow[], seen: readonly ReadRow[], after: number, inserts: readonly InsertRowOperation[]): void {
  const fresh = inserts.filter((operation) => operation.after === after).map((operation) => operation.cells);
  if (fresh.length === 0) {
    return;
  }

  // A row behind the header would look like it and repeat like it; before the first row it does not.
  const first = seen[1];
  const before = after < 0 && first !== undefined;
  const beside = before ? first.place : (seen[after + 1]?.place ?? 0);
  rows[beside]?.insertRows(before ? 'Before' : 'After', fresh.length, fresh.map((cells) => cells.map((cell) => forWord(cell[0] ?? ''))));
  if (after < 0 && !before) {
    table.headerRowCount = 1;
  }

  addParagraphs(table, before ? beside : beside + 1, fresh);
}

/** A value is one paragraph; the others are added behind it. */
function addParagraphs(table: Word.Table, start: number, rows: readonly ShownRow[]): void {
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      cell.slice(1).forEach((text) => {
        table.getCell(start + row, column).body.paragraphs.getLast().insertParagraph(forWord(text), 'After');
      });
    });
  });
}
