import type { DocumentTableView } from '../../api/documents';
import type { Mood } from '../../shared/element';
import type { PaneTexts } from '../../texts/pane';
import { nounOf, reasonSentence, summarySentence } from '../document/sentences';

/** A table of a file as it is shown. */
export interface FileTable {
  readonly caption: string;
  readonly state: string;
  readonly mood: Mood;
  readonly sentences: readonly string[];
  readonly flags: readonly string[];
}

/** The colour that goes with a state; the word stands beside it. */
export const moods: Readonly<Record<string, Mood>> = { current: 'success', outdated: 'warning', edited: 'informative', unknown: 'danger', unchecked: 'subtle' };

/** What a table of a file says about itself. */
export function fileTable(table: DocumentTableView, texts: PaneTexts): FileTable {
  const flags = (['duplicate', 'recordLost', 'nested', 'damaged'] as const).filter((flag) => table[flag] === true);
  const day = (instant: string) => texts.day(new Date(instant));
  return {
    caption: table.caption ?? table.title ?? texts.untitled,
    state: table.state,
    mood: moods[table.state] ?? 'subtle',
    sentences: [
      table.state === 'unknown' ? reasonSentence(table.reason, texts) : '',
      table.state === 'outdated' && table.summary ? summarySentence(table.summary, nounOf(table.definition, [], new Set()), texts) : '',
      (table.conflicts ?? 0) > 0 ? texts.conflicts(table.conflicts ?? 0) : '',
      (table.editedCells ?? 0) > 0 ? texts.editedCells(table.editedCells ?? 0) : '',
      table.recordedAsOf && table.currentAsOf && table.recordedAsOf !== table.currentAsOf ? texts.record(day(table.recordedAsOf), day(table.currentAsOf)) : '',
    ].filter(Boolean),
    flags: flags.map((flag) => texts.flag[flag] ?? flag),
  };
}
