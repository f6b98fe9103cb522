import type { TargetParagraph } from './changes';
import { sameText } from './normalize';
import { commonSubsequence } from './sequence';

/** How shown paragraphs become others: equal ones stay, those between pair in order, so that as little as possible is touched. */
export function growParagraphs(shown: readonly string[], wanted: readonly string[]): TargetParagraph[] {
  const from = new Array<number | null>(wanted.length).fill(null);
  const pairs = commonSubsequence(shown.length, wanted.length, (s, w) => sameText(shown[s] ?? '', wanted[w] ?? ''));
  let [lastShown, lastWanted] = [0, 0];
  for (const [nextShown, nextWanted] of [...pairs, [shown.length, wanted.length] as const]) {
    for (let offset = 0; lastShown + offset < nextShown && lastWanted + offset < nextWanted; offset++) {
      from[lastWanted + offset] = lastShown + offset;
    }

    if (nextWanted < wanted.length) {
      from[nextWanted] = nextShown;
    }

    [lastShown, lastWanted] = [nextShown + 1, nextWanted + 1];
  }

  return wanted.map((text, index) => {
    const place = from[index] ?? null;
    const kept = place === null ? undefined : shown[place];
    return { from: place, text: kept !== undefined && sameText(kept, text) ? kept : text };
  });
}
