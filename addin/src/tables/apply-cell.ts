import { itemTexts, type AnalysedCell } from './analysis';
import type { Decision, TargetParagraph } from './changes';
import type { CellItem } from './current';
import { normalize } from './normalize';
import { growParagraphs } from './paragraphs';
import type { RecordCell } from './record';

export interface CellOutcome {
  readonly cell: RecordCell;
  /** Null where nothing is to be done in the document. */
  readonly paragraphs: readonly TargetParagraph[] | null;
  /** Changes that stay undone. */
  readonly open: number;
}

/** What was decided at a place within the cell: 'cell' and 'edit' of itself, item kinds with the item's place. */
export type DecidedInCell = (kind: string, ...item: readonly number[]) => Decision | undefined;

/** One cell after the decisions. */
export function applyCell(cell: AnalysedCell, decided: DecidedInCell, lost: boolean): CellOutcome {
  const { column, recorded, shown, own } = cell;
  const wanted = cell.wanted ?? recorded;
  const keep = (items: readonly CellItem[], isOwn = false): CellOutcome => ({ cell: { column, own: isOwn, items }, paragraphs: null, open: 0 });
  const restore = (): CellOutcome => ({ ...keep(wanted), paragraphs: shown === null ? null : growParagraphs(shown, itemTexts(wanted).filter((text) => normalize(text) !== '')) });
  if (own) {
    return decided('edit') === 'concept' ? restore() : keep(recorded, true);
  }

  if (!cell.edited) {
    return applyItems(cell, wanted, decided);
  }

  if (cell.asWanted) {
    return keep(wanted);
  }

  switch (decided('cell') ?? decided('edit')) {
    case 'concept':
      return restore();
    case 'mine':
      return keep(wanted);
    case 'own':
      return keep(wanted, true);
    default:
      // Without a record nothing is known to have been rendered: an empty cell asks again.
      return cell.items.any || lost ? { ...keep(lost ? [] : recorded), open: 1 } : keep(wanted);
  }
}

function applyItems({ column, recorded, items }: AnalysedCell, wanted: readonly CellItem[], decided: DecidedInCell): CellOutcome {
  const accepted = (kind: string, ...place: number[]) => decided(kind, ...place) === 'accept';
  const place = placeOf(wanted, items.pairs);
  const reorder = !items.reordered || accepted('cell-reordered');
  let open = reorder ? 0 : 1;

  // What stays of the recorded items: where its paragraph is now, and what it becomes.
  const kept: Placed[] = [];
  const paragraph = counted(recorded);
  recorded.forEach((item, at) => {
    const next = place.get(at);
    const fresh = next === undefined ? undefined : wanted[next];
    if (fresh === undefined || next === undefined) {
      const gone = accepted('item-removed', at);
      open += gone ? 0 : 1;
      kept.push(...(gone ? [] : [{ item, from: paragraph[at] ?? null, wanted: -1 }]));
    } else {
      const refused = items.changed.includes(next) && !accepted('item-changed', next);
      open += refused ? 1 : 0;
      kept.push({ item: refused ? item : fresh, from: paragraph[at] ?? null, wanted: next });
    }
  });
  const result = reorder ? inOrder(kept) : kept;
  wanted.forEach((item, at) => {
    if ((items.pairs[at] ?? -1) < 0) {
      if (accepted('item-added', at)) {
        result.splice(placeAfter(result, at), 0, { item, from: null, wanted: at });
      } else {
        open++;
      }
    }
  });

  const paragraphs = result.filter(({ item }) => normalize(item.text) !== '').map(({ item, from }) => ({ from, text: item.text }));
  const touched = paragraphs.length !== paragraph.filter((at) => at !== null).length || paragraphs.some(({ from, text }, at) => from !== at || !unchanged(recorded, paragraph, from, text));
  return { cell: { column, own: false, items: result.map(({ item }) => item) }, paragraphs: touched ? paragraphs : null, open };
}

interface Placed {
  readonly item: CellItem;
  readonly from: number | null;
  /** Its place among the wanted; -1 where the concept no longer has it. */
  readonly wanted: number;
}

const placeOf = (wanted: readonly CellItem[], pairs: readonly number[]): Map<number, number> => new Map(wanted.map((_, at) => [pairs[at] ?? -1, at]));

/** For each item the number of its paragraph; null for one without text, which has none that counts. */
function counted(items: readonly CellItem[]): (number | null)[] {
  let count = 0;
  return items.map((item) => (normalize(item.text) === '' ? null : count++));
}

const unchanged = (recorded: readonly CellItem[], paragraph: readonly (number | null)[], from: number | null, text: string): boolean =>
  from !== null && normalize(recorded[paragraph.indexOf(from)]?.text ?? '') === normalize(text);

/** Those the concept still has, in its order, in the places they hold together; the others stay where they are. */
export function inOrder<T extends { readonly wanted: number }>(kept: readonly T[]): T[] {
  const sorted = kept.filter((entry) => entry.wanted >= 0).sort((a, b) => a.wanted - b.wanted);
  return kept.map((entry) => (entry.wanted < 0 ? entry : (sorted.shift() ?? entry)));
}

/** Where something new goes: after the nearest that the concept has before it. */
export function placeAfter(entries: readonly { readonly wanted: number }[], wanted: number): number {
  let [best, place] = [-1, 0];
  entries.forEach((entry, index) => {
    if (entry.wanted < wanted && entry.wanted > best) {
      [best, place] = [entry.wanted, index + 1];
    }
  });
  return place;
}
