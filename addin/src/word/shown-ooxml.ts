import { parseXml, type XmlElement } from '../tables/xml';

/** A paragraph of a cell as people see it, and which of the cell's paragraphs it is: from the first that runs into it to the one it ends in. */
export interface SeenParagraph {
  readonly text: string;
  readonly first: number;
  readonly place: number;
}

/** A row that is seen, and which of the table's rows it is. */
export interface SeenRow {
  readonly place: number;
  readonly cells: readonly (readonly SeenParagraph[])[];
}

const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * Reads the first table of a package as people see it: insertions accepted, deletions left out. Word's own reviewed text tells no
 * cells apart and says nothing of deleted rows, so tables with tracked changes are read this way, as on the server.
 */
export function seenRows(flatOpc: string): SeenRow[] {
  const root = parseXml(flatOpc);
  const table = root === null ? undefined : find(root, ['tbl']).next().value;
  if (table === undefined) {
    return [];
  }

  return Array.from(find(table, ['tr'], ['tc'])).flatMap((row, place) => {
    const isDeleted = row.children.some((child) => is(child, 'trPr') && child.children.some((mark) => is(mark, 'del')));
    return isDeleted ? [] : [{ place, cells: Array.from(find(row, ['tc'], ['tc']), seenParagraphs) }];
  });
}

function seenParagraphs(cell: XmlElement): SeenParagraph[] {
  const seen: SeenParagraph[] = [];
  let [pending, first] = ['', 0];
  const paragraphs = Array.from(find(cell, ['p']));
  paragraphs.forEach((paragraph, place) => {
    pending += Array.from(runs(paragraph), runText).join('');

    // Where a paragraph's end is deleted, it goes on in the next.
    if (!isEndDeleted(paragraph) || place === paragraphs.length - 1) {
      seen.push({ text: pending, first, place });
      [pending, first] = ['', place + 1];
    }
  });
  return seen;
}

const is = (element: XmlElement, ...names: readonly string[]): boolean => element.namespace === words && names.includes(element.name);

/** Descendants by name; not within those named in `without`. */
function* find(root: XmlElement, names: readonly string[], without: readonly string[] = []): Generator<XmlElement, undefined> {
  for (const child of root.children) {
    if (is(child, ...names)) {
      yield child;
    }

    if (!is(child, ...without)) {
      yield* find(child, names, without);
    }
  }
}

const runs = (paragraph: XmlElement): Generator<XmlElement> => find(paragraph, ['r'], ['del', 'moveFrom', 'p', 'r']);

function runText(run: XmlElement): string {
  return run.children.map((child) => (is(child, 't') ? child.text : is(child, 'tab') ? '\t' : is(child, 'br', 'cr') ? '\v' : is(child, 'noBreakHyphen') ? '\u2011' : '')).join('');
}

const isEndDeleted = (paragraph: XmlElement): boolean =>
  paragraph.children.some((properties) => is(properties, 'pPr') && properties.children.some((run) => is(run, 'rPr') && run.children.some((mark) => is(mark, 'del', 'moveFrom'))));
