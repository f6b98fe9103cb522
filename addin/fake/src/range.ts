import { FakeError } from './queue';
import type { FakeDocument } from './document';
import { deleteRun, deleteText, insertText, isEndMarked, join, markEnd, rawText, reviewedText, runAt } from './text';
import { ancestor, childOf, childrenOf, contains, create, descendants, insertAfter, is, remove, type Element, type Node } from './xml';

/** A stretch of text from a place in one paragraph to a place in another, or a point beside a block. */
export interface RangeModel {
  readonly first: Element;
  readonly from: number;
  readonly last: Element;
  readonly to: number;
  /** The last paragraph's end belongs to it. */
  readonly whole: boolean;
  /** A point before or behind a block that is not a paragraph. */
  readonly beside?: { readonly block: Element; readonly side: 'Before' | 'After' };
}

export const paragraphsIn = (root: Element): Element[] => (is(root, 'p') ? [root] : descendants(root, ['p'], ['txbxContent']));

export const rangeOf = (block: Element): RangeModel => {
  const all = paragraphsIn(block);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) {
    throw new FakeError('ItemNotFound', 'There is no paragraph in it.');
  }

  return { first, from: 0, last, to: rawText(last).length, whole: true };
};

/** What `getRange` gives of a block. */
export function located(block: Element, location = 'Whole'): RangeModel {
  const whole = rangeOf(block);
  switch (location) {
    case 'Whole':
      return whole;
    case 'Content':
      return { ...whole, whole: false };
    case 'Start':
      return { ...whole, last: whole.first, to: 0, whole: false };
    case 'End':
      return { ...whole, first: whole.last, from: whole.to, whole: false };
    case 'Before':
    case 'After':
      return { ...whole, whole: false, beside: { block, side: location } };
    default:
      throw new FakeError('InvalidArgument', location);
  }
}

/** Narrows a range as `getRange` does. */
export function narrowed(range: RangeModel, location = 'Whole'): RangeModel {
  switch (location) {
    case 'Whole':
      return range;
    case 'Content':
      return { ...range, whole: false };
    case 'Start':
      return { ...range, last: range.first, to: range.from, whole: false };
    case 'End':
      return { ...range, first: range.last, from: range.to, whole: false };
    default:
      throw new FakeError('NotImplemented', location);
  }
}

export function between(document: FakeDocument, range: RangeModel): Element[] {
  const all = document.paragraphs();
  return all.slice(all.indexOf(range.first), all.indexOf(range.last) + 1);
}

export function expanded(document: FakeDocument, a: RangeModel, b: RangeModel): RangeModel {
  const all = document.paragraphs();
  const starts = [a, b].sort((x, y) => all.indexOf(x.first) - all.indexOf(y.first) || x.from - y.from);
  const ends = [a, b].sort((x, y) => all.indexOf(y.last) - all.indexOf(x.last) || y.to - x.to || Number(y.whole) - Number(x.whole));
  const [start = a, end = a] = [starts[0], ends[0]];
  return { first: start.first, from: start.from, last: end.last, to: end.to, whole: end.whole };
}

/** Inserts text at one end of a range or in its place; returns the range of what was inserted. */
export function insertInRange(document: FakeDocument, range: RangeModel, text: string, location: string): RangeModel {
  if (/[\r\n]/.test(text)) {
    throw new FakeError('NotImplemented', 'Text with paragraphs in it.');
  }

  if (location === 'Replace') {
    const like = runAt(range.first, range.from);
    const before = rawText(range.first).length;
    deleteRange(document, { ...range, whole: false });

    // Behind what is only marked as deleted, as Word types over a selection; what was an insertion itself is gone.
    const at = range.first === range.last ? range.to - (before - rawText(range.first).length) : range.from;
    const length = insertText(range.first, at, text, document, like);
    return { first: range.first, from: at, last: range.first, to: at + length, whole: false };
  }

  const atStart = location === 'Start' || location === 'Before';
  if (!atStart && location !== 'End' && location !== 'After') {
    throw new FakeError('InvalidArgument', location);
  }

  const [paragraph, offset] = atStart ? [range.first, range.from] : [range.last, range.to];
  const length = insertText(paragraph, offset, text, document, location === 'Before' ? runAt(paragraph, offset) : undefined);
  return { first: paragraph, from: offset, last: paragraph, to: offset + length, whole: false };
}

/** Deletes a stretch of text; where it goes over paragraphs they become one. */
export function deleteRange(document: FakeDocument, range: RangeModel): void {
  if (range.first === range.last) {
    if (range.whole && range.from === 0) {
      deleteParagraph(document, range.first);
    } else {
      deleteText(range.first, range.from, range.to, document);
    }

    return;
  }

  const all = between(document, range);
  if (all.some((paragraph) => paragraph.parentNode !== range.first.parentNode)) {
    throw new FakeError('NotImplemented', 'Deleting over tables.');
  }

  deleteText(range.first, range.from, rawText(range.first).length, document);
  deleteText(range.last, 0, range.to, document);
  for (const paragraph of all.slice(1, -1)) {
    deleteParagraph(document, paragraph);
  }

  // An end that is itself only inserted is simply gone.
  if (document.on && !isEndMarked(range.first, 'ins')) {
    markEnd(range.first, 'del', document);
  } else {
    join(range.first, range.last);
  }
}

/** Deletes a paragraph. The last of a cell or of the body stays, empty, as in Word. */
export function deleteParagraph(document: FakeDocument, paragraph: Element): void {
  const siblings = childrenOf(paragraph.parentNode).filter((child) => is(child, 'p', 'tbl', 'sdt'));
  const isLast = siblings.at(-1) === paragraph && is(paragraph.parentNode, 'tc', 'body');
  if (document.on && !isEndMarked(paragraph, 'ins')) {
    descendants(paragraph, ['r']).forEach((run) => { deleteRun(run, document); });
    if (!isLast) {
      markEnd(paragraph, 'del', document);
    }
  } else if (isLast) {
    deleteText(paragraph, 0, rawText(paragraph).length, { ...trackingOff });
  } else {
    remove(paragraph);
  }
}

const trackingOff = { on: false, mark: (like: Element) => like };

/** A new paragraph beside another, which it looks like. */
export function insertParagraph(document: FakeDocument, beside: Element, text: string, location: string): Element {
  const paragraph = create(beside, 'p');
  const properties = is(beside, 'p') ? childOf(beside, 'pPr') : null;
  if (properties !== null) {
    const copy = paragraph.appendChild(properties.cloneNode(true)) as Element;
    childrenOf(copy).filter((child) => is(child, 'rPr', 'sectPr')).forEach(remove);
  }

  if (location === 'Before') {
    beside.parentNode?.insertBefore(paragraph, beside);
  } else {
    insertAfter(paragraph, beside);
  }

  insertText(paragraph, 0, text, document, is(beside, 'p') ? runAt(beside, 0) : null);
  if (document.on) {
    markEnd(paragraph, 'ins', document);
  }

  return paragraph;
}

/** Wraps the blocks of a range in a rich-text control. */
export function wrap(document: FakeDocument, range: RangeModel): Element {
  const container = (node: Node): Element | null => ancestor(node, 'body', 'tc', 'sdtContent');
  let parent = container(range.first);
  while (parent !== null && !contains(parent, range.last)) {
    parent = container(parent);
  }

  const blocks = childrenOf(parent);
  const [start, end] = [range.first, range.last].map((inner) => blocks.findIndex((block) => contains(block, inner)));
  if (parent === null || start === undefined || end === undefined || start < 0 || end < start) {
    throw new FakeError('InvalidArgument', 'There are no blocks in the range.');
  }

  const control = create(parent, 'sdt');
  const properties = control.appendChild(create(parent, 'sdtPr'));
  properties.appendChild(create(parent, 'id', { val: document.freeControlId() }));
  const content = control.appendChild(create(parent, 'sdtContent'));
  parent.insertBefore(control, blocks[start] ?? null);
  blocks.slice(start, end + 1).forEach((block) => content.appendChild(block));
  return control;
}

/** Puts blocks at a range: Word leaves the paragraph it inserted into behind, empty (OfficeDev/office-js#2655). */
export function blocksAt(range: RangeModel, location: string): { parent: Element; before: Node | null } {
  const block = range.beside?.block ?? range.first;
  const parent = block.parentNode;
  if (!is(parent, 'body', 'tc', 'sdtContent')) {
    throw new FakeError('InvalidArgument', 'No place for blocks.');
  }

  const after = range.beside?.side === 'After' || location === 'After' || location === 'End';
  return { parent, before: after ? block.nextSibling : block };
}

export function search(document: FakeDocument, range: RangeModel, text: string, matchCase: boolean): RangeModel[] {
  if (text.length > 255 || text === '') {
    throw new FakeError('SearchStringInvalidOrTooLong', text.slice(0, 20));
  }

  const fold = (value: string) => (matchCase ? value : value.toLowerCase());
  const wanted = fold(text.replace(/\^\^/g, '^'));
  return between(document, range).flatMap((paragraph) => {
    const within = fold(rawText(paragraph));
    const [low, high] = [paragraph === range.first ? range.from : 0, paragraph === range.last ? range.to : within.length];
    const found: RangeModel[] = [];
    for (let at = within.indexOf(wanted, low); at >= 0 && at + wanted.length <= high; at = within.indexOf(wanted, at + wanted.length)) {
      found.push({ first: paragraph, from: at, last: paragraph, to: at + wanted.length, whole: false });
    }

    return found;
  });
}

/** The text of a range; paragraphs are separated by line feeds. */
export function textOf(document: FakeDocument, range: RangeModel): string {
  return between(document, range)
    .map((paragraph) => rawText(paragraph).slice(paragraph === range.first ? range.from : 0, paragraph === range.last ? range.to : undefined))
    .join('\n');
}

export const reviewed = (paragraphs: readonly Element[], version = 'Current'): string =>
  paragraphs.map((paragraph) => reviewedText(paragraph, version === 'Original')).join('\n');
