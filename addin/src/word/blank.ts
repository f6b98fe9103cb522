import { normalize } from '../tables/normalize';

/** Up to four paragraphs on one side of another, to see what an insertion added to the blank ones among them. */
export class Neighbours {
  readonly #paragraphs: Word.Paragraph[] = [];

  constructor(from: Word.Paragraph, side: 'before' | 'after') {
    let paragraph = from;
    for (let step = 0; step < 4; step++) {
      paragraph = side === 'before' ? paragraph.getPreviousOrNullObject() : paragraph.getNextOrNullObject();
      paragraph.load('text,tableNestingLevel,isLastParagraph');
      this.#paragraphs.push(paragraph);
    }
  }

  /** The blank paragraphs that come first, nearest first. */
  get blank(): Word.Paragraph[] {
    const first = this.#paragraphs.findIndex((paragraph) => paragraph.isNullObject || paragraph.tableNestingLevel > 0 || normalize(paragraph.text) !== '');
    return first < 0 ? this.#paragraphs : this.#paragraphs.slice(0, first);
  }

  /** Removes blank paragraphs beyond a number; a document always keeps its last paragraph. */
  reduceTo(count: number): void {
    const blank = this.blank;
    blank.slice(0, Math.max(0, blank.length - count)).forEach((paragraph) => {
      if (!paragraph.isLastParagraph) {
        paragraph.delete();
      }
    });
  }
}
