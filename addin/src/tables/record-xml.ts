import type { CellItem } from './current';
import { recordNamespace, type RecordCell, type RecordRow, type TableRecord } from './record';
import { escapeXml, parseXml, type XmlElement } from './xml';

/** Reads the custom XML part beside a table; null where it is none of ours, or damaged. Written by `writeRecord` and by the server. */
export function readRecord(xml: string): TableRecord | null {
  const root = parseXml(xml);
  if (root?.name !== 'table' || root.namespace !== recordNamespace) {
    return null;
  }

  const [instance, concept, definition, hash] = ['instance', 'concept', 'definition', 'hash'].map((name) => root.attributes.get(name) ?? '');
  const rows = named(root, 'row').map(readRow);
  if (!instance || !concept || !definition || hash === undefined || rows.includes(null)) {
    return null;
  }

  const columns = named(root, 'column').map((column) => ({ key: column.attributes.get('key') ?? '', heading: column.attributes.get('heading') ?? '' }));
  return {
    instance,
    concept,
    definition,
    parameters: root.attributes.get('parameters') ?? '',
    hash,
    asOf: root.attributes.get('asOf') ?? null,
    columns: columns.length > 0 ? columns : null,
    rows: rows.filter((row) => row !== null),
  };
}

/** The custom XML part beside a table. */
export function writeRecord(record: TableRecord): string {
  const attributes = [
    ['instance', record.instance],
    ['concept', record.concept],
    ['definition', record.definition],
    ['parameters', record.parameters],
    ['hash', record.hash],
    ...(record.asOf === null ? [] : [['asOf', record.asOf] as const]),
  ] as const;
  const columns = record.columns?.map((column) => element('column', [['key', column.key], ['heading', column.heading]])) ?? [];
  const rows = record.rows.map((row) => element('row', [['key', row.key], ...own(row)], row.cells.map(writeCell).join('')));
  return element('table', [['xmlns', recordNamespace], ...attributes], [...columns, ...rows].join(''));
}

type Attributes = readonly (readonly [string, string])[];

const own = (part: { readonly own: boolean }): Attributes => (part.own ? [['own', '1']] : []);

function writeCell(cell: RecordCell): string {
  const items = cell.items.map((item) => element('item', [['key', item.key], ['revision', String(item.revision)]], escapeXml(item.text)));
  return element('cell', [['column', cell.column], ...own(cell)], items.join(''));
}

function element(name: string, attributes: Attributes, content = ''): string {
  // In an attribute white space other than spaces would be read back as spaces.
  const written = attributes.map(([key, value]) => ` ${key}="${escapeXml(value).replace(/[\t\n]/g, (char) => (char === '\t' ? '&#x9;' : '&#xA;'))}"`).join('');
  return content === '' ? `<${name}${written} />` : `<${name}${written}>${content}</${name}>`;
}

const named = (parent: XmlElement, name: string): XmlElement[] => parent.children.filter((child) => child.name === name && child.namespace === recordNamespace);

const isOwn = (part: XmlElement): boolean => ['1', 'true'].includes(part.attributes.get('own') ?? '');

function readRow(row: XmlElement): RecordRow | null {
  const key = row.attributes.get('key');
  const cells = named(row, 'cell').map(readCell);
  return key === undefined || cells.includes(null) ? null : { key, own: isOwn(row), cells: cells.filter((cell) => cell !== null) };
}

function readCell(cell: XmlElement): RecordCell | null {
  const column = cell.attributes.get('column');
  const items = named(cell, 'item').map(readItem);
  return column === undefined || items.includes(null) ? null : { column, own: isOwn(cell), items: items.filter((item) => item !== null) };
}

function readItem(item: XmlElement): CellItem | null {
  const key = item.attributes.get('key');
  const revision = Number(item.attributes.get('revision') ?? '0');
  return key === undefined || !Number.isInteger(revision) ? null : { key, revision, text: item.text };
}
