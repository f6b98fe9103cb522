import type { TableStatusView } from '../../src/api/documents';
import type { TableDocument } from '../../src/tables/current';
import { recordOf, type TableRecord } from '../../src/tables/record';
import type { DocumentTable } from '../../src/word/document';

/** A table of goals and their measures; texts by goal, "key: text" each. */
export function table(rows: Readonly<Record<string, readonly string[]>>, asOf = '2026-03-12T09:00:00Z'): TableDocument {
  return {
    definition: 'sector-measures',
    concept: 'torgau',
    parameters: 'sector=verkehr',
    title: 'Ziele und Maßnahmen: Verkehr',
    asOf,
    hash: 'f'.repeat(64),
    columns: [{ key: 'goal', heading: 'Ziel', share: 40, numeric: false }, { key: 'measures', heading: 'Maßnahmen', share: 60, numeric: false }],
    rows: Object.entries(rows).map(([goal, measures]) => ({
      key: goal,
      kind: 'normal',
      cells: [
        { items: [{ key: goal, revision: 1, text: `Ziel ${goal}` }] },
        { items: measures.map((measure) => ({ key: measure.split(':')[0] ?? '', revision: 1, text: measure.slice(measure.indexOf(':') + 1).trim() })) },
      ],
    })),
  };
}

/** A document's table as it was inserted; `edit` changes what people see. */
export function inDocument(inserted: TableDocument, edit: (rows: string[][][]) => void = () => undefined, other: Partial<DocumentTable> & { readonly lost?: boolean } = {}): DocumentTable {
  const { lost, ...rest } = other;
  const record: TableRecord = recordOf(inserted, 'abcd1234');
  const shown = inserted.rows.map((row) => row.cells.map((cell) => cell.items.map(({ text }) => text)));
  edit(shown);
  return {
    key: 7,
    instance: 'abcd1234',
    tag: 'insek:1:torgau:abcd1234:sector-measures:sector=verkehr',
    title: inserted.title,
    caption: 'Tabelle 3: Ziele und Maßnahmen: Verkehr (Stand: 12.03.2026)',
    record: lost ? null : record,
    headings: inserted.columns.map(({ heading }) => heading),
    shown,
    flags: { duplicate: false, nested: false, damaged: false },
    ...rest,
  };
}

/** What the API answers for a table that is outdated. */
export function outdated(now: TableDocument, other: Partial<TableStatusView> = {}): TableStatusView {
  return {
    instance: 'abcd1234',
    state: 'outdated',
    concept: now.concept,
    definition: now.definition,
    parameters: now.parameters,
    title: now.title,
    hash: now.hash,
    table: { ...now, columns: [...now.columns], rows: now.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ items: [...cell.items] })) })) },
    summary: { changed: 1, added: 0, removed: 0, since: '2026-03-12T09:00:00Z', rounds: [round] },
    causes: [cause],
    ...other,
  };
}

export const round = { id: 'r1', title: 'Runde 3', group: 'AG Verkehr', stage: 'workingGroup', decidedAt: '2026-04-02T10:00:00Z' };

export const cause = { item: 'm1', revision: 3, at: '2026-04-02T10:00:00Z', by: 'Frau Lehmann', change: 'edited', reason: 'Kosten geklärt', round };
