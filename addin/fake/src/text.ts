import { ancestor, attribute, childOf, childrenOf, create, descendants, ensureFirst, insertAfter, is, remove, setAttribute, unwrap, type Element } from './xml';

/** Insertions and deletions are marked instead of done. */
export interface Tracking {
  readonly on: boolean;
  mark(like: Element, name: 'ins' | 'del'): Element;
}

/** A piece of a run that reads as one or more characters. */
interface Piece {
  readonly run: Element;
  readonly node: Element;
  readonly text: string;
  readonly start: number;
}

const runs = (paragraph: Element): Element[] => descendants(paragraph, ['r'], ['r', 'tbl', 'txbxContent']);

const isDeleted = (run: Element): boolean => is(run.parentNode, 'del', 'moveFrom');

function pieces(paragraph: Element, counts: (run: Element) => boolean = () => true): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (const run of runs(paragraph).filter(counts)) {
    for (const node of childrenOf(run)) {
      const text = is(node, 't', 'delText') ? (node.textContent ?? '') : is(node, 'tab') ? '\t' : is(node, 'br', 'cr') ? '\v' : '';
      if (text !== '') {
        found.push({ run, node, text, start });
        start += text.length;
      }
    }
  }

  return found;
}

const joined = (all: readonly Piece[]): string => all.map((piece) => piece.text).join('');

/** All that stands in a paragraph, deleted text included, as Word's `text` has it while revisions are shown. */
export const rawText = (paragraph: Element): string => joined(pieces(paragraph));

/** What people see when changes are accepted (or, as the original, refused). */
export const reviewedText = (paragraph: Element, original = false): string =>
  joined(pieces(paragraph, (run) => (original ? ancestor(run, 'ins', 'moveTo') === null : !isDeleted(run))));

/** Makes the offset a boundary between runs; returns the run before and the run after it. */
function boundary(paragraph: Element, offset: number): [Element | null, Element | null] {
  const hit = pieces(paragraph).find((piece) => piece.start < offset && offset < piece.start + piece.text.length);
  if (hit !== undefined) {
    splitText(hit, offset - hit.start);
  }

  const all = pieces(paragraph);
  const after = all.find((piece) => piece.start >= offset);
  const before = all.filter((piece) => piece.start < offset).at(-1);
  if (before !== undefined && before.run === after?.run) {
    return [before.run, splitRun(after.run, after.node)];
  }

  return [before?.run ?? null, after?.run ?? null];
}

function splitText(piece: Piece, at: number): void {
  const rest = piece.node.cloneNode(false) as Element;
  setText(rest, piece.text.slice(at));
  setText(piece.node, piece.text.slice(0, at));
  insertAfter(rest, piece.node);
}

function splitRun(run: Element, from: Element): Element {
  const rest = run.cloneNode(false) as Element;
  const properties = childOf(run, 'rPr');
  if (properties !== null) {
    rest.appendChild(properties.cloneNode(true));
  }

  for (let node: Element['nextSibling'] = from; node !== null; ) {
    const next: Element['nextSibling'] = node.nextSibling;
    rest.appendChild(node);
    node = next;
  }

  insertAfter(rest, run);
  return rest;
}

function setText(node: Element, text: string): void {
  node.textContent = text;
  node.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
}

/** Deletes the characters between two offsets. */
export function deleteText(paragraph: Element, start: number, end: number, tracking: Tracking): void {
  if (start >= end) {
    return;
  }

  boundary(paragraph, start);
  boundary(paragraph, end);
  const affected = new Set(pieces(paragraph).filter((piece) => piece.start >= start && piece.start < end).map((piece) => piece.run));
  affected.forEach((run) => { deleteRun(run, tracking); });
}

export function deleteRun(run: Element, tracking: Tracking): void {
  const inserted = ancestor(run, 'ins');
  if (isDeleted(run)) {
    return;
  }

  if (!tracking.on || inserted !== null) {
    const parent = run.parentNode;
    remove(run);
    if (is(parent, 'ins') && childrenOf(parent).length === 0) {
      remove(parent);
    }

    return;
  }

  const mark = tracking.mark(run, 'del');
  run.parentNode?.insertBefore(mark, run);
  mark.appendChild(run);
  for (const node of childrenOf(run).filter((child) => is(child, 't'))) {
    const deleted = create(run, 'delText');
    setText(deleted, node.textContent ?? '');
    run.replaceChild(deleted, node);
  }
}

/** Inserts text before the character at an offset; it looks like the character before it, or after it at the beginning. Returns its length. */
export function insertText(paragraph: Element, offset: number, text: string, tracking: Tracking, like?: Element | null): number {
  if (text === '') {
    return 0;
  }

  const [before, after] = boundary(paragraph, offset);
  const run = newRun(paragraph, text, like ?? before ?? after);
  const marked = tracking.on ? tracking.mark(paragraph, 'ins') : run;
  if (marked !== run) {
    marked.appendChild(run);
  }

  putBetween(paragraph, marked, before, after);
  return text.length;
}

/** Puts a mark (a bookmark's beginning or end) before the character at an offset. */
export function place(paragraph: Element, offset: number, mark: Element): void {
  putBetween(paragraph, mark, ...boundary(paragraph, offset));
}

function putBetween(paragraph: Element, node: Element, before: Element | null, after: Element | null): void {
  // Nothing is inserted into somebody's deletion or insertion: it stands beside it, split where needed.
  if (before !== null) {
    const mark = is(before.parentNode, 'del', 'ins', 'moveFrom', 'moveTo') ? before.parentNode : null;
    if (mark !== null && after !== null && after.parentNode === mark) {
      const rest = mark.cloneNode(false) as Element;
      setAttribute(rest, 'id', `${attribute(mark, 'id') ?? '0'}1`);
      while (after.parentNode === mark && mark.lastChild !== null) {
        rest.insertBefore(mark.lastChild, rest.firstChild);
      }

      insertAfter(rest, mark);
    }

    insertAfter(node, mark ?? before);
  } else if (after !== null) {
    const mark = is(after.parentNode, 'del', 'ins', 'moveFrom', 'moveTo') ? after.parentNode : after;
    mark.parentNode?.insertBefore(node, mark);
  } else {
    paragraph.appendChild(node);
  }
}

/** A run with the text; tabs and line breaks become Word's. */
export function newRun(like: Element, text: string, format: Element | null): Element {
  const run = create(like, 'r');
  const properties = childOf(format, 'rPr');
  if (properties !== null) {
    run.appendChild(properties.cloneNode(true));
  }

  for (const part of text.split(/([\t\v])/).filter((piece) => piece !== '')) {
    if (part === '\t' || part === '\v') {
      run.appendChild(create(like, part === '\t' ? 'tab' : 'br'));
    } else {
      const node = create(like, 't');
      setText(node, part);
      run.appendChild(node);
    }
  }

  return run;
}

/** The run that holds the character at an offset, for its formatting. */
export const runAt = (paragraph: Element, offset: number): Element | null =>
  pieces(paragraph).find((piece) => piece.start <= offset && offset < piece.start + piece.text.length)?.run ?? null;

/** Marks a paragraph's end as inserted or deleted. */
export function markEnd(paragraph: Element, name: 'ins' | 'del', tracking: Tracking): void {
  const properties = ensureFirst(paragraph, 'pPr');
  const known = childOf(properties, 'rPr');
  const runProperties = known ?? create(paragraph, 'rPr');
  if (known === null) {
    // Before sectPr and pPrChange, behind everything else.
    const behind = childrenOf(properties).find((child) => is(child, 'sectPr', 'pPrChange')) ?? null;
    properties.insertBefore(runProperties, behind);
  }

  // An insertion comes first in the schema.
  const inserted = childOf(runProperties, 'ins');
  runProperties.insertBefore(tracking.mark(paragraph, name), inserted === null ? runProperties.firstChild : inserted.nextSibling);
}

export const isEndMarked = (paragraph: Element, name: 'ins' | 'del'): boolean => childOf(childOf(childOf(paragraph, 'pPr'), 'rPr'), name) !== null;

/** Puts the second paragraph's text behind the first's, and leaves the second's properties: the first's end is gone. */
export function join(first: Element, second: Element): void {
  const properties = childOf(second, 'pPr');
  const before = properties === null ? second.firstChild : properties.nextSibling;
  for (const node of childrenOf(first).filter((child) => !is(child, 'pPr'))) {
    second.insertBefore(node, before);
  }

  remove(first);
}

/** Accepts every change within an element: what a hand would do to clean up before copying. */
export function dropMarks(root: Element): void {
  descendants(root, ['ins', 'moveTo']).forEach((mark) => { if (is(mark.parentNode, 'rPr', 'trPr')) { remove(mark); } else { unwrap(mark); } });
  descendants(root, ['del', 'moveFrom']).forEach(remove);
}
