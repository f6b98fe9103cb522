import { WordFailure } from '../../word/failure';

/** Something that is not Word's fault kept a table from being refreshed. */
export class RefreshFailure extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'RefreshFailure';
  }
}

/** The code by which a failure is said. */
export function codeOf(error: unknown): string {
  return error instanceof WordFailure || error instanceof RefreshFailure ? error.code : 'word-failed';
}
