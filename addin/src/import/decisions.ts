import type { ListColumn, ListMapping, ListQuestion, MappedColumn } from '../api/types';

/** An answer beside the question it was given to: the question goes away once it is answered. */
export interface GivenAnswer {
  readonly question: ListQuestion;
  readonly value: string;
}

/**
 * What somebody has decided about a list. Kept apart from what the API recognised by itself: only decisions are posted, so that the next reading
 * still says how sure it is, and a decision can be taken back.
 */
export class Decisions {
  private readonly answers = new Map<string, GivenAnswer>();
  private readonly columns = new Map<string, MappedColumn>();
  private readonly read = new Map<string, string>();

  /** @param loaded A mapping that was kept from an earlier edition. */
  constructor(readonly loaded: ListMapping | null = null) {}

  /** How many decisions the last reading does not know yet. */
  get unread(): number {
    const now = this.state();
    const changed = [...now].filter(([key, value]) => this.read.get(key) !== value).length;
    const withdrawn = [...this.read.keys()].filter((key) => !now.has(key)).length;
    return changed + withdrawn;
  }

  /** The answers, in the order they were given. */
  get given(): readonly GivenAnswer[] {
    return [...this.answers.values()];
  }

  answerTo(question: string): string | undefined {
    return this.answers.get(question)?.value;
  }

  /** Answers a question; again, in place of the earlier answer. */
  answer(question: ListQuestion, value: string): void {
    this.answers.set(question.id, { question, value });
  }

  /** Takes an answer back. */
  withdraw(question: string): void {
    this.answers.delete(question);
  }

  fieldOf(column: ListColumn): string | null {
    const chosen = this.columns.get(keyOf(column));
    return (chosen ? chosen.field : column.field) ?? null;
  }

  /** Says which field a column fills; null keeps it as written. */
  choose(column: ListColumn, field: string | null): void {
    this.columns.set(keyOf(column), { heading: column.heading, occurrence: column.occurrence ?? 1, field });
  }

  /** Notes that a reading answers to everything decided so far. */
  markRead(): void {
    this.read.clear();
    for (const [key, value] of this.state()) {
      this.read.set(key, value);
    }
  }

  /** What is posted with the file; null where nothing was decided or loaded. */
  toMapping(): ListMapping | null {
    return this.loaded || this.answers.size > 0 || this.columns.size > 0 ? this.onto(this.loaded ?? { version: 1 }) : null;
  }

  /** The decisions on top of a mapping; they win over what it says. */
  onto(mapping: ListMapping): ListMapping {
    const others = (mapping.columns ?? []).filter((column) => !this.columns.has(keyOf(column)));
    return {
      ...mapping,
      columns: [...others, ...this.columns.values()],
      answers: [...(mapping.answers ?? []).filter((answer) => !this.answers.has(answer.question ?? '')), ...this.given.map(({ question, value }) => ({ question: question.id, value }))],
    };
  }

  private state(): Map<string, string> {
    return new Map([
      ...[...this.answers].map(([id, { value }]) => [`answer ${id}`, value] as const),
      ...[...this.columns].map(([key, { field }]) => [`column ${key}`, field ?? ''] as const),
    ]);
  }
}

/** A mapping that somebody kept; null where the text is none. */
export function readMapping(text: string): ListMapping | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && 'version' in read && typeof read.version === 'number' ? (read as ListMapping) : null;
  } catch {
    return null;
  }
}

function keyOf(column: { readonly heading?: string | null; readonly occurrence?: number }): string {
  return `${column.occurrence ?? 1}|${column.heading ?? ''}`;
}
