import { childrenOf, create, isElement, parse, type Element, type Node } from './xml';
import { newRun } from './text';

/** Turns simple HTML into blocks: paragraphs and tables, what the add-in inserts. It must be well-formed. */
export function blocksOfHtml(html: string, like: Element): Element[] {
  const root = parse(`<div>${html}</div>`).documentElement;
  return childrenOf(root).map((element) => (name(element) === 'table' ? table(element, like) : paragraph(element, like)));
}

const name = (node: Node): string => (node.localName ?? '').toLowerCase();

function paragraph(element: Element, like: Element): Element {
  const made = create(like, 'p');
  const align = /text-align:\s*right/.test(element.getAttribute('style') ?? '') ? 'right' : null;
  if (align !== null) {
    made.appendChild(create(like, 'pPr')).appendChild(create(like, 'jc', { val: align }));
  }

  const text = textOf(element);
  if (text !== '') {
    made.appendChild(newRun(like, text, null));
  }

  return made;
}

const textOf = (node: Node): string => {
  let text = '';
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    text += isElement(child) ? (name(child) === 'br' ? '\v' : textOf(child)) : (child.nodeValue ?? '');
  }

  return text;
};

function table(element: Element, like: Element): Element {
  const made = create(like, 'tbl');
  const properties = made.appendChild(create(like, 'tblPr'));
  properties.appendChild(create(like, 'tblW', { w: '5000', type: 'pct' }));
  const rows = childrenOf(element).flatMap((child) => (name(child) === 'tr' ? [child] : childrenOf(child).filter((row) => name(row) === 'tr')));
  const grid = made.appendChild(create(like, 'tblGrid'));
  childrenOf(rows[0] ?? null).forEach(() => grid.appendChild(create(like, 'gridCol', { w: '2000' })));
  for (const row of rows) {
    const target = made.appendChild(create(like, 'tr'));
    for (const cell of childrenOf(row)) {
      const tc = target.appendChild(create(like, 'tc'));
      const blocks = childrenOf(cell).filter((child) => name(child) === 'p');
      (blocks.length > 0 ? blocks : [cell]).forEach((block) => tc.appendChild(paragraph(block, like)));
    }
  }

  return made;
}
