import type { SignIn } from '../signin/sign-in';
import { Connection } from './connection';
import type { Answer } from './problem';
import type { ConceptSummary, ImportReport, ListMapping } from './types';

/** How a file is to be imported. */
export interface ImportOrder {
  readonly concept: string;
  readonly file: File;
  readonly mapping: ListMapping | null;
  /** `look` changes nothing; `atomic` takes all rows or none; `partial` takes what can be taken. */
  readonly mode: 'look' | 'atomic' | 'partial';
  /** The version of the concept that was looked at: nothing is imported into another. */
  readonly seen?: number | null | undefined;
}

/** The API, as far as the page for lists needs it. Nothing here throws: whatever happens is an answer. */
export class ApiClient {
  private readonly connection: Connection;

  constructor(address: string, language: string, signIn: SignIn) {
    this.connection = new Connection(address, language, signIn);
  }

  concepts(): Promise<Answer<ConceptSummary[]>> {
    return this.connection.json('api/concepts', { method: 'GET' });
  }

  import(order: ImportOrder, signal: AbortSignal): Promise<Answer<ImportReport>> {
    const form = new FormData();
    form.append('file', order.file, order.file.name);
    if (order.mapping) {
      form.append('mapping', new Blob([JSON.stringify(order.mapping)], { type: 'application/json' }));
    }

    const query = order.mode === 'look' ? 'dryRun=true' : `mode=${order.mode}`;
    return this.connection.json(`api/concepts/${encodeURIComponent(order.concept)}/import?${query}`, { method: 'POST', body: form, signal, ...(order.seen == null ? {} : { headers: { 'If-Match': `"${order.seen}"` } }) });
  }
}
