import { badge, button, element, newId } from '../../shared/element';
import type { PaneTexts } from '../../texts/pane';
import type { LooseTable } from '../../word/document';
import type { Entry } from './entry';
import { listedTable } from './list-model';
import type { Known } from './session';

/** What can be done from the list. */
export interface ListActions {
  readonly check: () => void;
  readonly refresh: (entries: readonly Entry[]) => void;
  readonly open: (entry: Entry) => void;
  readonly goTo: (entry: Entry) => void;
  readonly repair: (entry: Entry) => void;
  readonly unlink: (entry: Entry) => void;
  readonly relink: (loose: LooseTable, record: number) => void;
  /** Whether the document is kept in the register; changes it. */
  readonly register: { readonly agreed: boolean; readonly said: string; readonly agree: (agreed: boolean) => void };
}

/** The tables of the document. @param selected The keys of tables that are ticked; changed here. */
export function listView({ entries, loose }: Known, selected: Set<number>, actions: ListActions, texts: PaneTexts): Node[] {
  const listed = entries.map((entry) => ({ entry, shown: listedTable(entry, texts) }));
  const refreshable = listed.filter(({ shown }) => shown.refreshable).map(({ entry }) => entry);
  const chosen = () => refreshable.filter(({ table }) => selected.has(table.key));
  const some = button('', () => { actions.refresh(chosen()); }, { 'data-focus': 'selected' });
  const count = () => {
    some.textContent = texts.refreshSelected(chosen().length);
    some.hidden = chosen().length === 0;
  };
  count();
  return [
    element('h2', { tabindex: -1, 'data-focus': 'heading' }, texts.documentTables),
    element('div', { class: 'buttons' },
      button(texts.checkNow, actions.check, { 'data-focus': 'check', 'appearance': refreshable.length > 0 ? 'outline' : 'primary' }),
      refreshable.length > 0 && button(texts.refreshAll, () => { actions.refresh(refreshable); }, { 'appearance': 'primary', 'data-focus': 'all' }),
      some),
    element('ul', { class: 'tables' }, ...listed.map(({ entry, shown }) => {
      const { key } = entry.table;
      const box = shown.refreshable && element('input', {
        'type': 'checkbox',
        'aria-label': texts.select(shown.caption),
        'checked': selected.has(key),
        'data-focus': `select-${key}`,
        'onchange': (event) => {
          if ((event.target as HTMLInputElement).checked) {
            selected.add(key);
          } else {
            selected.delete(key);
          }

          count();
        },
      });
      return item(entry, box, actions, texts);
    })),
    ...looseList(loose, actions, texts),
    entries.length > 0 && register(actions, texts),
  ].filter((part) => part !== false);
}

function item(entry: Entry, box: HTMLElement | false, actions: ListActions, texts: PaneTexts): HTMLElement {
  const shown = listedTable(entry, texts);
  const { key, instance } = entry.table;
  const named = (text: string) => ({ 'size': 'small', 'aria-label': `${text}: ${shown.caption}` });
  return element('li', { 'class': shown.state, 'data-instance': instance, 'data-state': shown.state },
    element('div', { class: 'head' },
      box,
      element('h3', {}, element('button', { 'type': 'button', 'class': 'link', 'lang': 'de', 'title': texts.goTo(shown.caption), 'data-focus': `go-${key}`, 'onclick': () => { actions.goTo(entry); } }, shown.caption)),
      badge(texts.state[shown.state] ?? shown.state, shown.mood)),
    ...shown.sentences.map((sentence) => element('p', {}, sentence)),
    shown.flags.length > 0 && element('div', { class: 'flags' }, ...shown.flags.map((flag) => element('p', {}, flag.text))),
    element('div', { class: 'buttons' },
      shown.flags.some(({ repairable }) => repairable) && button(texts.repair, () => { actions.repair(entry); }, { ...named(texts.repair), 'data-focus': `repair-${key}` }),
      shown.proposal !== null && button(shown.proposal, () => { actions.open(entry); }, { ...named(shown.proposal), 'data-focus': `open-${key}` }),
      shown.refreshable && button(texts.refresh, () => { actions.refresh([entry]); }, { ...named(texts.refresh), 'data-focus': `refresh-${key}` }),
      button(texts.unlink, () => { actions.unlink(entry); }, { ...named(texts.unlink), 'appearance': 'subtle', 'data-focus': `unlink-${key}` })));
}

function looseList(loose: readonly LooseTable[], actions: ListActions, texts: PaneTexts): Node[] {
  return loose.length === 0 ? [] : [
    element('h2', {}, texts.loose),
    element('p', { class: 'soft' }, texts.looseHint),
    element('ul', { class: 'tables' }, ...loose.map((table) => looseItem(table, actions, texts))),
  ];
}

function looseItem(loose: LooseTable, actions: ListActions, texts: PaneTexts): HTMLElement {
  const caption = loose.caption || texts.untitled;
  const id = newId('record');
  const select = loose.records.length > 1 && element('select', { id },
    ...loose.records.map(({ definition, parameters }, index) => element('option', { value: index }, [texts.definitionTitle[definition] ?? definition, parameters].filter(Boolean).join(' – '))));
  return element('li', { 'class': 'unchecked', 'data-place': loose.place },
    element('h3', { lang: 'de' }, caption),
    loose.records.length === 0 && element('p', {}, texts.relinkNoRecord),
    select && element('p', { class: 'pair' }, element('label', { for: id }, texts.relinkAs), ' ', select),
    loose.records.length > 0 && element('div', { class: 'buttons' }, button(texts.relink, () => { actions.relink(loose, select ? select.selectedIndex : 0); }, { 'size': 'small', 'aria-label': `${texts.relink}: ${caption}`, 'data-focus': `relink-${loose.place}` })));
}

function register({ register: { agreed, said, agree } }: ListActions, texts: PaneTexts): HTMLElement {
  const hint = newId('register');
  const box = element('input', { 'type': 'checkbox', 'role': 'switch', 'checked': agreed, 'aria-describedby': hint, 'data-focus': 'register', 'onchange': () => { agree(box.checked); } });
  return element('div', {}, element('label', { class: 'choice' }, box, element('span', {}, texts.keepRegister)), element('small', { id: hint }, texts.keepRegisterHint), said ? element('p', { class: 'soft' }, said) : null);
}

/** Draws anew and leaves the focus where it was, or on the heading where that is gone. */
export function redraw(place: HTMLElement, parts: readonly Node[]): void {
  const focused = place.contains(document.activeElement) ? (document.activeElement?.closest('[data-focus]')?.getAttribute('data-focus') ?? null) : undefined;
  place.replaceChildren(...parts);
  if (focused !== undefined) {
    const again = focused === null ? null : place.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused)}"]:not([hidden])`);
    (again ?? place.querySelector<HTMLElement>('[data-focus="heading"]'))?.focus();
  }
}

