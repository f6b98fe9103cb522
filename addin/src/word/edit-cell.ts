import type { TargetParagraph } from '../tables/changes';
import { normalize } from '../tables/normalize';
import { longestIncreasing } from '../tables/sequence';
import { TextEdit } from './edit-text';
import { forWord } from './hunks';
import type { ReadParagraph } from './reading';

/** A cell's new paragraphs: asks where the changed words are, and after a sync touches only what changes. */
export class CellEdit {
  readonly #cell: readonly ReadParagraph[];
  readonly #targets: readonly { readonly text: string; readonly source: ReadParagraph | null; readonly edit: TextEdit | null }[];

  constructor(cell: readonly ReadParagraph[], wanted: readonly TargetParagraph[]) {
    this.#cell = cell;
    const shown = cell.filter((paragraph) => normalize(paragraph.text) !== '');

    // Paragraphs stay in their order; of those that change places some come anew.
    const known = wanted.flatMap((target, index) => (target.from === null ? [] : [{ index, from: target.from }]));
    const kept = new Map(longestIncreasing(known.map((one) => one.from)).flatMap((place) => known.slice(place, place + 1)).map((one) => [one.index, shown[one.from]]));
    const first = shown[0] ?? cell[0];
    this.#targets = wanted.map(({ text }, index) => {
      // A cell always keeps a paragraph: the first is used again rather than deleted.
      const source = kept.get(index) ?? (kept.size === 0 && index === 0 ? first : undefined) ?? null;
      return { text, source, edit: source === null || source.text === text ? null : new TextEdit(source, text) };
    });
  }

  carryOut(): void {
    for (const { source, edit } of this.#targets) {
      if (edit !== null) {
        clear(source?.before ?? []);
        edit.carryOut();
      }
    }

    const last = this.#insert();
    this.#deleteOthers(last);
  }

  /** Inserts what is new; returns the last paragraph wanted. */
  #insert(): Word.Paragraph | null {
    const firstKept = this.#targets.findIndex(({ source }) => source !== null);
    for (const { text } of this.#targets.slice(0, Math.max(firstKept, 0))) {
      this.#targets[firstKept]?.source?.paragraph.insertParagraph(forWord(text), 'Before');
    }

    let last = null as Word.Paragraph | null;
    for (const { text, source } of this.#targets.slice(Math.max(firstKept, 0))) {
      last = source?.paragraph ?? last?.insertParagraph(forWord(text), 'After') ?? null;
    }

    return last;
  }

  #deleteOthers(last: Word.Paragraph | null): void {
    const kept = new Set(this.#targets.map(({ source }) => source));
    const others = this.#cell.filter((one) => !kept.has(one) && normalize(one.text) !== '');
    for (const other of others) {
      clear(other.before);
      if (other !== this.#cell.at(-1)) {
        other.paragraph.delete();
      } else if (last === null) {
        other.paragraph.getRange('Content').delete();
      } else {
        // Word keeps the last paragraph of a cell, empty. Deleting it together with the end of the one before leaves no blank line.
        last.getRange('End').expandTo(other.paragraph.getRange('Content')).delete();
      }
    }
  }
}

const clear = (paragraphs: readonly Word.Paragraph[]): void => { paragraphs.forEach((paragraph) => { paragraph.getRange('Content').delete(); }); };
