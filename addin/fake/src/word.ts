import type { FakeDocument } from './document';
import { blocksOfHtml } from './html';
import type { XmlPart } from './package';
import { FakeError, type ClassSpec } from './queue';
import { between, blocksAt, deleteParagraph, deleteRange, expanded, insertInRange, insertParagraph, located, narrowed, paragraphsIn, rangeOf, reviewed, search, textOf, wrap, type RangeModel } from './range';
import { cellsOf, deleteRow, headerRows, insertRows, rowsOf, setHeaderRows, valuesOf } from './tables';
import { place, rawText } from './text';
import { ancestor, attribute, childOf, childrenOf, create, descendants, ensureFirst, insertBefore, is, parse, remove, setAttribute, unwrap, type Element, type Node } from './xml';

const properties = (control: Element): Element => ensureFirst(control, 'sdtPr');

/** A property of a control that is one element with a value, in the order the schema wants. */
const controlValue = (name: string) => ({
  get: (control: Element) => attribute(childOf(properties(control), name), 'val') ?? '',
  set: (control: Element, value: string) => {
    const order = ['rPr', 'alias', 'tag', 'id', 'lock'];
    const parent = properties(control);
    const known = childOf(parent, name) ?? insertBefore(parent, create(parent, name), childrenOf(parent).find((child) => order.indexOf(child.localName ?? '') > order.indexOf(name) || !order.includes(child.localName ?? '')) ?? null);
    setAttribute(known, 'val', value);
  },
});

const lock = (control: Element): string => attribute(childOf(properties(control), 'lock'), 'val') ?? '';

const topTables = (root: Element): Element[] => descendants(root, ['tbl'], ['tc', 'txbxContent']).filter((table) => table !== root);

const nestingOf = (node: Node): number => {
  let count = 0;
  for (let table = ancestor(node, 'tbl'); table !== null; table = ancestor(table, 'tbl')) {
    count++;
  }

  return count;
};

/** The control around something, of blocks or within a paragraph. */
const controlAround = (node: Node): Element | null => ancestor(node, 'sdt');

const insertBlocks = (range: RangeModel, location: string, blocks: (parent: Element, before: Node | null) => Element[]): RangeModel => {
  const { parent, before } = blocksAt(range, location);
  const inserted = blocks(parent, before);
  const [first, last] = [inserted[0], inserted.at(-1)];
  if (first === undefined || last === undefined) {
    return range;
  }

  return { ...rangeOf(first), last: rangeOf(last).last, to: rangeOf(last).to };
};

const ooxml = (document: FakeDocument, range: RangeModel, xml: string, location: string): RangeModel =>
  insertBlocks(range, location, (parent, before) => document.insertPackage(xml, parent, before));

const html = (document: FakeDocument, range: RangeModel, text: string, location: string): RangeModel =>
  insertBlocks(range, location, (parent, before) => document.insertBlocks(blocksOfHtml(text, document.body), parent, before));

const select = (document: FakeDocument, paragraph: Element): void => { document.selected = document.paragraphs().indexOf(paragraph); };

const next = (document: FakeDocument, paragraph: Element, step: number): Element | null => document.paragraphs()[document.paragraphs().indexOf(paragraph) + step] ?? null;

/** The style by name, as Word shows it, or by id. */
const styleId = (document: FakeDocument, nameOrId: string): string =>
  childrenOf(document.styles?.documentElement ?? null).flatMap((style) => (attribute(childOf(style, 'name'), 'val') === nameOrId ? [attribute(style, 'styleId') ?? nameOrId] : []))[0] ?? nameOrId;

const styleName = (document: FakeDocument, id: string | null): string =>
  childrenOf(document.styles?.documentElement ?? null).flatMap((style) => (attribute(style, 'styleId') === id ? [attribute(childOf(style, 'name'), 'val') ?? ''] : []))[0] ?? id ?? '';

const pieces = (document: FakeDocument, range: RangeModel, name: string): Element[] => {
  const inside = between(document, range);
  return descendants(document.body, [name]).filter((element) => { const all = paragraphsIn(element); return all.length > 0 && all.every((paragraph) => inside.includes(paragraph)); });
};

const outermost = (all: readonly Element[]): Element[] => all.filter((element) => !all.some((other) => other !== element && other === ancestor(element, other.localName ?? '')));

/** Every class of the Word API that is faked. */
export const classes: Readonly<Record<string, ClassSpec>> = {
  Document: {
    properties: { changeTrackingMode: { get: (document: FakeDocument) => document.mode, set: (document: FakeDocument, mode: FakeDocument['mode']) => { document.mode = mode; } } },
    objects: {
      body: ['Body', (document: FakeDocument) => document.body],
      contentControls: ['ContentControlCollection', (document: FakeDocument) => document.body],
      customXmlParts: ['CustomXmlPartCollection', (document: FakeDocument) => document],
    },
    methods: {
      getSelection: { returns: 'Range', run: (document) => located(document.cursor(), 'End') },
      getStyles: { returns: 'StyleCollection', run: (document) => document },
      getBookmarkRangeOrNullObject: {
        returns: 'Range',
        run: (document, _: FakeDocument, name: string) => {
          const start = descendants(document.body, ['bookmarkStart']).find((mark) => attribute(mark, 'name') === name);
          const paragraph = start === undefined ? null : ancestor(start, 'p');
          return paragraph === null ? null : located(paragraph, 'Content');
        },
      },
    },
  },
  Body: {
    properties: {
      type: { get: (body: Element) => (is(body, 'tc') ? 'TableCell' : 'MainDoc') },
      text: { get: (body: Element, document) => textOf(document, rangeOf(body)) },
    },
    objects: {
      contentControls: ['ContentControlCollection', (body: Element) => body],
      paragraphs: ['ParagraphCollection', (body: Element) => body],
      tables: ['TableCollection', (body: Element) => body],
    },
    methods: {
      getRange: { returns: 'Range', run: (_, body: Element, location?: string) => located(body, location) },
      insertParagraph: {
        returns: 'Paragraph',
        run: (document, body: Element, text: string, location: string) => {
          const all = childrenOf(body).filter((child) => is(child, 'p', 'tbl', 'sdt'));
          const beside = location === 'Start' ? all[0] : all.at(-1);
          return beside === undefined ? null : insertParagraph(document, beside, text, location === 'Start' ? 'Before' : 'After');
        },
      },
    },
  },
  ContentControlCollection: {
    items: ['ContentControl', (root: Element) => descendants(root, ['sdt'])],
    methods: {
      getByIdOrNullObject: { returns: 'ContentControl', run: (_, root: Element, id: number) => descendants(root, ['sdt']).find((control) => attribute(childOf(properties(control), 'id'), 'val') === String(id)) ?? null },
      getByTag: { returns: 'ContentControlCollection', run: () => { throw new FakeError('NotImplemented', 'getByTag'); } },
    },
  },
  ContentControl: {
    properties: {
      id: { get: (control: Element) => Number(attribute(childOf(properties(control), 'id'), 'val')) },
      tag: controlValue('tag'),
      title: controlValue('alias'),
      cannotEdit: { get: (control: Element) => /^(content|sdtContent)Locked$/.test(lock(control)), set: (control: Element, value: boolean) => { controlValue('lock').set(control, value ? 'contentLocked' : 'unlocked'); } },
      cannotDelete: { get: (control: Element) => /^sdt(Content)?Locked$/.test(lock(control)), set: (control: Element, value: boolean) => { controlValue('lock').set(control, value ? 'sdtLocked' : 'unlocked'); } },
      text: { get: (control: Element, document) => textOf(document, rangeOf(control)) },
    },
    objects: {
      tables: ['TableCollection', (control: Element) => control],
      paragraphs: ['ParagraphCollection', (control: Element) => control],
      contentControls: ['ContentControlCollection', (control: Element) => control],
      parentContentControlOrNullObject: ['ContentControl', (control: Element) => controlAround(control)],
    },
    methods: {
      getRange: { returns: 'Range', run: (_, control: Element, location?: string) => located(control, location) },
      getReviewedText: { returns: 'result', run: (_, control: Element, version?: string) => reviewed(paragraphsIn(control), version) },
      select: { run: (document, control: Element) => { select(document, rangeOf(control).first); } },
      delete: {
        run: (_, control: Element, keepContent: boolean) => {
          if (/^sdt(Content)?Locked$/.test(lock(control))) {
            throw new FakeError('AccessDenied', 'The content control is locked.');
          }

          const content = childOf(control, 'sdtContent');
          if (keepContent && content !== null) {
            childrenOf(control).filter((child) => child !== content).forEach(remove);
            unwrap(content);
            unwrap(control);
          } else {
            remove(control);
          }
        },
      },
    },
  },
  ParagraphCollection: {
    items: ['Paragraph', (root: Element | RangeModel, document) => ('first' in root ? between(document, root) : paragraphsIn(root))],
    methods: {
      getFirst: { returns: 'Paragraph', run: (_, root: Element | RangeModel) => ('first' in root ? root.first : paragraphsIn(root)[0]) },
      getLast: { returns: 'Paragraph', run: (_, root: Element | RangeModel) => ('first' in root ? root.last : paragraphsIn(root).at(-1)) },
    },
  },
  Paragraph: {
    properties: {
      text: { get: rawText },
      tableNestingLevel: { get: nestingOf },
      isLastParagraph: { get: (paragraph: Element, document) => document.paragraphs().at(-1) === paragraph },
      style: {
        get: (paragraph: Element, document) => styleName(document, attribute(childOf(childOf(paragraph, 'pPr'), 'pStyle'), 'val') ?? 'Normal'),
        set: (paragraph: Element, name: string, document) => { setAttribute(ensureFirst(ensureFirst(paragraph, 'pPr'), 'pStyle'), 'val', styleId(document, name)); },
      },
      styleBuiltIn: {
        get: (paragraph: Element) => attribute(childOf(childOf(paragraph, 'pPr'), 'pStyle'), 'val') ?? 'Normal',
        set: (paragraph: Element, name: string, document) => { setAttribute(ensureFirst(ensureFirst(paragraph, 'pPr'), 'pStyle'), 'val', styleId(document, name)); },
      },
    },
    objects: {
      parentTableCellOrNullObject: ['TableCell', (paragraph: Element) => ancestor(paragraph, 'tc')],
      parentTableOrNullObject: ['Table', (paragraph: Element) => ancestor(paragraph, 'tbl')],
      parentContentControlOrNullObject: ['ContentControl', (paragraph: Element) => controlAround(paragraph)],
    },
    methods: {
      getRange: { returns: 'Range', run: (_, paragraph: Element, location?: string) => located(paragraph, location) },
      getNextOrNullObject: { returns: 'Paragraph', run: (document, paragraph: Element) => next(document, paragraph, 1) },
      getPreviousOrNullObject: { returns: 'Paragraph', run: (document, paragraph: Element) => next(document, paragraph, -1) },
      getReviewedText: { returns: 'result', run: (_, paragraph: Element, version?: string) => reviewed([paragraph], version) },
      search: { returns: 'RangeCollection', run: (document, paragraph: Element, text: string, options?: { matchCase?: boolean }) => search(document, located(paragraph, 'Content'), text, options?.matchCase ?? false) },
      insertText: { returns: 'Range', run: (document, paragraph: Element, text: string, location: string) => insertInRange(document, located(paragraph, 'Content'), text, location) },
      insertParagraph: { returns: 'Paragraph', run: insertParagraph },
      insertOoxml: { returns: 'Range', run: (document, paragraph: Element, xml: string, location: string) => ooxml(document, located(paragraph, 'Content'), xml, location) },
      insertHtml: { returns: 'Range', run: (document, paragraph: Element, text: string, location: string) => html(document, located(paragraph, 'Content'), text, location) },
      delete: { run: deleteParagraph },
    },
  },
  RangeCollection: {
    items: ['Range', (ranges: RangeModel[]) => ranges],
    methods: { getFirst: { returns: 'Range', run: (_, ranges: RangeModel[]) => ranges[0] }, getFirstOrNullObject: { returns: 'Range', run: (_, ranges: RangeModel[]) => ranges[0] ?? null } },
  },
  Range: {
    properties: { text: { get: (range: RangeModel, document) => textOf(document, range) }, isEmpty: { get: (range: RangeModel) => range.first === range.last && range.from === range.to } },
    objects: {
      paragraphs: ['ParagraphCollection', (range: RangeModel) => range],
      tables: ['TableCollection', (range: RangeModel) => range],
      contentControls: ['ContentControlCollection', (range: RangeModel) => range.first],
      parentBody: ['Body', (range: RangeModel) => ancestor(range.first, 'tc', 'body')],
      parentContentControlOrNullObject: ['ContentControl', (range: RangeModel) => controlAround(range.first)],
      parentTableOrNullObject: ['Table', (range: RangeModel) => ancestor(range.first, 'tbl')],
    },
    methods: {
      getRange: { returns: 'Range', run: (_, range: RangeModel, location?: string) => narrowed(range, location) },
      expandTo: { returns: 'Range', run: (document, range: RangeModel, other: RangeModel) => expanded(document, range, other) },
      getOoxml: { returns: 'result', run: (document, range: RangeModel) => { const tables = outermost(pieces(document, range, 'tbl')); return document.packageOf(tables.length > 0 ? tables : between(document, range)); } },
      getReviewedText: { returns: 'result', run: (document, range: RangeModel, version?: string) => reviewed(between(document, range), version) },
      search: { returns: 'RangeCollection', run: (document, range: RangeModel, text: string, options?: { matchCase?: boolean }) => search(document, range, text, options?.matchCase ?? false) },
      insertText: { returns: 'Range', run: insertInRange },
      insertOoxml: { returns: 'Range', run: ooxml },
      insertHtml: { returns: 'Range', run: html },
      insertParagraph: { returns: 'Paragraph', run: (document, range: RangeModel, text: string, location: string) => insertParagraph(document, range.beside?.block ?? (location === 'Before' ? range.first : range.last), text, location) },
      insertContentControl: { returns: 'ContentControl', run: (document, range: RangeModel) => wrap(document, range) },
      insertBookmark: {
        run: (document, range: RangeModel, name: string) => {
          descendants(document.body, ['bookmarkStart']).filter((mark) => attribute(mark, 'name') === name).forEach((start) => {
            descendants(document.body, ['bookmarkEnd']).filter((end) => attribute(end, 'id') === attribute(start, 'id')).forEach(remove);
            remove(start);
          });
          const id = String(1 + Math.max(0, ...descendants(document.body, ['bookmarkStart']).map((mark) => Number(attribute(mark, 'id')))));
          place(range.last, range.to, create(range.last, 'bookmarkEnd', { id }));
          place(range.first, range.from, create(range.first, 'bookmarkStart', { id, name }));
        },
      },
      delete: { run: deleteRange },
      select: { run: (document, range: RangeModel) => { select(document, range.first); } },
    },
  },
  TableCollection: {
    items: ['Table', (root: Element | RangeModel, document) => ('first' in root ? outermost(pieces(document, root, 'tbl')) : topTables(root))],
    methods: {
      getFirst: { returns: 'Table', run: (document, root: Element | RangeModel) => ('first' in root ? outermost(pieces(document, root, 'tbl'))[0] : topTables(root)[0]) },
      getFirstOrNullObject: { returns: 'Table', run: (document, root: Element | RangeModel) => ('first' in root ? outermost(pieces(document, root, 'tbl'))[0] : topTables(root)[0]) ?? null },
    },
  },
  Table: {
    properties: {
      rowCount: { get: (table: Element) => rowsOf(table).length },
      headerRowCount: { get: headerRows, set: setHeaderRows },
      nestingLevel: { get: (table: Element) => nestingOf(table) + 1 },
      values: { get: valuesOf },
      style: {
        get: (table: Element, document) => styleName(document, attribute(childOf(childOf(table, 'tblPr'), 'tblStyle'), 'val')),
        set: (table: Element, name: string, document) => { setAttribute(ensureFirst(ensureFirst(table, 'tblPr'), 'tblStyle'), 'val', styleId(document, name)); },
      },
    },
    objects: {
      rows: ['TableRowCollection', (table: Element) => table],
      parentContentControlOrNullObject: ['ContentControl', (table: Element) => controlAround(table)],
    },
    methods: {
      getRange: { returns: 'Range', run: (_, table: Element, location?: string) => located(table, location) },
      getCell: { returns: 'TableCell', run: (_, table: Element, row: number, cell: number) => cellsOf(rowsOf(table)[row] ?? table)[cell] },
      getParagraphBeforeOrNullObject: { returns: 'Paragraph', run: (document, table: Element) => next(document, rangeOf(table).first, -1) },
      getParagraphAfterOrNullObject: { returns: 'Paragraph', run: (document, table: Element) => next(document, rangeOf(table).last, 1) },
      insertParagraph: { returns: 'Paragraph', run: insertParagraph },
      delete: { run: (document, table: Element) => { if (document.on) { rowsOf(table).forEach((row) => { deleteRow(document, row); }); } else { remove(table); } } },
    },
  },
  TableRowCollection: { items: ['TableRow', rowsOf], methods: { getFirst: { returns: 'TableRow', run: (_, table: Element) => rowsOf(table)[0] } } },
  TableRow: {
    properties: { rowIndex: { get: (row: Element) => rowsOf(ancestor(row, 'tbl') ?? row).indexOf(row) }, cellCount: { get: (row: Element) => cellsOf(row).length }, values: { get: (row: Element) => [cellsOf(row).map((cell) => paragraphsIn(cell).map(rawText).join('\n'))] } },
    objects: { cells: ['TableCellCollection', (row: Element) => row] },
    methods: {
      insertRows: { returns: 'TableRowCollection', run: (document, row: Element, location: string, count: number, values?: string[][]) => { insertRows(document, row, location, count, values); return ancestor(row, 'tbl'); } },
      delete: { run: deleteRow },
    },
  },
  TableCellCollection: { items: ['TableCell', cellsOf] },
  TableCell: {
    properties: {
      rowIndex: { get: (cell: Element) => rowsOf(ancestor(cell, 'tbl') ?? cell).indexOf(ancestor(cell, 'tr') ?? cell) },
      cellIndex: { get: (cell: Element) => cellsOf(ancestor(cell, 'tr') ?? cell).indexOf(cell) },
      value: { get: (cell: Element) => paragraphsIn(cell).map(rawText).join('\n') },
    },
    objects: { body: ['Body', (cell: Element) => cell] },
  },
  StyleCollection: {
    methods: { getByNameOrNullObject: { returns: 'Style', run: (document, _: FakeDocument, name: string) => childrenOf(document.styles?.documentElement ?? null).find((style) => attribute(childOf(style, 'name'), 'val') === name) ?? null } },
  },
  Style: { properties: { nameLocal: { get: (style: Element) => attribute(childOf(style, 'name'), 'val') ?? '' } } },
  CustomXmlPartCollection: {
    items: ['CustomXmlPart', (document: FakeDocument) => document.parts],
    methods: {
      add: { returns: 'CustomXmlPart', run: (document, _: FakeDocument, xml: string) => document.addPart(xml) },
      getByNamespace: { returns: 'CustomXmlPartScopedCollection', run: (document, _: FakeDocument, uri: string) => document.parts.filter((part) => parse(part.xml).documentElement?.namespaceURI === uri) },
    },
  },
  CustomXmlPartScopedCollection: { items: ['CustomXmlPart', (parts: XmlPart[]) => parts] },
  CustomXmlPart: {
    properties: { id: { get: (part: XmlPart) => part.id }, namespaceUri: { get: (part: XmlPart) => parse(part.xml).documentElement?.namespaceURI ?? '' } },
    methods: {
      getXml: { returns: 'result', run: (_, part: XmlPart) => part.xml },
      setXml: { run: (_, part: XmlPart, xml: string) => { parse(xml); part.xml = xml; } },
      delete: { run: (document, part: XmlPart) => { document.parts = document.parts.filter((known) => known !== part); } },
    },
  },
};

