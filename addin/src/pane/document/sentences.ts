import type { ChangeCauseView, TableChangeSummary } from '../../api/documents';
import type { PaneTexts } from '../../texts/pane';

/** What a table counts its changes by. */
export type Noun = 'measures' | 'goals' | 'both' | 'deadlines' | 'figures';

/**
 * What has changed are goals, measures or both: in tables whose rows are goals, a cause tells by its item which.
 * @param goals The keys of rows that are goals.
 */
export function nounOf(definition: string | null | undefined, causes: readonly ChangeCauseView[], goals: ReadonlySet<string>): Noun {
  switch (definition) {
    case 'overview':
      return 'figures';
    case 'deadlines':
      return 'deadlines';
    case 'sector-summary':
      return 'goals';
    case 'sector-measures': {
      const ofGoals = causes.filter(({ item }) => goals.has(item)).length;
      return causes.length > 0 && ofGoals === causes.length ? 'goals' : ofGoals > 0 ? 'both' : 'measures';
    }
    default:
      return 'measures';
  }
}

/** "3 Maßnahmen geändert seit 12.03., Runde AG Verkehr". */
export function summarySentence(summary: TableChangeSummary, noun: Noun, texts: PaneTexts): string {
  const counts = [
    summary.changed > 0 ? texts.changed(texts[noun](summary.changed)) : '',
    summary.added > 0 ? texts.added(texts[noun](summary.added)) : '',
    summary.removed > 0 ? texts.removed(texts[noun](summary.removed)) : '',
  ].filter(Boolean).join(', ') || texts.onlyOrder;
  const since = summary.since ? texts.since(texts.shortDay(new Date(summary.since))) : '';
  const rounds = [...new Set((summary.rounds ?? []).map(({ title, group }) => group || title))];
  return `${[`${counts}${since}`, rounds.length > 0 ? texts.ofRounds(rounds) : ''].filter(Boolean).join(', ')}.`;
}

/** Why a state is unknown, as a sentence. */
export function reasonSentence(code: string | null | undefined, texts: PaneTexts): string {
  return (code ? texts.reason[code] : undefined) ?? texts.reason.other ?? '';
}

/** Who did what when, and in which round: a change's cause in sentences. */
export function causeSentences(cause: ChangeCauseView, texts: PaneTexts): string[] {
  const { by, round } = cause;
  const state = (code: string) => texts.itemState[code] ?? code;
  return [
    round ? texts.causeRound(round.title, round.group, round.decidedAt ? texts.day(new Date(round.decidedAt)) : '') : '',
    texts.causeLine(texts.cause[cause.change] ?? texts.cause.other ?? cause.change, texts.day(new Date(cause.at)), by ? texts.causeBy(by) : round ? texts.causeByRound : texts.causeBySystem, cause.revision),
    cause.from && cause.to ? texts.causeFromTo(state(cause.from), state(cause.to)) : '',
    cause.reason ? texts.causeReason(cause.reason) : '',
  ].filter(Boolean);
}
