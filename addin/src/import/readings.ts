import type { ListReading, ListReport, ListRow } from '../api/types';
import { badge, element, type Mood } from '../shared/element';
import { paged } from '../shared/paged';
import { table } from '../shared/table';
import type { Texts } from '../texts';
import { further } from './rows';

const perPage = 20;
const colors: Readonly<Record<string, Mood>> = { new: 'success', changed: 'informative', rejected: 'danger' };

/** Whether a row has something that was not understood whole. */
export function isUnclear(row: ListRow): boolean {
  return row.needsPerson === true || row.readings.some((reading) => reading.understanding === 'partly' || reading.understanding === 'unclear');
}

/** The measures, cell by cell: the original beside the reading. */
export function readings(list: ListReport, texts: Texts): Node[] {
  const labels = new Map(list.fields.map((field) => [field.value, field.label]));
  const headings = new Map(list.sheets.flatMap((sheet) => sheet.columns.map((column) => [`${sheet.name ?? ''}|${column.place}`, column.heading] as const)));
  return [
    ...further(list, texts),
    paged<ListRow>({
      all: list.rows.filter((row) => row.kind === 'measure'),
      size: perPage,
      texts,
      label: texts.readings,
      filters: [
        { label: texts.all, keep: () => true },
        { label: texts.toLookAt, keep: isUnclear },
        { label: texts.newOnes, keep: (row) => row.outcome === 'new' },
        { label: texts.changedOnes, keep: (row) => row.outcome === 'changed' },
        { label: texts.rejected, keep: (row) => row.outcome === 'rejected' },
      ],
      draw: (shown) => table(texts.readingsCaption, [texts.field, texts.asWritten, texts.asRead], shown.map(measure), 'readings'),
    }),
  ];

  function measure(row: ListRow): HTMLElement {
    const outcome = row.outcome ?? '';
    return element('tbody', {},
      element('tr', { class: 'head' }, element('th', { scope: 'rowgroup', colspan: 3 },
        element('span', { class: 'where' }, texts.measureHead(texts.place(row.sheet, row.row), row.number)), ' ',
        element('span', { class: 'name' }, row.title ?? '–'), ' ',
        outcome !== '' && badge(texts.change[outcome] ?? outcome, colors[outcome] ?? 'subtle'), ' ',
        row.needsPerson === true && badge(texts.needed, 'warning'), row.isHidden === true && badge(texts.hidden, 'subtle'))),
      ...row.readings.map((reading) => cell(row, reading)));
  }

  function cell(row: ListRow, reading: ListReading): HTMLElement {
    const name = (reading.field && labels.get(reading.field)) ?? headings.get(`${row.sheet ?? ''}|${reading.column}`) ?? '';
    return element('tr', { class: reading.understanding },
      element('th', { scope: 'row' }, name || texts.noHeading),
      element('td', { class: 'written' }, reading.written || texts.empty, reading.isFormula === true && element('span', { class: 'where' }, ` (${texts.formula})`)),
      element('td', {}, ...read(reading)));
  }

  function read(reading: ListReading): (Node | string)[] {
    const note = reading.text ?? texts.understanding[reading.understanding] ?? reading.understanding;
    switch (reading.understanding) {
      case 'understood':
        return [reading.value ?? ''];
      case 'kept':
        return [element('span', { class: 'where' }, note)];
      default:
        return [reading.value ?? '', ' ', badge(texts.understanding[reading.understanding] ?? reading.understanding, 'warning'), ' ', element('span', { class: 'where' }, note)];
    }
  }
}
