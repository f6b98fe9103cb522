import type { WordDocument } from '../word/document';
import { WordFailure } from '../word/failure';

/** The document in front of the pane. */
export function openDocument(): WordDocument {
  throw new WordFailure('not-supported');
}
