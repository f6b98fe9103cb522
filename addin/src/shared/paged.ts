import type { Texts } from '../texts';
import { button, element, newId } from './element';
import { pageOf } from './pages';

/** What is shown page by page, so that a list of thousands stays quick. */
export interface Paged<T> {
  readonly all: readonly T[];
  readonly size: number;
  readonly texts: Texts;
  /** Draws one page. */
  readonly draw: (items: readonly T[]) => Node;
  /** Choices that narrow the list; the first is shown. */
  readonly filters?: readonly { readonly label: string; readonly keep: (item: T) => boolean }[];
  /** What the pages are pages of, for people who do not see them. */
  readonly label: string;
}

export function paged<T>({ all, size, texts, draw, filters = [], label }: Paged<T>): HTMLElement {
  const place = element('div');
  const position = element('p', { class: 'position', role: 'status' });
  const previous = button(texts.previousPage, () => { turn(-1); });
  const next = button(texts.nextPage, () => { turn(1); });
  const pager = element('nav', { class: 'pager', 'aria-label': texts.pagesOf(label) }, previous, position, next);
  let kept = all;
  let page = 1;

  show();
  return element('div', {}, filters.length > 1 && chooser(), pager, place);

  function turn(by: number): void {
    page += by;
    show();
  }

  function show(): void {
    const shown = pageOf(kept, page, size);
    page = shown.page;
    place.replaceChildren(shown.total === 0 ? element('p', { class: 'none' }, texts.nothingHere) : draw(shown.items));
    position.textContent = texts.position(shown.from, shown.to, shown.total);
    pager.hidden = shown.pages === 1;
    disable(previous, shown.page === 1);
    disable(next, shown.page === shown.pages);
  }

  // The focus stays on the button that was pressed, even at the end.
  function disable(target: HTMLElement, disabled: boolean): void {
    target.toggleAttribute('disabled-focusable', disabled);
    target.setAttribute('aria-disabled', String(disabled));
  }

  function chooser(): HTMLElement {
    const id = newId('filter');
    const select = element('select', {
      id,
      onchange: () => {
        const keep = filters[select.selectedIndex]?.keep;
        kept = keep ? all.filter(keep) : all;
        page = 1;
        show();
      },
    }, ...filters.map((filter) => element('option', {}, `${filter.label} (${texts.number(all.filter(filter.keep).length)})`)));
    return element('p', { class: 'filter' }, element('label', { for: id }, texts.show), ' ', select);
  }
}
