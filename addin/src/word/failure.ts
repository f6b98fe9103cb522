/** Why something could not be done in the document. The pane says it by its code. */
export type WordFailureCode =
  /** The document is protected (forms, comments only, final). */
  | 'document-protected'
  /** Opened for reading, or somebody else edits this part. */
  | 'read-only'
  /** What is shown is no longer what was planned with: read and plan anew. */
  | 'table-changed-meanwhile'
  /** The control is gone. */
  | 'table-gone'
  /** Two controls share one record: `repair` the second first. */
  | 'repair-first'
  /** The control may not be changed or removed (locked). */
  | 'control-locked'
  /** The cursor stands where no table can go: in a header, a footnote, a table or a control of ours. */
  | 'place-not-possible'
  /** The record could not be written or does not read back. The text is changed; the next refresh recognises it. */
  | 'record-not-written'
  /** This Word is too old. */
  | 'not-supported'
  /** Word did not do it and gave no reason we know. */
  | 'word-failed';

export class WordFailure extends Error {
  constructor(
    readonly code: WordFailureCode,
    /** For logs, never for people. */
    detail = '',
    options?: ErrorOptions,
  ) {
    super(detail === '' ? code : `${code}: ${detail}`, options);
    this.name = 'WordFailure';
  }
}
