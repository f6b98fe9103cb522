import { button, element, newId } from '../../shared/element';
import type { TableCell, TableDocument, TableRow } from '../../tables/current';
import type { PaneTexts } from '../../texts/pane';

/** So many rows are shown at first: a pane is small, and some tables have hundreds. */
const firstRows = 40;

/** A table as it would be inserted; scrolled sideways by keyboard where the pane is narrow. */
export function preview(table: TableDocument, texts: PaneTexts): HTMLElement {
  const id = newId('preview');
  const body = element('tbody', {}, ...table.rows.slice(0, firstRows).map((row) => rowOf(row, table)));
  const rest = table.rows.slice(firstRows);
  const more = button(texts.furtherRows(rest.length), () => {
    body.append(...rest.map((row) => rowOf(row, table)));
    more.remove();
    region.focus();
  });
  const region = element('div', { 'class': 'scroll', 'role': 'region', 'tabindex': 0, 'aria-labelledby': id },
    element('table', { 'lang': 'de', 'aria-labelledby': id },
      element('thead', {}, element('tr', {}, ...table.columns.map(({ heading, numeric }) => element('th', { scope: 'col', class: numeric && 'number' }, heading)))),
      body));

  // No caption element: it would be as wide as the table and out of sight in a narrow pane.
  const caption = element('p', { id, class: 'caption', lang: 'de' }, element('strong', {}, table.title), ' ', table.asOf ? element('small', { lang: texts.language }, texts.stand(texts.day(new Date(table.asOf)))) : null);
  return element('div', {}, caption, region, table.rows.length === 0 && element('p', {}, texts.previewEmpty), rest.length > 0 && more);
}

function rowOf(row: TableRow, table: TableDocument): HTMLElement {
  return element('tr', { class: row.kind === 'total' && 'total' }, ...row.cells.map((cell, column) => {
    const isHead = column === 0 && cell.items.length > 0;
    return element(isHead ? 'th' : 'td', { scope: isHead && 'row', class: (table.columns[column]?.numeric ?? false) && 'number' }, ...contentOf(cell));
  }));
}

function contentOf({ items }: TableCell): Node[] {
  return items.length > 1 ? [element('ul', {}, ...items.map(({ text }) => element('li', {}, text)))] : items.map(({ text }) => element('p', {}, text));
}
