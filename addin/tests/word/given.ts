import type { Edit } from '../../src/tables/changes';
import type { TableDocument } from '../../src/tables/current';
import { recordOf } from '../../src/tables/record';
import { writeRecord } from '../../src/tables/record-xml';
import { escapeXml } from '../../src/tables/xml';
import { hashOf } from '../../src/tables/hash';
import { tagOf } from '../../src/tables/tag';
import type { InsertOrder } from '../../src/word/document';
import { germanDay } from '../../src/word/german';
import { OfficeDocument } from '../../src/word/office-document';
import { install } from '../../fake/src/install';
import type { OfficeOptions } from '../../fake/src/office';

export type { Edit };

/** A Word with an empty document, and the add-in's view of it. */
export function givenWord(paragraphs: readonly string[] = ['Vorher', 'Nachher'], options: OfficeOptions = {}) {
  const fake = install(globalThis, options);
  fake.open(paragraphs);
  fake.select(0);
  return { fake, word: new OfficeDocument() };
}

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What the API answers for a table, in the shape of the server's TableOoxml. */
export async function orderOf(table: TableDocument, instance: string): Promise<InsertOrder> {
  const hashed = { ...table, hash: await hashOf(table) };
  return { table: hashed, instance, ooxml: flatOf(hashed, instance, await tagOf(table, instance)) };
}

function flatOf(table: TableDocument, instance: string, tag: string): string {
  const run = (text: string) => (text === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`);
  const paragraph = (text: string) => `<w:p>${run(text)}</w:p>`;
  const cell = (texts: readonly string[]) => `<w:tc><w:tcPr><w:tcW w:w="2500" w:type="pct"/></w:tcPr>${(texts.length > 0 ? texts : ['']).map(paragraph).join('')}</w:tc>`;
  const row = (cells: string, header: boolean) => `<w:tr><w:trPr><w:cantSplit/>${header ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;
  const stand = table.asOf == null ? '' : ` (Stand: ${germanDay(table.asOf)})`;
  const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const caption = `<w:p><w:pPr><w:pStyle w:val="Caption"/><w:keepNext/></w:pPr><w:bookmarkStart w:id="1" w:name="insek_${instance}"/>${run('Tabelle ')}${field('begin')}<w:r><w:instrText xml:space="preserve"> SEQ Tabelle \\* ARABIC </w:instrText></w:r>${field('separate')}${run('1')}${field('end')}<w:bookmarkEnd w:id="1"/>${run(`: ${table.title}${stand}`)}</w:p>`;
  const rows = [row(table.columns.map((column) => cell([column.heading])).join(''), true), ...table.rows.map((one) => row(one.cells.map((c) => cell(c.items.map((item) => item.text))).join(''), false))];
  const grid = table.columns.map((column) => `<w:gridCol w:w="${Math.round(96.38 * column.share)}"/>`).join('');
  const tbl = `<w:tbl><w:tblPr><w:tblStyle w:val="InsekTable"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
  const body = `<w:sdt><w:sdtPr><w:alias w:val="${escapeXml(table.title)}"/><w:tag w:val="${escapeXml(tag)}"/><w:id w:val="4711"/></w:sdtPr><w:sdtContent>${caption}${tbl}<w:p/></w:sdtContent></w:sdt>`;
  const styles = `<w:styles xmlns:w="${w}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style><w:style w:type="table" w:customStyle="1" w:styleId="InsekTable"><w:name w:val="INSEK Tabelle"/><w:basedOn w:val="TableNormal"/></w:style></w:styles>`;
  const part = (name: string, content: string, xml: string) => `<pkg:part pkg:name="${name}" pkg:contentType="${content}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
  const rels = (xml: string) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${xml}</Relationships>`;
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${[
    part('/_rels/.rels', 'application/vnd.openxmlformats-package.relationships+xml', rels(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`)),
    part('/word/document.xml', `${type}.document.main+xml`, `<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`),
    part('/word/_rels/document.xml.rels', 'application/vnd.openxmlformats-package.relationships+xml', rels(`<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rIdTable1" Type="${office}/customXml" Target="../customXml/item1.xml"/>`)),
    part('/word/styles.xml', `${type}.styles+xml`, styles),
    part('/customXml/item1.xml', 'application/xml', writeRecord(recordOf(table, instance))),
    part('/customXml/itemProps1.xml', 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml', `<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{${instance.toUpperCase().padEnd(8, '0').slice(0, 8).replace(/[^0-9A-F]/g, '0')}-0000-4000-8000-000000000000}"><ds:schemaRefs><ds:schemaRef ds:uri="urn:insek-office:tables:1"/></ds:schemaRefs></ds:datastoreItem>`),
  ].join('')}</pkg:package>`;
}
