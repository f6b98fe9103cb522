import type { ImportReport } from './types';

/** Why something was not done. The code is the API's, or one of ours where no answer came. */
export interface Problem {
  readonly code: string;
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** More exactly why, as a code; with `not-a-list`. */
  readonly reason?: string;
  /** What the API says in English, for what we have no sentence of our own. */
  readonly detail?: string;
  /** What was found, where an import was refused for it. */
  readonly report?: ImportReport;
}

export type Answer<T> = { readonly value: T; readonly problem?: undefined } | { readonly value?: undefined; readonly problem: Problem };

/** Reads a refusal; an answer that is no problem document still says its status. */
export function readProblem(status: number, body: unknown): Problem {
  if (typeof body !== 'object' || body === null) {
    return { code: codeOf(status), status };
  }

  const { code, reason, detail, report } = body as Record<string, unknown>;
  return {
    code: typeof code === 'string' ? code : codeOf(status),
    status,
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(typeof report === 'object' && report !== null ? { report: report as ImportReport } : {}),
  };
}

function codeOf(status: number): string {
  switch (status) {
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 413:
      return 'upload-too-large';
    case 502:
    case 503:
    case 504:
      return 'api-away';
    default:
      return 'internal-error';
  }
}
