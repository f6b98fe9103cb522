import { SignInFailed, type SignIn } from '../signin/sign-in';
import { readProblem, type Answer } from './problem';
import type { ConceptSummary, ImportReport, ListMapping } from './types';

/** How a file is to be imported. */
export interface ImportOrder {
  readonly concept: string;
  readonly file: File;
  readonly mapping: ListMapping | null;
  /** `look` changes nothing; `atomic` takes all rows or none; `partial` takes what can be taken. */
  readonly mode: 'look' | 'atomic' | 'partial';
}

/** The API, as far as pages need it. Nothing here throws: whatever happens is an answer. */
export class ApiClient {
  constructor(
    private readonly address: string,
    private readonly language: string,
    private readonly signIn: SignIn,
  ) {}

  concepts(): Promise<Answer<ConceptSummary[]>> {
    return this.send('api/concepts', { method: 'GET' });
  }

  import(order: ImportOrder, signal: AbortSignal): Promise<Answer<ImportReport>> {
    const form = new FormData();
    form.append('file', order.file, order.file.name);
    if (order.mapping) {
      form.append('mapping', new Blob([JSON.stringify(order.mapping)], { type: 'application/json' }));
    }

    const query = order.mode === 'look' ? 'dryRun=true' : `mode=${order.mode}`;
    return this.send(`api/concepts/${encodeURIComponent(order.concept)}/import?${query}`, { method: 'POST', body: form, signal });
  }

  private async send<T>(path: string, request: RequestInit): Promise<Answer<T>> {
    try {
      const token = await this.signIn.token();
      const answer = await fetch(new URL(path, this.address), {
        ...request,
        credentials: 'omit',
        headers: { Accept: 'application/json', 'Accept-Language': this.language, Authorization: `Bearer ${token}` },
      });
      const body: unknown = await answer.json().catch(() => null);
      return answer.ok && body !== null ? { value: body as T } : { problem: readProblem(answer.status, body) };
    } catch (error) {
      return { problem: { code: codeOf(error), status: 0 } };
    }
  }
}

function codeOf(error: unknown): string {
  if (error instanceof SignInFailed) {
    return error.code;
  }

  switch (error instanceof DOMException ? error.name : '') {
    case 'AbortError':
      return 'cancelled';
    case 'NotReadableError':
    case 'NotFoundError':
      return 'file-unreadable';
    default:
      return 'api-away';
  }
}
