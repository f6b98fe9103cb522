import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/tables/apply';
import type { Change, Decision, Edit, ShownRow, ShownTable } from '../../src/tables/changes';
import type { TableDocument } from '../../src/tables/current';
import { normalize } from '../../src/tables/normalize';
import { planRefresh } from '../../src/tables/plan';
import { recordOf, type TableRecord } from '../../src/tables/record';
import { stateOf } from '../../src/tables/state';
import { asShown, carryOut } from './given';

interface VectorRecord {
  readonly hash: string;
  readonly asOf?: string;
  readonly columns?: TableRecord['columns'];
  readonly rows: readonly { readonly key: string; readonly own?: boolean; readonly cells: readonly { readonly column: string; readonly own?: boolean; readonly items: TableRecord['rows'][number]['cells'][number]['items'] }[] }[];
}

interface Vector {
  readonly name: string;
  readonly record: VectorRecord | null;
  readonly shown: ShownTable;
  readonly current: TableDocument;
  readonly plan: { readonly state: string; readonly editedCells: number; readonly changes: readonly { readonly kind: string; readonly conflict?: boolean }[]; readonly edits: readonly object[] };
  readonly applications: readonly { readonly decisions: Readonly<Record<string, Decision>>; readonly replacesTable?: boolean; readonly rows: readonly ShownRow[]; readonly record: VectorRecord | null; readonly left: readonly string[] }[];
}

const vectors = JSON.parse(readFileSync(new URL('../../../tests/vectors/table-refresh.json', import.meta.url), 'utf8')) as Vector[];

/** The vectors leave out what is null or false, and say nothing of what the part says beside. */
const known = (record: VectorRecord | null): TableRecord | null => record && {
  instance: 'abcd1234',
  concept: 'insek-muster',
  definition: 'sector-measures',
  parameters: 'sector=verkehr',
  hash: record.hash,
  asOf: record.asOf ?? null,
  columns: record.columns ?? null,
  rows: record.rows.map((row) => ({ key: row.key, own: row.own ?? false, cells: row.cells.map((cell) => ({ column: cell.column, own: cell.own ?? false, items: cell.items })) })),
};

const withoutNothing = (object: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined && value !== false));

const counted = (row: ShownRow): ShownRow => row.map((cell) => cell.filter((text) => normalize(text) !== ''));

const joined = (row: ShownRow | null) => (row === null ? null : counted(row).map((cell) => cell.join('\n')));

/** A change as the server says it. */
function said(change: Change): object {
  const common = { id: change.id, kind: change.kind, row: change.row, conflict: change.conflict };
  if ('item' in change) {
    return withoutNothing({ ...common, column: change.column, item: change.item, behind: change.follows, before: change.before === null ? null : [change.before], after: change.after === null ? null : [change.after] });
  }

  if ('column' in change) {
    return withoutNothing({ ...common, column: change.column, before: change.before, after: change.after, mine: change.conflict ? change.mine : null });
  }

  return withoutNothing({ ...common, behind: change.follows, before: joined(change.before), after: joined(change.after), mine: change.conflict ? joined(change.mine) : null });
}

function saidEdit({ id, kind, row, column, own, mine, recorded }: Edit): object {
  const texts = (all: ShownRow | null) => (column === null ? joined(all) : (all?.[0] ?? null));
  return withoutNothing({ id, row, column, mine: texts(mine), recorded: texts(recorded), kind: own ? 'own' : { 'cell': 'edit', 'row-removed': 'left-out', 'row-added': 'extra' }[kind] });
}

describe.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
  const record = known(vector.record);
  const plan = planRefresh(record, vector.shown, vector.current);

  it('is planned as on the server', () => {
    expect(stateOf(plan)).toBe(vector.plan.state);
    if (plan.shape) {
      // The server says in one change what the pane shows as all that would be lost.
      expect(vector.plan.changes).toMatchObject([{ kind: 'shape' }]);
      expect(plan.changes.length > 0).toBe(vector.plan.changes[0]?.conflict ?? false);
    } else {
      // Where a record is lost nothing is known to have been rendered.
      const changes = plan.changes.map(said).map((change) => (record === null ? withoutNothing({ ...change, before: null }) : change));
      expect(changes).toEqual(vector.plan.changes.map((change) => withoutNothing({ ...change })));
      expect(plan.edits.map(saidEdit)).toEqual(vector.plan.edits.map((edit) => withoutNothing({ ...edit })));
    }
  });

  it.each(vector.applications.map((application) => [JSON.stringify(application.decisions), application] as const))('is applied as on the server: %s', async (__, application) => {
    if (application.replacesTable === true) {
      expect(asShown(vector.current).rows).toEqual(application.rows);
      expect({ ...recordOf(vector.current, 'abcd1234'), hash: application.record?.hash }).toEqual(known(application.record));
      return;
    }

    if (plan.shape) {
      return;
    }

    const outcome = await applyPlan(record, vector.shown, vector.current, new Map(Object.entries(application.decisions)), 'abcd1234');
    expect(carryOut(vector.shown, outcome.operations).rows.map(counted)).toEqual(application.rows.map(counted));
    expect(outcome.record).toEqual(known(application.record));
    expect(outcome.open).toBe(application.left.length);
  });
});
