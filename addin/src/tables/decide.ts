import type { Decision, Decisions, ShownRow, TargetParagraph } from './changes';
import type { CellItem } from './current';
import { textsOf } from './items';
import { normalize, sameText } from './normalize';
import type { RecordCell, RecordRow } from './record';
import { isEdited, isLeftOut, isMissing, type PlanCell, type PlanRow } from './rows';

/** What becomes of a row. */
export interface RowResult {
  readonly row: PlanRow;
  /** Shown afterwards. */
  readonly isShown: boolean;
  /** What becomes of its cells, by column; null for a cell that stays as it is. */
  readonly cells: readonly (readonly TargetParagraph[] | null)[];
  /** Null where the record forgets it. */
  readonly record: RecordRow | null;
  /** Put in, or moved, to where the concept has it. */
  readonly isPlaced: boolean;
}

/** Decides what becomes of one row; a decision that does not fit what it is about counts as none. */
export function decideRow(row: PlanRow, isLost: boolean, decisions: Decisions): RowResult {
  const of = (kind: string, ...rest: string[]) => decisions.get([kind, row.label, ...rest].join(':'));
  const kept = (record: RecordRow | null): RowResult => ({ row, isShown: true, cells: [], record, isPlaced: false });
  const gone = (record: RecordRow | null): RowResult => ({ ...kept(record), isShown: false });
  if (row.shown === null) {
    return decideMissing(row, isLost, of, gone);
  }

  if (row.current === null) {
    if (row.recorded === null) {
      return isLost && of('row-extra') === 'concept' ? gone(null) : kept(null);
    }

    const decision = of('row-removed');
    const edited = isEdited(row);
    return decision === (edited ? 'concept' : 'accept') ? gone(null) : kept(edited && (decision === 'mine' || decision === 'own') ? null : row.recorded);
  }

  const cells = row.cells.map((cell) => decideCell(cell, isLost, (kind, item) => of(kind, cell.column, ...(item === undefined ? [] : [item]))));
  const moves = row.moves && of('row-moved') === 'accept';
  const record = { key: row.current.key, own: false, cells: cells.map((cell) => cell.record) };
  return { ...kept(record), cells: cells.map((cell) => cell.paragraphs), isPlaced: moves };
}

type Of = (kind: string, ...rest: string[]) => Decision | undefined;

function decideMissing(row: PlanRow, isLost: boolean, of: Of, gone: (record: RecordRow | null) => RowResult): RowResult {
  if (row.current === null) {
    return gone(isLeftOut(row) && of('own') !== 'concept' ? row.recorded : null);
  }

  const fresh = { key: row.current.key, own: false, cells: row.cells.map((cell) => ({ column: cell.column, own: false, items: cell.current ?? [] })) };
  const putIn = { row, isShown: true, cells: [], record: fresh, isPlaced: true };
  if (row.recorded === null && !isLost) {
    return of('row-added') === 'accept' ? putIn : gone(null);
  }

  const kind = isLeftOut(row) ? 'own' : isLost || isMissing(row) ? 'row-missing' : 'left-out';
  switch (of(kind)) {
    case 'concept':
      return putIn;
    case 'own':
      return gone({ ...fresh, own: true });
    case 'mine':
      return gone(kind === 'row-missing' ? fresh : row.recorded);
    default:
      return gone(row.recorded);
  }
}

interface CellResult {
  readonly paragraphs: readonly TargetParagraph[] | null;
  readonly record: RecordCell;
}

function decideCell(cell: PlanCell, isLost: boolean, of: (kind: string, item?: string) => Decision | undefined): CellResult {
  const { column, recorded, current } = cell;
  const keep = (items: readonly CellItem[] | null, own = false): CellResult => ({ paragraphs: null, record: { column, own, items: items ?? [] } });
  if (cell.own) {
    return of('own') === 'concept' ? { ...keep(current), paragraphs: replaced(cell) } : keep(recorded, true);
  }

  if (!cell.edited) {
    return cell.changes !== null && cell.outdated ? merged(cell, cell.changes, (kind, item) => of(kind, item) === 'accept') : keep(current);
  }

  const isConflict = isLost || cell.outdated;
  switch (of(isConflict ? 'cell' : 'edit')) {
    case 'concept':
      return { ...keep(current), paragraphs: replaced(cell) };
    case 'own':
      return keep(current, true);
    case 'mine':
      return keep(current);
    default:
      return keep(isConflict && !isLost ? recorded : current);
  }
}

/** The shown paragraphs become, one after the other, what the items say. */
const replaced = ({ current, shown }: PlanCell): TargetParagraph[] =>
  textsOf(current ?? []).map((text, index) => {
    const before = shown?.[index];
    return before === undefined ? { from: null, text } : { from: index, text: sameText(before, text) ? before : text };
  });

function merged(cell: PlanCell, changes: NonNullable<PlanCell['changes']>, accepts: (kind: string, item?: string) => boolean): CellResult {
  const entries = changes.merge(accepts);
  const sources = sourcesOf(cell.recorded ?? []);
  const paragraphs = entries
    .filter(({ item }) => normalize(item.text) !== '')
    .map(({ place, item }) => {
      const from = place === null ? null : (sources[place] ?? null);
      const before = from === null ? undefined : cell.shown?.[from];
      return { from, text: before !== undefined && sameText(before, item.text) ? before : item.text };
    });
  const same = paragraphs.length === cell.shown?.length && paragraphs.every(({ from, text }, place) => from === place && text === cell.shown?.[place]);
  return { paragraphs: same ? null : paragraphs, record: { column: cell.column, own: false, items: entries.map(({ item }) => item) } };
}

/** For each item the number of its paragraph; one without a text has none that counts. */
function sourcesOf(items: readonly CellItem[]): (number | null)[] {
  let next = 0;
  return items.map((item) => (normalize(item.text) === '' ? null : next++));
}

/** The texts of a row that is put in or moved, as it is to be shown. */
export const rowTexts = ({ row, cells }: RowResult): ShownRow =>
  row.cells.map((cell, column) => (row.shown === null ? textsOf(cell.current ?? []) : (cells[column]?.map(({ text }) => text) ?? cell.shown ?? [])));
