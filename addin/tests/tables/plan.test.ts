import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/tables/apply';
import type { Decision } from '../../src/tables/changes';
import { hashOf } from '../../src/tables/hash';
import { normalizeAll } from '../../src/tables/normalize';
import { planRefresh } from '../../src/tables/plan';
import { recordOf } from '../../src/tables/record';
import { acceptAll, stateOf } from '../../src/tables/state';
import { asShown, carryOut, edited, table, tables } from './given';

const before = table([['1', [['m-1', 'Radweg ausbauen'], ['m-2', 'Brücke sanieren']]], ['2', [['m-3', 'Bus öfter fahren lassen']]]]);

describe('a plan', () => {
  it('of a table nobody touched, accepted as a whole, makes it what the concept says', async () => {
    await fc.assert(
      fc.asyncProperty(tables, tables, async (old, fresh) => {
        const [record, shown] = [recordOf(old, 'abcd1234'), asShown(old)];
        const plan = planRefresh(record, shown, fresh);
        expect(plan.changes.every((change) => !change.conflict)).toBe(true);
        expect(new Set(plan.changes.map((change) => change.id)).size).toBe(plan.changes.length);

        const outcome = await applyPlan(record, shown, fresh, acceptAll(plan), 'abcd1234');
        expect(outcome.open).toBe(0);
        expect(carryOut(shown, outcome.operations)).toEqual(asShown(fresh));
        expect(outcome.record).toEqual({ ...recordOf(fresh, 'abcd1234'), hash: await hashOf(fresh) });
        expect(stateOf(planRefresh(outcome.record, asShown(fresh), fresh))).toBe('current');
      }),
    );
  });

  it('never loses what somebody wrote unless told to', async () => {
    const cases = tables.chain((old) => fc.tuple(fc.constant(old), edited(asShown(old)), tables, fc.infiniteStream(fc.constantFrom<Decision | undefined>('accept', 'reject', 'mine', 'own', undefined)), fc.boolean()));
    await fc.assert(
      fc.asyncProperty(cases, async ([old, shown, fresh, stream, lost]) => {
        const record = lost ? null : recordOf(old, 'abcd1234');
        const plan = planRefresh(record, shown, fresh);
        const decisions = new Map<string, Decision>();
        for (const { id } of [...plan.changes, ...plan.edits]) {
          const decision = stream.next().value as Decision | undefined;
          if (decision !== undefined) {
            decisions.set(id, decision);
          }
        }

        const outcome = await applyPlan(record, shown, fresh, decisions, 'abcd1234');
        const after = carryOut(shown, outcome.operations).rows.flat(2);
        const byHand = shown.rows.flat(2).filter((text) => text.startsWith('Hand: '));
        const removed = plan.changes.filter((change) => change.kind === 'row-removed' && !change.conflict && decisions.get(change.id) === 'accept');
        expect(removed.flatMap((change) => ('mine' in change ? (change.mine?.flat() ?? []) : [])).filter((text) => text.startsWith('Hand: '))).toEqual([]);
        for (const text of byHand) {
          expect(after).toContain(text);
        }
      }),
    );
  });

  it('of a table that was decided asks again only about what was left open', async () => {
    const cases = tables.chain((old) => fc.tuple(fc.constant(old), edited(asShown(old)), tables));
    await fc.assert(
      fc.asyncProperty(cases, async ([old, shown, fresh]) => {
        const record = recordOf(old, 'abcd1234');
        const plan = planRefresh(record, shown, fresh);
        const outcome = await applyPlan(record, shown, fresh, acceptAll(plan), 'abcd1234');
        const again = planRefresh(outcome.record, carryOut(shown, outcome.operations), fresh);
        expect(again.changes.filter((change) => !change.conflict)).toEqual([]);
        expect(again.changes.length).toBe(outcome.open);
      }),
    );
  });

  it('names what came, went and reads otherwise', () => {
    const after = table([['1', [['m-2', 'Brücke neu bauen'], ['m-4', 'Gehweg']]], ['3', []]]);
    const plan = planRefresh(recordOf(before, 'abcd1234'), asShown(before), after);
    expect(plan.changes.map((change) => change.id).sort()).toEqual([
      'item-added:1:measures:m-4',
      'item-changed:1:measures:m-2',
      'item-removed:1:measures:m-1',
      'row-added:3',
      'row-removed:2',
    ]);
  });

  it('makes a conflict of a cell that somebody and the concept changed, and decides it as told', async () => {
    const after = table([['1', [['m-1', 'Radweg verbreitern'], ['m-2', 'Brücke sanieren']]], ['2', [['m-3', 'Bus öfter fahren lassen']]]]);
    const shown = { ...asShown(before), rows: [[['Ziel 1'], ['Radweg bald ausbauen', 'Brücke sanieren']], [['Ziel 2'], ['Bus öfter fahren lassen']]] };
    const record = recordOf(before, 'abcd1234');
    expect(planRefresh(record, shown, after).changes).toMatchObject([
      { id: 'cell:1:measures', conflict: true, mine: ['Radweg bald ausbauen', 'Brücke sanieren'], after: ['Radweg verbreitern', 'Brücke sanieren'] },
    ]);

    const decide = (decision: Decision) => applyPlan(record, shown, after, new Map([['cell:1:measures', decision]]), 'abcd1234');
    expect((await decide('concept')).operations).toEqual([
      { kind: 'cell', row: 0, column: 1, paragraphs: [{ from: 0, text: 'Radweg verbreitern' }, { from: 1, text: 'Brücke sanieren' }] },
    ]);
    const mine = await decide('mine');
    expect(mine.operations).toEqual([]);
    expect(stateOf(planRefresh(mine.record, shown, after))).toBe('edited');
    const own = await decide('own');
    const later = table([['1', [['m-1', 'Radweg ganz anders']]], ['2', [['m-3', 'Bus öfter fahren lassen']]]]);
    expect(planRefresh(own.record, shown, later).changes).toEqual([]);
  });

  it('of other columns offers only the whole', async () => {
    const narrow = { ...before, columns: before.columns.slice(0, 1), rows: [] };
    const plan = planRefresh(recordOf(before, 'abcd1234'), asShown(before), narrow);
    expect(plan).toEqual({ shape: true, changes: [], edits: [] });
    expect(stateOf(plan)).toBe('outdated');
    await expect(applyPlan(recordOf(before, 'abcd1234'), asShown(before), narrow, new Map(), 'abcd1234')).rejects.toThrow(RangeError);
  });

  it('does not care about white space, composition and empty paragraphs', () => {
    const shown = { ...asShown(before), rows: [[['Ziel\u00a01', ' '], ['', ' Radweg  ausbauen ', 'Bru\u0308cke sanieren']], [['Ziel 2'], ['Bus öfter fahren lassen']]] };
    expect(normalizeAll(shown.rows[0]?.[1] ?? [])).toHaveLength(2);
    expect(stateOf(planRefresh(recordOf(before, 'abcd1234'), shown, before))).toBe('current');
  });
});
