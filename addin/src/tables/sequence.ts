/** A name for each key that occurs once in the list: the key, with "#k" from its second occurrence on. */
export function labelsOf(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}

/** Where each label stands. A key may itself end in "#2": the first to be called so keeps the name. */
export const placesOf = (labels: readonly string[]): ReadonlyMap<string, number> => new Map(labels.map((label, place) => [label, place] as const).reverse());

/** The places of a longest increasing subsequence of distinct numbers, by the patience method (Fredman 1975). */
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

/** The common subsequence of two short sequences that shares most, as pairs of places; where there are several, the earliest pairing. */
export function commonSubsequence(before: number, after: number, shared: (b: number, a: number) => number): [number, number][] {
  const width = after + 1;
  const best = new Uint32Array((before + 1) * width);
  const weights = new Uint32Array((before + 1) * width);
  const at = (of: Uint32Array, b: number, a: number) => of[b * width + a] ?? 0;
  for (let b = before - 1; b >= 0; b--) {
    for (let a = after - 1; a >= 0; a--) {
      const weight = (weights[b * width + a] = shared(b, a));
      best[b * width + a] = Math.max(at(best, b + 1, a), at(best, b, a + 1), weight > 0 ? at(best, b + 1, a + 1) + weight : 0);
    }
  }

  const pairs: [number, number][] = [];
  for (let [b, a] = [0, 0]; b < before && a < after; ) {
    const weight = at(weights, b, a);
    if (weight > 0 && at(best, b, a) === at(best, b + 1, a + 1) + weight) {
      pairs.push([b++, a++]);
    } else if (at(best, b + 1, a) >= at(best, b, a + 1)) {
      b++;
    } else {
      a++;
    }
  }

  return pairs;
}

/** The order of the first list, with what only the second has directly behind what stands before it there. */
export function interleave<T>(order: readonly T[], others: readonly T[]): T[] {
  const known = new Set(order);
  const behind = new Map<T | undefined, T[]>();
  let last: T | undefined;
  for (const entry of others) {
    if (known.has(entry)) {
      last = entry;
    } else {
      behind.set(last, [...(behind.get(last) ?? []), entry]);
    }
  }

  return [undefined, ...order].flatMap((entry) => [...(entry === undefined ? [] : [entry]), ...(behind.get(entry) ?? [])]);
}
