import type { ReadParagraph } from './reading';
import { anchorOf, forSearch, forWord, hunksOf, type Anchor, type Hunk } from './hunks';

interface Located {
  readonly hunk: Hunk;
  /** One end of the stretch or, for a long one, both; empty where an end of the paragraph is meant. */
  readonly found: readonly { readonly anchor: Anchor; readonly ranges: Word.RangeCollection }[];
}

/** A new text for a paragraph: asks where the changed words are, and after a sync changes only them. */
export class TextEdit {
  readonly #paragraph: Word.Paragraph;
  readonly #after: string;

  /** Null where the words cannot be found by searching: then the whole text is replaced. */
  readonly #located: readonly Located[] | null;

  constructor({ paragraph, text, isPlain }: ReadParagraph, after: string) {
    this.#paragraph = paragraph;
    this.#after = forWord(after);
    const anchored = isPlain ? hunksOf(text, this.#after).map((hunk) => ({ hunk, anchors: anchorsOf(text, hunk) })) : null;
    this.#located = anchored === null || anchored.some(({ anchors }) => anchors === null)
      ? null
      : anchored.map(({ hunk, anchors }) => ({ hunk, found: (anchors ?? []).map((anchor) => ({ anchor, ranges: this.#search(anchor) })) }));
  }

  /** After a sync. The last words first: what stands before them keeps its place. */
  carryOut(): void {
    if (this.#located?.every(({ found }) => found.every(isFound)) !== true) {
      this.#paragraph.insertText(this.#after, 'Replace');
      return;
    }

    for (const { hunk, found } of [...this.#located].reverse()) {
      const [first, last] = found.map(({ anchor, ranges }) => ranges.items[anchor.occurrence]);
      if (first === undefined) {
        this.#paragraph.insertText(hunk.added, hunk.start === 0 ? 'Start' : 'End');
      } else if (hunk.removed === '') {
        first.insertText(hunk.added, 'Start');
      } else if (hunk.added === '') {
        (last === undefined ? first : first.expandTo(last)).delete();
      } else {
        (last === undefined ? first : first.expandTo(last)).insertText(hunk.added, 'Replace');
      }
    }
  }

  #search(anchor: Anchor): Word.RangeCollection {
    return this.#paragraph.search(forSearch(anchor.text), { matchCase: true }).load('items/text');
  }
}

/** Word's search takes some characters for others; only what is exactly the text, as often as it should be, is trusted. */
const isFound = ({ anchor, ranges }: Located['found'][number]): boolean => ranges.items.length === anchor.occurrences && ranges.items[anchor.occurrence]?.text === anchor.text;

/** What to search for so that a hunk is found; none for an end of the paragraph, null where it cannot be found. */
function anchorsOf(text: string, { start, removed }: Hunk): Anchor[] | null {
  if (removed === '') {
    if (start === 0 || start >= text.length) {
      return [];
    }

    const next = anchorOf(text, start, /^\S*/.exec(text.slice(start))?.[0].length ?? 0);
    return next === null ? null : [next];
  }

  const whole = anchorOf(text, start, removed.length);
  if (whole !== null) {
    return [whole];
  }

  // Beyond what Word searches for: from its beginning to its end.
  const ends = removed.length > 200 ? [anchorOf(text, start, 100), anchorOf(text, start + removed.length - 100, 100)] : [null];
  const found = ends.filter((anchor) => anchor !== null);
  return found.length === ends.length ? found : null;
}
