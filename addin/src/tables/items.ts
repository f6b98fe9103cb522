import type { CellItem } from './current';
import { normalize, sameText } from './normalize';
import { interleave, labelsOf, placesOf } from './sequence';

/** An item that came, went or reads otherwise. */
export interface ItemDifference {
  readonly kind: 'item-changed' | 'item-added' | 'item-removed';
  /** Its key, with "#k" from the second item of that key on. */
  readonly item: string;
  readonly before: CellItem | null;
  readonly after: CellItem | null;
  /** For one that came: the item before it; null for the first. */
  readonly follows: string | null;
}

/** How the items of one cell have changed from what was rendered to what the concept has. */
export class ItemChanges {
  readonly #before: readonly CellItem[];
  readonly #after: readonly CellItem[];
  readonly #labelsBefore: readonly string[];
  readonly #labelsAfter: readonly string[];
  readonly #placesBefore: ReadonlyMap<string, number>;
  readonly #placesAfter: ReadonlyMap<string, number>;

  constructor(before: readonly CellItem[], after: readonly CellItem[]) {
    [this.#before, this.#after] = [before, after];
    [this.#labelsBefore, this.#labelsAfter] = [labelsOf(before.map((item) => item.key)), labelsOf(after.map((item) => item.key))];
    [this.#placesBefore, this.#placesAfter] = [placesOf(this.#labelsBefore), placesOf(this.#labelsAfter)];
  }

  /** What is gone, as it was rendered; then what reads otherwise or is new, in the order of the concept. */
  *list(): Generator<ItemDifference> {
    for (const [place, item] of this.#labelsBefore.entries()) {
      if (!this.#placesAfter.has(item)) {
        yield { kind: 'item-removed', item, before: this.#before[place] ?? null, after: null, follows: null };
      }
    }

    for (const [place, item] of this.#labelsAfter.entries()) {
      const [before, after] = [this.#rendered(item), this.#after[place] ?? null];
      if (before === null) {
        yield { kind: 'item-added', item, before: null, after, follows: this.#labelsAfter[place - 1] ?? null };
      } else if (after !== null && !sameText(before.text, after.text)) {
        yield { kind: 'item-changed', item, before, after, follows: null };
      }
    }
  }

  get isReordered(): boolean {
    const common = this.#labelsBefore.map((label) => this.#placesAfter.get(label) ?? -1).filter((place) => place >= 0);
    return common.some((place, index) => index > 0 && place < (common[index - 1] ?? 0));
  }

  /**
   * The cell after some of its changes: the items, and where each was rendered (null for a new one).
   * Where the order stays, what is new comes directly behind the nearest item before it that is there; where it changes, what stays
   * against the concept comes directly behind the item it was rendered behind.
   */
  merge(accepts: (kind: string, item?: string) => boolean): { readonly place: number | null; readonly item: CellItem }[] {
    const rendered = this.#labelsBefore.filter((label) => this.#placesAfter.has(label) || !accepts('item-removed', label));
    const wanted = this.#labelsAfter.filter((label) => this.#placesBefore.has(label) || accepts('item-added', label));
    const order = this.isReordered && accepts('cell-reordered') ? interleave(wanted, rendered) : interleave(rendered, wanted);
    return order.flatMap((label) => {
      const before = this.#rendered(label);
      const after = this.#after[this.#placesAfter.get(label) ?? -1] ?? null;
      const keeps = before !== null && (after === null || (!sameText(before.text, after.text) && !accepts('item-changed', label)));
      const item = keeps ? before : after;
      return item === null ? [] : [{ place: this.#placesBefore.get(label) ?? null, item }];
    });
  }

  #rendered(label: string): CellItem | null {
    return this.#before[this.#placesBefore.get(label) ?? -1] ?? null;
  }
}

/** Whether nobody would read a difference, item by item. */
export const sameItems = (a: readonly CellItem[], b: readonly CellItem[]): boolean =>
  a.length === b.length && a.every((item, place) => item.key === b[place]?.key && sameText(item.text, b[place].text));

/** The texts that make paragraphs. */
export const textsOf = (items: readonly CellItem[]): string[] => items.map((item) => item.text).filter((text) => normalize(text) !== '');
