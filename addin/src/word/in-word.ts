import { WordFailure, type WordFailureCode } from './failure';

/** Codes of Office.js, and what they mean for people. Those not listed mean that Word did not do it, nobody knows why. */
const meanings: Readonly<Record<string, WordFailureCode>> = {
  AccessDenied: 'document-protected',
  NotAllowed: 'document-protected',
  EditModeRestrictions: 'document-protected',
  ReadOnly: 'read-only',
  CoauthorLocked: 'read-only',
  ItemNotFound: 'table-gone',
  InvalidObjectPath: 'table-gone',
  ApiNotFound: 'not-supported',
  NotImplemented: 'not-supported',
};

/** Runs a batch of the Word API; whatever fails is a `WordFailure`. */
export async function inWord<T>(action: (context: Word.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Word.run(action);
  } catch (error) {
    throw asFailure(error);
  }
}

/** Something that writes: refused at once where the document was opened for reading. */
export function changeWord<T>(action: (context: Word.RequestContext) => Promise<T>): Promise<T> {
  return Office.context.document.mode === Office.DocumentMode.ReadOnly ? Promise.reject(new WordFailure('read-only')) : inWord(action);
}

function asFailure(error: unknown): WordFailure {
  if (error instanceof WordFailure) {
    return error;
  }

  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const detail = error instanceof Error ? error.message : String(error);
  return new WordFailure(meanings[code] ?? 'word-failed', `${code} ${detail}`.trim(), { cause: error });
}
