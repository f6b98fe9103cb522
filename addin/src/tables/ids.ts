/** Names changes and edits, and finds the name of a place again when a plan is carried out. */
export class Ids {
  readonly #used = new Map<string, number>();
  readonly #places = new Map<string, string>();

  /**
   * `{kind}:{row}[:{column}[:{item}]]`, `#k` for the k-th repetition from the second on.
   * @param place Row, column and item by number: keys may repeat, places do not.
   */
  name(kind: string, place: readonly number[], ...keys: readonly string[]): string {
    const name = [kind, ...keys].join(':');
    const count = (this.#used.get(name) ?? 0) + 1;
    this.#used.set(name, count);
    const unique = count === 1 ? name : `${name}#${count}`;
    this.#places.set([kind, ...place].join(), unique);
    return unique;
  }

  /** The name given to a place; undefined where there is no such change. */
  at(kind: string, ...place: readonly number[]): string | undefined {
    return this.#places.get([kind, ...place].join());
  }
}
