import type { ShownRow } from './changes';
import { normalizeAll } from './normalize';
import { commonSubsequence, longestIncreasing } from './sequence';

// Larger gaps between anchors are paired in order only: comparing all with all costs the product of both sides.
const maxGap = 200;

/**
 * For each recorded row the shown row it is, or null where somebody removed it. Rows equal at either end and rows equal that occur
 * once are sure; between them rows match that share most paragraphs; what is left pairs in order where both sides have the same
 * number. The same as on the server; `tests/vectors/table-refresh.json` holds both to it.
 */
export function alignRows(recorded: readonly ShownRow[], shown: readonly ShownRow[]): (number | null)[] {
  const [before, after] = [recorded.map(cellTexts), shown.map(cellTexts)];
  const [left, right] = [before.map((row) => JSON.stringify(row)), after.map((row) => JSON.stringify(row))];
  const found = new Array<number | null>(recorded.length).fill(null);

  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) {
    found[start] = start++;
  }

  let [endLeft, endRight] = [left.length, right.length];
  while (endLeft > start && endRight > start && left[endLeft - 1] === right[endRight - 1]) {
    found[--endLeft] = --endRight;
  }

  for (const [b, a] of anchors(left, right, start, endLeft, endRight)) {
    found[b] = a;
  }

  betweenPairs(found, shown.length, (gap) => {
    pairSimilar(gap, before, after, found);
  });
  betweenPairs(found, shown.length, ({ before: [b0, b1], after: [a0, a1] }) => {
    if (b1 - b0 === a1 - a0) {
      for (let offset = 0; offset < b1 - b0; offset++) {
        found[b0 + offset] = a0 + offset;
      }
    }
  });
  return found;
}

interface Gap {
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

const cellTexts = (row: ShownRow): string[][] => row.map(normalizeAll);

/** Rows that occur exactly once on both sides, as far as their order agrees. */
function anchors(left: readonly string[], right: readonly string[], start: number, endLeft: number, endRight: number): [number, number][] {
  const [onlyLeft, onlyRight] = [once(left, start, endLeft), once(right, start, endRight)];
  const pairs: [number, number][] = [];
  for (const [row, b] of onlyLeft) {
    const a = onlyRight.get(row);
    if (a !== undefined) {
      pairs.push([b, a]);
    }
  }

  pairs.sort(([b], [other]) => b - other);
  return longestIncreasing(pairs.map(([, a]) => a)).flatMap((index) => pairs.slice(index, index + 1));
}

function once(rows: readonly string[], start: number, end: number): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let index = start; index < end; index++) {
    const row = rows[index] ?? '';
    if (places.has(row)) {
      repeated.add(row);
    }

    places.set(row, index);
  }

  repeated.forEach((row) => places.delete(row));
  return places;
}

function pairSimilar({ before: [b0, b1], after: [a0, a1] }: Gap, before: readonly string[][][], after: readonly string[][][], found: (number | null)[]): void {
  const shared = (b: number, a: number) => countShared(before[b0 + b] ?? [], after[a0 + a] ?? []);
  const [height, width] = [b1 - b0, a1 - a0];
  if (height <= maxGap && width <= maxGap) {
    for (const [b, a] of commonSubsequence(height, width, shared)) {
      found[b0 + b] = a0 + a;
    }
  } else {
    for (let offset = 0; offset < Math.min(height, width) && shared(offset, offset) > 0; offset++) {
      found[b0 + offset] = a0 + offset;
    }
  }
}

/** How many paragraphs of the one row stand in the same column of the other. */
const countShared = (left: readonly string[][], right: readonly string[][]): number =>
  left.reduce((sum, cell, column) => sum + cell.filter((text) => right[column]?.includes(text) === true).length, 0);

/** Calls with every run of unpaired rows on both sides, as they are before the first call. */
function betweenPairs(found: readonly (number | null)[], shown: number, visit: (gap: Gap) => void): void {
  const gaps: Gap[] = [];
  let [b0, a0] = [0, 0];
  for (let b = 0; b <= found.length; b++) {
    const a = b === found.length ? shown : (found[b] ?? null);
    if (a !== null) {
      if (b > b0 && a > a0) {
        gaps.push({ before: [b0, b], after: [a0, a] });
      }

      [b0, a0] = [b + 1, a + 1];
    }
  }

  gaps.forEach(visit);
}
