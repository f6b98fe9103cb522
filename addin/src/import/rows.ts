import type { ListReport, ListRow } from '../api/types';
import { badge, element } from '../shared/element';
import { paged } from '../shared/paged';
import { row, table } from '../shared/table';
import type { Texts } from '../texts';

const perPage = 50;

/** The rows that are no measures, each with what it is and why. */
export function otherRows(list: ListReport, texts: Texts): Node[] {
  const all = list.rows.filter((listed) => listed.kind !== 'measure');
  const kinds = list.kinds.filter((kind) => all.some((listed) => listed.kind === kind.kind));
  return [
    ...further(list, texts),
    paged<ListRow>({
      all,
      size: perPage,
      texts,
      label: texts.otherRows,
      filters: [{ label: texts.all, keep: () => true }, ...kinds.map((kind) => ({ label: kind.text, keep: (listed: ListRow) => listed.kind === kind.kind }))],
      draw: (shown) => table(texts.otherRowsCaption, [texts.row, texts.kind, texts.content, texts.reason], shown.map((listed) => row(
        texts.place(listed.sheet, listed.row),
        element('div', {}, kindOf(list, listed), ' ', listed.needsPerson === true && badge(texts.needed, 'warning'), listed.isHidden === true && badge(texts.hidden, 'subtle')),
        listed.title ?? '',
        listed.text))),
    }),
  ];
}

/** Says that the report names not every row, where it does not. */
export function further(list: ListReport, texts: Texts): Node[] {
  return (list.furtherRows ?? 0) > 0 ? [element('p', {}, texts.furtherRows(list.rows.length, list.furtherRows ?? 0))] : [];
}

function kindOf(list: ListReport, listed: ListRow): string {
  return list.kinds.find((kind) => kind.kind === listed.kind)?.text ?? listed.kind;
}
