import fc from 'fast-check';
import type { Operation, ShownRow, ShownTable } from '../../src/tables/changes';
import type { CellItem, TableDocument } from '../../src/tables/current';
import { normalize } from '../../src/tables/normalize';

/** A table of two columns, rows as [key, [item, text][]][]. */
export function table(rows: readonly (readonly [string, readonly (readonly [string, string])[]])[], more: Partial<TableDocument> = {}): TableDocument {
  return {
    definition: 'sector-measures',
    concept: 'insek-torgau',
    parameters: 'sector=verkehr',
    title: 'Ziele: Verkehr',
    asOf: '2026-11-20T10:00:00Z',
    hash: '',
    columns: [
      { key: 'goal', heading: 'Ziel', share: 40, numeric: false },
      { key: 'measures', heading: 'Maßnahmen', share: 60, numeric: false },
    ],
    rows: rows.map(([key, items]) => ({
      key,
      kind: 'normal',
      cells: [{ items: [{ key, revision: 1, text: `Ziel ${key}` }] }, { items: items.map(([item, text]) => ({ key: item, revision: 1, text })) }],
    })),
    ...more,
  };
}

/** The table as a document shows it when nobody touched it. */
export const asShown = (of: TableDocument): ShownTable => ({
  headings: of.columns.map((column) => column.heading),
  rows: of.rows.map((row) => row.cells.map((cell) => cell.items.map((item) => item.text))),
});

/** What a document shows after the operations: their meaning without a Word. */
export function carryOut(shown: ShownTable, operations: readonly Operation[]): ShownTable {
  const rows = shown.rows.map((row): ShownRow | null => row.map((cell) => cell.filter((text) => normalize(text) !== '')));
  const after = new Map<number, ShownRow[]>();
  for (const operation of operations) {
    if (operation.kind === 'cell') {
      rows[operation.row] = rows[operation.row]?.map((cell, column) => (column === operation.column ? operation.paragraphs.map(({ text }) => text) : cell)) ?? null;
    } else if (operation.kind === 'insert-row') {
      after.set(operation.after, [...(after.get(operation.after) ?? []), operation.cells]);
    }
  }

  for (const operation of operations) {
    if (operation.kind === 'delete-row') {
      rows[operation.row] = null;
    }
  }

  const withInserted = [...(after.get(-1) ?? []), ...rows.flatMap((row, index) => [row, ...(after.get(index) ?? [])])];
  return { headings: shown.headings, rows: withInserted.filter((row) => row !== null) };
}

const words = fc.array(fc.constantFrom('Radweg', 'Brücke', 'sanieren', 'ausbauen', 'Bahnhof', 'neu', 'prüfen'), { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));

const items = (prefix: string): fc.Arbitrary<CellItem[]> =>
  fc.uniqueArray(fc.record({ key: fc.integer({ min: 1, max: 6 }).map((number) => `${prefix}-${number}`), revision: fc.integer({ min: 0, max: 3 }), text: words }), { selector: (item) => item.key, maxLength: 4 });

/** Small tables whose keys collide often, so that versions of one another come about. */
export const tables: fc.Arbitrary<TableDocument> = fc
  .uniqueArray(
    fc.record({ key: fc.integer({ min: 1, max: 7 }).map((number) => `verkehr-${number}`), goal: words, measures: items('m') }),
    { selector: (row) => row.key, maxLength: 6 },
  )
  .map((rows) => ({
    ...table([]),
    rows: rows.map(({ key, goal, measures }) => ({ key, kind: 'normal', cells: [{ items: [{ key, revision: 1, text: `${key} ${goal}` }] }, { items: measures }] })),
  }));

/** The same document with a paragraph of a cell rewritten here and there. */
export const edited = (shown: ShownTable): fc.Arbitrary<ShownTable> =>
  fc.array(fc.record({ row: fc.nat(), column: fc.nat({ max: 1 }), text: words.map((text) => `Hand: ${text}`) }), { maxLength: 3 }).map((edits) => ({
    headings: shown.headings,
    rows: shown.rows.map((row, index) =>
      row.map((cell, column) => edits.find((edit) => shown.rows.length > 0 && edit.row % shown.rows.length === index && edit.column === column)?.text.split('\n') ?? cell),
    ),
  }));
