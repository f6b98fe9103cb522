import type { ChangeCauseView } from '../../api/documents';
import type { CellChange, Change, Decision, Decisions, Edit, ItemChange, RowChange, ShownRow } from '../../tables/changes';
import { compareWords, type DiffPart } from '../../tables/words';
import type { PaneTexts } from '../../texts/pane';
import type { Entry } from './entry';
import { causeSentences } from './sentences';

/** A text of a change, under its heading. Each paragraph is told word by word where there is something to compare with. */
export interface ShownText {
  readonly heading: string;
  readonly paragraphs: readonly (readonly DiffPart[])[];
}

/** A change or an edit as the proposal shows it. */
export interface ShownChange {
  readonly id: string;
  /** "Geändert: Zeile „…“, Spalte „…“" */
  readonly title: string;
  readonly texts: readonly ShownText[];
  /** One for each cause, newest first. */
  readonly causes: readonly (readonly string[])[];
  /** What can be decided; plain changes are accepted or not. */
  readonly choices: readonly { readonly value: Decision | ''; readonly label: string; readonly hint?: string }[];
}

export interface Proposal {
  readonly summary: string;
  /** The columns changed: all or nothing. */
  readonly shape: boolean;
  readonly plain: readonly ShownChange[];
  readonly conflicts: readonly ShownChange[];
  readonly edits: readonly ShownChange[];
}

/** So many causes of one change are named; older ones say little. */
const mostCauses = 3;

export function proposalOf(entry: Entry, texts: PaneTexts): Proposal {
  const changes = entry.plan?.changes ?? [];
  const edits = entry.plan?.edits ?? [];
  const names = namesOf(entry, texts);
  const plain = changes.filter(({ conflict }) => !conflict);
  const conflicts = changes.filter(({ conflict }) => conflict);
  return {
    summary: texts.proposalSummary(plain.length, conflicts.length, edits.length),
    shape: entry.plan?.shape ?? false,
    plain: plain.map((change) => ({ ...shown(change, names, texts), causes: causesOf(change, entry, texts), choices: [] })),
    conflicts: conflicts.map((change) => ({ ...shown(change, names, texts), causes: causesOf(change, entry, texts), choices: conflictChoices(change, texts) })),
    edits: edits.map((edit) => shownEdit(edit, names, texts)),
  };
}

/** How many decisions would do something. */
export function decided(decisions: Decisions): number {
  return [...decisions.values()].filter((decision) => decision !== 'reject').length;
}

interface Names {
  readonly row: (key: string, shownRow: number | null) => string;
  readonly column: (key: string) => string;
  readonly heading: (place: number) => string;
}

function namesOf({ table, target }: Entry, texts: PaneTexts): Names {
  const rows = new Map([...(table.record?.rows ?? []), ...(target?.rows ?? [])].map(({ key, cells }) => [key, cells.flatMap(({ items }) => items.map(({ text }) => text))[0] ?? '']));
  const columns = new Map([...(table.record?.columns ?? []), ...(target?.columns ?? [])].map(({ key, heading }) => [key, heading]));
  return {
    row: (key, shownRow) => shorten([rows.get(key), table.shown[shownRow ?? -1]?.flat()[0]].find(Boolean) ?? texts.number((shownRow ?? 0) + 1)),
    column: (key) => columns.get(key) ?? key,
    heading: (place) => table.headings[place] ?? target?.columns[place]?.heading ?? texts.number(place + 1),
  };
}

type Shown = Pick<ShownChange, 'id' | 'title' | 'texts'>;

function shown(change: Change, names: Names, texts: PaneTexts): Shown {
  const kind = texts.changeKind[change.kind] ?? change.kind;
  const row = texts.inRow(names.row(change.row, change.shownRow));
  switch (change.kind) {
    case 'item-changed':
    case 'item-added':
    case 'item-removed':
      return { id: change.id, title: `${kind}: ${row}, ${texts.inColumn(names.column(change.column))}`, texts: itemTexts(change) };
    case 'cell':
    case 'cell-reordered':
      return { id: change.id, title: `${kind}: ${row}, ${texts.inColumn(names.column(change.column))}`, texts: cellTexts(change, texts) };
    default:
      return { id: change.id, title: `${kind}: ${row}${placeOf(change, names, texts)}`, texts: rowTexts(change, names, texts) };
  }
}

function placeOf(change: RowChange, names: Names, texts: PaneTexts): string {
  return change.kind === 'row-moved' ? `; ${change.follows === null ? texts.firstRow : texts.afterRow(names.row(change.follows, null))}` : '';
}

function itemTexts({ before, after }: ItemChange): ShownText[] {
  return [{ heading: '', paragraphs: [wordsOf(before ?? '', after ?? '')] }];
}

function cellTexts({ kind, mine, before, after }: CellChange, texts: PaneTexts): ShownText[] {
  return kind === 'cell-reordered'
    ? [{ heading: texts.wholeOld, paragraphs: before.map(same) }, { heading: texts.wholeNew, paragraphs: after.map(same) }]
    : [
      { heading: texts.mineIs, paragraphs: against(before, mine) },
      ...(before.length > 0 ? [{ heading: texts.beforeIs, paragraphs: before.map(same) }] : []),
      { heading: texts.conceptIs, paragraphs: against(before, after) },
    ];
}

function rowTexts({ kind, mine, before, after }: RowChange, names: Names, texts: PaneTexts): ShownText[] {
  switch (kind) {
    case 'row-added':
    case 'row-missing':
      return perColumn(after, 'added', names);
    case 'row-removed':
      return mine ? [...headed(texts.mineIs, mine), ...(before ? headed(texts.beforeIs, before) : [])] : perColumn(before, 'removed', names);
    case 'row-extra':
      return perColumn(mine ?? before, 'removed', names);
    case 'row-moved':
      return mine ? headed(texts.mineIs, mine) : [];
  }
}

function perColumn(row: ShownRow | null, kind: DiffPart['kind'], names: Names): ShownText[] {
  return (row ?? []).map((cell, place) => ({ heading: names.heading(place), paragraphs: cell.map((text) => [{ kind, text }]) })).filter(({ paragraphs }) => paragraphs.length > 0);
}

function headed(heading: string, row: ShownRow): ShownText[] {
  return [{ heading, paragraphs: row.flat().map(same) }];
}

function shownEdit(edit: Edit, names: Names, texts: PaneTexts): ShownChange {
  const row = texts.inRow(names.row(edit.row, edit.shownRow));
  const kind = { 'cell': 'cell', 'row-removed': 'row-missing', 'row-added': 'row-extra' }[edit.kind];
  const recorded = edit.recorded?.flat() ?? [];
  const mine = edit.mine?.flat() ?? [];
  return {
    id: edit.id,
    title: `${texts.changeKind[kind] ?? kind}: ${row}${edit.column === null ? '' : `, ${texts.inColumn(names.column(edit.column))}`}`,
    texts: [{ heading: texts.mineIs, paragraphs: against(recorded, mine) }, ...(recorded.length > 0 ? [{ heading: texts.beforeIs, paragraphs: recorded.map(same) }] : [])],
    causes: [],
    // A row added by hand is nobody's business but the editor's.
    choices: edit.kind === 'row-added' ? [] : [
      { value: '', label: edit.own ? texts.own : texts.keepEdit, ...(edit.own && { hint: texts.ownHint }) },
      { value: 'concept', label: texts.restore },
      ...(edit.own ? [] : [{ value: 'own', label: texts.own, hint: texts.ownHint } as const]),
    ],
  };
}

function conflictChoices({ kind }: Change, texts: PaneTexts): ShownChange['choices'] {
  return [
    { value: '', label: texts.undecided },
    { value: 'concept', label: kind === 'row-removed' || kind === 'row-extra' ? `${texts.fromConcept} (${texts.changeKind['row-removed'] ?? ''})` : texts.fromConcept },
    { value: 'mine', label: texts.mine, hint: texts.mineHint },
    { value: 'own', label: texts.own, hint: texts.ownHint },
  ];
}

function causesOf(change: Change, entry: Entry, texts: PaneTexts): string[][] {
  const items = itemsOf(change, entry);
  const all = entry.status?.causes ?? [];
  const own = all.filter(({ item }) => items.has(item));

  // A count is no goal or measure of its own: then whatever happened in its row.
  const causes = own.length > 0 ? own : all.filter(({ item }) => item === change.row);
  const newest = [...causes].sort((one, other) => other.at.localeCompare(one.at)).slice(0, mostCauses);
  return newest.map((cause: ChangeCauseView) => causeSentences(cause, texts));
}

function itemsOf(change: Change, { target, table }: Entry): Set<string> {
  if ('item' in change) {
    return new Set([change.item]);
  }

  const column = 'column' in change ? change.column : null;
  const place = target?.columns.findIndex(({ key }) => key === column) ?? -1;
  const now = target?.rows.filter(({ key }) => key === change.row).flatMap(({ cells }) => cells.filter((_, index) => column === null || index === place)) ?? [];
  const before = table.record?.rows.filter(({ key }) => key === change.row).flatMap(({ cells }) => cells.filter((cell) => column === null || cell.column === column)) ?? [];
  return new Set([...(column === null ? [change.row] : []), ...[...now, ...before].flatMap(({ items }) => items.map(({ key }) => key))]);
}

// Paragraph by paragraph as long as their number is the same, else as one text each.
function against(before: readonly string[], after: readonly string[]): DiffPart[][] {
  return before.length === after.length
    ? after.map((text, index) => wordsOf(before[index] ?? '', text))
    : before.length === 0 ? after.map(same) : [...before.map((text): DiffPart[] => (after.includes(text) ? [] : [{ kind: 'removed', text }])), ...after.map((text): DiffPart[] => (before.includes(text) ? same(text) : [{ kind: 'added', text }]))].filter((parts) => parts.length > 0);
}

// The last word of a text has no space behind it, and would differ from the same word within a longer one.
const wordsOf = (before: string, after: string): DiffPart[] => (before && after ? compareWords(`${before} `, `${after} `) : compareWords(before, after));
const same = (text: string): DiffPart[] => [{ kind: 'same', text }];
const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
