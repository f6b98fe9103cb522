import type { TableStatusView } from '../../api/documents';
import type { Problem } from '../../api/problem';
import type { TablesClient } from '../../api/tables';
import type { DocumentTable, LooseTable, WordDocument } from '../../word/document';
import type { Memory } from '../memory';
import { askedOf } from './asked';
import type { Entry } from './entry';

/** What the last answer of the API was, without the texts: enough to say where tables stood while the API is away. */
interface Kept {
  readonly checkedAt: string;
  readonly tables: readonly TableStatusView[];
}

/** What the pane knows about the document in front of it. */
export interface Known {
  readonly entries: readonly Entry[];
  readonly loose: readonly LooseTable[];
  /** When the API was asked last; null for never. */
  readonly checkedAt: string | null;
  /** Why the API could not be asked just now. */
  readonly problem: Problem | null;
}

/** Reads the document and asks the API how its tables stand. Nothing here changes the document. */
export class Session {
  known: Known = { entries: [], loose: [], checkedAt: null, problem: null };
  private kept: Kept | null;

  /** @param memory Of this document, for as long as the browser's session lasts. */
  constructor(private readonly word: WordDocument, private readonly client: TablesClient, private readonly memory: Memory) {
    this.kept = memory.read<Kept>('check');
  }

  /**
   * Checks every table, with one call.
   * @param quiet Whether nobody asked: then nobody is asked to sign in, and tables without a control are not looked for.
   * @throws {WordFailure} Word does not let us read.
   */
  async check(quiet: boolean, signal?: AbortSignal): Promise<Known> {
    const tables = await this.word.tables();
    const loose = quiet ? this.known.loose : await this.word.looseTables();
    if (tables.length === 0) {
      this.known = { entries: [], loose, checkedAt: null, problem: null };
      return this.known;
    }

    const answer = await this.client.status(tables.map(askedOf), { quiet, ...(signal ? { signal } : {}) });

    // Comparing is needed only where there is something to compare: the pane opens without it.
    const { entryOf } = await import('./compare');
    if (answer.problem) {
      this.known = { entries: tables.map((table) => entryOf(table, this.remembered(table))), loose, checkedAt: this.kept?.checkedAt ?? null, problem: answer.problem };
      return this.known;
    }

    const { checkedAt } = answer.value;
    this.known = { entries: tables.map((table, index) => entryOf(table, answer.value.tables[index] ?? null)), loose, checkedAt, problem: null };
    this.kept = { checkedAt, tables: answer.value.tables.map(brief) };
    this.memory.write('check', this.kept);
    return this.known;
  }

  private remembered({ instance }: DocumentTable): TableStatusView | null {
    return this.kept?.tables.find((table) => table.instance === instance) ?? null;
  }
}

// Neither the table nor who did what: that is the concept's, and the browser's session is no place for it.
function brief({ instance, state, reason, definition, title, asOf, summary }: TableStatusView): TableStatusView {
  return { instance, state, ...(reason && { reason }), ...(definition && { definition }), ...(title && { title }), ...(asOf && { asOf }), ...(summary && { summary }) };
}
