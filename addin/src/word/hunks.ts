import { compareWords } from '../tables/words';

/** A piece of a text that goes, and what comes in its place. */
export interface Hunk {
  /** Where it begins in the old text. */
  readonly start: number;
  readonly removed: string;
  readonly added: string;
}

/** The fewest words to change: with tracked changes on, exactly they are marked. */
export function hunksOf(before: string, after: string): Hunk[] {
  const hunks: Hunk[] = [];
  let [start, removed, added] = [0, '', ''];
  for (const part of [...compareWords(before, after), { kind: 'same', text: '' } as const]) {
    if (part.kind === 'removed') {
      removed += part.text;
    } else if (part.kind === 'added') {
      added += part.text;
    } else {
      if (removed !== added) {
        hunks.push(trimmed({ start, removed, added }));
      }

      start += removed.length + part.text.length;
      [removed, added] = ['', ''];
    }
  }

  return hunks;
}

/** White space that both share at an end stays. */
function trimmed({ start, removed, added }: Hunk): Hunk {
  const tail = /\s*$/.exec(added)?.[0] ?? '';
  const length = removed.endsWith(tail) ? tail.length : 0;
  return removed === '' ? { start, removed, added } : { start, removed: removed.slice(0, removed.length - length), added: added.slice(0, added.length - length) };
}

/** A text to search for, and which of its occurrences is meant. */
export interface Anchor {
  readonly text: string;
  readonly occurrence: number;
  readonly occurrences: number;
}

// Word searches for at most 255 characters.
const maxSearch = 255;

/** How to find a stretch of a text by searching; null where searching would not find exactly it. */
export function anchorOf(text: string, start: number, length: number): Anchor | null {
  const wanted = text.slice(start, start + length);
  if (wanted === '' || forSearch(wanted).length > maxSearch || /\p{Cc}/u.test(wanted)) {
    return null;
  }

  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    places.push(at);
  }

  const occurrence = places.indexOf(start);
  return occurrence < 0 ? null : { text: wanted, occurrence, occurrences: places.length };
}

/** A caret begins a code in Word's search. */
export const forSearch = (text: string): string => text.replace(/\^/g, '^^');

/** Line breaks as Word has them within a paragraph. */
export const forWord = (text: string): string => text.replace(/\r\n?|\n/g, '\v');
