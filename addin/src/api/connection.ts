import { SignInFailed, type SignIn } from '../signin/sign-in';
import { readProblem, type Answer } from './problem';

/** What is asked; `quiet` asks nobody to sign in. */
export interface Call extends RequestInit {
  readonly quiet?: boolean;
}

/** Calls the API with whoever is signed in. Nothing here throws: whatever happens is an answer. */
export class Connection {
  constructor(
    private readonly address: string,
    private readonly language: string,
    private readonly signIn: SignIn,
  ) {}

  json<T>(path: string, call: Call): Promise<Answer<T>> {
    return this.send(path, call, 'application/json', async (answer) => (await answer.json().catch(() => null)) as T | null);
  }

  /** The bytes of an answer, such as a file. */
  blob(path: string, call: Call): Promise<Answer<Blob>> {
    return this.send(path, call, '*/*', (answer) => answer.blob());
  }

  text(path: string, call: Call): Promise<Answer<string>> {
    return this.send(path, call, '*/*', (answer) => answer.text());
  }

  private async send<T>(path: string, { quiet = false, ...request }: Call, accept: string, read: (answer: Response) => Promise<T | null>): Promise<Answer<T>> {
    try {
      const token = await this.signIn.token(quiet);
      const answer = await fetch(new URL(path, this.address), {
        ...request,
        credentials: 'omit',
        headers: { ...(request.headers as Record<string, string> | undefined), 'Accept': accept, 'Accept-Language': this.language, 'Authorization': `Bearer ${token}` },
      });
      if (!answer.ok) {
        return { problem: readProblem(answer.status, await answer.json().catch(() => null)) };
      }

      const value = await read(answer);
      return value === null ? { problem: readProblem(answer.status, null) } : { value };
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
