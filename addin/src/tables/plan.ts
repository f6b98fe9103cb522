import { analyse, itemTexts, textsOf, type AnalysedCell, type Analysis, type RecordedRow } from './analysis';
import type { Change, Edit, Plan, ShownTable } from './changes';
import type { TableDocument } from './current';
import { Ids } from './ids';
import type { TableRecord } from './record';
import { planShape, sameShape } from './shape';

/**
 * What a refresh of a table would do. Pure: the server computes the same, `tests/vectors/table-refresh.json` holds both to it.
 * @param record What was rendered last; null where it is lost: then every difference is a conflict.
 * @param shown What people see now.
 * @param current What the concept says now.
 */
export function planRefresh(record: TableRecord | null, shown: ShownTable, current: TableDocument): Plan {
  return sameShape(record, shown, current) ? planOf(analyse(record, shown, current), new Ids()) : planShape(record, shown, current, new Ids());
}

/** The plan of an analysis; `ids` learns the name of every place. */
export function planOf(analysis: Analysis, ids: Ids): Plan {
  const [changes, edits]: [Change[], Edit[]] = [[], []];
  const sink = { changes, edits, ids, analysis };
  const { current, shown } = analysis;
  current.rows.forEach((row, index) => {
    const place = analysis.pairs[index] ?? -1;
    const recorded = analysis.recorded[place];
    if (recorded === undefined) {
      const follows = current.rows[index - 1]?.key ?? null;
      changes.push({ id: ids.name('row-added', [index], row.key), kind: 'row-added', conflict: false, row: row.key, shownRow: null, follows, mine: null, before: null, after: textsOf(row) });
    } else {
      planRow(sink, recorded, place);
    }
  });
  analysis.recorded.forEach((recorded, place) => {
    if (recorded.current < 0 && recorded.shown !== null) {
      const conflict = recorded.cells.some((cell) => cell.edited);
      const id = ids.name('row-removed', [place], recorded.row.key);
      changes.push({ ...rowOf(analysis, recorded), id, kind: 'row-removed', conflict, follows: null, after: null });
    }
  });
  for (const place of analysis.extra) {
    const row = { row: String(place), shownRow: place, mine: shown.rows[place] ?? [] };
    if (analysis.lost) {
      changes.push({ ...row, id: ids.name('row-extra', [place], row.row), kind: 'row-extra', conflict: true, follows: null, before: null, after: null });
    } else {
      edits.push({ ...row, id: ids.name('row-extra', [place], row.row), kind: 'row-added', column: null, own: false, recorded: null });
    }
  }

  return { shape: false, changes, edits };
}

interface Sink {
  readonly changes: Change[];
  readonly edits: Edit[];
  readonly ids: Ids;
  readonly analysis: Analysis;
}

const rowOf = ({ shown, lost }: Analysis, { row, shown: place }: RecordedRow) =>
  ({ row: row.key, shownRow: place, mine: place === null ? null : (shown.rows[place] ?? null), before: lost ? null : textsOf(row) });

function planRow({ changes, edits, ids, analysis }: Sink, recorded: RecordedRow, place: number): void {
  const { row } = recorded;
  const { current, lost } = analysis;
  const texts = { ...rowOf(analysis, recorded), follows: current.rows[recorded.current - 1]?.key ?? null, after: textsOf(current.rows[recorded.current]) };
  if (recorded.shown === null) {
    if (!row.own && (lost || recorded.cells.some((cell) => cell.items.any))) {
      changes.push({ ...texts, id: ids.name('row-missing', [place], row.key), kind: 'row-missing', conflict: true });
    } else {
      edits.push({ id: ids.name('edit', [place], row.key), kind: 'row-removed', row: row.key, shownRow: null, column: null, own: row.own, mine: null, recorded: textsOf(row) });
    }

    return;
  }

  if (analysis.moved.has(place)) {
    const conflict = recorded.cells.some((cell) => cell.edited);
    changes.push({ ...texts, id: ids.name('row-moved', [place], row.key), kind: 'row-moved', conflict });
  }

  recorded.cells.forEach((cell, column) => {
    planCell({ changes, edits, ids, analysis }, recorded, cell, [place, column]);
  });
}

function planCell({ changes, edits, ids, analysis }: Sink, { row: { key: row }, shown: shownRow }: RecordedRow, cell: AnalysedCell, place: readonly number[]): void {
  const { column, recorded, items } = cell;
  const mine = cell.shown ?? [];
  const wanted = cell.wanted ?? recorded;
  const texts = { row, shownRow, column, mine, before: analysis.lost ? [] : itemTexts(recorded), after: itemTexts(wanted) };
  if (cell.own || (cell.edited && !items.any && !analysis.lost)) {
    edits.push({ id: ids.name('edit', place, row, column), kind: 'cell', row, shownRow, column, own: cell.own, mine: [mine], recorded: [texts.before] });
  } else if (cell.edited && !cell.asWanted) {
    changes.push({ ...texts, id: ids.name('cell', place, row, column), kind: 'cell', conflict: true });
  } else if (!cell.edited) {
    changes.push(...itemChanges(cell, row, shownRow, place, ids));
    if (items.reordered) {
      changes.push({ ...texts, id: ids.name('cell-reordered', place, row, column), kind: 'cell-reordered', conflict: false });
    }
  }
}

function* itemChanges({ column, recorded, wanted, items }: AnalysedCell, row: string, shownRow: number | null, place: readonly number[], ids: Ids): Generator<Change> {
  const name = (kind: string, at: number, item: string) => ids.name(kind, [...place, at], row, column, item);
  const common = { conflict: false, row, shownRow, column } as const;
  for (const [at, item] of (wanted ?? []).entries()) {
    const before = recorded[items.pairs[at] ?? -1];
    const change = { ...common, item: item.key, after: item.text, revision: item.revision };
    if (before === undefined) {
      yield { ...change, id: name('item-added', at, item.key), kind: 'item-added', follows: wanted?.[at - 1]?.key ?? null, before: null };
    } else if (items.changed.includes(at)) {
      yield { ...change, id: name('item-changed', at, item.key), kind: 'item-changed', follows: null, before: before.text };
    }
  }

  for (const at of items.removed) {
    const { key, text } = recorded[at] ?? { key: '', text: '' };
    yield { ...common, id: name('item-removed', at, key), kind: 'item-removed', item: key, follows: null, before: text, after: null, revision: null };
  }
}
