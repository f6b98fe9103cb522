import type { TablesClient } from '../../api/tables';
import { applyPlan } from '../../tables/apply';
import type { Decisions } from '../../tables/changes';
import type { WordDocument } from '../../word/document';
import { WordFailure } from '../../word/failure';
import { readParameters } from '../insert/choice';
import { acceptAll } from '../../tables/state';
import { conflictsOf, type Entry } from './entry';

/** What became of a refresh. */
export interface Refreshed {
  readonly tables: number;
  readonly changes: number;
  /** Conflicts that wait for somebody, in all tables asked for. */
  readonly conflicts: number;
  /** Tables that stayed as they were because something failed, with the code of the first failure. */
  readonly failed: number;
  readonly why: string | null;
  /** Tables not begun because somebody cancelled. */
  readonly left: number;
}

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

/** Something that is not Word's fault kept a table from being refreshed. */
export class RefreshFailure extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'RefreshFailure';
  }
}

/** The code by which a failure is said. */
export function codeOf(error: unknown): string {
  return error instanceof WordFailure || error instanceof RefreshFailure ? error.code : 'word-failed';
}
