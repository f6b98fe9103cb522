/**
 * For each key of `after` the place of the same key in `before`, or -1: the k-th occurrence of a key is the k-th there.
 */
export function pairKeys(before: readonly string[], after: readonly string[]): number[] {
  const places = new Map<string, number[]>();
  before.forEach((key, index) => {
    const known = places.get(key);
    if (known === undefined) {
      places.set(key, [index]);
    } else {
      known.push(index);
    }
  });
  return after.map((key) => places.get(key)?.shift() ?? -1);
}

/** The places of a longest increasing subsequence; where there are several, the one patience sorting leaves. */
export function longestIncreasing(values: readonly number[]): number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }

    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const longest: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    longest.unshift(at);
  }

  return longest;
}

/** A longest common subsequence of two short sequences as pairs of places; where there are several, the earliest pairing. */
export function commonSubsequence(before: number, after: number, matches: (b: number, a: number) => boolean): [number, number][] {
  const width = after + 1;
  const lengths = new Uint16Array((before + 1) * width);
  const length = (b: number, a: number) => lengths[b * width + a] ?? 0;
  for (let b = before - 1; b >= 0; b--) {
    for (let a = after - 1; a >= 0; a--) {
      lengths[b * width + a] = Math.max(length(b + 1, a), length(b, a + 1), matches(b, a) ? length(b + 1, a + 1) + 1 : 0);
    }
  }

  const pairs: [number, number][] = [];
  for (let [b, a] = [0, 0]; b < before && a < after; ) {
    if (matches(b, a) && length(b, a) === length(b + 1, a + 1) + 1) {
      pairs.push([b++, a++]);
    } else if (length(b + 1, a) >= length(b, a + 1)) {
      b++;
    } else {
      a++;
    }
  }

  return pairs;
}
