import type { FakeDocument } from './document';
import { deleteRun, newRun, rawText } from './text';
import { childOf, childrenOf, create, descendants, insertAfter, is, remove, type Element } from './xml';

/** Rows of a table itself, also those in row controls, not those of tables within. */
export const rowsOf = (table: Element): Element[] => descendants(table, ['tr'], ['tc']).filter((row) => !is(row.parentNode, 'tc'));

export const cellsOf = (row: Element): Element[] => descendants(row, ['tc'], ['tc']);

export const blocksOfCell = (cell: Element): Element[] => childrenOf(cell).filter((child) => is(child, 'p', 'tbl', 'sdt'));

/** Rows like another one, empty but for the values; formatting comes along as in Word, also that a header row repeats. */
export function insertRows(document: FakeDocument, beside: Element, location: string, count: number, values: readonly (readonly string[])[] = []): Element[] {
  const rows = Array.from({ length: count }, (_, index) => rowLike(document, beside, values[index] ?? []));
  let last = beside;
  for (const row of rows) {
    if (location === 'Before') {
      beside.parentNode?.insertBefore(row, beside);
    } else {
      insertAfter(row, last);
      last = row;
    }
  }

  return rows;
}

function rowLike(document: FakeDocument, like: Element, values: readonly string[]): Element {
  const row = create(like, 'tr');
  const properties = childOf(like, 'trPr');
  if (properties !== null) {
    const copy = row.appendChild(properties.cloneNode(true)) as Element;
    childrenOf(copy).filter((child) => is(child, 'ins', 'del')).forEach(remove);
  }

  cellsOf(like).forEach((cell, index) => {
    const made = row.appendChild(create(cell, 'tc'));
    const cellProperties = childOf(cell, 'tcPr');
    if (cellProperties !== null) {
      made.appendChild(cellProperties.cloneNode(true));
    }

    const paragraph = made.appendChild(create(cell, 'p'));
    const first = childOf(cell, 'p');
    const paragraphProperties = childOf(first, 'pPr');
    if (paragraphProperties !== null) {
      const copy = paragraph.appendChild(paragraphProperties.cloneNode(true)) as Element;
      childrenOf(copy).filter((child) => is(child, 'rPr')).forEach(remove);
    }

    const value = values[index] ?? '';
    if (value !== '') {
      paragraph.appendChild(newRun(cell, value, null));
    }
  });
  if (document.on) {
    document.trackInserted(wrapForTracking(row));
  }

  return row;
}

/** `trackInserted` looks among descendants. */
function wrapForTracking(row: Element): Element {
  const holder = create(row, 'tbl');
  holder.appendChild(row);
  return holder;
}

export function deleteRow(document: FakeDocument, row: Element): void {
  const properties = childOf(row, 'trPr');
  if (document.on && childOf(properties, 'ins') === null) {
    const target = properties ?? (row.insertBefore(create(row, 'trPr'), childrenOf(row).find((child) => is(child, 'tc')) ?? null));
    target.appendChild(document.mark(row, 'del'));
    descendants(row, ['r']).forEach((run) => { deleteRun(run, document); });
    return;
  }

  const table = row.parentNode;
  remove(row);
  if (is(table, 'tbl') && rowsOf(table).length === 0) {
    remove(table);
  }
}

/** The text of every cell; paragraphs are separated by line feeds. */
export const valuesOf = (table: Element): string[][] =>
  rowsOf(table).map((row) => cellsOf(row).map((cell) => descendants(cell, ['p']).map(rawText).join('\n')));

export const headerRows = (table: Element): number => {
  const rows = rowsOf(table);
  const first = rows.findIndex((row) => childOf(childOf(row, 'trPr'), 'tblHeader') === null);
  return first < 0 ? rows.length : first;
};

export function setHeaderRows(table: Element, count: number): void {
  rowsOf(table).forEach((row, index) => {
    const properties = childOf(row, 'trPr') ?? row.insertBefore(create(row, 'trPr'), childrenOf(row).find((child) => is(child, 'tc')) ?? null);
    const known = childOf(properties, 'tblHeader');
    if (index < count && known === null) {
      properties.insertBefore(create(row, 'tblHeader'), childrenOf(properties).find((child) => is(child, 'ins', 'del', 'tblCellSpacing', 'jc', 'hidden')) ?? null);
    } else if (index >= count && known !== null) {
      remove(known);
    }
  });
}
