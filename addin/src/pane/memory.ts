/** What is remembered between visits, by document: never its content. A browser that keeps nothing only forgets. */
export class Memory {
  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null, private readonly document: string) {}

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- What comes back is what was put in.
  read<T>(name: string): T | null {
    try {
      const kept = this.storage?.getItem(this.keyOf(name));
      return kept ? (JSON.parse(kept) as T) : null;
    } catch {
      return null;
    }
  }

  write(name: string, value: unknown): void {
    try {
      this.storage?.setItem(this.keyOf(name), JSON.stringify(value));
    } catch {
      // Full or forbidden: then it is not remembered.
    }
  }

  private keyOf(name: string): string {
    return `insek-pane:${name}:${this.document}`;
  }
}

/** The browser's storage, where pages in frames may have one. */
export function storageOf(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return globalThis[kind];
  } catch {
    return null;
  }
}
