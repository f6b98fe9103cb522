import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf, type TableRecord } from '../../src/tables/record';
import { readRecord, writeRecord } from '../../src/tables/record-xml';
import { parseXml } from '../../src/tables/xml';
import { tables } from './given';

const xmlText = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));

describe('the record part', () => {
  it('reads as it was written, whatever the texts', () => {
    fc.assert(
      fc.property(tables, xmlText, fc.boolean(), fc.boolean(), (table, text, ownRow, ownCell) => {
        const plain = recordOf(table, 'abcd1234');
        const record: TableRecord = {
          ...plain,
          columns: [{ key: text, heading: text }],
          rows: plain.rows.map((row) => ({ ...row, own: ownRow, cells: row.cells.map((cell) => ({ ...cell, own: ownCell, items: cell.items.map((item) => ({ ...item, text })) })) })),
        };
        expect(readRecord(writeRecord(record))).toEqual(record);
      }),
    );
  });

  it('of the server reads, which has no columns and knows nothing of own', () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?>\n<t:table xmlns:t="urn:insek-office:tables:1" instance="abcd1234" concept="insek-torgau" definition="overview" parameters="" hash="00" asOf="2026-11-21T23:30:00Z">
      <t:row key="verkehr"><t:cell column="goal"><t:item key="name" revision="0">Straße &amp; Schiene &#x2013; &lt;neu&gt;</t:item></t:cell><t:cell column="measures" /></t:row></t:table>`;
    expect(readRecord(xml)).toEqual({
      instance: 'abcd1234',
      concept: 'insek-torgau',
      definition: 'overview',
      parameters: '',
      hash: '00',
      asOf: '2026-11-21T23:30:00Z',
      columns: null,
      rows: [{ key: 'verkehr', own: false, cells: [
        { column: 'goal', own: false, items: [{ key: 'name', revision: 0, text: 'Straße & Schiene – <neu>' }] },
        { column: 'measures', own: false, items: [] },
      ] }],
    });
  });

  it.each([
    ['of another namespace', '<table instance="abcd1234" concept="c" definition="d" hash="h" />'],
    ['cut off', '<table xmlns="urn:insek-office:tables:1" instance="abcd1234" concept="c" definition="d" hash="h"><row key="a">'],
    ['without a key', '<table xmlns="urn:insek-office:tables:1" instance="abcd1234" concept="c" definition="d" hash="h"><row /></table>'],
    ['with entities of its own', '<!DOCTYPE table [<!ENTITY a "b">]><table xmlns="urn:insek-office:tables:1" instance="abcd1234" concept="c" definition="d" hash="h" />'],
    ['of nothing', ''],
  ])('%s is none', (_, xml) => {
    expect(readRecord(xml)).toBeNull();
  });
});

describe('parseXml', () => {
  it.each(['<a>&b;</a>', '<a>&</a>', '<a>&#0;</a>', '<a>&#x110000;</a>', '<a b=c/>', '<a></b>', '<a/><b/>', 'x<a/>', '<a>', '</a>'])('refuses %s', (xml) => {
    expect(parseXml(xml)).toBeNull();
  });

  it('resolves prefixes where they are declared', () => {
    const root = parseXml('<p:a xmlns:p="urn:1"><b xmlns="urn:2"/><p:c xmlns:p="urn:3"/><p:d/></p:a>');
    expect([root?.namespace, ...(root?.children ?? []).map((child) => child.namespace)]).toEqual(['urn:1', 'urn:2', 'urn:3', 'urn:1']);
  });
});
