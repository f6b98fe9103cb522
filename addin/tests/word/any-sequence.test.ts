import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/tables/apply';
import type { Decision, Plan } from '../../src/tables/changes';
import type { TableDocument } from '../../src/tables/current';
import { hashOf } from '../../src/tables/hash';
import { planRefresh } from '../../src/tables/plan';
import { stateOf } from '../../src/tables/state';
import { WordFailure } from '../../src/word/failure';
import type { DocumentTable, WordDocument } from '../../src/word/document';
import { rowsOf } from '../../fake/src/tables';
import { descendants, serialize } from '../../fake/src/xml';
import { reviewedText } from '../../fake/src/text';
import { tables } from '../tables/given';
import { givenWord, orderOf } from './given';

type Fake = ReturnType<typeof givenWord>['fake'];

/** What somebody, the concept or the add-in does; numbers are taken modulo what there is. */
const steps = fc.oneof(
  fc.record({ kind: fc.constant('insert'), paragraph: fc.nat(30) }),
  fc.record({ kind: fc.constant('edit'), table: fc.nat(3), row: fc.nat(6), column: fc.nat(1), text: fc.nat(99) }),
  fc.record({ kind: fc.constant('edit'), table: fc.nat(3), row: fc.nat(6), column: fc.nat(1), text: fc.nat(99) }),
  fc.record({ kind: fc.constant('concept'), current: tables }),
  fc.record({ kind: fc.constant('refresh'), table: fc.nat(3), decisions: fc.array(fc.constantFrom<Decision | null>('accept', 'accept', 'reject', 'mine', 'concept', 'own', null), { minLength: 1, maxLength: 8 }) }),
  fc.record({ kind: fc.constant('refresh'), table: fc.nat(3), decisions: fc.constant<(Decision | null)[]>(['accept']) }),
  fc.record({ kind: fc.constant('undo'), parts: fc.boolean() }),
  fc.record({ kind: fc.constant('copy'), table: fc.nat(3), control: fc.boolean() }),
  fc.record({ kind: fc.constant('delete-row'), table: fc.nat(3), row: fc.nat(6) }),
  fc.record({ kind: fc.constant('lose-control'), table: fc.nat(3) }),
  fc.record({ kind: fc.constant('lose-parts') }),
  fc.record({ kind: fc.constant('track'), on: fc.boolean() }),
  fc.record({ kind: fc.constant('repair') }),
  fc.record({ kind: fc.constant('relink') }),
);

type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

const shownOf = (table: DocumentTable) => ({ headings: table.headings, rows: table.shown });

/** Words of a hand that people see in the document. */
const handwriting = (fake: Fake): string[] => descendants(fake.document.body, ['p']).map((paragraph) => reviewedText(paragraph)).flatMap((text) => text.match(/Hand \d+/g) ?? []).sort();

/** What may go when these decisions are taken: a hand's words where somebody chose the concept's. */
const givenUp = (plan: Plan, decisions: ReadonlyMap<string, Decision>): string =>
  [...plan.changes, ...plan.edits].filter((one) => decisions.get(one.id) === 'concept').map((one) => JSON.stringify('mine' in one ? one.mine : null)).join();

const lost = (before: readonly string[], after: readonly string[]): string[] => {
  const left = [...after];
  return before.filter((text) => {
    const place = left.indexOf(text);
    left.splice(place, place < 0 ? 0 : 1);
    return place < 0;
  });
};

async function refresh(word: WordDocument, table: DocumentTable, current: TableDocument, choices: readonly (Decision | null)[]): Promise<string> {
  const plan = planRefresh(table.record, shownOf(table), current);
  if (plan.shape) {
    return '';
  }

  const decisions = new Map([...plan.changes, ...plan.edits].flatMap((one, index): [string, Decision][] => {
    const choice = choices[index % choices.length] ?? null;
    return choice === null ? [] : [[one.id, choice]];
  }));
  const { operations, record } = await applyPlan(table.record, shownOf(table), current, decisions, table.instance);
  await word.apply(table, operations, record);
  return givenUp(plan, decisions);
}

async function repairAll(word: WordDocument): Promise<void> {
  for (let round = 0; round < 12; round++) {
    const broken = (await word.tables()).find(({ flags }) => flags.duplicate || flags.nested || flags.damaged);
    if (broken === undefined) {
      return;
    }

    await word.repair(broken);
  }

  throw new Error('It cannot be repaired.');
}

/** Does a step; returns the texts that it may take away, null where a person took them. */
async function take(step: Step, fake: Fake, word: WordDocument, state: { current: TableDocument; inserted: number }): Promise<string | null> {
  const found = await word.tables();
  const elements = descendants(fake.document.body, ['tbl'], ['tc']);
  const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(all.length, 1)];
  switch (step.kind) {
    case 'insert':
      fake.select(step.paragraph % fake.document.paragraphs().length);
      await word.insert(await orderOf(state.current, `abcd${String(1000 + state.inserted++)}`));
      return '';
    case 'edit': {
      const table = elements.indexOf(pick(elements, step.table) ?? fake.document.body);
      const rows = table < 0 ? [] : rowsOf(elements[table] ?? fake.document.body);
      if (rows.length > 1) {
        fake.userTypes(table, 1 + (step.row % (rows.length - 1)), step.column, `Hand ${step.text}`);
      }

      return null;
    }

    case 'concept':
      state.current = { ...step.current, hash: await hashOf(step.current) };
      return '';
    case 'refresh': {
      const table = pick(found, step.table);
      return table === undefined ? '' : refresh(word, table, state.current, step.decisions);
    }

    case 'undo':
      fake.undo(step.parts);
      return null;
    case 'copy':
      if (elements.length > 0 && elements.length < 5) {
        fake.copyTable(step.table % elements.length, step.control);
      }

      return null;
    case 'delete-row': {
      const table = step.table % Math.max(elements.length, 1);
      const rows = elements[table] === undefined ? [] : rowsOf(elements[table]);
      if (rows.length > 1) {
        fake.userDeletesRow(table, 1 + (step.row % (rows.length - 1)));
      }

      return null;
    }

    case 'lose-control':
      if (elements.length > 0) {
        fake.dropControl(step.table % elements.length);
      }

      return null;
    case 'lose-parts':
      fake.dropParts();
      return null;
    case 'track':
      fake.trackChanges(step.on);
      return '';
    case 'repair':
      await repairAll(word);
      return '';
    case 'relink': {
      const loose = (await word.looseTables()).find(({ records }) => records.length > 0);
      const record = loose?.records[0];
      if (loose !== undefined && record !== undefined) {
        await word.relink(loose, record);
      }

      return '';
    }
  }
}

const expected = new Set(['place-not-possible', 'repair-first', 'table-changed-meanwhile']);

describe('whatever happens to a document', () => {
  it('no words of a hand are lost, nothing is there twice after a repair, and the file says what the pane says', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.array(steps, { minLength: 3, maxLength: 14 }), async (first, sequence) => {
        const { fake, word } = givenWord(['Vorher', '', 'Dazwischen', 'Nachher']);
        const state = { current: { ...first, hash: await hashOf(first) }, inserted: 0 };
        await word.insert(await orderOf(state.current, 'abcd0000'));
        for (const step of sequence) {
          const before = handwriting(fake);
          let given: string | null = '';
          try {
            given = await take(step, fake, word, state);
          } catch (error) {
            if (!(error instanceof WordFailure) || !expected.has(error.code)) {
              throw error;
            }
          }

          const gone = given === null ? [] : lost(before, handwriting(fake));
          expect(gone.filter((text) => given?.includes(text) !== true), JSON.stringify(step)).toEqual([]);
          await sameInFile(fake, word, state.current);
        }

        await repairAll(word);
        const repaired = await word.tables();
        expect(new Set(repaired.map((table) => table.instance)).size).toBe(repaired.length);
        expect(new Set(repaired.map((table) => table.key)).size).toBe(repaired.length);
        for (const table of repaired) {
          await decideAll(word, table, state.current);
        }
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});

/** The file, opened in another Word, reads the same. */
async function sameInFile(fake: Fake, word: WordDocument, current: TableDocument): Promise<void> {
  const here = await word.tables();
  const kept = fake.document;
  const saved = fake.save();
  fake.open(saved);
  const there = await word.tables();
  fake.document = kept;
  expect(there).toEqual(here);
  const states = (all: readonly DocumentTable[]) => all.map((table) => stateOf(planRefresh(table.record, shownOf(table), current)));
  expect(states(there)).toEqual(states(here));
  expect(serialize(kept.document)).toContain('w:body');
}

/** With every decision for the concept, a table shows exactly what the concept says, but for rows somebody added. */
async function decideAll(word: WordDocument, table: DocumentTable, current: TableDocument): Promise<void> {
  let now: DocumentTable | undefined = table;
  for (let round = 0; round < 3; round++) {
    const plan: Plan = planRefresh(now.record, shownOf(now), current);
    const decisions = new Map([...plan.changes.map((change): [string, Decision] => [change.id, change.conflict ? 'concept' : 'accept']), ...plan.edits.map((edit): [string, Decision] => [edit.id, 'concept'])]);
    const { operations, record } = await applyPlan(now.record, shownOf(now), current, decisions, now.instance);
    await word.apply(now, operations, record);
    now = (await word.tables()).find(({ key }) => key === table.key);
    if (now === undefined) {
      throw new Error('The table is gone.');
    }
  }

  const plan = planRefresh(now.record, shownOf(now), current);
  expect(plan.changes).toEqual([]);
  expect(plan.edits.filter((edit) => edit.kind !== 'row-added')).toEqual([]);
}
