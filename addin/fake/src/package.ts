import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { childrenOf, parse, serialize, type Document } from './xml';

const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const dataStore = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const wordMl = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const flat = 'http://schemas.microsoft.com/office/2006/xmlPackage';

export interface XmlPart {
  readonly id: string;
  xml: string;
}

/** What a file consists of. Parts nobody here understands stay as they are. */
export interface Package {
  readonly document: string;
  readonly styles: string | null;
  readonly customXml: readonly XmlPart[];
  readonly others: ReadonlyMap<string, Uint8Array>;
}

/** Reads a .docx. */
export function readDocx(bytes: Uint8Array): Package {
  const files = new Map(Object.entries(unzipSync(bytes)));
  const take = (path: string): string | null => {
    const content = files.get(path);
    files.delete(path);
    return content === undefined ? null : strFromU8(content);
  };
  const customXml: XmlPart[] = [];
  for (const path of [...files.keys()].filter((name) => /^customXml\/item\d+\.xml$/.test(name))) {
    const rels = `customXml/_rels/${path.slice(10)}.rels`;
    const target = /Target="\/?(?:customXml\/)?([^"]+)"/.exec(take(rels) ?? '')?.[1];
    customXml.push({ id: itemId(target === undefined ? '' : (take(`customXml/${target}`) ?? '')), xml: take(path) ?? '' });
  }

  return { document: take('word/document.xml') ?? '', styles: take('word/styles.xml'), customXml, others: files };
}

const itemId = (properties: string): string => /itemID="(\{[^"]+\})"/i.exec(properties)?.[1] ?? newId();

export const newId = (): string => `{${crypto.randomUUID().toUpperCase()}}`;

/** Writes a .docx whose content types and relationships agree with its parts. */
export function writeDocx(content: Package): Uint8Array {
  const files = new Map(content.others);
  const types = parseOr(files.get('[Content_Types].xml'), `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`);
  const root = parseOr(files.get('_rels/.rels'), `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`);
  const rels = parseOr(files.get('word/_rels/document.xml.rels'), `<Relationships xmlns="${relationships}"/>`);
  drop(types, (part) => part.getAttribute('PartName')?.startsWith('/customXml/') === true);
  drop(rels, (part) => part.getAttribute('Type') === `${office}/customXml`);
  declare(types, '/word/document.xml', `${wordMl}.document.main+xml`);
  files.set('word/document.xml', strToU8(content.document));
  if (content.styles !== null) {
    files.set('word/styles.xml', strToU8(content.styles));
    declare(types, '/word/styles.xml', `${wordMl}.styles+xml`);
    relate(rels, `${office}/styles`, 'styles.xml', 'rIdStyles');
  }

  content.customXml.forEach(({ id, xml }, index) => {
    const [item, properties] = [`item${index + 1}.xml`, `itemProps${index + 1}.xml`];
    const namespace = parse(xml).documentElement?.namespaceURI ?? '';
    files.set(`customXml/${item}`, strToU8(xml));
    files.set(`customXml/${properties}`, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><ds:datastoreItem xmlns:ds="${dataStore}" ds:itemID="${id}"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`));
    files.set(`customXml/_rels/${item}.rels`, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/customXmlProps" Target="${properties}"/></Relationships>`));
    declare(types, `/customXml/${item}`, 'application/xml');
    declare(types, `/customXml/${properties}`, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml');
    relate(rels, `${office}/customXml`, `../customXml/${item}`, `rIdXml${index + 1}`);
  });
  files.set('[Content_Types].xml', strToU8(serialize(types)));
  files.set('_rels/.rels', strToU8(serialize(root)));
  files.set('word/_rels/document.xml.rels', strToU8(serialize(rels)));

  // The types come first, as Word writes them; the same document makes the same file.
  const names = [...files.keys()].sort((a, b) => Number(b.startsWith('[')) - Number(a.startsWith('[')) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(names.map((name) => [name, files.get(name) ?? new Uint8Array()])), { mtime: new Date(1980, 0, 1) });
}

/** Reads flat OPC, as insertOoxml takes it. */
export function readFlat(xml: string): Package {
  const parts = new Map<string, string>();
  for (const part of childrenOf(parse(xml).documentElement)) {
    const content = childrenOf(childrenOf(part)[0] ?? null)[0];
    const name = part.getAttributeNS(flat, 'name');
    if (content !== undefined && name !== null) {
      parts.set(name, serialize(content));
    }
  }

  const customXml = [...parts].flatMap(([name, content]): XmlPart[] => {
    const number = /^\/customXml\/item(\d+)\.xml$/.exec(name)?.[1];
    return number === undefined ? [] : [{ id: itemId(parts.get(`/customXml/itemProps${number}.xml`) ?? ''), xml: content }];
  });
  const document = parts.get('/word/document.xml');
  if (document === undefined) {
    throw new Error('The package holds no document.');
  }

  return { document, styles: parts.get('/word/styles.xml') ?? null, customXml, others: new Map() };
}

/** Writes a document as flat OPC, as getOoxml gives it. */
export const writeFlat = (document: string): string =>
  `<pkg:package xmlns:pkg="${flat}"><pkg:part pkg:name="/_rels/.rels" pkg:contentType="application/vnd.openxmlformats-package.relationships+xml"><pkg:xmlData><Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml" pkg:contentType="${wordMl}.document.main+xml"><pkg:xmlData>${document}</pkg:xmlData></pkg:part></pkg:package>`;

const parseOr = (bytes: Uint8Array | undefined, otherwise: string): Document => parse(bytes === undefined ? otherwise : strFromU8(bytes));

function drop(document: Document, matches: (part: { getAttribute(name: string): string | null }) => boolean): void {
  for (const child of childrenOf(document.documentElement).filter(matches)) {
    document.documentElement?.removeChild(child);
  }
}

function declare(types: Document, name: string, type: string): void {
  if (!childrenOf(types.documentElement).some((part) => part.getAttribute('PartName') === name)) {
    add(types, 'Override', contentTypes, { PartName: name, ContentType: type });
  }
}

function relate(rels: Document, type: string, target: string, id: string): void {
  const known = childrenOf(rels.documentElement);
  if (!known.some((part) => part.getAttribute('Type') === type && part.getAttribute('Target')?.replace(/^\/word\//, '') === target)) {
    const unique = known.some((part) => part.getAttribute('Id') === id) ? `${id}_${known.length}` : id;
    add(rels, 'Relationship', relationships, { Id: unique, Type: type, Target: target });
  }
}

function add(document: Document, name: string, namespace: string, attributes: Readonly<Record<string, string>>): void {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }

  document.documentElement?.appendChild(element);
}
