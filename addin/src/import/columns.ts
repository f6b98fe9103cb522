import type { ListColumn, ListReport, ListSheet } from '../api/types';
import { badge, element, type Mood } from '../shared/element';
import { row, table } from '../shared/table';
import type { Texts } from '../texts';
import type { Decisions } from './decisions';

const colors: Readonly<Record<string, Mood>> = { mapped: 'success', exact: 'success', likely: 'warning', none: 'subtle' };

/** The columns as they are headed, what each fills and how sure that is. */
export function columns(list: ListReport, decisions: Decisions, changed: () => void, texts: Texts): Node[] {
  return list.sheets.filter((sheet) => sheet.isRead).map((sheet) => ofSheet(sheet, list, decisions, changed, texts));
}

function ofSheet(sheet: ListSheet, list: ListReport, decisions: Decisions, changed: () => void, texts: Texts): HTMLElement {
  return table(texts.columnsCaption(sheet.name), [texts.columnHeading, texts.field, texts.certain, texts.samples], sheet.columns.map((column) => row(
    heading(column, texts),
    field(column, list, decisions, changed, texts),
    element('div', {}, badge(texts.certainty[column.certainty] ?? column.certainty, colors[column.certainty] ?? 'subtle'), element('p', { class: 'where' }, column.text)),
    element('ul', { class: 'samples' }, ...column.samples.map((sample) => element('li', {}, sample))))), 'mapping');
}

function heading(column: ListColumn, texts: Texts): HTMLElement {
  const notes = [column.unit ? texts.unit(column.unit) : '', column.isHidden ? texts.hidden : ''].filter(Boolean).join(', ');
  return element('div', {}, nameOf(column, texts), notes ? element('p', { class: 'where' }, notes) : null);
}

function field(column: ListColumn, list: ListReport, decisions: Decisions, changed: () => void, texts: Texts): HTMLElement {
  const select = element('select', {
    'aria-label': texts.fieldOf(nameOf(column, texts)),
    onchange: () => {
      decisions.choose(column, list.fields[select.selectedIndex - 1]?.value ?? null);
      changed();
    },
  }, element('option', {}, texts.keepColumn), ...list.fields.map((choice) => element('option', {}, choice.label)));
  const chosen = decisions.fieldOf(column);
  select.selectedIndex = list.fields.findIndex((choice) => choice.value === chosen) + 1;
  return select;
}

function nameOf(column: ListColumn, texts: Texts): string {
  const name = column.heading || texts.noHeading;
  return (column.occurrence ?? 1) > 1 ? `${name} (${column.occurrence ?? 1})` : name;
}
