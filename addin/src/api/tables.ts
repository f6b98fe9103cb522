import type { TableDocument } from '../tables/current';
import type { Connection } from './connection';
import type { DocumentStatusView, RegisterDocument, TableStatusesView, AskedTable } from './documents';
import type { Answer } from './problem';
import type { ConceptSummary, TableDefinitionView } from './types';

/** A table somebody wants: which, of which concept, with what. */
export interface TableChoice {
  readonly concept: string;
  readonly definition: string;
  /** By name, as they go into the query. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** As what a table can be had. */
export type TableFormat = 'docx' | 'csv' | 'html' | 'ooxml';

/** More tables than this are asked for in further calls. */
const mostTables = 200;

/** The API, as far as the pane needs it. Nothing here throws: whatever happens is an answer. */
export class TablesClient {
  constructor(private readonly connection: Connection) {}

  concepts(): Promise<Answer<ConceptSummary[]>> {
    return this.connection.json('api/concepts', { method: 'GET' });
  }

  definitions(concept: string): Promise<Answer<TableDefinitionView[]>> {
    return this.connection.json(`api/concepts/${encodeURIComponent(concept)}/tables`, { method: 'GET' });
  }

  table(choice: TableChoice, signal?: AbortSignal): Promise<Answer<TableDocument>> {
    return this.connection.json(addressOf(choice), { method: 'GET', ...(signal ? { signal } : {}) });
  }

  file(choice: TableChoice, format: TableFormat): Promise<Answer<Blob>> {
    return this.connection.blob(addressOf(choice, format), { method: 'GET' });
  }

  /** The table as Word inserts it, named as its instance. */
  ooxml(choice: TableChoice, instance: string): Promise<Answer<string>> {
    return this.connection.text(addressOf({ ...choice, parameters: { ...choice.parameters, instance } }, 'ooxml'), { method: 'GET' });
  }

  /** How tables stand, with what changed and why: one call for as many as a document usually has. */
  async status(tables: readonly AskedTable[], call: { readonly quiet: boolean; readonly signal?: AbortSignal }): Promise<Answer<TableStatusesView>> {
    let whole: TableStatusesView | undefined;
    for (let from = 0; from < tables.length; from += mostTables) {
      const answer = await this.connection.json<TableStatusesView>('api/tables/status?changes=true', {
        ...posted({ tables: tables.slice(from, from + mostTables) }),
        quiet: call.quiet,
        ...(call.signal ? { signal: call.signal } : {}),
      });
      if (answer.problem) {
        return answer;
      }

      whole = whole ? { ...whole, tables: [...whole.tables, ...answer.value.tables] } : answer.value;
    }

    return { value: whole ?? { checkedAt: new Date().toISOString(), tables: [] } };
  }

  /** How the tables of a file stand. */
  documentStatus(file: Blob, signal: AbortSignal): Promise<Answer<DocumentStatusView>> {
    return this.connection.json('api/documents/status', { method: 'POST', body: file, headers: docx, signal });
  }

  /** The file with its tables refreshed; what was edited by hand stays. */
  documentRefresh(file: Blob, trackChanges: boolean, signal: AbortSignal): Promise<Answer<Blob>> {
    return this.connection.blob(`api/documents/refresh?edited=keep&trackChanges=${String(trackChanges)}`, { method: 'POST', body: file, headers: docx, signal });
  }

  /** Has the register keep which revisions a document holds. */
  register(document: RegisterDocument): Promise<Answer<unknown>> {
    return this.connection.json('api/documents/register', posted(document));
  }
}

const docx = { 'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };

function posted(body: unknown): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

// The format ends the address, as a download is named by it.
function addressOf({ concept, definition, parameters }: TableChoice, format?: TableFormat): string {
  const query = new URLSearchParams(parameters).toString();
  return `api/concepts/${encodeURIComponent(concept)}/tables/${encodeURIComponent(definition)}${format ? `.${format}` : ''}${query ? `?${query}` : ''}`;
}
