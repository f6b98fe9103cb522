import type { Mood } from '../../shared/element';
import type { PaneTexts } from '../../texts/pane';
import { moods } from '../file/file-table';
import { conflictsOf, isRefreshable, stateOf, type Entry, type EntryState } from './entry';
import { nounOf, reasonSentence, summarySentence } from './sentences';

/** A table of the document as the list shows it. */
export interface ListedTable {
  readonly caption: string;
  readonly state: EntryState;
  readonly mood: Mood;
  readonly sentences: readonly string[];
  readonly flags: readonly { readonly key: string; readonly text: string; readonly repairable: boolean }[];
  /** Whether it can be refreshed without a question. */
  readonly refreshable: boolean;
  /** What opens its proposal says; null where there is nothing to see. */
  readonly proposal: string | null;
}

export function listedTable(entry: Entry, texts: PaneTexts): ListedTable {
  const state = stateOf(entry);
  return {
    caption: captionOf(entry, texts),
    state,
    mood: moods[state] ?? 'subtle',
    sentences: sentencesOf(entry, state, texts),
    flags: flagsOf(entry, texts),
    refreshable: isRefreshable(entry),
    proposal: entry.plan === null ? null
      : entry.table.record === null && entry.plan.changes.length > 0 ? texts.decideRecord
      : state === 'outdated' ? texts.show
      : state === 'edited' ? texts.seeEdits
      : null,
  };
}

/** What people call a table: its caption, else its title. */
export function captionOf({ table, status }: Pick<Entry, 'table' | 'status'>, texts: PaneTexts): string {
  return [table.caption, table.title, status?.title].map((text) => text?.trim()).find(Boolean) ?? texts.untitled;
}

function sentencesOf(entry: Entry, state: EntryState, texts: PaneTexts): string[] {
  const { status, plan, table } = entry;
  const conflicts = conflictsOf(entry);
  const goals = new Set(table.record?.rows.map(({ key }) => key) ?? []);
  const edited = plan?.edits.length ?? 0;
  return [
    state === 'unknown' ? reasonSentence(status?.reason, texts) : '',
    state === 'outdated' && status?.summary ? summarySentence(status.summary, nounOf(status.definition ?? table.record?.definition, status.causes ?? [], goals), texts)
      : state === 'outdated' && plan && !plan.shape && plan.changes.length > conflicts ? `${texts.proposalSummary(plan.changes.length - conflicts, 0, 0)}.` : '',
    plan?.shape ? texts.shapeChanged : '',
    conflicts > 0 ? texts.conflicts(conflicts) : '',
    edited > 0 ? texts.editedCells(edited) : '',
    state === 'current' ? (table.record?.asOf ? texts.currentSince(texts.day(new Date(table.record.asOf))) : texts.currentPlain) : '',
  ].filter(Boolean);
}

function flagsOf({ table, plan }: Entry, texts: PaneTexts): ListedTable['flags'] {
  const { duplicate, nested, damaged } = table.flags;
  const lost = table.record === null && !damaged;

  // A lost record is written anew by a refresh; where nothing differs, that asks nobody.
  const flags = [
    { key: 'damaged', is: damaged, repairable: true },
    { key: 'nested', is: nested, repairable: true },
    { key: 'duplicate', is: duplicate, repairable: true },
    { key: 'recordLost', is: lost, repairable: plan !== null && plan.changes.length === 0 && !plan.shape },
  ];
  return flags.filter(({ is }) => is).map(({ key, repairable }) => ({ key, text: texts.flag[key] ?? key, repairable }));
}

/** What is said about the whole document. */
export interface ListSummary {
  readonly sentences: readonly string[];
  readonly refreshable: number;
}

/**
 * @param checkedAt When the API was asked last; null for never.
 * @param isStale Whether it could not be asked just now.
 */
export function summaryOf(entries: readonly Entry[], checkedAt: string | null, isStale: boolean, texts: PaneTexts): ListSummary {
  const states = entries.map(stateOf);
  const outdated = states.filter((state) => state === 'outdated').length;
  const unknown = states.filter((state) => state === 'unknown').length;
  const at = checkedAt === null ? '' : texts.instant(new Date(checkedAt));
  return {
    refreshable: entries.filter(isRefreshable).length,
    sentences: entries.length === 0 ? [texts.none] : [
      isStale ? (checkedAt === null ? texts.neverStale : texts.staleCheck(at)) : checkedAt === null ? texts.neverChecked : texts.checkedAt(at, outdated, unknown, entries.length),
    ],
  };
}
