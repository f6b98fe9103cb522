import { textsOf, type Analysis, type RecordedRow } from './analysis';
import { applyCell, placeAfter, type CellOutcome } from './apply-cell';
import type { Decision, Operation, ShownRow } from './changes';
import type { RecordRow } from './record';

export interface RowsOutcome {
  readonly operations: readonly Operation[];
  readonly rows: readonly RecordRow[];
  readonly open: number;
}

type Decided = (kind: string, ...place: readonly number[]) => Decision | undefined;

/** A row afterwards: in the record, and where it stands in the document. */
interface RowEntry {
  readonly record: RecordRow;
  /** Where the concept has it; -1 where it no longer has. */
  readonly wanted: number;
  /** The shown row it is; null where it is not shown, or will be newly inserted. */
  readonly shown: number | null;
  /** The texts to insert it with; null where it is not inserted. */
  readonly insert: ShownRow | null;
}

/** All rows after the decisions. */
export function applyRows(analysis: Analysis, decided: Decided): RowsOutcome {
  const operations: Operation[] = [];
  const moved: RowEntry[] = [];
  const entries: RowEntry[] = [];
  let open = 0;

  analysis.recorded.forEach((recorded, place) => {
    const cells = recorded.cells.map((cell, column) => applyCell(cell, (kind, ...item) => decided(kind, place, column, ...item), analysis.lost));
    if (recorded.shown === null) {
      const kept = applyMissing(recorded, place, analysis, decided);
      open += kept?.open ?? 0;
      entries.push(...(kept?.entry ?? []));
    } else if (recorded.current < 0) {
      const conflict = recorded.cells.some((cell) => cell.edited);
      const decision = decided('row-removed', place);
      if (decision === (conflict ? 'concept' : 'accept')) {
        operations.push({ kind: 'delete-row', row: recorded.shown });
      } else if (!conflict || (decision !== 'mine' && decision !== 'own')) {
        open++;
        entries.push({ record: recorded.row, wanted: -1, shown: recorded.shown, insert: null });
      }
    } else {
      open += cells.reduce((sum, cell) => sum + cell.open, 0);
      const record = { key: recorded.row.key, own: false, cells: cells.map(({ cell }) => cell) };
      const move = analysis.moved.has(place);
      // The row moves with what is written in it; its cells are asked about themselves.
      const yes: (Decision | undefined)[] = recorded.cells.some((cell) => cell.edited) ? ['concept', 'mine', 'own'] : ['accept'];
      const accepted = move && yes.includes(decided('row-moved', place));
      open += move && !accepted ? 1 : 0;
      if (accepted) {
        operations.push({ kind: 'delete-row', row: recorded.shown });
        moved.push({ record, wanted: recorded.current, shown: null, insert: cells.map((cell, column) => texts(cell, recorded, column)) });
      } else {
        operations.push(...cellOperations(cells, recorded.shown));
        entries.push({ record, wanted: recorded.current, shown: recorded.shown, insert: null });
      }
    }
  });

  const added = analysis.current.rows.flatMap((row, index): RowEntry[] => {
    if ((analysis.pairs[index] ?? -1) >= 0) {
      return [];
    }

    if (decided('row-added', index) !== 'accept') {
      open++;
      return [];
    }

    const cells = row.cells.map((cell, column) => ({ column: analysis.current.columns[column]?.key ?? '', own: false, items: cell.items }));
    return [{ record: { key: row.key, own: false, cells }, wanted: index, shown: null, insert: textsOf(row) }];
  });
  for (const entry of [...moved, ...added].sort((a, b) => a.wanted - b.wanted)) {
    entries.splice(placeAfter(entries, entry.wanted), 0, entry);
  }

  for (const place of analysis.lost ? analysis.extra : []) {
    const decision = decided('row-extra', place);
    open += decision === undefined || decision === 'reject' ? 1 : 0;
    operations.push(...(decision === 'concept' ? [{ kind: 'delete-row', row: place } as const] : []));
  }

  return { operations: [...operations, ...insertions(entries)], rows: entries.map(({ record }) => record), open };
}

/** A row somebody took out of the document; undefined where the concept took it out as well. */
function applyMissing({ row, current }: RecordedRow, place: number, analysis: Analysis, decided: Decided): { entry: RowEntry[]; open: number } | undefined {
  const wanted = analysis.current.rows[current];
  if (wanted === undefined) {
    return undefined;
  }

  const fresh = { ...row, own: false, cells: row.cells.map((cell, column) => ({ ...cell, own: false, items: wanted.cells[column]?.items ?? [] })) };
  const asked = analysis.lost || analysis.recorded[place]?.cells.some((cell) => cell.items.any) === true;
  switch (decided('row-missing', place) ?? decided('edit', place)) {
    case 'concept':
      return { entry: [{ record: fresh, wanted: current, shown: null, insert: textsOf(wanted) }], open: 0 };
    case 'own':
      return { entry: [{ record: { ...fresh, own: true }, wanted: current, shown: null, insert: null }], open: 0 };
    case 'mine':
      return { entry: [{ record: fresh, wanted: current, shown: null, insert: null }], open: 0 };
    default:
      return row.own || !asked
        ? { entry: [{ record: row, wanted: current, shown: null, insert: null }], open: 0 }
        : { entry: analysis.lost ? [] : [{ record: row, wanted: current, shown: null, insert: null }], open: 1 };
  }
}

const cellOperations = (cells: readonly CellOutcome[], row: number): Operation[] =>
  cells.flatMap(({ paragraphs }, column) => (paragraphs === null ? [] : [{ kind: 'cell', row, column, paragraphs }]));

const texts = ({ paragraphs }: CellOutcome, recorded: RecordedRow, column: number): readonly string[] =>
  paragraphs?.map(({ text }) => text) ?? recorded.cells[column]?.shown ?? [];

/** Rows to insert, each after the nearest before it that stands in the document. */
function insertions(entries: readonly RowEntry[]): Operation[] {
  const operations: Operation[] = [];
  let after = -1;
  for (const { shown, insert } of entries) {
    after = shown ?? after;
    if (insert !== null) {
      operations.push({ kind: 'insert-row', after, cells: insert });
    }
  }

  return operations;
}
