import type { TablesClient } from '../../api/tables';
import { applyPlan } from '../../tables/apply';
import type { Decisions } from '../../tables/changes';
import type { WordDocument } from '../../word/document';
import { readParameters } from '../insert/choice';
import { acceptAll } from '../../tables/state';
import { conflictsOf, type Entry } from './entry';
import { codeOf, RefreshFailure } from './failure';
import type { Refreshed } from './refreshed';

/** Applies what needs no decision, table after table; stops between tables when cancelled, and a table that fails keeps no other from being refreshed. */
export async function refreshAll(word: WordDocument, client: TablesClient, entries: readonly Entry[], progress: (done: number) => void, signal: AbortSignal): Promise<Refreshed> {
  const result = { tables: 0, changes: 0, conflicts: entries.reduce((sum, entry) => sum + conflictsOf(entry), 0), failed: 0, why: null as string | null, left: 0 };
  for (const [index, entry] of entries.entries()) {
    if (signal.aborted) {
      result.left = entries.length - index;
      break;
    }

    progress(index);
    try {
      const decisions: Decisions = entry.plan ? acceptAll(entry.plan) : new Map();
      const changes = entry.plan?.shape ? await replaceTable(word, client, entry) : await applyTo(word, entry, decisions);
      result.tables += 1;
      result.changes += changes;
    } catch (error) {
      result.failed += 1;
      result.why ??= codeOf(error);
    }
  }

  return result;
}

/**
 * Applies what was decided about one table.
 * @returns How many changes that were.
 * @throws {WordFailure} Nothing was changed.
 */
export async function applyTo(word: WordDocument, { table, target, plan }: Entry, decisions: Decisions): Promise<number> {
  if (!target || !plan) {
    return 0;
  }

  const { operations, record } = await applyPlan(table.record, { headings: table.headings, rows: table.shown }, target, decisions, table.instance);
  await word.apply(table, operations, record);
  return [...decisions.values()].filter((decision) => decision !== 'reject').length;
}

/**
 * Replaces the whole table by what the concept says.
 * @throws {WordFailure | RefreshFailure} Nothing was changed.
 */
export async function replaceTable(word: WordDocument, client: TablesClient, { table, status }: Entry): Promise<number> {
  const concept = status?.concept ?? table.record?.concept;
  const definition = status?.definition ?? table.record?.definition;
  const parameters = status?.parameters ?? table.record?.parameters;
  if (!concept || !definition || parameters === undefined) {
    throw new RefreshFailure('unknown-table');
  }

  const choice = { concept, definition, parameters: readParameters(parameters) };
  const [document, ooxml] = await Promise.all([client.table(choice), client.ooxml(choice, table.instance)]);
  if (document.problem) {
    throw new RefreshFailure(document.problem.code);
  }

  await word.replace(table, { table: document.value, instance: table.instance, ooxml: ooxml.value ?? null });
  return 1;
}
