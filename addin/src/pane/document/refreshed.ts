import type { PaneTexts } from '../../texts/pane';
import { wordSentenceOf } from './turn';

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

/** What a refresh did, in sentences: what was taken, what waits, what failed, what was not begun. */
export function reportOf({ tables, changes, conflicts, failed, why, left }: Refreshed, texts: PaneTexts): string {
  return [
    tables + failed + left === 0 ? (conflicts === 0 ? texts.nothingToRefresh : '') : texts.refreshed(tables, changes),
    conflicts > 0 ? texts.refreshLeft(conflicts) : '',
    failed > 0 ? texts.refreshFailed(failed, wordSentenceOf(why ?? '', texts)) : '',
    left > 0 ? texts.refreshCancelled(left) : '',
  ].filter(Boolean).join(' ');
}
