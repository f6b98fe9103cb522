import { element, newId } from './element';

/** A table that can be scrolled sideways by keyboard where the window is narrow. */
export function table(caption: string, headings: readonly string[], rows: readonly Node[], className = ''): HTMLElement {
  const id = newId('table');
  return element('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-labelledby': id },
    element('table', { class: className },
      element('caption', { id }, caption),
      element('thead', {}, element('tr', {}, ...headings.map((heading) => element('th', { scope: 'col' }, heading)))),
      ...(rows.some((row) => row.nodeName === 'TBODY') ? rows : [element('tbody', {}, ...rows)])));
}

/** A row; the first cell names it. */
export function row(...cells: (Node | string)[]): HTMLElement {
  const [first = '', ...others] = cells;
  return element('tr', {}, element('th', { scope: 'row' }, first), ...others.map((cell) => element('td', {}, cell)));
}
