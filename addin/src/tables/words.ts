/** A piece of text and what became of it. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  /** The text, with the white space that follows it. */
  readonly text: string;
}

// Texts that differ more are shown as replaced; bounds memory.
const maxEdits = 2000;

/**
 * Compares two texts word by word (Myers 1986, "An O(ND) Difference Algorithm and Its Variations"), as `WordDiff` on the server.
 * Removed and same parts make the old text, added and same parts the new one.
 */
export function compareWords(before: string, after: string): DiffPart[] {
  return merge(edits(split(before), split(after)));
}

/** Words with the white space that follows them. */
const split = (text: string): string[] => text.match(/^\s+|\S+\s*/g) ?? [];

function edits(old: readonly string[], fresh: readonly string[]): DiffPart[] {
  const limit = Math.min(old.length + fresh.length, maxEdits);
  const furthest = new Int32Array(2 * limit + 3);
  const at = (diagonal: number) => furthest[limit + 1 + diagonal] ?? 0;
  const trace: Int32Array[] = [];
  for (let count = 0; count <= limit; count++) {
    trace.push(furthest.slice(limit + 1 - count, limit + 2 + count));
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      const down = diagonal === -count || (diagonal !== count && at(diagonal - 1) < at(diagonal + 1));
      let x = down ? at(diagonal + 1) : at(diagonal - 1) + 1;
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal]) {
        x++;
      }

      furthest[limit + 1 + diagonal] = x;
      if (x >= old.length && x - diagonal >= fresh.length) {
        return backtrack(trace, old, fresh);
      }
    }
  }

  return [...old.map((text) => ({ kind: 'removed', text }) as const), ...fresh.map((text) => ({ kind: 'added', text }) as const)];
}

function backtrack(trace: readonly Int32Array[], old: readonly string[], fresh: readonly string[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let [x, y] = [old.length, fresh.length];
  const take = (kind: DiffPart['kind'], text: string | undefined) => parts.push({ kind, text: text ?? '' });
  for (let count = trace.length - 1; count > 0; count--) {
    const at = (diagonal: number) => (Math.abs(diagonal) > count ? -1 : (trace[count]?.[diagonal + count] ?? 0));
    const diagonal = x - y;
    const down = diagonal === -count || (diagonal !== count && at(diagonal - 1) < at(diagonal + 1));
    const previousX = at(down ? diagonal + 1 : diagonal - 1);
    while (x > previousX + (down ? 0 : 1)) {
      take('same', old[--x]);
      y--;
    }

    if (down) {
      take('added', fresh[--y]);
    } else {
      take('removed', old[--x]);
    }
  }

  while (x > 0) {
    take('same', old[--x]);
  }

  return parts.reverse();
}

function merge(parts: readonly DiffPart[]): DiffPart[] {
  const merged: DiffPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last?.kind === part.kind) {
      merged[merged.length - 1] = { kind: part.kind, text: last.text + part.text };
    } else {
      merged.push(part);
    }
  }

  return merged;
}
