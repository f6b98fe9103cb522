import { germanDay, stand, standIn } from './german';

/** The "Stand" of a caption: asks where it is, and after a sync changes its day only. Number, bookmark and title are not touched. */
export class CaptionEdit {
  readonly #caption: Word.Paragraph | null;
  readonly #found: Word.RangeCollection | null;
  readonly #asOf: string | null;
  readonly #isNew: boolean;

  /**
   * @param caption The paragraph, with its text loaded; null where somebody removed it.
   * @param before The "Stand" recorded until now; undefined where the record was lost.
   * @param asOf The "Stand" from now on.
   */
  constructor(caption: Word.Paragraph | null, before: string | null | undefined, asOf: string | null) {
    [this.#caption, this.#asOf] = [caption, asOf];
    const day = standIn(caption?.text ?? '');
    const changes = day !== null && (asOf === null || germanDay(asOf) !== day);
    this.#found = changes && caption !== null ? caption.search(asOf === null ? ` (Stand: ${day})` : day, { matchCase: true }).load('items/text') : null;

    // Somebody who took "Stand" away does not get it back; a table that had none until now gets its first.
    this.#isNew = day === null && before === null && asOf !== null;
  }

  carryOut(): void {
    const range = this.#found?.items.at(-1);
    if (range !== undefined && this.#asOf === null) {
      range.delete();
    } else if (range !== undefined && this.#asOf !== null) {
      range.insertText(germanDay(this.#asOf), 'Replace');
    } else if (this.#isNew && this.#asOf !== null) {
      this.#caption?.insertText(` (${stand(this.#asOf)})`, 'End');
    }
  }
}
