import type { WordDocument } from '../word/document';
import { OfficeDocument } from '../word/office-document';

/** The document in front of the pane. Loaded inside Word only. */
export function openDocument(): WordDocument {
  return new OfficeDocument();
}
