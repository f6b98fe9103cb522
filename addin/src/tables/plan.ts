import type { Change, Edit, Plan, ShownRow, ShownTable } from './changes';
import type { TableDocument } from './current';
import { textsOf } from './items';
import type { TableRecord } from './record';
import { findRows, isEdited, isLeftOut, isMissing, type PlanCell, type PlanRow, type PlanRows } from './rows';
import { planShape, sameShape } from './shape';

/**
 * What a refresh of a table would do. Pure: the server computes the same, `tests/vectors/table-refresh.json` holds both to it.
 * @param record What was rendered last; null where it is lost: then every difference is a conflict.
 * @param shown What people see now.
 * @param current What the concept says now.
 */
export function planRefresh(record: TableRecord | null, shown: ShownTable, current: TableDocument): Plan {
  return sameShape(record, shown, current) ? planOf(findRows(record, shown, current), record === null) : planShape(record, shown, current);
}

/** The plan in the order of the document, rows that are new in the concept last. */
export function planOf(rows: PlanRows, isLost: boolean): Plan {
  const follows = new Map(rows.byConcept.map((row, place) => [row, rows.byConcept[place - 1]?.label ?? null]));
  const added = isLost ? [] : rows.byConcept.filter((row) => row.recorded === null).map((row) => rowChange(row, 'row-added', false, follows.get(row)));
  const changes = rows.inOrder.flatMap((row) => (isLost ? changesUnrecorded(row) : changesRecorded(row, follows)));
  return { shape: false, changes: [...changes, ...added], edits: isLost ? [] : rows.inOrder.flatMap(editsOf) };
}

function changesUnrecorded(row: PlanRow): Change[] {
  if (row.current === null) {
    return [rowChange(row, 'row-extra', true)];
  }

  return row.shown === null ? [rowChange(row, 'row-missing', true)] : row.cells.filter((cell) => cell.edited).map((cell) => conflict(row, cell));
}

function changesRecorded(row: PlanRow, follows: ReadonlyMap<PlanRow, string | null>): Change[] {
  if (row.recorded === null || row.shown === null || isLeftOut(row)) {
    return isMissing(row) && row.recorded !== null ? [rowChange(row, 'row-missing', true)] : [];
  }

  if (row.current === null) {
    return [rowChange(row, 'row-removed', isEdited(row))];
  }

  const moved = row.moves ? [rowChange(row, 'row-moved', false, follows.get(row))] : [];
  return [...moved, ...row.cells.filter((cell) => cell.outdated).flatMap((cell) => (cell.edited ? [conflict(row, cell)] : itemChanges(row, cell)))];
}

function itemChanges(row: PlanRow, cell: PlanCell): Change[] {
  const place = { row: row.label, shownRow: row.shownPlace, column: cell.column, conflict: false } as const;
  const changes = Array.from(cell.changes?.list() ?? [], ({ kind, item, before, after, follows }): Change => ({
    ...place,
    id: `${kind}:${row.label}:${cell.column}:${item}`,
    kind,
    item,
    follows,
    before: before?.text ?? null,
    after: after?.text ?? null,
    revision: after?.revision ?? null,
  }));
  return cell.changes?.isReordered === true ? [...changes, { ...place, ...cellTexts(cell), id: `cell-reordered:${row.label}:${cell.column}`, kind: 'cell-reordered' }] : changes;
}

const cellTexts = (cell: PlanCell) => ({ mine: cell.shown ?? [], before: textsOf(cell.recorded ?? []), after: textsOf(cell.current ?? []) });

const conflict = (row: PlanRow, cell: PlanCell): Change =>
  ({ ...cellTexts(cell), id: `cell:${row.label}:${cell.column}`, kind: 'cell', conflict: true, row: row.label, shownRow: row.shownPlace, column: cell.column });

type RowKind = 'row-added' | 'row-removed' | 'row-moved' | 'row-missing' | 'row-extra';

const rowChange = (row: PlanRow, kind: RowKind, isConflict: boolean, follows: string | null = null): Change => ({
  id: `${kind}:${row.label}`,
  kind,
  conflict: isConflict,
  row: row.label,
  shownRow: row.shownPlace,
  follows,
  mine: row.shown,
  before: rowTexts(row.recorded),
  after: rowTexts(row.current),
});

const rowTexts = (row: { readonly cells: readonly { readonly items: Parameters<typeof textsOf>[0] }[] } | null): ShownRow | null => row?.cells.map((cell) => textsOf(cell.items)) ?? null;

function editsOf(row: PlanRow): Edit[] {
  const edit = (kind: Edit['kind'], name: string, own: boolean): Edit =>
    ({ id: `${name}:${row.label}`, kind, row: row.label, shownRow: row.shownPlace, column: null, own, mine: row.shown, recorded: rowTexts(row.recorded) });
  if (isLeftOut(row)) {
    return [edit('row-removed', 'own', true)];
  }

  if (row.recorded === null) {
    return [edit('row-added', 'extra', false)];
  }

  if (row.shown === null || row.current === null) {
    return row.shown === null && row.current !== null && !isMissing(row) ? [edit('row-removed', 'left-out', false)] : [];
  }

  return row.cells
    .filter((cell) => cell.own || (cell.edited && !cell.outdated))
    .map((cell) => ({ ...edit('cell', cell.own ? 'own' : 'edit', cell.own), id: `${cell.own ? 'own' : 'edit'}:${row.label}:${cell.column}`, column: cell.column, mine: [cell.shown ?? []], recorded: [textsOf(cell.recorded ?? [])] }));
}
