import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/tables/apply';
import type { Decision } from '../../src/tables/changes';
import type { TableDocument } from '../../src/tables/current';
import { planRefresh } from '../../src/tables/plan';
import { acceptAll, stateOf } from '../../src/tables/state';
import type { DocumentTable, WordDocument } from '../../src/word/document';
import { serialize } from '../../fake/src/xml';
import { table } from '../tables/given';
import { givenWord, orderOf } from './given';

const before = table([['1', [['m-1', 'den Radweg bis 2030 ausbauen'], ['m-2', 'Brücke sanieren']]], ['2', [['m-3', 'Bus öfter fahren lassen']]]]);
const after = { ...table([['1', [['m-1', 'den Radweg bis 2032 ausbauen'], ['m-2', 'Brücke sanieren'], ['m-5', 'Gehweg']]], ['3', [['m-4', 'Bahnhof'], ['m-6', 'Park & Ride']]]]), asOf: '2026-11-22T23:30:00Z' };

const only = async (word: WordDocument): Promise<DocumentTable> => {
  const tables = await word.tables();
  expect(tables).toHaveLength(1);
  const [table] = tables;
  if (table === undefined) {
    throw new Error('There is none.');
  }

  return table;
};

const planFor = (shown: DocumentTable, current: TableDocument) => planRefresh(shown.record, { headings: shown.headings, rows: shown.shown }, current);

async function refresh(word: WordDocument, current: TableDocument, decisions?: ReadonlyMap<string, Decision>): Promise<void> {
  const shown = await only(word);
  const decided = decisions ?? acceptAll(planFor(shown, current));
  const { operations, record } = await applyPlan(shown.record, { headings: shown.headings, rows: shown.shown }, current, decided, shown.instance);
  await word.apply(shown, operations, record);
}

const insert = async (word: WordDocument, of = before) => word.insert(await orderOf(of, 'abcd1234'));

describe('inserting', () => {
  it('puts the table on its own paragraphs behind the cursor, and leaves none that nobody wrote', async () => {
    const { fake, word } = givenWord();
    expect(await insert(word)).toBe('abcd1234');
    expect(fake.blocks()).toEqual(['p:Vorher', 'sdt:insek:1:insek-torgau:abcd1234:sector-measures:sector=verkehr', 'p:Nachher']);
    const shown = await only(word);
    expect(shown).toMatchObject({ instance: 'abcd1234', caption: 'Tabelle 1: Ziele: Verkehr (Stand: 20.11.2026)', headings: ['Ziel', 'Maßnahmen'], flags: { duplicate: false, nested: false, damaged: false } });
    expect(stateOf(planFor(shown, before))).toBe('current');
  });

  it('takes the place of an empty paragraph, and keeps blank lines somebody made', async () => {
    const { fake, word } = givenWord(['Vorher', '', '', 'Nachher']);
    fake.select(1);
    await insert(word);
    expect(fake.blocks().map((block) => block.slice(0, 5))).toEqual(['p:Vor', 'sdt:i', 'p:', 'p:Nac']);
  });

  it('keeps a last paragraph to write on', async () => {
    const { fake, word } = givenWord(['Text']);
    await insert(word);
    expect(fake.blocks().map((block) => block.slice(0, 5))).toEqual(['p:Tex', 'sdt:i', 'p:']);
  });

  it('keeps a table style of ours as the document has it', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    await word.insert(await orderOf({ ...before, title: 'Noch eine' }, 'efgh5678'));
    const styles = serialize(fake.document.styles ?? fake.document.document);
    expect(styles.match(/INSEK Tabelle/g)).toHaveLength(1);
  });

  it('is refused in a table, and in a control of ours', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    fake.select(3);
    await expect(insert(word)).rejects.toMatchObject({ code: 'place-not-possible' });
  });

  it.each([
    ['without OOXML', null, 'PC'],
    ['where Word on the web fails with it', '<broken>', 'OfficeOnline'],
  ])('builds the same table %s', async (_, ooxml, platform) => {
    const { fake, word } = givenWord(['Vorher', 'Nachher'], { platform });
    await word.insert({ ...(await orderOf(before, 'abcd1234')), ooxml });
    expect(fake.blocks()).toEqual(['p:Vorher', 'sdt:insek:1:insek-torgau:abcd1234:sector-measures:sector=verkehr', 'p:Nachher']);
    const shown = await only(word);
    expect(shown.caption).toBe('Tabelle 1: Ziele: Verkehr (Stand: 20.11.2026)');
    expect(stateOf(planFor(shown, before))).toBe('current');
    expect(serialize(fake.document.document)).toContain('w:name="insek_abcd1234"');
  });
});

describe('refreshing', () => {
  it('makes the table what the concept says, and its caption and record', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    await refresh(word, after);
    const shown = await only(word);
    expect(shown.shown).toEqual([
      [['Ziel 1'], ['den Radweg bis 2032 ausbauen', 'Brücke sanieren', 'Gehweg']],
      [['Ziel 3'], ['Bahnhof', 'Park & Ride']],
    ]);
    expect(shown.caption).toBe('Tabelle 1: Ziele: Verkehr (Stand: 23.11.2026)');
    expect(stateOf(planFor(shown, after))).toBe('current');
    const xml = serialize(fake.document.document);
    expect(xml.match(/SEQ Tabelle/g)).toHaveLength(1);
    expect(xml.match(/w:name="insek_abcd1234"/g)).toHaveLength(1);
    expect(fake.document.parts).toHaveLength(1);
  });

  it('marks only the words that changed while changes are tracked, and reads them as people see them', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    fake.trackChanges(true, 'Anna');
    await refresh(word, after);
    const xml = serialize(fake.document.document);
    const deleted = Array.from(xml.matchAll(/<w:delText[^>]*>([^<]*)</g), (match) => match[1]);
    expect(deleted).toEqual(['20.11.2026', '2030', 'Ziel 2', 'Bus öfter fahren lassen']);
    const shown = await only(word);
    expect(shown.shown).toEqual([
      [['Ziel 1'], ['den Radweg bis 2032 ausbauen', 'Brücke sanieren', 'Gehweg']],
      [['Ziel 3'], ['Bahnhof', 'Park & Ride']],
    ]);
    expect(stateOf(planFor(shown, after))).toBe('current');
    await refresh(word, before);
    expect(stateOf(planFor(await only(word), before))).toBe('current');
  });

  it('reads words once that are struck out and put in again, though both reviewed texts are the same', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    const shown = (await only(word)).shown;
    fake.trackChanges(true, 'Anna');
    fake.userTypes(0, 1, 0, 'Ziel 1');
    expect(serialize(fake.document.document)).toMatch(/delText[^>]*>Ziel 1</);
    expect((await only(word)).shown).toEqual(shown);
  });

  it.each<[string, [string, string][]]>([['nothing', []], ['another measure', [['m-7', 'Gehweg']]]])('takes words back that somebody put into paragraphs struck out before, for %s', async (_, measures) => {
    const { fake, word } = givenWord();
    await insert(word);
    fake.trackChanges(true, 'Anna');
    const empty = table([['1', []], ['2', [['m-3', 'Bus öfter fahren lassen']]]]);
    await refresh(word, empty);
    fake.userTypes(0, 1, 1, 'von Hand');
    expect((await only(word)).shown[0]?.[1]).toEqual(['von Hand']);

    const wanted = table([['1', measures], ['2', [['m-3', 'Bus öfter fahren lassen']]]]);
    const plan = planFor(await only(word), wanted);
    await refresh(word, wanted, new Map([...plan.changes, ...plan.edits].map((one): [string, Decision] => [one.id, 'concept'])));
    expect((await only(word)).shown[0]?.[1]?.filter((text) => text !== '')).toEqual(measures.map(([, text]) => text));
  });

  it('does not touch a cell that nothing changed in, so what hangs on it stays', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    const [kept, paragraph] = [fake.paragraphs(0, 1, 0)[0], fake.paragraphs(0, 1, 1)[1]];
    const written = [kept, paragraph].map((node) => (node === undefined ? '' : serialize(node)));
    await refresh(word, after);
    expect([fake.paragraphs(0, 1, 0)[0], fake.paragraphs(0, 1, 1)[1]]).toEqual([kept, paragraph]);
    expect([kept, paragraph].map((node) => (node === undefined ? '' : serialize(node)))).toEqual(written);
  });

  it('leaves no blank line where a cell loses its last item', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    await refresh(word, table([['1', [['m-1', 'den Radweg bis 2030 ausbauen']]], ['2', []]]));
    expect(fake.paragraphs(0, 1, 1)).toHaveLength(1);
    expect(fake.paragraphs(0, 2, 1)).toHaveLength(1);
    expect((await only(word)).shown.map((row) => row[1])).toEqual([['den Radweg bis 2030 ausbauen'], ['']]);
  });

  it('keeps what somebody wrote until told otherwise', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    fake.userTypes(0, 1, 1, 'von Hand geschrieben');
    await refresh(word, after);
    const shown = await only(word);
    expect(shown.shown[0]?.[1]).toEqual(['von Hand geschrieben', 'Brücke sanieren']);
    expect(planFor(shown, after).changes.map((change) => change.id)).toEqual(['cell:1:measures']);
    await refresh(word, after, new Map([['cell:1:measures', 'concept']]));
    expect(stateOf(planFor(await only(word), after))).toBe('current');
  });

  it('fills a table that had no rows, and does not make the rows repeat', async () => {
    const { fake, word } = givenWord();
    await insert(word, table([], { asOf: null }));
    await refresh(word, after);
    expect(stateOf(planFor(await only(word), after))).toBe('current');
    expect(serialize(fake.document.document).match(/<w:tblHeader/g)).toHaveLength(1);
    expect((await only(word)).caption).toContain('(Stand: 23.11.2026)');
  });

  it('is refused where somebody typed since', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    const shown = await only(word);
    fake.userTypes(0, 1, 1, 'inzwischen');
    const saved = serialize(fake.document.document);
    await expect(word.apply(shown, [{ kind: 'delete-row', row: 0 }], shown.record)).rejects.toMatchObject({ code: 'table-changed-meanwhile' });
    expect(serialize(fake.document.document)).toBe(saved);
  });

  it.each([
    ['AccessDenied', 'document-protected'],
    ['GeneralException', 'word-failed'],
    ['ItemNotFound', 'table-gone'],
  ])('says %s as %s', async (code, expected) => {
    const { fake, word } = givenWord();
    await insert(word);
    const shown = await only(word);
    fake.failNextSync(code);
    await expect(word.apply(shown, [], shown.record)).rejects.toMatchObject({ code: expected });
  });

  it.each([/insertParagraph/, /insertRows/, /delete\(\)/, /setXml/])('that breaks off at %s is finished by the next one, which may ask about rows', async (failing) => {
    const { fake, word } = givenWord();
    await insert(word);
    const shown = await only(word);
    const { operations, record } = await applyPlan(shown.record, { headings: shown.headings, rows: shown.shown }, after, acceptAll(planFor(shown, after)), shown.instance);
    fake.failNextSync('GeneralException', failing);
    await expect(word.apply(shown, operations, record)).rejects.toMatchObject({ code: 'word-failed' });
    expect(fake.failNext).toBeNull();
    await refresh(word, after);
    await refresh(word, after, new Map(planFor(await only(word), after).changes.map((change) => [change.id, change.conflict ? 'concept' : 'accept'])));
    expect(stateOf(planFor(await only(word), after))).toBe('current');
    expect((await only(word)).shown).toEqual(after.rows.map((row) => row.cells.map((cell) => cell.items.map((item) => item.text))));
  });

  it('is refused where the document is protected or opened for reading', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    const shown = await only(word);
    fake.protect();
    await expect(word.apply(shown, [{ kind: 'delete-row', row: 0 }], shown.record)).rejects.toMatchObject({ code: 'document-protected' });
    const reading = givenWord(['Text'], { readOnly: true });
    await expect(insert(reading.word)).rejects.toMatchObject({ code: 'read-only' });
  });
});

describe('replacing the whole table', () => {
  const wide: TableDocument = { ...before, columns: [...before.columns, { key: 'owner', heading: 'Wer', share: 10, numeric: false }], rows: before.rows.map((row) => ({ ...row, cells: [...row.cells, { items: [{ key: 'owner', revision: 1, text: 'Bauamt' }] }] })) };

  it.each(['PC', 'OfficeOnline'])('keeps caption and bookmark on %s, and is not tracked', async (platform) => {
    const { fake, word } = givenWord(['Vorher', 'Nachher'], { platform });
    await insert(word);
    fake.trackChanges();
    await word.replace(await only(word), await orderOf(wide, 'abcd1234'));
    const shown = await only(word);
    expect(shown.headings).toEqual(['Ziel', 'Maßnahmen', 'Wer']);
    expect(stateOf(planFor(shown, wide))).toBe('current');
    const xml = serialize(fake.document.document);
    expect(xml).not.toContain('<w:ins ');
    expect(xml.match(/w:name="insek_abcd1234"/g)).toHaveLength(1);
    expect(fake.document.mode).toBe('TrackAll');
    expect(fake.document.parts).toHaveLength(1);
    expect(fake.blocks()).toHaveLength(3);
    const inside = await fake.run(async (context) => {
      const controls = context.document.body as { contentControls: { load: (n: string) => { items: { paragraphs: { load: (n: string) => { items: { text: string; tableNestingLevel: number }[] } } }[] } } };
      const all = controls.contentControls.load('id');
      await context.sync();
      const paragraphs = all.items[0]?.paragraphs.load('text,tableNestingLevel');
      await context.sync();
      return paragraphs?.items.filter((paragraph) => paragraph.tableNestingLevel === 0).length;
    });
    expect(inside).toBe(2);
  });
});

describe('loosening, linking and mending', () => {
  it('turns a table into a plain one, and links it again', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    const shown = await only(word);
    await word.unlink(shown);
    expect(await word.tables()).toEqual([]);
    expect(fake.document.parts).toEqual([]);
    const [loose] = await word.looseTables();
    expect(loose).toMatchObject({ caption: shown.caption, headings: shown.headings, shown: shown.shown, records: [] });
    if (loose === undefined || shown.record === null) {
      throw new Error('It is not found.');
    }

    expect(await word.relink(loose, shown.record)).toBe('abcd1234');
    expect(await only(word)).toMatchObject({ instance: 'abcd1234', tag: shown.tag, title: 'Ziele: Verkehr', record: shown.record, flags: shown.flags });
    expect(await word.looseTables()).toEqual([]);
  });

  it('links a copy that lost its control under a new name', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    fake.copyTable(0, false);
    const [loose] = await word.looseTables();
    expect(loose?.records.map((record) => record.instance)).toEqual(['abcd1234']);
    const record = loose?.records[0];
    if (loose === undefined || record === undefined) {
      throw new Error('It is not found.');
    }

    const instance = await word.relink(loose, record);
    expect(instance).not.toBe('abcd1234');
    const tables = await word.tables();
    expect(tables.map((one) => [one.instance, one.flags.duplicate, stateOf(planFor(one, before))])).toEqual([['abcd1234', false, 'current'], [instance, false, 'current']]);
  });

  it('gives a copy its own name and record', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    fake.copyTable(0);
    const [first, second] = await word.tables();
    expect([first?.flags.duplicate, second?.flags.duplicate]).toEqual([false, true]);
    if (first === undefined || second === undefined) {
      throw new Error('There are not two.');
    }

    await expect(word.apply(first, [], first.record)).rejects.toMatchObject({ code: 'repair-first' });
    await word.repair(second);
    const tables = await word.tables();
    expect(new Set(tables.map((one) => one.instance)).size).toBe(2);
    expect(tables.map((one) => stateOf(planFor(one, before)))).toEqual(['current', 'current']);
  });

  it('takes controls out of one another', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    const inner = await word.tables();
    await fake.run(async (context) => {
      const body = context.document.body as { contentControls: { load: (n: string) => { items: { id: number; tag: string; getRange: (w: string) => { insertContentControl: (t: string) => { tag: string } } }[] } } };
      const all = body.contentControls.load('id,tag');
      await context.sync();
      const outer = all.items[0]?.getRange('Whole').insertContentControl('RichText');
      if (outer !== undefined) {
        outer.tag = 'insek:1:insek-torgau:zzzz9999:overview:';
      }
    });
    expect((await word.tables()).some((one) => one.flags.nested)).toBe(true);
    for (const one of await word.tables()) {
      if (one.flags.nested) {
        await word.repair(one);
        break;
      }
    }

    const left = await word.tables();
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({ shown: inner[0]?.shown, flags: { nested: false, damaged: false, duplicate: false } });
  });

  it('recognises that the record is lost, and writes it anew when everything is decided', async () => {
    const { fake, word } = givenWord();
    await insert(word);
    fake.dropParts();
    const shown = await only(word);
    expect(shown.record).toBeNull();
    await refresh(word, before);
    expect((await only(word)).record).toMatchObject({ instance: 'abcd1234', definition: 'sector-measures' });
  });
});

describe('the document', () => {
  it('is read in as many batches whatever the number of tables', async () => {
    const counts: number[] = [];
    for (const number of [1, 12]) {
      const { fake, word } = givenWord();
      for (let index = 0; index < number; index++) {
        await word.insert(await orderOf(before, `abcd${String(1000 + index)}`));
      }

      fake.batches.length = 0;
      expect(await word.tables()).toHaveLength(number);
      counts.push(fake.batches.length);
    }

    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(3);
  });

  it('says its name and link, and loads the add-in when it is opened', async () => {
    const { fake, word } = givenWord();
    expect(await word.identity()).toEqual({ name: 'Entwurf.docx', link: 'https://contoso.sharepoint.com/sites/insek/Freigegebene%20Dokumente/Entwurf.docx' });
    await word.loadOnOpen();
    expect(fake.office.state.startup).toBe('Load');
    const old = givenWord(['Text'], { without: ['SharedRuntime'], url: 'C:\\Texte\\100% fertig.docx' });
    expect(await old.word.identity()).toEqual({ name: '100% fertig.docx', link: null });
    await old.word.loadOnOpen();
    expect(old.fake.office.settings.get('Office.AutoShowTaskpaneWithDocument')).toBe(true);
    expect(old.fake.office.state.saved).toBe(1);
  });

  it('goes to a table, and says when it is gone', async () => {
    const { fake, word } = givenWord(['Vorher', 'Nachher']);
    await insert(word);
    const shown = await only(word);
    await word.goTo(shown);
    expect(fake.document.selected).toBe(1);
    fake.dropControl(0);
    await expect(word.goTo(shown)).rejects.toMatchObject({ code: 'table-gone' });
  });
});
