import { DOMParser, XMLSerializer, type Document, type Element, type Node } from '@xmldom/xmldom';

export type { Document, Element, Node };

export const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const parse = (xml: string): Document => new DOMParser({ onError: (level, message) => { if (level !== 'warning') { throw new Error(message); } } }).parseFromString(xml, 'text/xml');

export const serialize = (node: Node): string => new XMLSerializer().serializeToString(node);

export const isElement = (node: Node | null): node is Element => node?.nodeType === 1;

export const is = (node: Node | null, ...names: readonly string[]): node is Element => isElement(node) && node.namespaceURI === w && names.includes(node.localName ?? '');

export function childrenOf(parent: Node | null): Element[] {
  const children: Element[] = [];
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (isElement(node)) {
      children.push(node);
    }
  }

  return children;
}

export const childOf = (parent: Node | null, name: string): Element | null => childrenOf(parent).find((child) => is(child, name)) ?? null;

/** Descendants of WordprocessingML by name, in document order; not within those named in `without`. */
export function descendants(root: Node, names: readonly string[], without: readonly string[] = []): Element[] {
  const found: Element[] = [];
  const visit = (parent: Node) => {
    for (const child of childrenOf(parent)) {
      if (is(child, ...names)) {
        found.push(child);
      }

      if (!is(child, ...without)) {
        visit(child);
      }
    }
  };
  visit(root);
  return found;
}

export function ancestor(node: Node, ...names: readonly string[]): Element | null {
  let parent = node.parentNode;
  while (parent !== null && !is(parent, ...names)) {
    parent = parent.parentNode;
  }

  return parent;
}

export const contains = (outer: Node, inner: Node): boolean => {
  for (let node: Node | null = inner; node !== null; node = node.parentNode) {
    if (node === outer) {
      return true;
    }
  }

  return false;
};

export function create(like: Node, name: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const document = like.ownerDocument ?? (like as Document);
  const element = document.createElementNS(w, `w:${name}`);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttributeNS(w, `w:${key}`, value);
  }

  return element;
}

export const attribute = (element: Element | null, name: string): string | null => element?.getAttributeNS(w, name) ?? null;

export const setAttribute = (element: Element, name: string, value: string): void => { element.setAttributeNS(w, `w:${name}`, value); };

export const remove = (node: Node): void => { node.parentNode?.removeChild(node); };

export const insertAfter = (node: Node, reference: Node): void => { reference.parentNode?.insertBefore(node, reference.nextSibling); };

/** Takes an element away and leaves its children in its place. */
export function unwrap(element: Element): void {
  while (element.firstChild !== null) {
    element.parentNode?.insertBefore(element.firstChild, element);
  }

  remove(element);
}

/** The child of that name, made at the front where there is none (properties come first). */
export function ensureFirst(parent: Element, name: string): Element {
  const known = childOf(parent, name);
  if (known !== null) {
    return known;
  }

  const made = create(parent, name);
  parent.insertBefore(made, parent.firstChild);
  return made;
}

/** Appends, and keeps the type. */
export function append(parent: Node, child: Element): Element {
  parent.appendChild(child);
  return child;
}

/** Inserts, and keeps the type. */
export function insertBefore(parent: Node, child: Element, before: Node | null): Element {
  parent.insertBefore(child, before);
  return child;
}
