import type { Operation } from '../tables/changes';
import type { TableRecord } from '../tables/record';
import { CaptionEdit } from './caption';
import { DocumentReading } from './controls';
import type { DocumentTable } from './document';
import { CellEdit } from './edit-cell';
import { editRows } from './edit-rows';
import { WordFailure } from './failure';
import { keepRecord } from './records';

/** Carries out a refresh. All of the text in one batch; the record after it, so that it never says what is not shown. */
export async function applyOperations(context: Word.RequestContext, table: DocumentTable, operations: readonly Operation[], record: TableRecord | null): Promise<void> {
  const document = await DocumentReading.of(context);
  const control = document.require(table);
  const { reading } = control;
  const { table: word, rows: seen } = reading;
  if (control.control.cannotEdit) {
    throw new WordFailure('control-locked', table.tag);
  }

  if (document.countOf(table.instance) > 1) {
    throw new WordFailure('repair-first', table.tag);
  }

  if (word === null) {
    throw new WordFailure('table-changed-meanwhile', 'no table');
  }

  const rows = word.rows.load('items/rowIndex');
  const cells = operations.flatMap((operation) => (operation.kind === 'cell' ? [new CellEdit(seen[operation.row + 1]?.cells[operation.column] ?? [], operation.paragraphs)] : []));
  const caption = record === null ? null : new CaptionEdit(reading.caption, table.record === null ? undefined : table.record.asOf, record.asOf);
  await context.sync();

  cells.forEach((cell) => { cell.carryOut(); });
  caption?.carryOut();
  editRows(word, rows.items, seen, operations);
  await context.sync();
  if (record !== null) {
    await keepRecord(context, record);
  }
}
