// The Unicode property White_Space, spelled out: JavaScript's \s and .NET's char.IsWhiteSpace differ from it and from each other.
const whiteSpace = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** A text as it is compared: NFC, runs of white space as one space, none at the ends. The same as `TableHash.Normalize`. */
export function normalize(text: string): string {
  const spaced = text.normalize('NFC').replace(whiteSpace, ' ');
  const start = spaced.startsWith(' ') ? 1 : 0;
  const end = spaced.endsWith(' ') ? spaced.length - 1 : spaced.length;
  return start === 0 && end === spaced.length ? spaced : spaced.slice(start, Math.max(start, end));
}

/** What counts of a cell: its paragraphs as compared, without empty ones. */
export const normalizeAll = (paragraphs: readonly string[]): string[] => paragraphs.map(normalize).filter((text) => text !== '');

/** Whether people would read the same. */
export const sameText = (a: string, b: string): boolean => a === b || normalize(a) === normalize(b);

/** Whether two cells read the same. */
export function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [normalizeAll(a), normalizeAll(b)];
  return left.length === right.length && left.every((text, index) => text === right[index]);
}
