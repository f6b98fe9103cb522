import type { Change, Decision, Decisions, Operation, Outcome, ShownTable } from './changes';
import type { TableDocument } from './current';
import { decideRow, rowTexts, type RowResult } from './decide';
import { hashOf } from './hash';
import { planOf } from './plan';
import type { RecordRow, TableRecord } from './record';
import { findRows, type PlanRow, type PlanRows } from './rows';
import { sameShape } from './shape';

/**
 * What carrying out a plan means: steps in the document and the record afterwards.
 * @param decisions By id of change or edit. What is not among them stays; see `acceptAll`.
 * @param instance The table's, for where the record is lost.
 * @throws RangeError where the columns differ: then only the whole table can be replaced.
 */
export async function applyPlan(record: TableRecord | null, shown: ShownTable, current: TableDocument, decisions: Decisions, instance: string): Promise<Outcome> {
  if (!sameShape(record, shown, current)) {
    throw new RangeError('The columns differ: the table can only be replaced as a whole.');
  }

  const rows = findRows(record, shown, current);
  const left = planOf(rows, record === null).changes.filter((change) => !isSettled(change, decisions.get(change.id)));
  const fresh = rows.byConcept.filter((row) => row.recorded === null && row.shown === null);
  const results = new Map([...rows.inOrder, ...(record === null ? [] : fresh)].map((row) => [row, decideRow(row, record === null, decisions)]));
  const order = arrange(rows, results);
  return {
    operations: operationsOf(order),
    record: record === null && left.length > 0 ? null : await recordAfter(record, shown, current, order.flatMap((result) => result.record ?? []), instance, left.length === 0),
    open: left.length,
  };
}

/** Puts in what is put in and moves what moves: directly behind the row that stands before it in the concept, of those that are shown. */
function arrange(rows: PlanRows, results: ReadonlyMap<PlanRow, RowResult>): RowResult[] {
  const order = [...rows.inOrder];
  let last: PlanRow | undefined;
  for (const row of rows.byConcept) {
    const result = results.get(row);
    if (result?.isPlaced === true) {
      const old = order.indexOf(row);
      if (old >= 0) {
        order.splice(old, 1);
      }

      order.splice(last === undefined ? 0 : order.indexOf(last) + 1, 0, row);
    }

    last = result?.isShown === true ? row : last;
  }

  return order.flatMap((row) => results.get(row) ?? []);
}

const isSettled = ({ conflict }: Change, decision: Decision | undefined): boolean =>
  conflict ? decision === 'mine' || decision === 'concept' || decision === 'own' : decision === 'accept';

function operationsOf(order: readonly RowResult[]): Operation[] {
  const operations: Operation[] = [];
  let after = -1;
  for (const result of order) {
    const { row, isShown, isPlaced, cells } = result;
    if (row.shownPlace !== null && (!isShown || isPlaced)) {
      operations.push({ kind: 'delete-row', row: row.shownPlace });
    } else if (row.shownPlace !== null) {
      after = row.shownPlace;
      operations.push(...cells.flatMap((paragraphs, column): Operation[] => (paragraphs === null ? [] : [{ kind: 'cell', row: after, column, paragraphs }])));
    }

    if (isPlaced) {
      operations.push({ kind: 'insert-row', after, cells: rowTexts(result) });
    }
  }

  return operations;
}

async function recordAfter(record: TableRecord | null, shown: ShownTable, current: TableDocument, rows: readonly RecordRow[], instance: string, isComplete: boolean): Promise<TableRecord> {
  const { concept, definition, parameters } = current;
  const columns = record?.columns ?? current.columns.map(({ key }, index) => ({ key, heading: shown.headings[index] ?? '' }));
  const after = { instance: record?.instance ?? instance, concept, definition, parameters, columns, rows };
  return { ...after, hash: await hashOf(after), asOf: (isComplete ? current.asOf : record?.asOf) ?? null };
}
