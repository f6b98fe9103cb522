import type { ListChange, ListReport } from '../api/types';
import { element } from '../shared/element';
import { paged } from '../shared/paged';
import { row, table } from '../shared/table';
import type { Texts } from '../texts';

const perPage = 50;
const kinds = ['gone', 'split', 'cancelled', 'reference', 'changed', 'new'] as const;

/** What this edition of the list changes. */
export function edition(list: ListReport, texts: Texts): Node[] {
  const { changes } = list.edition;
  return [
    paged<ListChange>({
      all: changes,
      size: perPage,
      texts,
      label: texts.edition,
      filters: [
        { label: texts.all, keep: () => true },
        ...kinds.filter((kind) => changes.some((change) => change.kind === kind)).map((kind) => ({ label: texts.change[kind] ?? kind, keep: (change: ListChange) => change.kind === kind })),
      ],
      draw: (shown) => table(texts.editionCaption, [texts.measure, texts.kind, texts.row, texts.difference], shown.map((change) => row(
        [change.number, change.title].filter(Boolean).join(' · ') || '–',
        texts.change[change.kind] ?? change.kind,
        change.row == null ? '–' : texts.place(change.sheet, change.row),
        difference(change, list, texts)))),
    }),
    ...((list.edition.furtherChanges ?? 0) > 0 ? [element('p', {}, texts.furtherChanges(list.edition.furtherChanges ?? 0))] : []),
  ];
}

function difference(change: ListChange, list: ListReport, texts: Texts): Node | string {
  switch (change.kind) {
    case 'gone':
      return texts.goneNote;
    case 'cancelled':
      return texts.cancelledNote;
    case 'split':
      return texts.splitInto(change.numbers.join(', '));
    case 'reference':
      return texts.refersTo(change.numbers.join(', '));
    default:
      return element('ul', { class: 'samples' }, ...change.fields.map((field) => element('li', {},
        `${labelOf(field.field, list)}: `, element('del', {}, field.before ?? texts.nothingBefore), ' → ', element('ins', {}, field.after ?? texts.nothingBefore))));
  }
}

// A difference names the measure's field; the list's fields are mostly called the same.
function labelOf(field: string, list: ListReport): string {
  return list.fields.find((known) => known.value === field || `${known.value}Euro` === field || `${known.value}Note` === field)?.label ?? field;
}
